/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Groups in the network: components, Louvain, Leiden. */
package org.vigie.graph.community;
