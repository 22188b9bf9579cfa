/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.similarity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
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

/**
 * Recall and precision of near-duplicate pairs against a file of exact ones.
 *
 * <p>Arguments: a gzipped CSV of posts with the id in the first and the text in the third column, and a gzipped CSV of
 * reference pairs {@code id_a,id_b,jaccard} (basic normalisation, shingles of 5 characters, threshold 0.8).
 */
public final class DuplicateAccuracy {
    private DuplicateAccuracy() {}

    /**
     * Runs the comparison.
     *
     * @param args path of the posts, path of the pairs
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        List<String> ids = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        readPosts(Path.of(args[0]), ids, texts);
        Map<String, Double> reference = new HashMap<>();
        try (BufferedReader in = new BufferedReader(open(Path.of(args[1])))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int comma = line.lastIndexOf(',');
                reference.put(line.substring(0, comma), Double.valueOf(line.substring(comma + 1)));
            }
        }
        NearDuplicates basic = NearDuplicates.withDefaults().with(TextNormalizer.basic());
        for (CandidateMethod method : CandidateMethod.values()) {
            for (int round = 0; round < 3; round++) {
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
                out.printf(
                        Locale.ROOT,
                        "%s: %.2f s, %d distinct, %d pairs, recall %.5f, precision %.5f, worst jaccard difference %.7f,"
                                + " %d clusters, %d capped%n",
                        method,
                        seconds,
                        report.distinct(),
                        report.pairs().size(),
                        (double) hits / reference.size(),
                        (double) hits / report.pairs().size(),
                        worst,
                        report.clusters().size(),
                        report.cappedPairs());
            }
        }
        long start = System.nanoTime();
        DuplicateReport social = NearDuplicates.withDefaults().detect(texts);
        out.printf(
                Locale.ROOT,
                "social: %.2f s, %d distinct, %d pairs, %d clusters, largest %d%n",
                (System.nanoTime() - start) / 1e9,
                social.distinct(),
                social.pairs().size(),
                social.clusters().size(),
                social.clusters().stream().mapToInt(c -> c.size()).max().orElse(0));
    }

    private static Reader open(Path path) throws IOException {
        return new InputStreamReader(new GZIPInputStream(Files.newInputStream(path), 1 << 16), StandardCharsets.UTF_8);
    }

    private static void readPosts(Path path, List<String> ids, List<String> texts) throws IOException {
        try (BufferedReader in = new BufferedReader(open(path))) {
            List<String> row = new ArrayList<>();
            boolean header = true;
            while (readRow(in, row)) {
                if (!header) {
                    ids.add(row.get(0));
                    texts.add(row.get(2));
                }
                header = false;
            }
        }
    }

    private static boolean readRow(Reader in, List<String> row) throws IOException {
        row.clear();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int c = in.read();
        if (c < 0) {
            return false;
        }
        for (; c >= 0; c = in.read()) {
            if (c == '"') {
                // A doubled quote closes and opens again: it leaves one quote behind.
                in.mark(1);
                if (quoted && in.read() == '"') {
                    field.append('"');
                } else {
                    if (quoted) {
                        in.reset();
                    }
                    quoted = !quoted;
                }
            } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
                field.append((char) c);
            } else if (c != '\r') {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    return true;
                }
            }
        }
        row.add(field.toString());
        return true;
    }
}
