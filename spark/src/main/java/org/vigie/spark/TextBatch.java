/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.vigie.core.column.IntList;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.nlp.language.LanguageGuess;
import org.vigie.nlp.language.LanguageIdentifier;
import org.vigie.nlp.text.TextNormalizer;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Post;

/** Posts that wait while executors normalise and identify their texts, each distinct one once. Not thread-safe. */
final class TextBatch {
    /** Texts that a task has, and their UTF-16 units: a task must be well below the 128 MB that Spark sends. */
    private static final int MOST_TEXTS = 5_000;

    private static final int MOST_LENGTH = 1 << 22;
    /** Posts for each text that a task may have: copies wait here too. */
    private static final int MOST_COPIES = 10;

    private static final LanguageGuess UNKNOWN = new LanguageGuess(LanguageGuess.UNDETERMINED, 0, List.of(), "");

    private final JavaSparkContext context;
    private final int parts;
    private final List<Post> posts = new ArrayList<>();
    private final IntList textOf = new IntList();
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private long length;
    private @Nullable JavaFutureAction<List<Known>> running;

    /** What is known of texts, in columns; where a text before it has the same normalised form, nothing of its language. */
    @SuppressWarnings("ArrayRecordComponent") // columns
    private record Known(
            Strings normalized,
            @Nullable String[] tags,
            double[] probabilities,
            String[] scripts,
            String[][] otherTags,
            double[][] otherProbabilities)
            implements Serializable {
        static Known of(Strings texts, TextNormalizer normalizer, LanguageIdentifier identifier) {
            int n = texts.size();
            Known known = new Known(
                    Strings.of(n, i -> normalizer.normalize(texts.get(i))),
                    new @Nullable String[n],
                    new double[n],
                    new String[n],
                    new String[n][],
                    new double[n][]);
            Set<String> met = new HashSet<>();
            for (int i = 0; i < n; i++) {
                if (met.add(known.normalized.get(i))) {
                    known.set(i, identifier.identify(texts.get(i)));
                }
            }
            return known;
        }

        private void set(int i, LanguageGuess guess) {
            List<LanguageGuess.Alternative> others = guess.alternatives();
            tags[i] = guess.tag();
            probabilities[i] = guess.probability();
            scripts[i] = guess.script();
            otherTags[i] = others.stream().map(LanguageGuess.Alternative::tag).toArray(String[]::new);
            otherProbabilities[i] = others.stream()
                    .mapToDouble(LanguageGuess.Alternative::probability)
                    .toArray();
        }

        LanguageGuess guess(int i) {
            String tag = tags[i];
            if (tag == null) {
                return UNKNOWN; // the corpus has that of the first
            }
            List<LanguageGuess.Alternative> others = new ArrayList<>();
            for (int o = 0; o < otherTags[i].length; o++) {
                others.add(new LanguageGuess.Alternative(otherTags[i][o], otherProbabilities[i][o]));
            }
            return new LanguageGuess(tag, probabilities[i], others, scripts[i]);
        }
    }

    /** A batch for all cores there are. */
    TextBatch(JavaSparkContext context) {
        this.context = context;
        parts = context.defaultParallelism();
    }

    /** Takes a post of an id that no other has. */
    void add(Post post) {
        posts.add(post);
        int next = texts.size();
        Integer known = texts.putIfAbsent(post.text(), next);
        textOf.add(known == null ? next : known);
        length += known == null ? post.text().length() : 0;
    }

    boolean isFull() {
        return texts.size() >= (long) parts * MOST_TEXTS
                || length >= (long) parts * MOST_LENGTH
                || posts.size() >= (long) parts * MOST_TEXTS * MOST_COPIES;
    }

    /** Starts the work and does not wait. */
    void send(SparkSupplier<NearDuplicates> search) {
        List<Strings> chunks = new ArrayList<>();
        List<String> chunk = new ArrayList<>();
        long size = 0;
        for (String text : texts.keySet()) {
            if (!chunk.isEmpty() && (chunk.size() == MOST_TEXTS || size + text.length() > MOST_LENGTH)) {
                chunks.add(new Strings(chunk.toArray(String[]::new)));
                chunk.clear();
                size = 0;
            }
            chunk.add(text);
            size += text.length();
        }
        chunks.add(new Strings(chunk.toArray(String[]::new)));
        running = context.parallelize(chunks, chunks.size())
                .map(own -> Known.of(own, search.get().normalizer(), SparkLanguages.identifier()))
                .collectAsync();
    }

    /** Waits for the work and gives the posts to a corpus, in the order in which they came. */
    void finish(CorpusBuilder corpus) throws IOException {
        JavaFutureAction<List<Known>> work = running;
        if (work == null) {
            throw new IllegalStateException("a batch is sent before it is finished");
        }
        List<Known> known;
        try {
            known = work.get();
        } catch (ExecutionException e) {
            throw new IOException("Spark failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        String[] normalized = new String[texts.size()];
        LanguageGuess[] guesses = new LanguageGuess[normalized.length];
        int next = 0;
        for (Known part : known) {
            for (int i = 0; i < part.normalized.size(); i++) {
                normalized[next] = part.normalized.get(i);
                guesses[next++] = part.guess(i);
            }
        }
        for (int i = 0; i < posts.size(); i++) {
            corpus.post(posts.get(i), normalized[textOf.get(i)], guesses[textOf.get(i)]);
        }
    }
}
