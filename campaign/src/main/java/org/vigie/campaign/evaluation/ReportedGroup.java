/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Names;

/**
 * A group of accounts that a detector named, by their names. It can come from Vigie's findings, from a file, or from any
 * other method. Immutable and thread-safe.
 *
 * @param id its name in the report
 * @param kind what the detector says of it
 * @param accounts the names of its accounts, without repeats
 * @param posts the ids of its posts; empty if they are not told
 */
public record ReportedGroup(String id, Kind kind, List<String> accounts, List<String> posts) {
    /** What a detector says of a group. */
    public enum Kind {
        /** A finding. */
        CAMPAIGN,
        /** A finding under its own heading: too few accounts for a campaign. */
        SMALL_GROUP,
        /** Looked at, and not reported. */
        NEAR_MISS;

        /**
         * The name in files: lower case with hyphens.
         *
         * @return the name
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Copies the lists and leaves out repeats.
     *
     * @param id as {@link #id()}
     * @param kind as {@link #kind()}
     * @param accounts as {@link #accounts()}; repeats are left out
     * @param posts as {@link #posts()}; repeats are left out
     */
    public ReportedGroup {
        accounts = List.copyOf(new LinkedHashSet<>(accounts));
        posts = List.copyOf(new LinkedHashSet<>(posts));
    }

    /**
     * Returns the groups of findings: the campaigns, then the small groups as S1, S2, ..., then the near misses as N1,
     * N2, ...
     *
     * @param findings what was found
     * @param names names its accounts and posts
     * @return the groups in the order of the findings
     */
    public static List<ReportedGroup> of(Findings findings, Names names) {
        List<ReportedGroup> groups = new ArrayList<>();
        for (Campaign campaign : findings.campaigns()) {
            groups.add(new ReportedGroup(
                    campaign.id(),
                    Kind.CAMPAIGN,
                    campaign.members().stream()
                            .map(member -> names.account(member.account()))
                            .toList(),
                    campaign.rows().stream().mapToObj(names::post).toList()));
        }
        int number = 0;
        for (Findings.SmallGroup small : findings.smallGroups()) {
            number++;
            groups.add(new ReportedGroup(
                    "S" + number,
                    Kind.SMALL_GROUP,
                    small.accounts().stream().mapToObj(names::account).toList(),
                    small.rows().stream().mapToObj(names::post).toList()));
        }
        number = 0;
        for (Findings.NearMiss miss : findings.nearMisses()) {
            number++;
            groups.add(new ReportedGroup(
                    "N" + number,
                    Kind.NEAR_MISS,
                    miss.accounts().stream().mapToObj(names::account).toList(),
                    miss.rows().stream().mapToObj(names::post).toList()));
        }
        return List.copyOf(groups);
    }
}
