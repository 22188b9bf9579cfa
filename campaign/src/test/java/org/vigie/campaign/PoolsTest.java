/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gets into a campaign of own texts, copied or put in other words. */
class PoolsTest extends PoolScene {
    @Test
    void aThinPoolIsFoundWhereEveryTextHasTwoCarriers() {
        for (int i = 0; i < 40; i++) {
            ownWords("bought" + i, 10);
            List<Integer> others = List.of((i + 1) % 40, (i + 20) % 40, (i + 11) % 40);
            for (int other : others) {
                String text = line();
                say("bought" + i, random.nextDouble() * MONTH, text);
                say("bought" + other, random.nextDouble() * MONTH, text);
            }
        }
        assertThat(campaigns())
                .singleElement()
                .satisfies(accounts -> assertThat(accounts).hasSize(40).allMatch(name -> name.startsWith("bought")));
    }

    @Test
    void manyWhoEachShareWithOneAndTheSameAreNone() {
        for (int friend = 0; friend < 12; friend++) {
            ownWords("friend" + friend, 4);
            for (String joke : lines(2)) {
                say("friend" + friend, random.nextDouble() * MONTH, joke);
                say("joker", random.nextDouble() * MONTH, joke);
            }
        }
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void viewersWithoutAHashtagWhoAlsoWriteWordsOfTheirOwnAreNone() {
        watch(0.4);
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void thoseWhoHaveNothingToSayInTheirWavesButTheCommonLinesAreOne() {
        watch(1);
        assertThat(campaigns())
                .singleElement()
                .satisfies(accounts ->
                        assertThat(accounts).hasSizeGreaterThan(50).allMatch(name -> name.startsWith("viewer")));
    }

    /** Sixty accounts on three evenings, a share of whose posts there are lines of a common stock. */
    private void watch(double stock) {
        List<String> lines = lines(40);
        for (int viewer = 0; viewer < 60; viewer++) {
            ownWords("viewer" + viewer, 5);
            for (int post = 0; post < 12; post++) {
                double evening = (2 + random.nextInt(3) * 7) * 24 * 60 + EVENING;
                String text = random.nextDouble() < stock ? lines.get(random.nextInt(lines.size())) : line();
                say("viewer" + viewer, evening + random.nextDouble() * 120, text);
            }
        }
    }

    /** A message of eight phrases, each of which can be put in three ways. */
    private List<List<String>> message() {
        List<List<String>> phrases = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String[] words = line().split(" ");
            String common = String.join(" ", List.of(words).subList(0, 3));
            phrases.add(List.of(common + " " + words[3], common + " " + words[4], common + " " + words[5]));
        }
        return phrases;
    }

    private String worded(List<List<String>> message) {
        StringBuilder text = new StringBuilder();
        message.forEach(phrase -> text.append(phrase.get(random.nextInt(3))).append(' '));
        return text.toString();
    }

    @Test
    void wavesOfOneMessageThatEachPutsInOtherWordsAreFound() {
        for (int wave = 0; wave < 6; wave++) {
            List<List<String>> message = message();
            double start = random.nextDouble() * MONTH;
            for (int i = 0; i < 20; i++) {
                if (random.nextInt(3) > 0) {
                    say("ring" + i, start + random.nextDouble() * 60, worded(message));
                }
            }
        }
        for (int i = 0; i < 20; i++) {
            ownWords("ring" + i, 10);
        }
        assertThat(campaigns().stream().flatMap(List::stream))
                .hasSizeGreaterThan(15)
                .allSatisfy(account -> assertThat(account).startsWith("ring"));
    }

    @Test
    void manyWhoEachPutOneMessageInOtherWordsOnceAreNone() {
        for (int wave = 0; wave < 6; wave++) {
            List<List<String>> message = message();
            double start = random.nextDouble() * MONTH;
            for (int i = 0; i < 15; i++) {
                String reader = "reader" + wave + "of" + i;
                say(reader, start + random.nextDouble() * 60, worded(message));
                ownWords(reader, 5);
            }
        }
        assertThat(campaigns()).isEmpty();
    }
}
