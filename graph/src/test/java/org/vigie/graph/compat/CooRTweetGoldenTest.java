/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.graph.GoldenTable;
import org.vigie.graph.coaction.Actions;

/** Every edge of the R package on its own data set. */
class CooRTweetGoldenTest {
    private static final Actions ACTIONS = actions();

    private static Actions actions() {
        Actions.Builder builder = Actions.builder();
        for (String[] row : GoldenTable.read("cooRTweet-2/input.csv.gz")) {
            builder.add(account(row[1]), row[0], row[2], Long.parseLong(row[3]) * 1000);
        }
        return builder.build();
    }

    /** Numbers keep the byte order of names only with leading zeros. */
    private static String account(String number) {
        return String.format(Locale.ROOT, "%06d", Integer.parseInt(number));
    }

    @ParameterizedTest
    @CsvSource({"tw10_mp5,10,5,true", "tw60_mp5,60,5,true", "tw10_mp5_loops,10,5,false"})
    void findsEveryEdge(String name, int window, int participation, boolean removeLoops) {
        CooRTweetNetwork network = CooRTweet.withDefaults()
                .withWindow(Duration.ofSeconds(window))
                .withMinParticipation(participation)
                .withRemoveLoops(removeLoops)
                .detect(ACTIONS)
                .network(0.5);
        Map<List<String>, CooRTweetNetwork.Edge> edges = new HashMap<>();
        network.edges().forEach(e -> edges.put(List.of(e.from(), e.to()), e));
        List<String[]> expected = GoldenTable.read("cooRTweet-2/edges_" + name + ".csv.gz");
        assertThat(edges).hasSameSizeAs(expected);
        for (String[] row : expected) {
            CooRTweetNetwork.Edge edge = edges.get(List.of(account(row[0]), account(row[1])));
            assertThat(edge).isNotNull();
            assertThat(edge.weight()).isEqualTo(Integer.parseInt(row[2]));
            assertThat(edge.avgTimeDelta()).isCloseTo(Double.parseDouble(row[3]), within(1e-9));
            assertThat(edge.olderContents()).isEqualTo(Integer.parseInt(row[4]));
            assertThat(edge.newerContents()).isEqualTo(Integer.parseInt(row[5]));
        }
    }
}
