/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Bursts in a stream that is known as a whole: Kleinberg's automata. Each detector has one verb, {@code detect}. For
 * streams that are still running see {@link org.vigie.core.monitor}.
 */
package org.vigie.core.burst;
