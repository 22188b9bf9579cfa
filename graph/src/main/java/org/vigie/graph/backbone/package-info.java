/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Which edges stand out: quantile, disparity, hypergeometric. */
package org.vigie.graph.backbone;
