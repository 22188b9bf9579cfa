/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which accounts each planted campaign has: what a detector's findings are measured against. Immutable and thread-safe.
 */
public final class SimulationTruth {
    private final long posts;
    private final List<PlantedCampaign> campaigns;
    private final Map<String, String> campaignOfAccount = new LinkedHashMap<>();

    SimulationTruth(long posts, List<PlantedCampaign> campaigns) {
        this.posts = posts;
        this.campaigns = List.copyOf(campaigns);
        for (PlantedCampaign campaign : campaigns) {
            for (String account : campaign.accounts()) {
                campaignOfAccount.put(account, campaign.id());
            }
        }
    }

    /**
     * A campaign as it was planted. Immutable and thread-safe.
     *
     * @param id its name in labels
     * @param kind what its accounts have in common
     * @param accounts its accounts, sorted
     * @param posts how many posts it planted, without camouflage
     */
    public record PlantedCampaign(String id, CampaignKind kind, List<String> accounts, long posts) {
        /**
         * Sorts and copies the accounts.
         *
         * @param id its name in labels
         * @param kind what its accounts have in common
         * @param accounts its accounts
         * @param posts how many posts it planted
         */
        public PlantedCampaign {
            accounts = List.copyOf(new TreeSet<>(accounts));
        }

        /**
         * Returns the share of the found accounts that belong to this campaign.
         *
         * @param found accounts of a finding; repeats count once
         * @return in [0, 1], 1 if nothing was found
         */
        public double precision(Collection<String> found) {
            TreeSet<String> distinct = new TreeSet<>(found);
            return distinct.isEmpty() ? 1 : (double) common(distinct) / distinct.size();
        }

        /**
         * Returns the share of this campaign's accounts that were found.
         *
         * @param found accounts of a finding; repeats count once
         * @return in [0, 1]
         */
        public double recall(Collection<String> found) {
            return (double) common(new TreeSet<>(found)) / accounts.size();
        }

        private long common(TreeSet<String> found) {
            return accounts.stream().filter(found::contains).count();
        }
    }

    /**
     * Reads a truth file as {@link Simulator#write} writes it.
     *
     * @param file the file, compressed if its name ends in {@code .gz}
     * @return what it says
     * @throws IOException if it cannot be read or is not a truth file
     */
    public static SimulationTruth read(Path file) throws IOException {
        return TruthCsv.read(file);
    }

    /**
     * Returns the number of posts of all kinds.
     *
     * @return the number
     */
    public long posts() {
        return posts;
    }

    /**
     * Returns the planted campaigns in order of name as they were asked for.
     *
     * @return an unmodifiable list
     */
    public List<PlantedCampaign> campaigns() {
        return campaigns;
    }

    /**
     * Finds whom an account works for.
     *
     * @param account an account's identifier
     * @return the campaign's name, or empty for an organic account
     */
    public Optional<String> campaignOf(String account) {
        return Optional.ofNullable(campaignOfAccount.get(account));
    }
}
