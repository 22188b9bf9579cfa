/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Text made comparable: normalisation, shingles, urls, hashtags and mentions. */
package org.vigie.nlp.text;
