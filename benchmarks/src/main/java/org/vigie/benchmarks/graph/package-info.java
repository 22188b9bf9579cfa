/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Coordination networks beside their peers: parity, speed, memory and calibration. */
package org.vigie.benchmarks.graph;
