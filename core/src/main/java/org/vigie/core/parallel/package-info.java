/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Work on a bounded number of threads, for Vigie's own modules. */
package org.vigie.core.parallel;
