/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import org.vigie.posts.ObjectKind;

/**
 * What the pool method is set to; docs/methods/campaigns.md has a reason for each.
 *
 * @param carriers the least number of accounts that share an object
 * @param objects the least number of shared objects of a member
 * @param partners the least number of other members with whom a member shares
 * @param commitment the least share of what a member did that is shared
 * @param exclusivity the least share of an object's carriers that are in the core
 * @param excess how many times as much as people alike do is still no evidence
 * @param tightness how many times as close in time as the hours around is still no evidence, for links and reposts
 * @param trimmed the share of outsiders of each language that share most and are left out of the controls
 * @param merge groups are one if one has so much of its incidences on objects of the other
 * @param controls a stratum with fewer incidences of outsiders explains only what they did, without one more for doubt
 * @param fewControls a stratum with fewer incidences of outsiders says nothing
 * @param wideControls the same for strata of languages and hours
 * @param gathering so many times a group's usual pace is a gathering
 * @param oneAtATime whether a gathering must be on one object of the group, not on any of them
 * @param entry the probability at which one account may get in by chance
 */
record PoolSettings(
        int carriers,
        int objects,
        int partners,
        double commitment,
        double exclusivity,
        double excess,
        double tightness,
        double trimmed,
        double merge,
        int controls,
        int fewControls,
        int wideControls,
        double gathering,
        boolean oneAtATime,
        double entry) {
    /** An own text of fewer accounts is not shared. */
    private static final int CARRIERS_OF_TEXTS = 2;

    /** The same for what everybody passes on: links, reposts and the like. */
    private static final int CARRIERS = 3;

    /** The least number of accounts that share an object of a kind. */
    static int carriersOf(ObjectKind kind) {
        return kind.equals(ObjectKind.TEXT) ? CARRIERS_OF_TEXTS : CARRIERS;
    }

    /** For campaigns of texts: two carriers are enough where a member does not share with one other only. */
    static PoolSettings texts() {
        return of(CARRIERS_OF_TEXTS, 2, 2);
    }

    /** For texts that come with one link: who presses the buttons of pages says other things, too, and mostly does. */
    static PoolSettings textsOfPages() {
        return of(CARRIERS_OF_TEXTS, 2, 2, 0.5, 10, false);
    }

    /** For campaigns of links and reposts. */
    static PoolSettings passedOn() {
        return of(CARRIERS, 2, 2);
    }

    /** For pairs and small groups, where each needs one text more. */
    static PoolSettings smallGroups() {
        return of(CARRIERS_OF_TEXTS, 3, 1);
    }

    /** For campaigns of swarms, where four address one account: filler may be fifty times as much. */
    static PoolSettings swarms() {
        return of(Swarms.COMPANY, 3, Swarms.COMPANY - 1, 0.02, 3, true);
    }

    private static PoolSettings of(int carriers, int objects, int partners) {
        return of(carriers, objects, partners, 0.1, 10, false);
    }

    private static PoolSettings of(
            int carriers, int objects, int partners, double commitment, double gathering, boolean oneAtATime) {
        return new PoolSettings(
                carriers,
                objects,
                partners,
                commitment,
                2.0 / 3,
                3,
                2,
                0.25,
                0.1,
                20,
                10,
                200,
                gathering,
                oneAtATime,
                0.05);
    }
}
