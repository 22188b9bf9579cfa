/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.campaign.findings.Signal;
import org.vigie.core.stats.FalseDiscovery;
import org.vigie.core.stats.Tails;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/**
 * Finds slow drips: accounts that keep posting the same few texts over days and weeks, never in waves. Minutes tell
 * nothing of them; two things that chance does not give do. An account comes back to a text of its own on another day,
 * and the same accounts do so with several texts.
 *
 * <p>Chance draws the accounts of each day by their activity, as in {@link GroupFinder}. Interests and languages
 * concentrate people too, so only what is beyond ten times that counts (a minimum-effect test). An app that posts for
 * its users brings them back to one text; a daily puzzle brings the same players to a new text each day: each has one
 * of the two only.
 */
final class DripFinder {
    /** Two texts may be two parts of one appeal. */
    private static final int MIN_TEXTS = 3;

    /** Interests, languages and hours bring people together at most about so many times as often as activity alone. */
    static final double MIN_RATIO = 10;

    /** Acts at the pace of daily life are in the same hours no more than so many times as often as all posts. */
    private static final double MAX_OCCASION = 2;

    private final Corpus posts;
    private final long hours;
    private final long day;
    private final double rhythm;
    private final int minAccounts;
    private final double alpha;
    private final double concentration;

    private final GroupFinder companions;

    DripFinder(Corpus posts, Parameters parameters) {
        this.posts = posts;
        this.hours = parameters.interval().toMillis();
        this.day = parameters.day().toMillis();
        this.minAccounts = parameters.minAccounts();
        this.alpha = parameters.alpha();
        this.companions = new GroupFinder(posts, parameters);
        this.concentration = posts.concentration();
        this.rhythm = rhythm();
    }

    /**
     * Finds drips.
     *
     * @param carried the layers
     * @param known groups that were found otherwise; their objects are not looked at again
     */
    List<Candidate> find(List<ObjectLayer> carried, List<Candidate> known) {
        List<Candidate> drips = new ArrayList<>();
        for (ObjectLayer layer : carried) {
            if (layer.kind().feeds(ObjectKind.Use.RETURNS)) {
                List<Sighting> texts = comingBack(layer, known);
                double tests = Math.max(1, 0.5 * texts.size() * (texts.size() - 1));
                for (List<Sighting> component : companions.components(texts)) {
                    List<Sighting> own = own(component);
                    if (own.size() >= MIN_TEXTS && !isOfOccasions(own)) {
                        Candidate drip = drip(own, tests);
                        if (drip.size() >= minAccounts) {
                            drips.add(drip);
                        }
                    }
                }
            }
        }
        return drips;
    }

    /** The texts to which accounts come back on other days, at a false discovery rate over all texts. */
    private List<Sighting> comingBack(ObjectLayer layer, List<Candidate> known) {
        int[] objects = IntStream.range(0, layer.objects())
                .filter(o -> layer.acts(o) > 0)
                .toArray();
        Sighting.Count[] results =
                IntStream.of(objects).mapToObj(o -> daysAfter(layer.rows(o))).toArray(Sighting.Count[]::new);
        double[] q = FalseDiscovery.benjaminiHochberg(
                Stream.of(results).mapToDouble(Sighting.Count::pValue).toArray());
        Set<Integer> taken = new HashSet<>();
        for (Candidate group : known) {
            for (Sighting object : group.objects()) {
                if (object.kind().equals(layer.kind())) {
                    taken.add(object.object());
                }
            }
        }
        return IntStream.range(0, objects.length)
                .filter(i -> q[i] <= alpha && !taken.contains(objects[i]))
                .mapToObj(i -> new Sighting(posts, layer.kind(), objects[i], layer.rows(objects[i]), results[i], q[i]))
                .toList();
    }

    /** How many days an account comes back to a text after its first day, over all accounts, and by chance. */
    private Sighting.Count daysAfter(int[] rows) {
        long crowd = 0;
        long sum = 0;
        double squares = 0;
        Set<Integer> people = new HashSet<>();
        Set<Integer> today = new HashSet<>();
        for (int i = 0; i < rows.length; i++) {
            if (i == 0 || dayOf(rows[i]) != dayOf(rows[i - 1])) {
                squares += (double) crowd * crowd;
                crowd = 0;
                today.clear();
            }
            if (today.add(posts.account(rows[i]))) {
                crowd++;
                sum++;
                people.add(posts.account(rows[i]));
            }
        }
        squares += (double) crowd * crowd;
        long after = sum - people.size();
        double expected = concentration * ((double) sum * sum - squares) / 2;
        return new Sighting.Count(after, expected, tail(after, expected));
    }

    private long dayOf(int row) {
        return Math.floorDiv(posts.time(row), day);
    }

    private static double tail(long count, double expected) {
        return count == 0 ? 1 : Tails.poisson(count, MIN_RATIO * expected);
    }

    /** The texts that hardly anybody else posts: of most of their accounts there is another text among them. */
    private List<Sighting> own(List<Sighting> texts) {
        int[] textsOf = textsOf(texts);
        return texts.stream()
                .filter(text ->
                        2 * text.accountStream().filter(a -> textsOf[a] > 1).count() > text.accountCount())
                .toList();
    }

    private int[] textsOf(List<Sighting> texts) {
        int[] textsOf = new int[posts.accounts()];
        texts.forEach(text -> text.accountStream().forEach(a -> textsOf[a]++));
        return textsOf;
    }

    /** Whether different accounts post in the same hours more often than everybody does: a match day explains them. */
    private boolean isOfOccasions(List<Sighting> texts) {
        double together = 0;
        double expected = 0;
        for (Sighting text : texts) {
            Map<Long, Map<Integer, Integer>> crowds = new HashMap<>();
            for (int row : text.rows()) {
                crowds.computeIfAbsent(Math.floorDiv(posts.time(row), hours), b -> new HashMap<>())
                        .merge(posts.account(row), 1, Integer::sum);
            }
            Map<Integer, Integer> all = new HashMap<>();
            crowds.values().forEach(crowd -> crowd.forEach((a, n) -> all.merge(a, n, Integer::sum)));
            for (Map<Integer, Integer> crowd : crowds.values()) {
                together += pairs(crowd);
            }
            expected += pairs(all) * rhythm;
        }
        return together > MAX_OCCASION * expected;
    }

    /** Pairs of posts of different accounts. */
    private static double pairs(Map<Integer, Integer> postsOf) {
        double sum = 0;
        double squares = 0;
        for (int n : postsOf.values()) {
            sum += n;
            squares += (double) n * n;
        }
        return (sum * sum - squares) / 2;
    }

    /** How often two posts of anybody are in the same hours. */
    private double rhythm() {
        double squares = 0;
        for (int i = 0, from = 0; i < posts.size(); i++) {
            if (i + 1 == posts.size()
                    || Math.floorDiv(posts.time(i + 1), hours) != Math.floorDiv(posts.time(i), hours)) {
                double share = (i + 1 - from) / (double) posts.size();
                squares += share * share;
                from = i + 1;
            }
        }
        return squares;
    }

    /** Members act on two of the texts or more, or come back to one on another day. */
    private Candidate drip(List<Sighting> texts, double tests) {
        int[] textsOf = textsOf(texts);
        double sum = 0;
        double squares = 0;
        for (Sighting text : texts) {
            sum += text.accountCount();
            squares += (double) text.accountCount() * text.accountCount();
        }
        int[] people = texts.stream()
                .flatMapToInt(Sighting::accountStream)
                .sorted()
                .distinct()
                .toArray();
        long common = (long) sum - people.length;
        double expected = concentration * (sum * sum - squares) / 2;
        int[] members = IntStream.of(people)
                .filter(a -> textsOf[a] > 1 || comesBack(a, texts))
                .toArray();
        int[] rows = texts.stream()
                .flatMapToInt(Sighting::rowStream)
                .filter(r -> Arrays.binarySearch(members, posts.account(r)) >= 0)
                .sorted()
                .distinct()
                .toArray();
        return new Candidate(
                Signal.COMMON_TEXTS,
                members,
                rows,
                texts,
                new Sighting.Count(common, expected, Math.min(1, tests * tail(common, expected))));
    }

    private boolean comesBack(int account, List<Sighting> texts) {
        return texts.stream()
                .anyMatch(text -> text.rowStream()
                                .filter(r -> posts.account(r) == account)
                                .mapToLong(this::dayOf)
                                .distinct()
                                .limit(2)
                                .count()
                        > 1);
    }
}
