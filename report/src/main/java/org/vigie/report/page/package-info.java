/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The page of a report: words, pictures and templates. Not exported. */
package org.vigie.report.page;
