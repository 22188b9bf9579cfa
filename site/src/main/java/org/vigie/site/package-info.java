/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The documentation as a site, and what its tests need to read it. */
@org.jspecify.annotations.NullMarked
package org.vigie.site;
