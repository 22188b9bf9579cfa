/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

/** Hears which stage of a long job begins. Called from the thread that runs the job. */
@FunctionalInterface
public interface ProgressListener {
    /** A stage of {@link CampaignDetector#detect}. */
    enum Stage {
        /** Finding near-duplicate texts. */
        DUPLICATES,
        /** Finding groups of accounts, and testing each. */
        GROUPS,
        /** Drawing the network inside the groups. */
        NETWORK,
        /** Finding bursts. */
        BURSTS,
        /** Deciding which groups are campaigns, describing them, and finding pairs and small groups. */
        CAMPAIGNS
    }

    /**
     * Hears that a stage begins.
     *
     * @param stage the stage
     */
    void stage(Stage stage);
}
