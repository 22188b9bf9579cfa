/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Near-duplicate texts: verified pairs and clusters. */
package org.vigie.nlp.duplicate;
