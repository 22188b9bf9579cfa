/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Files that appear when they are whole, and text that is safe to show, for Vigie's own modules. */
package org.vigie.core.file;
