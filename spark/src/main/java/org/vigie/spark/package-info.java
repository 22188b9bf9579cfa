/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The same methods over a cluster of Apache Spark: only the plan, no algorithm of its own. */
@org.jspecify.annotations.NullMarked
package org.vigie.spark;
