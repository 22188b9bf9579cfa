/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The vigie commands; no algorithm lives here. */
package org.vigie.cli;
