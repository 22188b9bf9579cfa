/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Keyed pseudonyms for identifiers of people. */
package org.vigie.core.privacy;
