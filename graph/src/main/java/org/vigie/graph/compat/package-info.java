/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The behaviour of published tools, edge for edge, for studies that must be comparable with earlier ones. */
package org.vigie.graph.compat;
