/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

/**
 * A lasting change of a rate: a burst that did not end. Immutable and thread-safe.
 *
 * @param onset the estimated time of the change, in the units of the input
 * @param before the rate before it, in events a bin
 * @param after the rate since, in events a bin
 */
public record LevelShift(double onset, double before, double after) {}
