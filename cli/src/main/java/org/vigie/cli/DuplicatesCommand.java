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
import org.vigie.nlp.duplicate.DuplicateMatch;
import org.vigie.nlp.duplicate.DuplicatePair;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.duplicate.NearDuplicateIndex;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.nlp.text.Shingler;
import org.vigie.nlp.text.TextNormalizer;
import org.vigie.posts.exports.Field;
import org.vigie.posts.rows.RejectedRowException;
import org.vigie.report.table.CsvTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "duplicates",
        mixinStandardHelpOptions = true,
        header = "Finds near-duplicate texts.",
        description = {
            "",
            "FILE has a text column and, if it has one, an id column.",
            "Pairs (id_a,id_b,jaccard) join distinct texts, each by the first id that has it. jaccard is "
                    + "exact, of their shingle sets. Clusters (id,cluster) name every post that has a "
                    + "near-duplicate or a copy.",
            "Keeps all texts in memory: a million posts need about 1 GB (VIGIE_JAVA_OPTS=-Xmx2g).",
            ""
        })
final class DuplicatesCommand implements Callable<Integer> {
    enum Preset {
        NONE,
        COPIES,
        REWORDINGS;

        NearDuplicates search() {
            return switch (this) {
                case NONE -> NearDuplicates.withDefaults();
                case COPIES -> NearDuplicates.copies();
                case REWORDINGS -> NearDuplicates.rewordings();
            };
        }
    }

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
            names = "--preset",
            paramLabel = "PRESET",
            defaultValue = "none",
            description =
                    "copies: texts with small changes, in any script; rewordings: texts that say the same in partly"
                            + " other words, for up to some ten thousand texts. Sets --shingle, --threshold and --method, which"
                            + " may be given too. Without it: char:5, 0.8, lsh.")
    private Preset preset;

    @Option(
            names = "--threshold",
            paramLabel = "J",
            description = "Least Jaccard of a pair (default: 0.8; with --preset rewordings 0.15).")
    private Optional<Double> threshold = Optional.empty();

    @Option(
            names = "--shingle",
            paramLabel = "KIND",
            converter = ShinglerConverter.class,
            description = "char:K, word:K or char:script, whose K follows the script (default: char:5).")
    private Optional<Shingler> shingler = Optional.empty();

    @Option(
            names = "--normalize",
            paramLabel = "FORM",
            defaultValue = "social",
            description = "social, basic or none (default: ${DEFAULT-VALUE}). basic lower-cases and folds white space;"
                    + " social also undoes look-alike letters, invisible characters, punctuation, links and mentions.")
    private Normalize normalize;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "lsh (fast, finds at least 99 %% of pairs at the threshold) or exact (all of them)"
                    + " (default: lsh; with --preset rewordings exact).")
    private Optional<CandidateMethod> method = Optional.empty();

    @Option(
            names = "--against",
            paramLabel = "INDEX",
            description = "Compare with the texts of an earlier batch, which --save-index kept, in place of each other:"
                    + " id_a is the earlier post. Needs the same --shingle and --normalize as then.")
    private Optional<Path> against = Optional.empty();

    @Option(
            names = "--save-index",
            paramLabel = "INDEX",
            description =
                    "Keep the texts for --against, with those of --against if it is given. The file holds the posts'"
                            + " normalised texts and their ids.")
    private Optional<Path> saved = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of the hashing (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--pairs", paramLabel = "P.csv", description = "Write the pairs here.")
    private Optional<Path> pairs = Optional.empty();

    @Option(names = "--clusters", paramLabel = "C.csv", description = "Write the clusters here.")
    private Optional<Path> clusters = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

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
        Ineffective.refuse(spec, "in duplicates, which reads no times", "--date-format", "--time-zone");
        List<Path> inputs = against.map(index -> List.of(file, index)).orElse(List.of(file));
        against.ifPresent(index -> Input.requireFile("--against", index));
        saved.ifPresent(index -> Input.requireFile("--save-index", index));
        Output.check(
                inputs,
                Stream.of(pairs, clusters, saved).flatMap(Optional::stream).toList());
        if (against.isPresent() && clusters.isPresent()) {
            throw new WrongUsageException("--against has no --clusters: it compares with earlier texts only");
        }
        try (Progress progress = new Progress(quiet.on())) {
            NearDuplicates search = WrongUsageException.check(this::search);
            SavedIndex index = against.isPresent() ? SavedIndex.read(against.get(), search) : SavedIndex.empty(search);
            progress.reading("reading", Input.size(List.of(file)));
            read(progress);
            progress.stage("comparing"); // its steps are not only texts
            if (against.isPresent()) {
                compare(index, progress);
            } else {
                compare(search, progress);
            }
            if (saved.isPresent()) {
                progress.stage("saving the index", texts.size());
                for (int i = 0; i < texts.size(); i++) {
                    index.add(ids.get(i), texts.get(i));
                    progress.step(1);
                }
                index.write(saved.get());
            }
        }
        return 0;
    }

    private NearDuplicates search() {
        NearDuplicates search =
                preset.search().withNormalizer(normalize.normalizer()).withSeed(seed);
        if (shingler.isPresent()) {
            search = search.withShingler(shingler.get());
        }
        if (threshold.isPresent()) {
            search = search.withThreshold(threshold.get());
        }
        return method.isPresent() ? search.withMethod(method.get()) : search;
    }

    private void compare(NearDuplicates search, Progress progress) throws IOException {
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

    /** Writes the earlier posts that each post resembles, copies with Jaccard 1. */
    private void compare(SavedIndex index, Progress progress) throws IOException {
        int[] counts = new int[3];
        output.table(pairs, csv -> {
            csv.own("id_a").own("id_b").own("jaccard").end();
            for (int i = 0; i < texts.size(); i++) {
                NearDuplicateIndex.Answer answer = index.matches(texts.get(i));
                List<DuplicateMatch> matches = answer.matches();
                for (DuplicateMatch match : matches) {
                    writePair(index.id(match), ids.get(i), match.jaccard(), csv);
                }
                counts[0] += matches.size();
                counts[1] += matches.isEmpty() ? 0 : 1;
                counts[2] += answer.complete() ? 0 : 1;
                progress.step(1);
            }
        });
        progress.say(String.format(
                Locale.ROOT,
                "%d texts, %d of them like one of %d earlier texts, %d pairs",
                texts.size(),
                counts[1],
                index.size(),
                counts[0]));
        if (counts[2] > 0) {
            progress.warn(counts[2]
                    + " texts share more variants with the index than were compared; some pairs may be missing");
        }
    }

    private void read(Progress progress) throws IOException {
        Set<String> seen = new HashSet<>();
        Table.readFields(file, input, Field.TEXT, progress, fields -> {
            String id = fields.id();
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
            writePair(ids.get(pair.first()), ids.get(pair.second()), pair.jaccard(), csv);
        }
    }

    private static void writePair(String first, String second, double jaccard, CsvTable csv) {
        csv.given(first)
                .given(second)
                .own(String.format(Locale.ROOT, "%.6f", jaccard))
                .end();
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
                if (value.equals("char:script")) {
                    return Shingler.forScript();
                }
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
