/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Growing columns of primitives and of strings, for Vigie's own modules. */
package org.vigie.core.column;
