/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Corpus;
import org.vigie.posts.Post;
import org.vigie.posts.exports.PostReader;

/**
 * What the detector reports on real posts whose times are permuted inside accounts: everybody posts the same things in
 * the same minutes as before, only which of them when is left to chance. So no report there is a campaign. Arguments: a
 * file of posts, the number of copies.
 */
public final class ShuffledArchive {
    private ShuffledArchive() {}

    /**
     * What was found in one copy.
     *
     * @param seed of the permutation
     * @param candidates groups that were tested
     * @param expected the number of false campaigns that the report states
     * @param sizes the accounts of each campaign
     */
    public record Copy(long seed, int candidates, double expected, List<Integer> sizes) {}

    /**
     * Runs the study.
     *
     * @param args a file of posts, the number of copies
     * @throws IOException if the file can't be read
     */
    public static void main(String[] args) throws IOException {
        List<Copy> copies = measure(Path.of(args[0]), Integer.parseInt(args[1]));
        for (Copy copy : copies) {
            System.out.printf(
                    Locale.ROOT,
                    "seed %d: %d candidates, campaigns of %s accounts%n",
                    copy.seed,
                    copy.candidates,
                    copy.sizes);
        }
        System.out.printf(
                Locale.ROOT,
                "%d copies: %d false campaigns, %.2f stated as expected%n",
                copies.size(),
                copies.stream().mapToInt(c -> c.sizes.size()).sum(),
                copies.stream().mapToDouble(Copy::expected).sum());
    }

    /**
     * Permutes and detects.
     *
     * @param file the posts
     * @param copies how many times
     * @return a result for each copy
     * @throws IOException if the file can't be read
     */
    public static List<Copy> measure(Path file, int copies) throws IOException {
        List<Post> posts = new ArrayList<>();
        PostReader.withDefaults().read(file, posts::add);
        List<Copy> result = new ArrayList<>();
        for (int seed = 0; seed < copies; seed++) {
            Findings findings = CampaignDetector.withDefaults().detect(Corpus.of(shuffled(posts, seed)));
            result.add(new Copy(
                    seed,
                    findings.candidates(),
                    findings.expectedFalse(),
                    findings.campaigns().stream()
                            .map(Campaign::members)
                            .map(List::size)
                            .toList()));
        }
        return result;
    }

    private static List<Post> shuffled(List<Post> posts, long seed) {
        Map<String, List<Integer>> rowsOf = new TreeMap<>();
        for (int i = 0; i < posts.size(); i++) {
            rowsOf.computeIfAbsent(posts.get(i).account(), a -> new ArrayList<>())
                    .add(i);
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<Post> copy = new ArrayList<>(posts);
        for (List<Integer> rows : rowsOf.values()) {
            List<Integer> from = new ArrayList<>(rows);
            for (int row : rows) {
                int taken = from.set(random.nextInt(from.size()), from.get(from.size() - 1));
                from.remove(from.size() - 1);
                copy.set(row, at(posts.get(taken).time(), posts.get(row)));
            }
        }
        return copy;
    }

    private static Post at(Instant time, Post post) {
        return new Post(
                post.id(),
                post.account(),
                time,
                post.text(),
                post.language(),
                post.urls(),
                post.hashtags(),
                post.mentions(),
                post.repostOf(),
                post.replyTo(),
                post.platform(),
                post.accountCreated(),
                post.attributes());
    }
}
