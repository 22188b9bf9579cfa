/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.graph.coaction.Actions;

/** The edge cases of CooRTweet 2, each checked against the package's own output. */
class CooRTweetTest {
    /** Rows are "object account content seconds". */
    private static Actions actions(String... rows) {
        Actions.Builder builder = Actions.builder();
        for (String row : rows) {
            String[] f = row.split(" ", -1);
            builder.add(f[1], f[0], f[2], Long.parseLong(f[3]) * 1000);
        }
        return builder.build();
    }

    private static List<String> pairs(CooRTweetPairs pairs) {
        List<String> result = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Actions a = pairs.actions;
            int p = pairs.older(i);
            int q = pairs.newer(i);
            result.add(a.objectName(a.object(p)) + " " + a.contentName(a.content(p)) + " "
                    + a.contentName(a.content(q)) + " " + pairs.delta(i) / 1000 + " " + a.accountName(a.account(p))
                    + " " + a.accountName(a.account(q)));
        }
        return result;
    }

    private static final CooRTweet TEN = CooRTweet.withDefaults().withMinParticipation(1);

    @Test
    void windowIsInclusiveAndOneAccountIsNoPair() {
        assertThat(pairs(TEN.detect(
                        actions("o1 A c1 0", "o1 B c2 10", "o1 A c3 5", "o1 C c4 21", "o2 A c5 0", "o2 B c6 11"))))
                .containsExactly("o1 c1 c2 10 A B", "o1 c3 c2 5 A B");
    }

    @Test
    void eitherAccountIsEnough() {
        assertThat(pairs(CooRTweet.withDefaults()
                        .detect(actions("o1 A c1 0", "o1 B c2 1", "o2 A c3 0", "o2 C c4 1", "x B c5 0", "x C c6 100"))))
                .containsExactly("o1 c1 c2 1 A B", "o2 c3 c4 1 A C");
    }

    @Test
    void tiesGoByFirstAppearanceOfTheAccount() {
        assertThat(pairs(TEN.detect(actions("o0 B c0 500", "o1 A c2 0", "o1 B c1 0"))))
                .containsExactly("o1 c1 c2 0 B A");
    }

    @Test
    void loopsAreOriginalsContentsAndAccounts() {
        Actions actions = actions("c1 A c1 0", "c1 B c2 1", "o2 A c1 0", "o2 B c1 1");
        assertThat(pairs(TEN.detect(actions))).isEmpty();
        assertThat(pairs(TEN.withRemoveLoops(false).detect(actions)))
                .containsExactly("c1 c1 c2 1 A B", "o2 c1 c1 1 A B");
    }

    @Test
    void oneContentPairOnTwoObjectsCountsTwice() {
        CooRTweetNetwork network = TEN.detect(actions("o1 A c1 0", "o1 B c2 1", "o2 A c1 0", "o2 B c2 1"))
                .network(0.5);
        assertThat(network.edges())
                .containsExactly(new CooRTweetNetwork.Edge("A", "B", 2, 1, 1, 1, 1, List.of("o1", "o2"), false));
        assertThat(network.threshold()).isEqualTo(2);
    }

    @Test
    void contentsAreCountedByRole() {
        CooRTweetNetwork.Edge edge = TEN.detect(actions("o1 A a1 0", "o1 B b1 5", "o1 A a1 0", "o1 B b2 10"))
                .network(0.5)
                .edges()
                .get(0);
        assertThat(edge.olderContents()).isEqualTo(1);
        assertThat(edge.newerContents()).isEqualTo(2);
        assertThat(edge.symmetry()).isEqualTo(0.5);
        CooRTweetNetwork.Edge middle = TEN.detect(actions("o1 B b1 0", "o1 A a1 5", "o1 B b2 10"))
                .network(0.5)
                .edges()
                .get(0);
        assertThat(middle.weight()).isEqualTo(2);
        assertThat(middle.symmetry()).isEqualTo(1);
    }

    @Test
    void groupsCountOneEnd() {
        CooRTweetNetwork network =
                TEN.detect(actions("o A a 0", "o B b 1", "o C c 2")).network(0);
        assertThat(network.groupStatistics(false)).containsExactly(new CooRTweetNetwork.GroupStatistics("o", 2));
        assertThat(network.accountStatistics(false))
                .containsExactly(
                        new CooRTweetNetwork.AccountStatistics("A", 1.5, 1, 1),
                        new CooRTweetNetwork.AccountStatistics("B", 1, 1, 1),
                        new CooRTweetNetwork.AccountStatistics("C", 1.5, 1, 1));
        assertThat(network.accountStatistics(true)).isEmpty();
    }

    @Test
    void fasterPairsAreMarkedByContents() {
        CooRTweetPairs all = TEN.withWindow(Duration.ofSeconds(60))
                .detect(actions("o1 A a 0", "o1 B b 30", "o2 A a 0", "o2 B b 5", "o3 A c 0", "o3 C d 40"));
        assertThat(all.size()).isEqualTo(3);
        assertThat(pairs(all.faster(Duration.ofSeconds(10)))).containsExactly("o1 a b 30 A B", "o2 a b 5 A B");
    }

    @Test
    void contextIsTheFastAccountsWithTheirNeighbours() {
        // A and B meet twice within 10 s; C meets A, D meets C, E meets F and nobody else.
        CooRTweetPairs all = TEN.withWindow(Duration.ofSeconds(60))
                .detect(actions(
                        "o1 A a1 0",
                        "o1 B b1 5",
                        "o2 A a2 0",
                        "o2 B b2 5",
                        "o3 A a3 0",
                        "o3 C c1 40",
                        "o4 C c2 0",
                        "o4 D d1 40",
                        "o5 B b3 0",
                        "o5 C c3 40",
                        "o6 E e1 0",
                        "o6 F f1 2"));
        CooRTweetNetwork network = all.network(0.5);
        CooRTweetNetwork fast = all.faster(Duration.ofSeconds(10)).network(0.5);
        assertThat(network.context(fast).stream().map(e -> e.from() + e.to()))
                .containsExactlyInAnyOrder("AB", "AC", "BC");
        assertThat(network.context(TEN.detect(actions()).network(0.5))).isEmpty();
    }

    @Test
    void takesNothingAndRejects() {
        assertThat(TEN.detect(actions()).network(0.5).edges()).isEmpty();
        assertThat(TEN.detect(actions()).network(0.5).threshold()).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TEN.withWindow(Duration.ofMillis(-1)))
                .withMessage("window must be >= 0 and at most 2^60 ms but was PT-0.001S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TEN.withMinParticipation(-1))
                .withMessage("min participation must be >= 0 but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TEN.detect(actions()).network(Double.NaN))
                .withMessage("edge weight must be in [0, 1] but was NaN");
    }
}
