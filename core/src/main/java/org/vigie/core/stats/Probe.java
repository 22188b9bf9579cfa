/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.stats;

/** Probe. */
public final class Probe {
    private Probe() {}
}
