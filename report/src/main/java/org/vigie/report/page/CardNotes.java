/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.Member;
import org.vigie.campaign.findings.Signal;

/** What a reader must know before believing in a campaign: that it overlaps with another, or rests on one act or hour. */
final class CardNotes {
    private static final int MAX_OTHERS = 3;
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<Campaign> campaigns;
    private final Messages words;
    /** By account, the indices of its campaigns. */
    private final Map<Integer, List<Integer>> campaignsOf = new HashMap<>();

    CardNotes(List<Campaign> campaigns, Messages words) {
        this.campaigns = campaigns;
        this.words = words;
        for (int i = 0; i < campaigns.size(); i++) {
            for (Member member : campaigns.get(i).members()) {
                campaignsOf
                        .computeIfAbsent(member.account(), k -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    List<String> of(Campaign campaign) {
        List<String> notes = new ArrayList<>();
        if (isOneAct(campaign)) {
            notes.add(words.t(
                    isOfOneHour(campaign) ? "card.note.act.hour" : "card.note.act",
                    campaign.objects().size()));
        } else if (isOfOneHour(campaign)) {
            notes.add(words.t("card.note.hour"));
        }
        notes.addAll(overlaps(campaign));
        return notes;
    }

    /** Whether it rests on one act or one hour. */
    static boolean isThin(Campaign campaign) {
        return isOneAct(campaign) || isOfOneHour(campaign);
    }

    private static boolean isOfOneHour(Campaign campaign) {
        return Duration.between(campaign.first(), campaign.last()).compareTo(HOUR) <= 0;
    }

    /** Whether all things in common stand together in each post: they come from one act, however many they are. */
    private static boolean isOneAct(Campaign campaign) {
        boolean isPool = campaign.evidence().stream().anyMatch(e -> e.signal() == Signal.COMMON_POOL);
        return isPool
                && campaign.texts().isEmpty()
                && campaign.objects().size() > 1
                && campaign.objects().stream()
                        .allMatch(o -> o.posts() == campaign.rows().length());
    }

    /** The campaigns with most of its accounts first. */
    private List<String> overlaps(Campaign campaign) {
        Map<Integer, Integer> shared = new TreeMap<>();
        for (Member member : campaign.members()) {
            for (int other : campaignsOf.getOrDefault(member.account(), List.of())) {
                if (!campaigns.get(other).id().equals(campaign.id())) {
                    shared.merge(other, 1, Integer::sum);
                }
            }
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(MAX_OTHERS)
                .map(e -> words.count(
                        "card.note.overlap",
                        e.getValue(),
                        campaign.members().size(),
                        campaigns.get(e.getKey()).id()))
                .toList();
    }
}
