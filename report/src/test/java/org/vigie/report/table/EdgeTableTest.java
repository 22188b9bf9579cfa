/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.core.file.Shown;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.Edge;
import org.vigie.graph.network.NetworkFormat;

class EdgeTableTest {
    private static final CoordinationNetwork NETWORK = CoordinationNetwork.builder(
                    List.of("=SUM(A1)", "ana, \"the\" first", "leo"))
            .add(new Edge(0, 1, 20, 20, 2, 20_000_000, 1_000_000, 2, 4, 10, 0, 1_772_438_400_000L))
            .add(new Edge(1, 2, 1 / 3.0, 3, 1, 10_000, 2_000, 1, 1, 6, 0, 500))
            .build();

    private static String written(EdgeTable table) throws IOException {
        StringWriter out = new StringWriter();
        table.write(out, Shown::cell);
        return out.toString();
    }

    @Test
    void observationsAreExactAndProbabilitiesHaveTenDigits() throws IOException {
        EdgeTable table = EdgeTable.tested(NETWORK, e -> 1 / 3.0, e -> e == 0 ? 2e-8 / 3 : Double.NaN)
                .withText("campaign", e -> e == 0 ? "C1" : "")
                .withProbability("p_timing", e -> 2 / 3.0)
                .withNumber("weight_url", e -> 2 / 3.0);
        assertThat(written(table)).isEqualTo("""
                source,target,weight,first,last,co_actions,objects,mean_delta,min_delta,source_contents,target_contents,\
                symmetry,lead,p,q,campaign,p_timing,weight_url
                '=SUM(A1),"ana, ""the"" first",20,1970-01-01T00:00:00Z,2026-03-02T08:00:00Z,20,2,1000,1000,2,4,0.5,0.25,\
                0.3333333333,6.666666667E-9,C1,0.6666666667,0.6666666666666666
                "ana, ""the"" first",leo,0.3333333333333333,1970-01-01T00:00:00Z,1970-01-01T00:00:00.500Z,3,1,\
                3.3333333333333335,2,1,1,1,1,0.3333333333,,,0.6666666667,0.6666666666666666
                """);
    }

    /** A Java program that exports a network by itself gets the same columns as far as a network has them. */
    @Test
    void theColumnsAreThoseOfEveryNetwork() throws IOException {
        StringBuilder network = new StringBuilder();
        NetworkFormat.CSV.write(NETWORK, network);
        String header = network.substring(0, network.indexOf("\n"));
        assertThat(written(EdgeTable.untested(NETWORK)).lines())
                .hasSize(3)
                .startsWith(header + ",p,q")
                .endsWith("\"ana, \"\"the\"\" first\",leo,0.3333333333333333,1970-01-01T00:00:00Z,"
                        + "1970-01-01T00:00:00.500Z,3,1,3.3333333333333335,2,1,1,1,1,,");
    }
}
