/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The coordination network: compact, weighted, with its evidence; views and exports. */
package org.vigie.graph.network;
