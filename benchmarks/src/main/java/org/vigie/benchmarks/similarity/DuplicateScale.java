/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.similarity;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.duplicate.NearDuplicates;

/** Time of a whole search over made-up posts, doubling their number; the argument is the greatest number. */
public final class DuplicateScale {
    private DuplicateScale() {}

    /**
     * Runs the searches.
     *
     * @param args the greatest number of posts
     */
    public static void main(String[] args) {
        PrintStream out = System.out;
        int most = Integer.parseInt(args[0]);
        for (int posts = most / 8; posts <= most; posts *= 2) {
            List<String> texts = SampleTexts.posts(posts, 3);
            long start = System.nanoTime();
            DuplicateReport report = NearDuplicates.withDefaults().detect(texts);
            double seconds = (System.nanoTime() - start) / 1e9;
            out.printf(
                    Locale.ROOT,
                    "%d posts: %.2f s, %.2f us a post, %d distinct, %d pairs, %d clusters, %d capped%n",
                    posts,
                    seconds,
                    seconds * 1e6 / posts,
                    report.distinct(),
                    report.pairs().size(),
                    report.clusters().size(),
                    report.cappedPairs());
        }
    }
}
