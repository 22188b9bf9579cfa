/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Posts in, campaigns out. */
package org.vigie.campaign;
