/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CorpusService;
import org.vigie.core.column.StringTable;
import org.vigie.nlp.duplicate.DuplicateSteps;
import org.vigie.nlp.language.LanguageGuess;
import org.vigie.nlp.text.TextNormalizer;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Post;
import org.vigie.posts.exports.ReadSummary;

/**
 * The corpus of a job: posts are read here or are a table; texts are normalised, identified and compared by the
 * executors; the columns are made here, where the decision needs them all. Not thread-safe.
 */
final class CorpusJob implements CorpusService.Job {
    private static final int BATCH = 50_000;
    private static final StructType PREPARED = Columns.schema(
            "text",
            DataTypes.StringType,
            "normalized",
            DataTypes.StringType,
            "script",
            DataTypes.StringType,
            "tags",
            DataTypes.createArrayType(DataTypes.StringType, false),
            "probabilities",
            DataTypes.createArrayType(DataTypes.DoubleType, false),
            HotKeys.ROWS,
            DataTypes.LongType);
    private static final StructType MET = Columns.schema(
            "normalized", DataTypes.StringType, "millis", DataTypes.LongType, "id", DataTypes.BinaryType);

    private final SparkSession session;
    private final boolean isOwn;
    private final CorpusService.Search search;
    private final StringTable ids = new StringTable();
    private final List<Row> batch = new ArrayList<>();
    private final List<Dataset<Row>> tables = new ArrayList<>();
    private @Nullable Path spilled;

    CorpusJob(SparkSession session, boolean isOwn, CorpusService.Search search) {
        this.session = session;
        this.isOwn = isOwn;
        this.search = search;
    }

    @Override
    public boolean post(Post post) {
        Row row = PostRows.of(post); // what may fail comes first
        int known = ids.size();
        if (ids.add(post.id()) != known) {
            return false;
        }
        batch.add(row);
        if (batch.size() == BATCH) {
            spill();
        }
        return true;
    }

    /** Posts wait as Parquet; on a cluster the folder for temporary files is one that all machines see. */
    private void spill() {
        Path folder = spilled;
        if (folder == null) {
            try {
                folder = Files.createTempDirectory("vigie-spark");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            spilled = folder;
        }
        session.createDataFrame(List.copyOf(batch), PostRows.POSTS)
                .write()
                .mode(SaveMode.Append)
                .parquet(folder.toUri().toString() + "posts");
        batch.clear();
    }

    @Override
    public int size() {
        return ids.size();
    }

    @Override
    public ReadSummary table(String path) throws IOException {
        Dataset<Row> posts;
        try {
            posts = PostRows.conform(session.read().parquet(path));
        } catch (IllegalArgumentException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
        }
        long rows = posts.count();
        Dataset<Row> whole = posts.where(col("id")
                        .notEqual("")
                        .and(col("account").notEqual(""))
                        .and(col("millis").isNotNull())
                        .and(col("text").isNotNull()))
                .dropDuplicates("id");
        long taken = whole.count();
        if (taken < rows) {
            // Which of two posts with one id would stay depends on the order of partitions.
            throw new IOException(path + ": ids must be unique, and id, account, millis and text there in every row;"
                    + " of " + rows + " rows " + (rows - taken) + " are not so");
        }
        tables.add(whole);
        String name = String.valueOf(Path.of(path).getFileName());
        return new ReadSummary(name, "", 0, rows, rows, 0, Map.of(), List.of(), "parquet", "UTF-8", "", "");
    }

    private Dataset<Row> posts() {
        List<Dataset<Row>> all = new ArrayList<>(tables);
        if (spilled != null) {
            all.add(session.read().schema(PostRows.POSTS).parquet(spilled.toUri() + "posts"));
        }
        if (!batch.isEmpty() || all.isEmpty()) {
            all.add(session.createDataFrame(List.copyOf(batch), PostRows.POSTS));
        }
        return all.stream().reduce(Dataset::union).orElseThrow();
    }

    @Override
    public Corpus build() throws IOException {
        CorpusService.Search here = search;
        Dataset<Row> posts = posts();
        Dataset<Row> prepared = posts.groupBy("text")
                .agg(count(lit(1)))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>)
                                rows -> prepared(rows, here.get().normalizer()),
                        Encoders.row(PREPARED))
                .persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> whole = HotKeys.join(posts, prepared, "text", "id").persist(StorageLevel.MEMORY_AND_DISK());
        CorpusBuilder builder = Corpus.builder().withDuplicates(search.get());
        List<String> order = new ArrayList<>(Arrays.asList(PostRows.POSTS.fieldNames()));
        order.addAll(List.of("normalized", "script", "tags", "probabilities"));
        whole.selectExpr(order.toArray(String[]::new)).toLocalIterator().forEachRemaining(row -> add(builder, row));
        Corpus corpus = builder.build();
        SparkDuplicates.Found found =
                SparkDuplicates.withDefaults().withSearch(here::get).detectDistinct(texts(whole));
        Corpus done = corpus.withDuplicates(DuplicateSteps.report(
                firsts(corpus),
                SparkDuplicates.collected(found.pairs(), text -> corpus.firstRow((int) text)),
                found.leftOut()));
        found.unpersist();
        whole.unpersist();
        prepared.unpersist();
        return done;
    }

    private static int[] firsts(Corpus corpus) {
        int[] firsts = new int[corpus.size()];
        for (int row = 0; row < firsts.length; row++) {
            int text = corpus.text(row);
            firsts[row] = text < 0 ? -1 : corpus.firstRow(text);
        }
        return firsts;
    }

    private static Iterator<Row> prepared(Iterator<Row> wordings, TextNormalizer normalizer) {
        return SparkDuplicates.mapped(wordings, row -> {
            String text = SafeText.decode(row.getString(0));
            LanguageGuess guess = SparkLanguages.identifier().identify(text);
            List<LanguageGuess.Alternative> said = guess.alternatives();
            return RowFactory.create(
                    row.getString(0),
                    SafeText.encode(normalizer.normalize(text)),
                    guess.script(),
                    said.stream().map(LanguageGuess.Alternative::tag).toArray(String[]::new),
                    said.stream().map(LanguageGuess.Alternative::probability).toArray(Double[]::new),
                    row.getLong(1));
        });
    }

    private static void add(CorpusBuilder builder, Row row) {
        int next = PostRows.POSTS.size();
        String script = row.getString(next + 1);
        List<String> tags = row.getList(next + 2);
        List<Double> probabilities = row.getList(next + 3);
        List<LanguageGuess.Alternative> said = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            said.add(new LanguageGuess.Alternative(tags.get(i), probabilities.get(i)));
        }
        LanguageGuess guess = said.isEmpty()
                ? new LanguageGuess(LanguageGuess.UNDETERMINED, 0, said, script)
                : new LanguageGuess(said.get(0).tag(), said.get(0).probability(), said, script);
        Post post = PostRows.post(row);
        if (!builder.post(post, SafeText.decode(row.getString(next)), guess)) {
            throw new IllegalStateException("ids must be unique but '" + post.id() + "' came twice");
        }
    }

    /** The texts with the numbers that the corpus gives them: in the order of their first rows, by time and id. */
    private static Dataset<Row> texts(Dataset<Row> whole) {
        Dataset<Row> met = whole.select("normalized", "millis", "id")
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> SparkDuplicates.mapped(
                                rows,
                                row -> RowFactory.create(
                                        row.getString(0),
                                        row.getLong(1),
                                        Columns.units(SafeText.decode(row.getString(2))))),
                        Encoders.row(MET))
                .where(col("normalized").notEqual(""));
        Dataset<Row> firsts =
                met.groupBy("normalized").agg(min(struct("millis", "id")).as("first"));
        return Columns.number(firsts.select(col("normalized"), col("first")).sort("first"), "number")
                .select(col("number").as("id"), col("normalized").as("text"));
    }

    @Override
    public void close() throws IOException {
        if (spilled != null) {
            try (Stream<Path> files = Files.walk(spilled)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        if (isOwn) {
            session.stop();
        }
    }
}
