/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Files that appear when they are whole, for Vigie's own modules. */
package org.vigie.core.file;
