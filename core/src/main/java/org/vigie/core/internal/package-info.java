/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** What the packages of this module share and nobody else sees. */
package org.vigie.core.internal;
