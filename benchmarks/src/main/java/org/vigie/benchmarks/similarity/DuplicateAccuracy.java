/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.similarity;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.vigie.nlp.duplicate.CandidateMethod;
import org.vigie.nlp.duplicate.DuplicatePair;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.nlp.text.TextNormalizer;
import org.vigie.posts.exports.PostReader;
import org.vigie.posts.exports.ReadSummary;

/**
 * Recall and precision of near-duplicate pairs against a file of exact ones.
 *
 * <p>Arguments: a file of posts, and a gzipped CSV of reference pairs {@code id_a,id_b,jaccard} (basic normalisation,
 * shingles of 5 characters, threshold 0.8, first post of each distinct text).
 */
public final class DuplicateAccuracy {
    private DuplicateAccuracy() {}

    /**
     * The outcome of one method.
     *
     * @param method how candidates were found
     * @param seconds wall time of the search
     * @param report all that was found
     * @param recall share of the reference pairs that were found
     * @param precision share of the found pairs that the reference has
     * @param worst greatest difference of a Jaccard
     */
    public record Accuracy(
            CandidateMethod method,
            double seconds,
            DuplicateReport report,
            double recall,
            double precision,
            double worst) {}

    /**
     * Runs the comparison.
     *
     * @param args path of the posts, path of the pairs
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        for (Accuracy accuracy : measure(Path.of(args[0]), Path.of(args[1]))) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.2f s, %d distinct, %d pairs, recall %.5f, precision %.5f, worst jaccard difference %.7f,"
                            + " %d clusters, %d capped%n",
                    accuracy.method,
                    accuracy.seconds,
                    accuracy.report.distinct(),
                    accuracy.report.pairs().size(),
                    accuracy.recall,
                    accuracy.precision,
                    accuracy.worst,
                    accuracy.report.clusters().size(),
                    accuracy.report.cappedPairs());
        }
    }

    /**
     * Searches with each method.
     *
     * @param posts file of posts
     * @param pairs file of reference pairs
     * @return the outcome of each
     * @throws IOException if a file cannot be read
     */
    public static List<Accuracy> measure(Path posts, Path pairs) throws IOException {
        List<String> ids = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        ReadSummary summary = PostReader.withDefaults().read(posts, post -> {
            ids.add(post.id());
            return texts.add(post.text());
        });
        if (summary.rejects() > 0) {
            throw new IllegalArgumentException(posts + " has " + summary.rejects() + " rows that can't be read");
        }
        Map<String, Double> reference = read(pairs);
        NearDuplicates basic = NearDuplicates.withDefaults().withNormalizer(TextNormalizer.basic());
        List<Accuracy> result = new ArrayList<>();
        for (CandidateMethod method : CandidateMethod.values()) {
            long start = System.nanoTime();
            DuplicateReport report = basic.withMethod(method).detect(texts);
            double seconds = (System.nanoTime() - start) / 1e9;
            long hits = 0;
            double worst = 0;
            for (DuplicatePair pair : report.pairs()) {
                Double jaccard = reference.get(ids.get(pair.first()) + "," + ids.get(pair.second()));
                if (jaccard != null) {
                    hits++;
                    worst = Math.max(worst, Math.abs(jaccard - pair.jaccard()));
                }
            }
            result.add(new Accuracy(
                    method,
                    seconds,
                    report,
                    (double) hits / reference.size(),
                    (double) hits / report.pairs().size(),
                    worst));
        }
        return result;
    }

    private static Map<String, Double> read(Path pairs) throws IOException {
        Map<String, Double> reference = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(pairs)), StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                reference.put(
                        row.getField("id_a") + "," + row.getField("id_b"), Double.valueOf(row.getField("jaccard")));
            }
        }
        return reference;
    }
}
