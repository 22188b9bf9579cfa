/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** What the library says in English, in other words for those who read it. */
package org.vigie.report.words;
