/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vigie.campaign.coordination.CoordinationJob;
import org.vigie.campaign.coordination.CoordinationResult;
import org.vigie.campaign.coordination.PostLayers;
import org.vigie.graph.backbone.Backbone;
import org.vigie.graph.backbone.WeightQuantile;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.coaction.EdgeWeight;
import org.vigie.graph.compat.CooRTweet;
import org.vigie.graph.compat.CooRTweetNetwork;
import org.vigie.graph.compat.CooRTweetPairs;
import org.vigie.graph.compat.NetworkToolkit;
import org.vigie.graph.network.Multiplex;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "coordination",
        mixinStandardHelpOptions = true,
        header = "Finds accounts that act on the same objects within a window.",
        description = {
            "",
            "FILE has CooRTweet's columns: object_id, account_id, content_id, timestamp_share (seconds or "
                    + "ISO 8601); or it has posts, and --layer says on what their accounts act. The edges have the "
                    + "columns of edges.csv of vigie detect; backbone is 1 for edges of the backbone. The default is "
                    + "the corrected method; --compat coortweet gives CooRTweet's numbers and columns, edge for edge.",
            ""
        })
final class CoordinationCommand implements Callable<Integer> {
    enum Compatibility {
        COORTWEET,
        QUT
    }

    @Parameters(
            paramLabel = "FILE",
            description = "Actions or posts: CSV, TSV or JSON Lines, plain or .gz; - for standard input.")
    private Path file;

    @Option(
            names = "--layer",
            paramLabel = "LAYER",
            split = ",",
            description =
                    "FILE has posts. What they have in common is what accounts act on: url, hashtag, hashtag-sequence,"
                            + " text-cluster, repost, reply, mention, co-target (one text at many targets), first-hour (a url,"
                            + " hashtag or post in its first hour), domain. Several, with commas between, are merged.")
    private List<String> layers = List.of();

    @Option(
            names = "--merge",
            paramLabel = "RULE",
            defaultValue = "sum",
            converter = MergeConverter.class,
            description = "How the weights of several layers become one: union (the largest), sum or noisy-or (needs"
                    + " --weight cosine). The weight of each layer gets a column (default: ${DEFAULT-VALUE}).")
    private Multiplex.Combination merge;

    @Option(
            names = "--weight",
            paramLabel = "WEIGHT",
            defaultValue = "co-actions",
            converter = WeightConverter.class,
            completionCandidates = WeightNames.class,
            description = "What the weight of an edge is: co-actions, objects (distinct ones) or cosine (over objects,"
                    + " rare ones weigh more) (default: ${DEFAULT-VALUE}).")
    private EdgeWeight weight;

    @Option(
            names = "--window",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "Longest time between two actions, inclusive: 60s, 10m, 2h (default: ${DEFAULT-VALUE}).")
    private Duration window;

    @Option(
            names = "--min-participation",
            paramLabel = "N",
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
            paramLabel = "METHOD",
            defaultValue = "quantile",
            description = "none, quantile, disparity, hypergeometric, configuration or shuffled (default:"
                    + " ${DEFAULT-VALUE}). The last three fill p and q, among all pairs of accounts. shuffled"
                    + " asks whether the accounts' own rhythms explain their meetings. hypergeometric and configuration"
                    + " also ask whether their activity (and the objects' popularity) does. Their p is the larger of"
                    + " p_objects and p_timing.")
    private BackboneChoice backbone;

    @Option(
            names = "--alpha",
            paramLabel = "RATE",
            defaultValue = "0.05",
            description = "Level of the backbones that test (default: ${DEFAULT-VALUE}).")
    private double alpha;

    @Option(
            names = "--compat",
            paramLabel = "TOOL",
            description = "coortweet: its published behaviour, edge for edge; qut: the QUT toolkit's directed weights"
                    + " (user_1,user_2,weight), with --min-participation as the least weight.")
    private Optional<Compatibility> compatibility = Optional.empty();

    @Option(
            names = "--fast-window",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "With --compat coortweet: also the network of this narrower window. Each column comes with"
                    + " _full, and with _fast where the faster network has the edge.")
    private Optional<Duration> fastWindow = Optional.empty();

    @Option(names = "--edges", paramLabel = "E.csv", description = "Where the edges go (default: standard output).")
    private Optional<Path> edges = Optional.empty();

    @Option(
            names = "--pairs",
            paramLabel = "P.csv",
            description = "Write what proves the edges of the backbone: pairs of actions with their object, contents,"
                    + " accounts (the older first), time_delta and both times in seconds.")
    private Optional<Path> pairs = Optional.empty();

    @Option(
            names = "--pair-limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "The most pairs of an edge that --pairs writes (default: ${DEFAULT-VALUE}).")
    private int pairLimit;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InputOptions input;

    @Mixin
    private Output output;

    @Mixin
    private Quiet quiet;

    @Override
    public Integer call() throws IOException {
        CoActions engine = WrongUsageException.check(() -> CoActions.withDefaults()
                .withWindow(window)
                .withMinParticipation(minParticipation)
                .withWeight(weight));
        WeightQuantile quantile =
                WrongUsageException.check(() -> WeightQuantile.withDefaults().withQuantile(edgeWeight));
        check();
        // Without --edges, they go to standard output.
        Output.check(
                List.of(file),
                Stream.concat(Stream.of(edges.orElse(Path.of("-"))), pairs.stream())
                        .toList());
        try (Progress progress = new Progress(quiet.on())) {
            progress.reading("reading", Input.size(List.of(file)));
            Map<String, Actions> actions = ActionInput.read(file, layers, input, progress);
            progress.stage("sweeping");
            List<String> summary;
            if (compatibility.isPresent()) {
                Actions all = actions.values().iterator().next();
                summary = compatibility.get() == Compatibility.QUT ? toolkit(all) : cooRTweet(all);
            } else {
                summary = corrected(actions, engine, backbone.backbone(alpha, quantile));
            }
            summary.stream().filter(line -> !line.isEmpty()).forEach(progress::say);
        }
        return 0;
    }

    private void check() {
        checkEffects();
        List<String> known = PostLayers.names(PostLayers.kinds());
        for (String layer : layers) {
            if (!known.contains(layer)) {
                throw new WrongUsageException(
                        "--layer must be of " + String.join(", ", known) + " but was '" + layer + "'");
            }
        }
        if (!(alpha > 0 && alpha < 1)) {
            throw new WrongUsageException("alpha must be in (0, 1) but was " + alpha);
        }
        if (pairLimit < 1) {
            throw new WrongUsageException("pair limit must be >= 1 but was " + pairLimit);
        }
        if (fastWindow.isPresent()) {
            if (compatibility.filter(c -> c == Compatibility.COORTWEET).isEmpty()) {
                throw new WrongUsageException("--fast-window needs --compat coortweet");
            }
            if (fastWindow.get().compareTo(window) >= 0) {
                throw new WrongUsageException("--fast-window must be shorter than --window");
            }
        }
        if (compatibility.isPresent() && layers.size() > 1) {
            throw new WrongUsageException("--compat takes one --layer");
        }
        if (compatibility.filter(c -> c == Compatibility.QUT).isPresent() && pairs.isPresent()) {
            throw new WrongUsageException("--compat qut has no --pairs");
        }
        if (merge == Multiplex.Combination.NOISY_OR && weight != EdgeWeight.TFIDF_COSINE) {
            throw new WrongUsageException("--merge noisy-or needs weights in [0, 1]: --weight cosine");
        }
    }

    /** Options that would change nothing. */
    private void checkEffects() {
        if (layers.isEmpty()) {
            Ineffective.refuse(spec, "without --layer", "--id-per-file");
        }
        if (layers.size() < 2) {
            Ineffective.refuse(spec, "without several layers", "--merge");
        }
        if (compatibility.isPresent()) {
            String with = "with --compat " + ActionInput.name(compatibility.get());
            Ineffective.refuse(spec, with, "--weight", "--backbone", "--alpha", "--pair-limit");
            if (compatibility.get() == Compatibility.QUT) {
                Ineffective.refuse(spec, with, "--edge-weight");
            }
            return;
        }
        String with = "with --backbone " + ActionInput.name(backbone);
        if (backbone != BackboneChoice.QUANTILE) {
            Ineffective.refuse(spec, with, "--edge-weight");
        }
        if (backbone == BackboneChoice.QUANTILE || backbone == BackboneChoice.NONE) {
            Ineffective.refuse(spec, with, "--alpha");
        }
        if (pairs.isEmpty()) {
            Ineffective.refuse(spec, "without --pairs", "--pair-limit");
        }
    }

    private List<String> corrected(Map<String, Actions> layerActions, CoActions engine, Backbone selecting)
            throws IOException {
        CoordinationResult found = CoordinationJob.withDefaults()
                .withEngine(engine)
                .withMerge(merge)
                .withBackbone(selecting)
                .detect(layerActions);
        output.cells(edges, CoordinationEdges.table(found)::write);
        PairTable proof = new PairTable(pairLimit);
        if (pairs.isPresent()) {
            output.table(pairs, csv -> proof.write(found, csv));
        }
        int limited = found.network().population().limited().size();
        return List.of(
                summary(found.actions(), found.network().edgeCount()),
                limited == 0
                        ? ""
                        : String.format(Locale.ROOT, "%d objects had too many pairs and got a shorter window", limited),
                proof.summary());
    }

    private List<String> cooRTweet(Actions actions) throws IOException {
        CooRTweet engine = WrongUsageException.check(
                () -> CooRTweet.withDefaults().withWindow(window).withMinParticipation(minParticipation));
        CooRTweetPairs found = engine.detect(actions);
        CooRTweetNetwork network = found.network(edgeWeight);
        Optional<CooRTweetNetwork> fast = fastWindow.map(w -> found.faster(w).network(edgeWeight));
        output.table(edges, csv -> CooRTweetTable.write(network, fast, csv));
        if (pairs.isPresent()) {
            output.table(pairs, csv -> PairTable.write(found, actions, csv));
        }
        return List.of(summary(actions, network.edges().size()));
    }

    private List<String> toolkit(Actions actions) throws IOException {
        NetworkToolkit engine = WrongUsageException.check(
                () -> NetworkToolkit.withDefaults().withWindow(window).withMinWeight(Math.max(1, minParticipation)));
        List<NetworkToolkit.Edge> found = engine.detect(actions);
        output.table(edges, csv -> {
            csv.own("user_1").own("user_2").own("weight").end();
            found.forEach(e ->
                    csv.given(e.user1()).given(e.user2()).number(e.weight()).end());
        });
        return List.of(summary(actions, found.size()));
    }

    private static String summary(Actions actions, int edges) {
        return String.format(Locale.ROOT, "%d actions, %d edges", actions.size(), edges);
    }

    /** Reads {@code first-hour} as FIRST_HOUR. */
    private static <E extends Enum<E>> E named(Class<E> type, String text) {
        for (E value : type.getEnumConstants()) {
            if (ActionInput.name(value).equals(text.strip().toLowerCase(Locale.ROOT))) {
                return value;
            }
        }
        throw new TypeConversionException("must be one of "
                + String.join(
                        ", ",
                        Stream.of(type.getEnumConstants())
                                .map(ActionInput::name)
                                .toList())
                + " but was '" + text + "'");
    }

    static final class MergeConverter implements ITypeConverter<Multiplex.Combination> {
        @Override
        public Multiplex.Combination convert(String text) {
            return named(Multiplex.Combination.class, text);
        }
    }

    static final class WeightNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("co-actions", "objects", "cosine").iterator();
        }
    }

    static final class WeightConverter implements ITypeConverter<EdgeWeight> {
        @Override
        public EdgeWeight convert(String text) {
            return text.strip().equalsIgnoreCase("cosine") ? EdgeWeight.TFIDF_COSINE : named(EdgeWeight.class, text);
        }
    }
}
