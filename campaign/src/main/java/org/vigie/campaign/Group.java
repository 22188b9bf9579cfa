/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.List;

/**
 * A candidate: accounts that edges join, before it is tested.
 *
 * @param accounts the account numbers, ascending
 * @param bottleneck the p-value of the least significant edge that is needed to hold the group together, when the most
 *     significant ones are taken first
 * @param edges how many edges it has
 */
record Group(List<Integer> accounts, double bottleneck, int edges) {
    double density() {
        int n = accounts.size();
        return 2.0 * edges / ((double) n * (n - 1));
    }
}
