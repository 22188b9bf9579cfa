/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vigie.nlp.duplicate.CandidateMethod;
import org.vigie.nlp.duplicate.DuplicateCluster;
import org.vigie.nlp.duplicate.DuplicatePair;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.nlp.text.Shingler;
import org.vigie.nlp.text.TextNormalizer;
import org.vigie.posts.exports.Field;
import org.vigie.posts.rows.RejectedRowException;
import org.vigie.report.table.CsvTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "duplicates",
        mixinStandardHelpOptions = true,
        header = "Finds near-duplicate texts.",
        description = {
            "",
            "FILE has a text column and, if it has one, an id column.",
            "Pairs (id_a,id_b,jaccard) join distinct texts, each by the first id that has it, with the exact Jaccard",
            "of their shingle sets. Clusters (id,cluster) name every post that has a near-duplicate or a copy.",
            "Keeps all texts in memory: a million posts need about 1 GB (VIGIE_JAVA_OPTS=-Xmx2g).",
            ""
        })
final class DuplicatesCommand implements Callable<Integer> {
    enum Normalize {
        SOCIAL,
        BASIC,
        NONE;

        TextNormalizer normalizer() {
            return switch (this) {
                case SOCIAL -> TextNormalizer.social();
                case BASIC -> TextNormalizer.basic();
                case NONE -> TextNormalizer.none();
            };
        }
    }

    @Parameters(
            paramLabel = "FILE",
            description = "Posts: CSV, TSV, JSON Lines or JSON, plain or .gz; - for standard input.")
    private Path file;

    @Option(
            names = "--threshold",
            defaultValue = "0.8",
            description = "Least Jaccard of a pair (default: ${DEFAULT-VALUE}).")
    private double threshold;

    @Option(
            names = "--shingle",
            defaultValue = "char:5",
            converter = ShinglerConverter.class,
            description = "char:K or word:K (default: ${DEFAULT-VALUE}).")
    private Shingler shingler;

    @Option(
            names = "--normalize",
            defaultValue = "social",
            description = "social, basic or none (default: ${DEFAULT-VALUE}). basic lower-cases and folds white space;"
                    + " social also undoes look-alike letters, invisible characters, links and mentions.")
    private Normalize normalize;

    @Option(
            names = "--method",
            defaultValue = "lsh",
            description = "lsh (fast, finds at least 99 %% of pairs at the threshold) or exact (all of them)"
                    + " (default: ${DEFAULT-VALUE}).")
    private CandidateMethod method;

    @Option(names = "--seed", defaultValue = "0", description = "Seed of the hashing (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--pairs", paramLabel = "P.csv", description = "Write the pairs here.")
    private Optional<Path> pairs = Optional.empty();

    @Option(names = "--clusters", paramLabel = "C.csv", description = "Write the clusters here.")
    private Optional<Path> clusters = Optional.empty();

    @Mixin
    private InputOptions input;

    @Mixin
    private Output output;

    @Mixin
    private Quiet quiet;

    private final List<String> ids = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Output.check(
                List.of(file), Stream.concat(pairs.stream(), clusters.stream()).toList());
        try (Progress progress = new Progress(quiet.on())) {
            NearDuplicates search = WrongUsageException.check(() -> NearDuplicates.withDefaults()
                    .withNormalizer(normalize.normalizer())
                    .withShingler(shingler)
                    .withThreshold(threshold)
                    .withMethod(method)
                    .withSeed(seed));
            progress.reading("reading", Input.size(List.of(file)));
            read(progress);
            progress.stage("comparing");
            DuplicateReport report = search.withProgress(progress::stepTo).detect(texts);
            if (pairs.isPresent() || clusters.isEmpty()) {
                output.table(pairs, csv -> writePairs(report, csv));
            }
            if (clusters.isPresent()) {
                output.table(clusters, csv -> writeClusters(report, csv));
            }
            progress.say(String.format(
                    Locale.ROOT,
                    "%d texts, %d distinct, %d near-duplicate pairs, %d clusters",
                    texts.size(),
                    report.distinct(),
                    report.pairs().size(),
                    report.clusters().size()));
            if (report.cappedPairs() > 0) {
                progress.warn(String.format(
                        Locale.ROOT,
                        "%d candidate pairs were left out of buckets with more than 2,000 variants of one text",
                        report.cappedPairs()));
            }
        }
        return 0;
    }

    private void read(Progress progress) throws IOException {
        String name = Input.name(file);
        Set<String> seen = new HashSet<>();
        Table.readFields(file, input, Field.TEXT, progress, fields -> {
            String id = fields.get(Field.ID);
            id = id.isEmpty() ? name + ":" + fields.row().line() : id;
            if (!seen.add(id)) {
                throw new RejectedRowException("id '" + id + "' was already seen");
            }
            ids.add(id);
            texts.add(fields.text());
        });
    }

    private void writePairs(DuplicateReport report, CsvTable csv) {
        csv.own("id_a").own("id_b").own("jaccard").end();
        for (DuplicatePair pair : report.pairs()) {
            csv.given(ids.get(pair.first())).given(ids.get(pair.second()));
            csv.own(String.format(Locale.ROOT, "%.6f", pair.jaccard())).end();
        }
    }

    private void writeClusters(DuplicateReport report, CsvTable csv) {
        csv.own("id").own("cluster").end();
        for (DuplicateCluster cluster : report.clusters()) {
            for (int member : cluster.members()) {
                csv.given(ids.get(member)).number(cluster.id() + 1).end();
            }
        }
    }

    /** Reads {@code char:5} and {@code word:1}. */
    static final class ShinglerConverter implements ITypeConverter<Shingler> {
        @Override
        public Shingler convert(String value) {
            String[] parts = value.split(":", -1);
            try {
                int k = Integer.parseInt(parts[parts.length - 1]);
                if (parts.length == 2 && parts[0].equals("char")) {
                    return Shingler.characters(k);
                }
                if (parts.length == 2 && parts[0].equals("word")) {
                    return Shingler.words(k);
                }
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + value + "' is not a shingle: " + e.getMessage());
            }
            throw new TypeConversionException("must be char:K or word:K, for example char:5, but was '" + value + "'");
        }
    }
}
