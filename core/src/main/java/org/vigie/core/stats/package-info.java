/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Tail probabilities, false-discovery control, quantiles and intervals. */
package org.vigie.core.stats;
