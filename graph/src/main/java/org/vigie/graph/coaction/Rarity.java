/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

/** How rare objects are, and how long each account's vector of rarities is; empty unless a weight asks for them. */
final class Rarity {
    /** The squared rarity by object. */
    final double[] squares;
    /** The length of the vector by account. */
    final double[] norms;

    Rarity(ActionIndex index, boolean wanted) {
        squares = new double[wanted ? index.objectAccounts.length : 0];
        for (int o = 0; o < squares.length; o++) {
            double idf = Math.log((1.0 + index.activeAccounts) / (1.0 + index.objectAccounts[o])) + 1;
            squares[o] = idf * idf;
        }
        norms = new double[wanted ? index.actions.accountCount : 0];
        for (int a = 0; a < norms.length; a++) {
            int last = -1;
            for (int i = index.accountStart[a]; i < index.accountStart[a + 1]; i++) {
                int o = index.objectOf[index.accountPositions[i]];
                norms[a] += o == last ? 0 : squares[o];
                last = o;
            }
            norms[a] = Math.sqrt(norms[a]);
        }
    }
}
