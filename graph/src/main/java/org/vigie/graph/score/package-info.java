/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Scores of edges, accounts and groups, each with its parts. */
package org.vigie.graph.score;
