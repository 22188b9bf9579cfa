/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.Findings.FailedTest;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;

/** Whether texts that each come with one link are a group's own, or the words of a page or an application. */
class PagesTest extends PoolScene {
    private void share(String account, String text, String link) {
        scene.add(scene.post(account, random.nextDouble() * MONTH, text).urls(List.of(link)));
    }

    /** Forty accounts, each with four of ten lines. */
    private void spam(List<String> lines, List<String> links) {
        for (int i = 0; i < 40; i++) {
            String account = "spam" + i;
            random.ints(0, 10).distinct().limit(4).forEach(l -> share(account, lines.get(l), links.get(l)));
        }
    }

    private static List<String> links(String site) {
        return IntStream.range(0, 10).mapToObj(i -> "https://" + site + "/" + i).toList();
    }

    @Test
    void accountsThatPostLittleElseAreACampaignWhateverTheLinksAre() {
        spam(lines(10), links("short.example"));
        assertThat(campaigns())
                .singleElement()
                .satisfies(accounts -> assertThat(accounts).hasSize(40));
    }

    @Test
    void soAreThoseWhoSendAllToOneLink() {
        spam(
                lines(10),
                IntStream.range(0, 10).mapToObj(i -> "https://spam.example/").toList());
        assertThat(campaigns())
                .singleElement()
                .satisfies(accounts -> assertThat(accounts).hasSize(40));
    }

    @Test
    void readersWhoPressTheButtonsOfPagesAsItPleasesThemAreNone() {
        List<String> titles = lines(60);
        for (int i = 0; i < 40; i++) {
            String reader = "reader" + i;
            ownWords(reader, random.nextInt(16));
            int pages = random.nextInt(16, 40);
            random.ints(0, 60)
                    .distinct()
                    .limit(pages)
                    .forEach(page -> share(reader, titles.get(page), "https://short.example/" + page));
        }
        for (int person = 0; person < PEOPLE; person++) {
            ownWords("person" + person, 10);
        }
        Findings findings = CampaignDetector.withDefaults().detect(scene.corpus());

        assertThat(findings.campaigns()).isEmpty();
        assertThat(findings.nearMisses()).singleElement().satisfies(miss -> {
            assertThat(miss.failed().test()).isEqualTo(FailedTest.Test.ZEAL);
            assertThat(miss.failed().limit()).isEqualTo(1.75);
            assertThat(miss.failed().value()).isGreaterThanOrEqualTo(1.75);
        });
    }

    @Test
    void anApplicationSpeaksToAllWhoUseItSoThoseOfOneSignAreNone() {
        for (int day = 0; day < 10; day++) {
            List<String> fortunes = lines(4);
            for (int user = 0; user < 40; user++) {
                share("user" + user, fortunes.get(user % 4), "https://stars.example/");
            }
        }
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void whoAlsoSaysOtherThingsHalfOfTheTimeIsNone() {
        List<String> lines = lines(10);
        for (int i = 0; i < 40; i++) {
            String account = "member" + i;
            ownWords(account, 5);
            random.ints(0, 10)
                    .distinct()
                    .limit(4)
                    .forEach(l -> share(account, lines.get(l), "https://short.example/" + l));
        }
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void aLinkIsTheGroupsOwnIfTwoThirdsOfItsAccountsAreOfTheGroup() {
        share("a", line(), "https://x.example/");
        share("b", line(), "https://x.example/");
        share("c", line(), "https://x.example/");
        Corpus corpus = scene.corpus();
        BitSet all = new BitSet();
        all.set(0);
        PageWords pages = PageWords.of(corpus, all, new int[] {0, -1, -1});
        assertThat(pages.texts()).isEqualTo(all);
        assertThat(pages.isEmpty()).isFalse();
        assertThat(corpus.kinds()).contains(ObjectKind.URL);
        assertThat(left(pages, 0, 1)).containsExactly(0);
        assertThat(left(pages, 0)).isEmpty();
    }

    private static Set<Integer> left(PageWords pages, int... group) {
        BitSet accounts = new BitSet();
        IntStream.of(group).forEach(accounts::set);
        Set<Integer> texts = new TreeSet<>(Set.of(0));
        pages.removeOfOthers(texts, accounts, 2.0 / 3);
        return texts;
    }
}
