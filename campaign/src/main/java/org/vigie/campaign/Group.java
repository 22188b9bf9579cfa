/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.List;

/**
 * A candidate: synchronous objects that the same accounts act on, and these accounts.
 *
 * @param accounts the members' numbers, ascending
 * @param objects the objects
 * @param posts the posts of the accounts on the objects, in order of time
 * @param signal what is counted of the accounts: {@code returning-accounts}, how often an account came back in another
 *     interval, or {@code repeated-pairs}, how many objects linked pairs have in common, or {@code
 *     common-texts}, how many texts accounts share with the others beyond a first one
 * @param returns the count of the signal
 * @param expectedReturns the same by chance, under the null model of the finder
 * @param returnsP the probability of so much by chance, corrected for all that was looked at (Bonferroni)
 */
record Group(
        List<Integer> accounts,
        List<SynchronousObject> objects,
        List<Integer> posts,
        String signal,
        long returns,
        double expectedReturns,
        double returnsP) {

    /** Whether its acts are spread over days instead of close within minutes. */
    boolean isSlow() {
        return signal.equals(DripFinder.COMPANY);
    }

    /** Close pairs of acts, or days on which accounts come back, over all objects, seen and expected. */
    Synchrony.Result timing() {
        long observed = 0;
        double expected = 0;
        double p = 1;
        for (SynchronousObject object : objects) {
            observed += object.timing().observed();
            expected += object.timing().expected();
            p = Math.min(p, object.timing().pValue() * objects.size());
        }
        return new Synchrony.Result(observed, expected, p);
    }

    /** The false discovery rate at which the timing of all its objects is called unusual. */
    double timingQ() {
        return objects.stream().mapToDouble(SynchronousObject::q).max().orElse(1);
    }
}
