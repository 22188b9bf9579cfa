/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Two texts side by side: what they share and where they differ. */
package org.vigie.nlp.comparison;
