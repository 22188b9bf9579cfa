/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import org.vigie.campaign.input.RejectedRowException;
import org.vigie.campaign.input.Row;
import org.vigie.campaign.input.Times;
import org.vigie.graph.backbone.DisparityFilter;
import org.vigie.graph.backbone.HypergeometricNull;
import org.vigie.graph.backbone.Significance;
import org.vigie.graph.backbone.WeightQuantile;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.compat.CooRTweet;
import org.vigie.graph.compat.CooRTweetNetwork;
import org.vigie.graph.compat.NetworkToolkit;
import org.vigie.graph.network.CoordinationNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "coordination",
        mixinStandardHelpOptions = true,
        header = "Finds accounts that act on the same objects within a window.",
        description = {
            "",
            "FILE has CooRTweet's columns: object_id, account_id, content_id, timestamp_share (seconds or ISO 8601).",
            "The edges come with CooRTweet's columns; weight_threshold is 1 for edges of the backbone. The default is",
            "the corrected method; --compat coortweet gives CooRTweet's numbers edge for edge.",
            ""
        })
final class CoordinationCommand implements Callable<Integer> {
    private static final double MILLIS = 1000;
    private static final List<String> COLUMNS = List.of("object_id", "account_id", "content_id", "timestamp_share");
    private static final List<String> HEADER = List.of(
            "account_id",
            "account_id_y",
            "weight",
            "avg_time_delta",
            "n_content_id",
            "n_content_id_y",
            "edge_symmetry_score",
            "weight_threshold");

    enum Backbone {
        NONE,
        QUANTILE,
        DISPARITY,
        HYPERGEOMETRIC
    }

    enum Compatibility {
        COORTWEET,
        QUT
    }

    @Parameters(
            paramLabel = "FILE",
            description = "Actions: CSV, TSV or JSON Lines, plain or .gz; - for standard input.")
    private Path file;

    @Option(
            names = "--window",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "Longest time between two actions, inclusive: 60s, 10m, 2h (default: ${DEFAULT-VALUE}).")
    private Duration window;

    @Option(
            names = "--min-participation",
            defaultValue = "2",
            description = "Least number of an account's coordinated contents (default: ${DEFAULT-VALUE}).")
    private int minParticipation;

    @Option(
            names = "--edge-weight",
            paramLabel = "Q",
            defaultValue = "0.5",
            description = "The quantile of weights that an edge of the backbone exceeds (default: ${DEFAULT-VALUE}).")
    private double edgeWeight;

    @Option(
            names = "--backbone",
            defaultValue = "quantile",
            description =
                    "none, quantile, disparity or hypergeometric (default: ${DEFAULT-VALUE}). hypergeometric adds p_value and q_value.")
    private Backbone backbone;

    @Option(
            names = "--alpha",
            defaultValue = "0.05",
            description = "Level of the disparity and hypergeometric backbones (default: ${DEFAULT-VALUE}).")
    private double alpha;

    @Option(
            names = "--compat",
            description = "coortweet: its published behaviour, edge for edge; qut: the QUT toolkit's directed weights"
                    + " (user_1,user_2,weight), with --min-participation as the least weight.")
    private Optional<Compatibility> compatibility = Optional.empty();

    @Option(names = "--edges", paramLabel = "E.csv", description = "Where the edges go (default: standard output).")
    private Optional<Path> edges = Optional.empty();

    @Override
    public Integer call() throws IOException {
        CooRTweet compatible = WrongUsageException.check(
                () -> CooRTweet.withDefaults().withWindow(window).withMinParticipation(minParticipation));
        CoActions corrected = WrongUsageException.check(
                () -> CoActions.withDefaults().withWindow(window).withMinParticipation(minParticipation));
        NetworkToolkit toolkit = WrongUsageException.check(
                () -> NetworkToolkit.withDefaults().withWindow(window).withMinWeight(Math.max(1, minParticipation)));
        WeightQuantile quantile =
                WrongUsageException.check(() -> WeightQuantile.withDefaults().withQuantile(edgeWeight));
        if (!(alpha > 0 && alpha < 1)) {
            throw new WrongUsageException("alpha must be in (0, 1) but was " + alpha);
        }
        if (edges.isPresent()) {
            Output.requireFile(edges.get());
        }
        try (Progress progress = new Progress()) {
            progress.stage("reading");
            Actions actions = read(progress);
            progress.stage("sweeping");
            List<List<String>> rows = compatibility.isEmpty()
                    ? rows(corrected.detect(actions), quantile)
                    : switch (compatibility.get()) {
                        case COORTWEET -> rows(compatible.detect(actions).network(edgeWeight));
                        case QUT -> rows(toolkit.detect(actions));
                    };
            Output.Content content = out -> {
                CsvWriter csv = Csv.writer(out);
                rows.forEach(csv::writeRecord);
            };
            if (edges.isPresent()) {
                Output.file(edges.get(), content);
            } else {
                Output.standard(content);
            }
            System.err.printf(Locale.ROOT, "%d actions, %d edges%n", actions.size(), rows.size() - 1);
        }
        return 0;
    }

    private Actions read(Progress progress) throws IOException {
        Actions.Builder builder = Actions.builder();
        Table.read(
                file,
                progress,
                header -> {
                    for (String column : COLUMNS) {
                        Table.require(file, header, column, "a header " + String.join(",", COLUMNS));
                    }
                },
                row -> builder.add(
                        required(row, "account_id"),
                        required(row, "object_id"),
                        required(row, "content_id"),
                        Times.parse(row.get("timestamp_share"))));
        return builder.build();
    }

    private static String required(Row row, String column) throws RejectedRowException {
        String value = row.get(column);
        if (value.isEmpty()) {
            throw new RejectedRowException("has no " + column);
        }
        return value;
    }

    private static List<List<String>> rows(List<NetworkToolkit.Edge> edges) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("user_1", "user_2", "weight")));
        edges.forEach(e -> rows.add(List.of(e.user1(), e.user2(), Integer.toString(e.weight()))));
        return rows;
    }

    private static List<List<String>> rows(CooRTweetNetwork network) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        for (CooRTweetNetwork.Edge e : network.edges()) {
            rows.add(List.of(
                    e.from(),
                    e.to(),
                    Integer.toString(e.weight()),
                    Csv.number(e.avgTimeDelta()),
                    Integer.toString(e.olderContents()),
                    Integer.toString(e.newerContents()),
                    Csv.number(e.symmetry()),
                    e.aboveThreshold() ? "1" : "0"));
        }
        return rows;
    }

    private List<List<String>> rows(CoordinationNetwork network, WeightQuantile quantile) {
        if (network.edgeCount() == 0) {
            return List.of(header()); // there is no quantile of nothing
        }
        Significance significance = HypergeometricNull.withDefaults().test(network);
        boolean tested = backbone == Backbone.HYPERGEOMETRIC;
        List<List<String>> rows = new ArrayList<>(List.of(header()));
        IntPredicate kept = kept(network, significance, quantile);
        for (int e = 0; e < network.edgeCount(); e++) {
            List<String> row = new ArrayList<>(List.of(
                    network.account(network.source(e)),
                    network.account(network.target(e)),
                    Csv.number(network.weight(e)),
                    Csv.number(network.meanDelta(e) / MILLIS),
                    Integer.toString(network.sourceContents(e)),
                    Integer.toString(network.targetContents(e)),
                    Csv.number(network.symmetry(e)),
                    kept.test(e) ? "1" : "0"));
            if (tested) {
                row.add(Csv.number(significance.pValue(e)));
                row.add(Csv.number(significance.qValue(e)));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(HEADER);
        if (backbone == Backbone.HYPERGEOMETRIC) {
            header.addAll(List.of("p_value", "q_value"));
        }
        return header;
    }

    private IntPredicate kept(CoordinationNetwork network, Significance significance, WeightQuantile quantile) {
        return switch (backbone) {
            case NONE -> e -> true;
            case QUANTILE -> {
                double threshold = quantile.threshold(network);
                yield e -> network.weight(e) > threshold;
            }
            case DISPARITY -> {
                double[] alphas = DisparityFilter.withDefaults().alphas(network);
                yield e -> alphas[e] <= alpha;
            }
            case HYPERGEOMETRIC -> e -> significance.qValue(e) <= alpha;
        };
    }
}
