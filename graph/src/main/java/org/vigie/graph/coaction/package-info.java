/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Who acted on the same object within a window of time. */
package org.vigie.graph.coaction;
