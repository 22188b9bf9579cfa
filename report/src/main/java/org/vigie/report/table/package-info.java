/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Tables of which a spreadsheet runs no cell, for Vigie's own modules. */
package org.vigie.report.table;
