/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Mixers and checks, for Vigie's own modules only. */
package org.vigie.core.internal;
