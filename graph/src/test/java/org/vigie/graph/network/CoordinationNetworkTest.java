/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.nio.gexf.SimpleGEXFImporter;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.Test;

class CoordinationNetworkTest {
    private static final List<String> NAMES = List.of("Åsa & <co>", "b\"\n", "c\uD800,\u0001", "ლ", "😀");

    private static CoordinationNetwork sample() {
        NetworkBuilder builder = CoordinationNetwork.builder(NAMES);
        builder.activity(0, 9, 4).activity(1, 5, 4);
        builder.add(new Edge(1, 4, 2.5, 3, 2, 10, 1, 1, 3, 4, 1000, 2000));
        builder.edge(0, 1, 1).edge(3, 1, 7);
        return builder.build();
    }

    @Test
    void sortsEdgesAndAnswersByIndex() {
        CoordinationNetwork network = sample();
        assertThat(network.edgeCount()).isEqualTo(3);
        assertThat(new int[] {network.source(0), network.source(1), network.source(2)})
                .containsExactly(0, 1, 1);
        assertThat(new int[] {network.target(0), network.target(1), network.target(2)})
                .containsExactly(1, 3, 4);
        assertThat(network.weight(2)).isEqualTo(2.5);
        assertThat(network.meanDelta(2)).isEqualTo(10.0 / 3);
        assertThat(network.symmetry(2)).isEqualTo(1.0 / 3);
        assertThat(network.lead(2)).isEqualTo(4.0 / 6);
        assertThat(network.cosine(0)).isEqualTo(0.25);
        assertThat(network.cosine(2)).isNaN();
        assertThat(network.degree(1)).isEqualTo(3);
        assertThat(network.degree(2)).isZero();
        assertThat(network.strength(1)).isEqualTo(10.5);
        List<Integer> seen = new ArrayList<>();
        network.forEachNeighbour(1, (v, e) -> {
            seen.add(v);
            seen.add(e);
        });
        assertThat(seen).containsExactly(0, 0, 3, 1, 4, 2);
        assertThat(network.findEdge(4, 1)).hasValue(2);
        assertThat(network.findEdge(0, 4)).isEmpty();
        assertThat(network.find("ლ")).hasValue(3);
        assertThat(network.find("nobody")).isEmpty();
        assertThat(network.edge(2)).isEqualTo(new Edge(1, 4, 2.5, 3, 2, 10, 1, 1, 3, 4, 1000, 2000));
        assertThat(network.sumDelta(2)).isEqualTo(10);
        assertThat(network.twiceLead(2)).isEqualTo(4);
    }

    @Test
    void filtersAndReweights() {
        CoordinationNetwork network = sample();
        CoordinationNetwork heavy = network.filter(e -> network.weight(e) > 2);
        assertThat(heavy.accounts()).isEqualTo(NAMES);
        assertThat(heavy.edge(1)).isEqualTo(network.edge(2));
        assertThat(heavy.actions(1)).isEqualTo(5);
        assertThat(heavy.population()).isEqualTo(network.population());
        CoordinationNetwork other = network.reweight(e -> e - 1);
        assertThat(other.edgeCount()).isEqualTo(1);
        assertThat(other.edge(0).weight()).isEqualTo(1);
        assertThat(other.edge(0).coActions()).isEqualTo(3);
        assertThat(network.filter(e -> true)).isEqualTo(network).isNotEqualTo(heavy);
        assertThat(heavy).isEqualTo(network.filter(e -> e > 0)).hasSameHashCodeAs(network.filter(e -> e > 0));
    }

    @Test
    void isAJGraphtGraph() {
        Graph<Integer, Integer> graph = sample().asGraph();
        assertThat(graph.vertexSet()).containsExactly(0, 1, 2, 3, 4);
        assertThat(graph.edgeSet()).containsExactly(0, 1, 2);
        assertThat(graph.edgesOf(1)).containsExactly(0, 1, 2);
        assertThat(graph.getEdge(4, 1)).isEqualTo(2);
        assertThat(graph.getEdge(4, 0)).isNull();
        assertThat(graph.getAllEdges(4, 1)).containsExactly(2);
        assertThat(graph.getAllEdges(4, 0)).isEmpty();
        assertThat(graph.containsVertex(9)).isFalse();
        assertThat(graph.degreeOf(1)).isEqualTo(3);
        assertThat(graph.getEdgeWeight(1)).isEqualTo(7);
        assertThat(new ConnectivityInspector<>(graph).connectedSets()).hasSize(2);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> graph.addVertex(7));
    }

    @Test
    void graphMlReadsBack() throws IOException {
        CoordinationNetwork network = sample();
        StringBuilder out = new StringBuilder();
        NetworkFormat.GRAPHML.write(
                network, ExportColumns.none().withText("camp", v -> "K" + v).withEdgeNumber("q", e -> 0.5), out);
        GraphMLImporter<String, DefaultWeightedEdge> importer = new GraphMLImporter<>();
        Graph<String, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(
                SupplierUtil.createStringSupplier(), SupplierUtil.createSupplier(DefaultWeightedEdge.class));
        Map<String, String> labels = new HashMap<>();
        Map<String, String> camps = new HashMap<>();
        importer.addVertexAttributeConsumer((key, value) -> {
            if (key.getSecond().equals("label")) {
                labels.put(key.getFirst(), value.getValue());
            } else if (key.getSecond().equals("camp")) {
                camps.put(key.getFirst(), value.getValue());
            }
        });
        importer.importGraph(graph, new StringReader(out.toString()));
        assertThat(graph.edgeSet()).hasSize(3);
        assertThat(graph.edgeSet().stream().mapToDouble(graph::getEdgeWeight).sum())
                .isEqualTo(10.5);
        assertThat(labels.values())
                .containsExactlyInAnyOrder(
                        NAMES.get(0),
                        NAMES.get(1),
                        NAMES.get(2).replace('\uD800', '\uFFFD').replace('\u0001', '\uFFFD'),
                        NAMES.get(3),
                        NAMES.get(4));
        assertThat(camps).containsValues("K0", "K4");
    }

    @Test
    void gexfReadsBack() throws IOException {
        CoordinationNetwork network = sample();
        StringBuilder out = new StringBuilder();
        NetworkFormat.GEXF.write(
                network,
                ExportColumns.none()
                        .withNumber("community", v -> v % 2)
                        .withInterval(v -> Optional.of(Instant.EPOCH), v -> Optional.empty()),
                out);
        assertThat(out)
                .contains("<node id=\"3\" label=\"ლ\" start=\"1970-01-01T00:00:00Z\"><attvalues>"
                        + "<attvalue for=\"0\" value=\"1\"/></attvalues></node>")
                .contains("<edge id=\"2\" source=\"1\" target=\"4\" weight=\"2.5\" start=\"1970-01-01T00:00:01Z\""
                        + " end=\"1970-01-01T00:00:02Z\">");
        SimpleGEXFImporter<String, DefaultWeightedEdge> importer = new SimpleGEXFImporter<>();
        importer.setSchemaValidation(true);
        Graph<String, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(
                SupplierUtil.createStringSupplier(), SupplierUtil.createSupplier(DefaultWeightedEdge.class));
        importer.importGraph(graph, new StringReader(asGexf12(out)));
        assertThat(graph.vertexSet()).hasSize(5);
        assertThat(graph.edgeSet().stream().mapToDouble(graph::getEdgeWeight).sum())
                .isEqualTo(10.5);
    }

    /** The reader has the schema of GEXF 1.2; of what is written here only the head differs in 1.3. */
    private static String asGexf12(CharSequence gexf) {
        return gexf.toString()
                .replace(
                        "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">",
                        "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">")
                .replace(" timerepresentation=\"interval\"", "");
    }

    @Property(tries = 100)
    void hostileNamesGiveValidFiles(@ForAll @Size(min = 2, max = 5) List<@StringLength(max = 12) String> texts)
            throws IOException {
        List<String> hostile =
                List.of("]]>", "<!--", "&amp;", "\u0000\u001F\uFFFE", "\uDC00\uD800", "\u202E", "\r\n\t");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            names.add(i + texts.get(i) + hostile.get(Math.floorMod(texts.get(i).hashCode(), hostile.size())));
        }
        NetworkBuilder builder = CoordinationNetwork.builder(names);
        for (int v = 1; v < names.size(); v++) {
            // Times before the common era and after year 9999 too.
            long time = (v % 2 == 0 ? -1 : 1) * 300_000_000_000_000L * v;
            builder.add(new Edge(0, v, 0.1 * v, v, 1, 3L * v, 1, 1, 1, 0, time, time + v));
        }
        CoordinationNetwork network = builder.build();
        ExportColumns columns = ExportColumns.none()
                .withText(names.get(0), names::get)
                .withNumber("group", v -> v)
                .withEdgeNumber(names.get(1), e -> 1e-300);
        StringBuilder gexf = new StringBuilder();
        NetworkFormat.GEXF.write(network, columns, gexf);
        Graph<String, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(
                SupplierUtil.createStringSupplier(), SupplierUtil.createSupplier(DefaultWeightedEdge.class));
        SimpleGEXFImporter<String, DefaultWeightedEdge> gexfImporter = new SimpleGEXFImporter<>();
        gexfImporter.setSchemaValidation(true);
        gexfImporter.importGraph(graph, new StringReader(asGexf12(gexf)));
        assertThat(graph.edgeSet()).hasSize(network.edgeCount());
        StringBuilder graphml = new StringBuilder();
        // Names of GraphML's columns are NMTOKENs: the program's, not the data's.
        NetworkFormat.GRAPHML.write(
                network, ExportColumns.none().withText("label2", names::get).withEdgeNumber("q", e -> 1e-300), graphml);
        Graph<String, DefaultWeightedEdge> same = new SimpleWeightedGraph<>(
                SupplierUtil.createStringSupplier(), SupplierUtil.createSupplier(DefaultWeightedEdge.class));
        GraphMLImporter<String, DefaultWeightedEdge> graphmlImporter = new GraphMLImporter<>();
        graphmlImporter.setSchemaValidation(true);
        graphmlImporter.importGraph(same, new StringReader(graphml.toString()));
        assertThat(same.edgeSet()).hasSize(network.edgeCount());
    }

    @Test
    void csvQuotes() throws IOException {
        StringBuilder out = new StringBuilder();
        NetworkFormat.CSV.write(sample(), out);
        assertThat(out.toString())
                .startsWith(
                        "source,target,weight,first,last,co_actions,objects,mean_delta,min_delta,"
                                + "source_contents,target_contents,symmetry,lead\nÅsa & <co>,\"b\"\"\n\",1,1970-01-01T00:00:00Z,")
                .endsWith(",0.0033333333333333335,0.001,1,3,0.3333333333333333,0.6666666666666666\n");
    }

    @Test
    void edgesHaveColumnsOfText() throws IOException {
        ExportColumns columns =
                ExportColumns.none().withEdgeNumber("q", e -> 0.5).withEdgeText("camp", e -> e == 0 ? "" : "K\"" + e);
        StringBuilder csv = new StringBuilder();
        NetworkFormat.CSV.write(sample(), columns, csv);
        assertThat(csv.toString())
                .contains("symmetry,lead,q,camp\n", ",0.5,\n", ",0.5,\"K\"\"1\"\n", ",0.5,\"K\"\"2\"\n");
        StringBuilder graphml = new StringBuilder();
        NetworkFormat.GRAPHML.write(sample(), columns, graphml);
        assertThat(graphml)
                .contains("for=\"edge\" attr.name=\"camp\" attr.type=\"string\"/>")
                .contains("<data key=\"e9\">K&quot;1</data>");
    }

    @Test
    void rejects() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoordinationNetwork.builder(NAMES).edge(1, 1, 1))
                .withMessage("an edge must join two accounts but joins 1 to itself");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoordinationNetwork.builder(NAMES).edge(1, 0, Double.NaN))
                .withMessage("weight must be finite and > 0 but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoordinationNetwork.builder(NAMES)
                        .edge(1, 0, 1)
                        .edge(0, 1, 1)
                        .build())
                .withMessage("every pair of accounts must be added once but one came twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sample().reweight(e -> Double.NaN))
                .withMessage("weight must be finite but was NaN at edge 0");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> CoordinationNetwork.builder(NAMES).edge(1, 5, 1));
    }
}
