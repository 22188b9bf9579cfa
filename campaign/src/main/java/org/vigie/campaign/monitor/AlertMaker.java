/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import com.google.common.primitives.ImmutableIntArray;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Campaign;
import org.vigie.core.file.Shown;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.Post;

/** Gives alarms their names: all that an alert shows comes from {@link Names}. Not thread-safe. */
final class AlertMaker {
    private final Store store;
    private final Window window;
    private final Optional<Pseudonymizer> pseudonymizer;

    AlertMaker(Store store, Window window, Optional<Pseudonymizer> pseudonymizer) {
        this.store = store;
        this.window = window;
        this.pseudonymizer = pseudonymizer;
    }

    /** Names as alerts show them. */
    Names names(Corpus corpus) {
        Names names = Names.plain(corpus).withRetention(Names.Retention.SNIPPET);
        return pseudonymizer.map(names::withPseudonyms).orElse(names);
    }

    /** The alert of a fast alarm. */
    Alert of(FastAlarm alarm, long number, long withheld) {
        CorpusBuilder builder = Corpus.builder().withoutLanguages().withThreads(1);
        for (long post : alarm.evidence()) {
            Post content = store.post(post);
            // When a post that left the window is deleted depends on when the monitor saves; what is said must not.
            if (content != null && !window.isTooOld(content.time().toEpochMilli())) {
                builder.post(content);
            }
        }
        Corpus evidence = builder.build();
        Names names = names(evidence);
        return new Alert(
                number,
                alarm.kind(),
                alarm.keyKind(),
                key(alarm, evidence, names),
                Instant.ofEpochMilli(alarm.time()),
                Instant.ofEpochMilli(alarm.onset()),
                alarm.posts(),
                alarm.accounts(),
                alarm.expected(),
                alarm.pValue(),
                alarm.qValue(),
                IntStream.range(0, evidence.accounts()).mapToObj(names::account).toList(),
                IntStream.range(0, evidence.size()).mapToObj(names::post).toList(),
                evidence.size() == 0 ? "" : names.text(0),
                withheld);
    }

    /** The key as it may be shown; empty if no post that has it is left. */
    private static String key(FastAlarm alarm, Corpus evidence, Names names) {
        Names plain = Names.plain(evidence);
        for (ObjectKind kind : evidence.kinds()) {
            if (kind.name().equals(alarm.keyKind()) && !kind.equals(ObjectKind.TEXT)) {
                for (int o = 0; o < evidence.layer(kind).objects(); o++) {
                    if (plain.object(kind, o).equals(Shown.name(alarm.key()))) {
                        return names.object(kind, o);
                    }
                }
            }
        }
        return "";
    }

    /** The alert of a campaign. */
    Alert of(KnownCampaigns.Event event, Names names, long time, long number, long withheld) {
        KnownCampaigns.Known known = event.known();
        Campaign campaign = event.campaign();
        return new Alert(
                number,
                event.kind(),
                "campaign",
                known.id,
                Instant.ofEpochMilli(time),
                Instant.ofEpochMilli(known.first),
                known.posts,
                known.members.length,
                OptionalDouble.empty(),
                campaign == null ? OptionalDouble.empty() : OptionalDouble.of(campaign.pValue()),
                campaign == null ? OptionalDouble.empty() : OptionalDouble.of(campaign.qValue()),
                campaign == null
                        ? List.of()
                        : campaign.members().stream()
                                .limit(Alert.MOST_NAMES)
                                .map(m -> names.account(m.account()))
                                .toList(),
                campaign == null ? List.of() : evidence(campaign, names),
                campaign == null ? "" : text(campaign, names),
                withheld);
    }

    private static List<String> evidence(Campaign campaign, Names names) {
        ImmutableIntArray rows = campaign.evidence().stream()
                .map(e -> e.rows())
                .filter(r -> !r.isEmpty())
                .findFirst()
                .orElse(campaign.rows());
        return rows.stream().limit(Alert.MOST_EVIDENCE).mapToObj(names::post).toList();
    }

    private static String text(Campaign campaign, Names names) {
        return campaign.texts().isEmpty()
                ? ""
                : names.text(campaign.texts().get(0).first());
    }
}
