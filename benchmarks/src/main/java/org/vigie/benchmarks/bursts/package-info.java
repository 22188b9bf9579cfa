/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Studies of the burst detectors: references, calibration, detection, speed. */
package org.vigie.benchmarks.bursts;
