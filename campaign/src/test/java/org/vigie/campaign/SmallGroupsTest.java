/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.Findings.SmallGroup;
import org.vigie.posts.Corpus;

class SmallGroupsTest {
    private static final List<String> SHARED = List.of(
            "the ferry of Orsk runs late because the pilots sleep on board",
            "somebody painted the town clock green and nobody will own up",
            "our baker gives away bread at dawn to whoever whistles a waltz",
            "three swans walked through the bank and left by the back door",
            "the mayor lost his chain at cards and wants a second game");

    /** Thirty people with words of their own, a third of whom say good morning in the same words. */
    private static Scene everybody() {
        Scene scene = new Scene();
        for (int a = 0; a < 30; a++) {
            for (int i = 0; i < 10; i++) {
                String own =
                        String.format("note %d-%d: %s %s %s", a, i, word(a * i), word(a + 7 * i), word(31 * a + i));
                scene.add(scene.post("person" + a, 60 * i + a, own));
            }
            if (a % 3 == 0) {
                scene.add(scene.post("person" + a, 1000 + a, "good morning to all of you out there"));
            }
        }
        return scene;
    }

    private static String word(int seed) {
        StringBuilder word = new StringBuilder();
        for (int i = 0, x = 7919 * (seed + 3); i < 9; i++, x = x * 31 + 17) {
            word.append((char) ('a' + Math.floorMod(x >> 3, 26)));
        }
        return word.toString();
    }

    private static void share(Scene scene, String account, int texts, String link) {
        for (int i = 0; i < texts; i++) {
            List<String> links = link.isEmpty() ? List.of() : List.of(link + i);
            scene.add(scene.post(account, 200 * i + account.length(), SHARED.get(i))
                    .urls(links));
        }
        if (account.equals("left")) {
            scene.add(scene.post(account, 1500, "good morning to all of you out there"));
        }
    }

    private static Findings detect(Scene scene) {
        return CampaignDetector.withDefaults().detect(scene.corpus());
    }

    @Test
    void aPairThatSharesSeveralTextsIsASmallGroupAndNoCampaign() {
        Scene scene = everybody();
        share(scene, "left", 5, "");
        share(scene, "right", 5, "");
        Findings findings = detect(scene);
        assertThat(findings.campaigns()).isEmpty();
        assertThat(findings.smallCandidates()).isEqualTo(1);
        SmallGroup pair = findings.smallGroups().get(0);
        Corpus corpus = findings.corpus();
        assertThat(Scene.names(corpus, pair.accounts().toArray())).containsExactlyInAnyOrder("left", "right");
        assertThat(pair.texts().length())
                .as("what everybody says is no text of theirs")
                .isEqualTo(5);
        assertThat(pair.rows().length()).isEqualTo(10);
        assertThat(pair.observed()).isEqualTo(5);
        assertThat(pair.qValue()).isBetween(pair.pValue(), 0.05);
    }

    @Test
    void twoTextsAreTooFew() {
        Scene scene = everybody();
        share(scene, "left", 2, "");
        share(scene, "right", 2, "");
        assertThat(detect(scene).smallGroups()).isEmpty();
    }

    @Test
    void fiveAccountsAreACampaignAndNotAlsoASmallGroup() {
        Scene scene = everybody();
        for (String account : List.of("a", "bb", "ccc", "dddd", "eeeee")) {
            share(scene, account, 5, "");
        }
        Findings findings = detect(scene);
        assertThat(findings.campaigns()).hasSize(1);
        assertThat(findings.smallGroups()).isEmpty();
    }

    @Test
    void outletsThatLinkToSitesOfTheirOwnAreTestedAndLeftOut() {
        Scene outlets = everybody();
        share(outlets, "left", 5, "https://left.example/");
        share(outlets, "right", 5, "https://right.example/");
        assertThat(detect(outlets).smallCandidates()).isEqualTo(1);
        assertThat(detect(outlets).smallGroups()).isEmpty();
        Scene sellers = everybody();
        share(sellers, "left", 5, "https://shop.example/a");
        share(sellers, "right", 5, "https://shop.example/b");
        assertThat(detect(sellers).smallGroups()).as("one site for both").hasSize(1);
    }

    @Test
    void everyTextOfAPairFromOnePageIsThePages() {
        Scene scene = everybody();
        share(scene, "left", 5, "https://petition.example/");
        share(scene, "right", 5, "https://petition.example/");
        assertThat(detect(scene).smallGroups()).isEmpty();
    }
}
