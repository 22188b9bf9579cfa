/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The documentation's figures, drawn from the library's own results. */
@org.jspecify.annotations.NullMarked
package org.vigie.site.figures;
