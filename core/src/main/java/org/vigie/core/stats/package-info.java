/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Tail probabilities and false-discovery control. For distributions, quantiles and confidence intervals use
 * commons-statistics.
 */
package org.vigie.core.stats;
