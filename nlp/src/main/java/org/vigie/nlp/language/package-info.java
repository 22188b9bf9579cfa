/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Language identification with probabilities and abstention. */
package org.vigie.nlp.language;
