/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Early warning on running streams: calibrated monitors that take one row after another. Each has one verb, {@code
 * update}. For streams that are known as a whole see {@link org.vigie.core.burst}.
 */
package org.vigie.core.monitor;
