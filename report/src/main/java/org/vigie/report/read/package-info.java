/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** What a report wrote, read back by programs that compare or evaluate runs. */
package org.vigie.report.read;
