/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Labelled synthetic traffic with planted campaigns and honest negatives. */
package org.vigie.posts.simulation;
