/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Bursts in streams of events: Kleinberg's automaton offline, calibrated monitors online. */
package org.vigie.core.burst;
