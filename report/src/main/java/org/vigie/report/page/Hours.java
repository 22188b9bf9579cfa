/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.core.internal.BusiestHour;
import org.vigie.posts.Corpus;

/**
 * When the posts of a campaign came, in words, as far as they show it: the hour with most of them, and the hours of the
 * day that have half of them although other posts do not gather there.
 */
final class Hours {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final int OF_DAY = 24;
    /** An hour stands out with so many posts, and with so many times what its mean hour has. */
    private static final int MIN_PEAK = 5;

    private static final int TIMES_MEAN = 3;
    /** Hours of the day stand out with so many posts, on so many days. */
    private static final int MIN_POSTS = 20;

    private static final int MIN_DAYS = 3;
    /** Half of all posts fall into these hours at most: awake people spread over more. */
    private static final int LONGEST = 8;
    /** And so many times the share that other posts have there. */
    private static final double TIMES_OTHERS = 1.5;

    private final Corpus corpus;
    private final Messages words;
    private final int[] ofAll;

    Hours(Findings findings, Messages words) {
        this.corpus = findings.corpus();
        this.words = words;
        this.ofAll = ofDay(IntStream.range(0, corpus.size()).toArray());
    }

    /** One or two sentences; nothing if all its posts are within one hour, as another note says. */
    String of(Campaign campaign) {
        if (Duration.between(campaign.first(), campaign.last()).toMillis() <= HOUR) {
            return "";
        }
        int[] rows = campaign.rows().toArray();
        List<String> sentences = new ArrayList<>(List.of(busiest(rows)));
        String day = day(rows);
        if (!day.isEmpty()) {
            sentences.add(day);
        }
        return String.join(" ", sentences);
    }

    private String busiest(int[] rows) {
        BusiestHour hour = BusiestHour.of(rows.length, i -> corpus.time(rows[i]));
        int most = hour.size();
        double hours = (corpus.time(rows[rows.length - 1]) - corpus.time(rows[0])) / (double) HOUR;
        return most >= MIN_PEAK && most * hours >= (double) TIMES_MEAN * rows.length
                ? words.t(
                        "hours.peak",
                        most,
                        rows.length,
                        words.minute(Instant.ofEpochMilli(corpus.time(rows[hour.from()]))))
                : words.t("hours.even", most, rows.length);
    }

    /** The shortest span of hours that has half of the posts, if others have clearly less there. */
    private String day(int[] rows) {
        long days = IntStream.of(rows)
                .mapToLong(row -> Math.floorDiv(corpus.time(row), OF_DAY * HOUR))
                .distinct()
                .count();
        int others = corpus.size() - rows.length;
        if (rows.length < MIN_POSTS || days < MIN_DAYS || others == 0) {
            return "";
        }
        int[] own = ofDay(rows);
        for (int length = 1; length <= LONGEST; length++) {
            int start = start(own, length);
            int posts = sum(own, start, length);
            if (2 * posts >= rows.length) {
                double share = posts / (double) rows.length;
                double ofOthers = (sum(ofAll, start, length) - posts) / (double) others;
                return share >= TIMES_OTHERS * ofOthers
                        ? words.t(
                                "hours.day",
                                words.percent(share),
                                hour(start),
                                hour(start + length),
                                words.percent(ofOthers))
                        : "";
            }
        }
        return "";
    }

    /** Where the span of so many hours with most posts begins, the first among equals. */
    private static int start(int[] counts, int length) {
        int best = 0;
        for (int start = 1; start < OF_DAY; start++) {
            best = sum(counts, start, length) > sum(counts, best, length) ? start : best;
        }
        return best;
    }

    private static int sum(int[] counts, int start, int length) {
        return IntStream.range(start, start + length)
                .map(h -> counts[h % OF_DAY])
                .sum();
    }

    private int[] ofDay(int[] rows) {
        int[] counts = new int[OF_DAY];
        for (int row : rows) {
            counts[(int) Math.floorMod(Math.floorDiv(corpus.time(row), HOUR), (long) OF_DAY)]++;
        }
        return counts;
    }

    private static String hour(int hour) {
        return String.format(Locale.ROOT, "%02d:00", hour % OF_DAY);
    }
}
