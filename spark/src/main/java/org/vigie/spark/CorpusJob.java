/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CorpusService;
import org.vigie.core.column.StringTable;
import org.vigie.nlp.duplicate.DuplicatePair;
import org.vigie.nlp.duplicate.DuplicateSteps;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Post;
import org.vigie.posts.exports.ReadSummary;
import org.vigie.spark.BandedTexts.Texts;
import org.vigie.spark.DuplicatePlan.Pairs;

/**
 * The corpus of a job. Posts pass here, a table's row by row. Texts go to the executors, which normalise, identify and
 * compare them. The columns are made here, where the decision needs them all. Not thread-safe.
 */
final class CorpusJob implements CorpusService.Job {
    /** Texts that a task compares, and their UTF-16 units: a task must be well below the 128 MB that Spark sends. */
    private static final int MOST_TEXTS = 50_000;

    private static final int MOST_LENGTH = 1 << 22;

    private final SparkSession session;
    private final JavaSparkContext context;
    private final boolean isOwn;
    private final CorpusService.Search search;
    private final StringTable ids = new StringTable();
    private final CorpusBuilder builder;
    private TextBatch batch;
    /** The executors have one batch to work on while the next one is read. */
    private @Nullable TextBatch sent;

    CorpusJob(SparkSession session, boolean isOwn, CorpusService.Search search) {
        this.session = session;
        this.isOwn = isOwn;
        this.search = search;
        context = JavaSparkContext.fromSparkContext(session.sparkContext());
        builder = Corpus.builder().withDuplicates(search.get());
        batch = new TextBatch(context);
    }

    @Override
    public boolean post(Post post) {
        // What may fail comes first: the corpus takes the post later, and must take it then.
        long unused = post.time().toEpochMilli();
        long unusedToo = post.accountCreated().map(Instant::toEpochMilli).orElse(0L);
        int known = ids.size();
        if (ids.add(post.id()) != known) {
            return false;
        }
        batch.add(post);
        if (batch.isFull()) {
            try {
                send();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return true;
    }

    private void send() throws IOException {
        CorpusService.Search here = search;
        batch.send(here::get);
        finish();
        sent = batch;
        batch = new TextBatch(context);
    }

    private void finish() throws IOException {
        if (sent != null) {
            sent.finish(builder);
            sent = null;
        }
    }

    @Override
    public int size() {
        return ids.size();
    }

    @Override
    public ReadSummary table(String path) throws IOException {
        Iterator<Row> table;
        try {
            table = PostRows.conform(session.read().parquet(path)).toLocalIterator();
        } catch (IllegalArgumentException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
        }
        int rows = 0;
        int refused = 0;
        for (; table.hasNext(); rows++) {
            Row row = table.next();
            // Which of two posts with one id would stay depends on the order of partitions.
            refused += PostRows.isWhole(row) && post(PostRows.post(row)) ? 0 : 1;
        }
        if (refused > 0) {
            throw new IOException(path + ": ids must be unique, and id, account, millis and text there in every row;"
                    + " of " + rows + " rows " + refused + " are not so");
        }
        String name = String.valueOf(Path.of(path).getFileName());
        return new ReadSummary(name, "", 0, rows, rows, 0, Map.of(), List.of(), "parquet", "UTF-8", "", "");
    }

    @Override
    public Corpus build() throws IOException {
        send();
        finish();
        Corpus corpus = builder.build();
        List<Texts> chunks = chunks(corpus);
        long length = chunks.stream().mapToLong(Texts::length).sum();
        CorpusService.Search here = search;
        JavaRDD<Pairs> found = SparkDuplicates.withDefaults()
                .withSearch(here::get)
                .pairs(
                        context.parallelize(chunks, chunks.size()),
                        corpus.texts(),
                        length,
                        SparkDuplicates.partitions(session));
        List<DuplicatePair> pairs = new ArrayList<>();
        long leftOut = 0;
        for (Pairs part : found.collect()) {
            leftOut = Math.addExact(leftOut, part.leftOut());
            for (int i = 0; i < part.firsts().length; i++) {
                pairs.add(new DuplicatePair(
                        corpus.firstRow((int) part.firsts()[i]),
                        corpus.firstRow((int) part.seconds()[i]),
                        part.jaccards()[i]));
            }
        }
        found.unpersist();
        return corpus.withDuplicates(DuplicateSteps.report(firsts(corpus), pairs, leftOut));
    }

    /** All texts under their numbers. */
    private static List<Texts> chunks(Corpus corpus) {
        List<Texts> chunks = new ArrayList<>();
        int from = 0;
        while (from < corpus.texts() || chunks.isEmpty()) {
            List<String> texts = new ArrayList<>();
            long length = 0;
            for (int text = from; text < corpus.texts() && texts.size() < MOST_TEXTS; text++) {
                String next = corpus.normalized(text);
                length += next.length();
                if (length > MOST_LENGTH && !texts.isEmpty()) {
                    break;
                }
                texts.add(next);
            }
            long[] numbers = new long[texts.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (long) from + i;
            }
            chunks.add(new Texts(numbers, new Strings(texts.toArray(String[]::new))));
            from += numbers.length;
        }
        return chunks;
    }

    private static int[] firsts(Corpus corpus) {
        int[] firsts = new int[corpus.size()];
        for (int row = 0; row < firsts.length; row++) {
            int text = corpus.text(row);
            firsts[row] = text < 0 ? -1 : corpus.firstRow(text);
        }
        return firsts;
    }

    @Override
    public void close() throws IOException {
        if (isOwn) {
            session.stop();
        }
    }
}
