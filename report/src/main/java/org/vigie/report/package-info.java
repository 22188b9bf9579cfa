/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** What an analyst reads and other tools load: HTML, JSON, CSV, GEXF, GraphML. */
package org.vigie.report;
