/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Which sets are alike, and what groups they form: banding, an index of signatures, an exact join, disjoint sets. */
package org.vigie.core.search;
