/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.vigie.nlp.text.NormalizerVersion;
import org.vigie.nlp.text.Shingler;
import org.vigie.nlp.text.TextNormalizer;

/** Pins whole reports: every pair, every cluster, every first copy. */
class DuplicateGoldenTest {
    @Test
    void reportsStayWhatTheyWere() {
        List<String> texts = posts(11, 3_000);
        NearDuplicates search = NearDuplicates.withDefaults()
                .withNormalizer(TextNormalizer.social().withVersion(NormalizerVersion.V1));
        assertThat(List.of(
                        sum(search.detect(texts)),
                        sum(search.withMethod(CandidateMethod.EXACT).detect(texts)),
                        sum(search.withThreshold(0.5).withSeed(99).detect(texts)),
                        sum(search.withRewording(0.5).detect(texts.subList(0, 600))),
                        sum(search.withCohesion().withThreshold(0.6).detect(texts)),
                        sum(search.withNormalizer(TextNormalizer.basic()).detect(texts)),
                        sum(search.withNormalizer(TextNormalizer.none()).detect(texts)),
                        sum(search.withShingler(Shingler.words(2)).detect(texts))))
                .containsExactly(
                        "2832 6553 0 308 63adc295",
                        "2832 6553 0 308 63adc295",
                        "2832 128064 0 182 3e124538",
                        "466 369 5515 24 54fac96b",
                        "2832 82338 0 211 65a42140",
                        "2896 4049 0 364 814f0baf",
                        "2919 1951 0 457 564dccb7",
                        "2832 1729 0 463 cdcab4f0");
    }

    @Test
    void reportsOfTheSecondNormaliserStayWhatTheyWere() {
        List<String> texts = posts(11, 3_000);
        NearDuplicates search = NearDuplicates.withDefaults()
                .withNormalizer(TextNormalizer.social().withVersion(NormalizerVersion.V2));
        assertThat(List.of(
                        sum(search.detect(texts)),
                        sum(search.withMethod(CandidateMethod.EXACT).detect(texts)),
                        sum(search.withShingler(Shingler.words(2)).detect(texts))))
                .containsExactly("2786 6133 0 306 4eb1395a", "2786 6133 0 306 4eb1395a", "2786 1402 0 463 237fecf0");
    }

    /** Copies and variants in other letters, with other mentions and links, and some of which nothing is left. */
    static List<String> posts(long seed, int count) {
        Random random = new Random(seed);
        List<String> posts = new ArrayList<>();
        for (String text : NearDuplicatesTest.variants(seed, count)) {
            String post = switch (random.nextInt(6)) {
                case 0 -> text.toUpperCase(Locale.ROOT);
                case 1 -> "@user" + random.nextInt(9) + " " + text;
                case 2 -> text + " https://example.org/" + random.nextInt(9);
                case 3 -> text.replace(' ', '\u00a0') + "!";
                default -> text;
            };
            posts.add(random.nextInt(50) == 0 ? " \u200b" : post);
            if (random.nextInt(4) == 0) {
                posts.add(posts.get(random.nextInt(posts.size())));
            }
        }
        return posts;
    }

    static String sum(DuplicateReport report) {
        CRC32C sum = new CRC32C();
        sum.update(describe(report).getBytes(StandardCharsets.UTF_8));
        return report.distinct() + " " + report.pairs().size() + " "
                + report.rewordedPairs().size() + " " + report.clusters().size() + " "
                + Long.toHexString(sum.getValue());
    }

    /** Everything that a report says. */
    static String describe(DuplicateReport report) {
        StringBuilder all = new StringBuilder();
        all.append(report.distinct()).append(' ').append(report.cappedPairs()).append('\n');
        report.pairs().forEach(pair -> all.append(pair).append('\n'));
        report.rewordedPairs().forEach(pair -> all.append(pair).append('\n'));
        for (DuplicateCluster cluster : report.clusters()) {
            all.append(cluster).append(Arrays.toString(cluster.members())).append('\n');
        }
        for (int text = 0; text < report.texts(); text++) {
            all.append(report.firstCopyOf(text))
                    .append(' ')
                    .append(report.clusterOf(text))
                    .append('\n');
        }
        return all.toString();
    }
}
