/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

/**
 * What the pool method is set to; docs/methods/campaigns.md has a reason for each.
 *
 * @param carriers the least number of accounts that share an object
 * @param objects the least number of shared objects of a member
 * @param commitment the least share of what a member did that is shared
 * @param exclusivity the least share of an object's carriers that are in the core
 * @param excess how many times as much as people alike do is still no evidence
 * @param tightness how many times as close in time as the hours around is still no evidence, for links and reposts
 * @param trimmed the share of outsiders of each language that share most and are left out of the controls
 * @param merge groups are one if one has so much of its incidences on objects of the other
 * @param controls a stratum with fewer incidences of outsiders explains only what they did, without one more for doubt
 * @param fewControls a stratum with fewer incidences of outsiders says nothing
 * @param wideControls the same for strata of languages and hours
 * @param entry the probability at which one account may get in by chance
 */
record PoolSettings(
        int carriers,
        int objects,
        double commitment,
        double exclusivity,
        double excess,
        double tightness,
        double trimmed,
        double merge,
        int controls,
        int fewControls,
        int wideControls,
        double entry) {
    /** For campaigns. */
    static PoolSettings campaigns() {
        return new PoolSettings(3, 2, 0.1, 2.0 / 3, 3, 2, 0.25, 0.1, 20, 10, 200, 0.05);
    }

    /** For pairs and small groups: an object of two is shared, and so each needs one more of them. */
    static PoolSettings smallGroups() {
        return new PoolSettings(2, 3, 0.1, 2.0 / 3, 3, 2, 0.25, 0.1, 20, 10, 200, 0.05);
    }
}
