/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import com.google.common.primitives.ImmutableIntArray;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.SharedObject;
import org.vigie.campaign.findings.Evidence;
import org.vigie.campaign.findings.Signal;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/**
 * One campaign as the page shows it.
 *
 * @param title what it is about; empty if nothing of that may be shown
 * @param hours when its posts came; empty if all are within one hour
 * @param notes what to know before one believes it: accounts that are in another campaign too, thin evidence
 * @param common what its accounts have in common, by kind
 */
record Card(
        Campaign campaign,
        String title,
        String why,
        String found,
        String hours,
        List<String> notes,
        List<Common> common,
        List<String> support,
        String css,
        String sparkline,
        List<Comparison> texts,
        List<Comparison> wordings,
        List<String> mentions,
        int shownPosts) {
    private static final int MAX_CARDS = 40;
    private static final int MAX_TEXTS = 8;
    /** Supporting tests with a larger p-value are in campaigns.json only. */
    private static final double UNUSUAL = 0.05;

    private static final int MAX_MENTIONS = 12;

    static List<Card> of(View view, Messages words) {
        List<Card> cards = new ArrayList<>();
        Why why = new Why(view.findings(), words);
        Hours hours = new Hours(view.findings(), words);
        CardNotes notes = new CardNotes(view.findings().campaigns(), words);
        List<Campaign> campaigns = head(view.findings().campaigns(), MAX_CARDS);
        int[] shown = AllPosts.shown(
                campaigns.stream().mapToInt(c -> c.rows().length()).toArray());
        for (Campaign campaign : campaigns) {
            cards.add(new Card(
                    campaign,
                    Title.of(campaign, view.names(), words),
                    why.shared(campaign),
                    why.foundBriefly(campaign),
                    hours.of(campaign),
                    notes.of(campaign),
                    Common.of(campaign, view.findings().corpus()),
                    campaign.support().stream()
                            .filter(t -> t.pValue() <= UNUSUAL)
                            .map(s -> why.support(s, view.names()))
                            .toList(),
                    Svg.css(cards.size()),
                    Timeline.sparkline(campaign, view.findings().corpus()),
                    head(campaign.texts(), MAX_TEXTS).stream()
                            .map(t -> Comparison.of(t, view, words))
                            .toList(),
                    wordings(campaign, view, words),
                    mentions(campaign, view.names(), words),
                    shown[cards.size()]));
        }
        return cards;
    }

    /** The one to begin with: the first whose evidence is not thin. */
    static Card first(List<Card> cards) {
        return cards.stream()
                .filter(card -> !CardNotes.isThin(card.campaign))
                .findFirst()
                .orElse(cards.get(0));
    }

    /** Whether all its posts are of one minute, so that there is no course of time to show. */
    boolean isMoment() {
        return isMoment(campaign);
    }

    static boolean isMoment(Campaign campaign) {
        return campaign.first()
                .truncatedTo(ChronoUnit.MINUTES)
                .equals(campaign.last().truncatedTo(ChronoUnit.MINUTES));
    }

    /** When it was active. */
    String when(Messages words) {
        String first = words.minute(campaign.first());
        return isMoment()
                ? words.count("card.moment", campaign.rows().length(), first)
                : (words.t("card.lede", first, words.minute(campaign.last())) + " " + hours).strip();
    }

    /** What was counted for a signal: of things in common those that at least two of the accounts have. */
    double observed(Evidence evidence) {
        return common.stream()
                .filter(c -> evidence.signal() == Signal.SHARED
                        && evidence.objects().filter(c.kind()::equals).isPresent())
                .mapToDouble(Common::things)
                .findFirst()
                .orElse(evidence.observed());
    }

    /** Whether the commitment and the share of all posts look different, and the reader wonders why. */
    boolean hasTwoShares() {
        Double commitment = campaign.scoreParts().get("commitment");
        return commitment != null && Math.abs(commitment - Why.share(campaign)) >= 0.005;
    }

    /** How many texts at least two of the accounts have; those that are shown in any case. */
    int textCount() {
        return common.stream()
                .filter(c -> c.kind().equals(ObjectKind.TEXT))
                .mapToInt(c -> Math.max(c.things(), texts.size()))
                .findFirst()
                .orElse(campaign.texts().size());
    }

    /** How many things of the tested group only one of the accounts has. */
    int alone() {
        return common.stream().mapToInt(Common::alone).sum();
    }

    /** What those with most accounts of the reworded messages say, in the words of the campaign's posts. */
    private static List<Comparison> wordings(Campaign campaign, View view, Messages words) {
        List<SharedObject> wordings = campaign.objects().stream()
                .filter(o -> o.kind().equals(ObjectKind.WORDING))
                .limit(MAX_TEXTS)
                .toList();
        if (wordings.isEmpty()) {
            return List.of(); // the layer is made when it is asked for
        }
        int[] ofCampaign = campaign.rows().toArray();
        ObjectLayer layer = view.findings().corpus().layer(ObjectKind.WORDING);
        return wordings.stream()
                .map(o -> {
                    int[] rows = IntStream.of(layer.rows(o.object()))
                            .filter(row -> Arrays.binarySearch(ofCampaign, row) >= 0)
                            .toArray();
                    return Comparison.of(o, ImmutableIntArray.copyOf(rows), view, words);
                })
                .toList();
    }

    private static List<String> mentions(Campaign campaign, Names names, Messages words) {
        List<String> mentions = new ArrayList<>();
        for (Campaign.Mention mention : head(campaign.mentions(), MAX_MENTIONS)) {
            String account = names.object(ObjectKind.MENTION, mention.object());
            mentions.add("@" + Names.head(account, 60) + " (" + words.n(mention.posts()) + ")");
        }
        return mentions;
    }

    /** The names of the one or two languages with most posts, rare ones left out. */
    static String languages(Map<String, Integer> counts, Messages words) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<String> names = counts.entrySet().stream()
                .filter(e -> e.getValue() * 20L >= all)
                .limit(2)
                .map(e -> words.languageName(e.getKey()))
                .toList();
        return names.size() == 2 ? words.t("list.two", names.get(0), names.get(1)) : String.join("", names);
    }

    /** Languages with their shares. */
    static String shares(Map<String, Integer> counts, Messages words, int most) {
        double all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .filter(e -> e.getValue() >= 0.005 * all)
                        .limit(most)
                        .map(e -> words.languageName(e.getKey()) + "\u00A0" + words.percent(e.getValue() / all))
                        .toList());
    }

    static <T> List<T> head(List<T> list, int most) {
        return list.subList(0, Math.min(most, list.size()));
    }

    static <T> List<T> rest(List<T> list, int from, int to) {
        return list.subList(Math.min(from, list.size()), Math.min(to, list.size()));
    }
}
