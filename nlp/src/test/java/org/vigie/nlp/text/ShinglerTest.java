/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShinglerTest {
    /** Element hashes of stored signatures depend on these values: they may not move. */
    @Test
    void keepsItsElementHashes() {
        assertThat(Shingler.characters(5).shingles("abcdef")).containsExactly(GOLDEN_A, GOLDEN_B);
        assertThat(Shingler.words(2).withSeed(7).shingles("un deux, trois")).containsExactly(GOLDEN_C, GOLDEN_D);
    }

    private static final long GOLDEN_A = 3695510717358568928L;
    private static final long GOLDEN_B = 7783491510525928741L;
    private static final long GOLDEN_C = 6021006343985476247L;
    private static final long GOLDEN_D = -3008785101772905465L;

    /** Equal shingles have equal hashes and different ones different hashes, in order of first appearance. */
    @Property(tries = 500)
    void hashesStandForShingles(@ForAll String random, @ForAll @IntRange(min = 1, max = 7) int k) {
        String text = random + "abcabcab\ud83d\ude00" + random;
        int[] points = text.codePoints().toArray();
        Set<String> cut = new LinkedHashSet<>();
        for (int i = 0; i + k <= points.length; i++) {
            cut.add(new String(points, i, k));
        }
        Shingler shingler = Shingler.characters(k);
        long[] hashes = shingler.shingles(text);
        Map<String, Long> alone = new LinkedHashMap<>();
        cut.forEach(shingle -> alone.put(shingle, shingler.shingles(shingle)[0]));
        assertThat(LongStream.of(hashes).boxed().collect(Collectors.toList())).isEqualTo(List.copyOf(alone.values()));
        assertThat(LongStream.of(hashes).distinct().count()).isEqualTo(cut.size());
    }

    @Test
    void aShortTextIsItsOwnShingle() {
        Shingler shingler = Shingler.characters(5);
        assertThat(shingler.shingles("")).isEmpty();
        assertThat(shingler.shingles("ab")).hasSize(1).isNotEqualTo(shingler.shingles("ba"));
        assertThat(shingler.shingles("ab")[0]).isNotEqualTo(shingler.shingles("abc")[0]);
        assertThat(shingler.shingles("\ud800")).isNotEqualTo(shingler.shingles("\udc00"));
        assertThat(Shingler.words(3).shingles("un deux")).hasSize(1);
        assertThat(Shingler.words(1).shingles("... !")).isEmpty();
    }

    @Test
    void wordsEndAtPunctuationAndEachIdeographIsOne() {
        Shingler words = Shingler.words(1);
        assertThat(words.shingles("le chat, le chien")).hasSize(3);
        assertThat(words.shingles("投票日は")).hasSize(4);
        assertThat(words.shingles("abc投票")).hasSize(3);
        assertThat(words.shingles("สวัสดี")).hasSizeGreaterThan(3);
        assertThat(words.shingles("नमस्ते दुनिया")).hasSize(2);
    }

    @Test
    void choosesKByScript() {
        assertThat(Shingler.forScript().shingles("投票日は明日です")).hasSize(7);
        assertThat(Shingler.forScript().shingles("สวัสดีครับ")).hasSize(8);
        assertThat(Shingler.forScript().shingles("bonjour"))
                .isEqualTo(Shingler.characters(5).shingles("bonjour"));
        assertThat(Shingler.forScript()).hasToString("char:script v1 seed 0");
    }

    @Test
    void seedsGiveOtherHashes() {
        assertThat(Shingler.characters(3).withSeed(1).shingles("abcd"))
                .doesNotContain(Shingler.characters(3).shingles("abcd"));
    }

    @Test
    void aBufferIsUsedAgainAndGrows() {
        ShingleBuffer buffer = new ShingleBuffer();
        Shingler shingler = Shingler.characters(5);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append(i).append(' ');
        }
        shingler.shingle(text, buffer);
        int size = buffer.size();
        assertThat(size).isGreaterThan(5_000);
        shingler.shingle("abcdefg", buffer);
        assertThat(buffer.toArray()).isEqualTo(shingler.shingles("abcdefg"));
        shingler.shingle(text, buffer);
        assertThat(buffer.size()).isEqualTo(size);
    }

    @Test
    void rejectsImpossibleWidths() {
        assertThatThrownBy(() -> Shingler.characters(0)).hasMessage("k must be in [1, 64] but was 0");
        assertThatThrownBy(() -> Shingler.words(65)).hasMessage("k must be in [1, 64] but was 65");
    }
}
