/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.core.similarity.JaccardEstimate;
import org.vigie.core.similarity.Signature;
import org.vigie.posts.Corpus;

/**
 * Finds the same campaign among two partners' fingerprints, whatever the platforms, weeks and light rewordings. Two
 * findings match if they have at least two texts or links in common, and these are at least a tenth of the smaller
 * one's. One in common is enough if one of them has no more; a lone text must be nearly the same. Needs no key.
 *
 * <p>Candidates come from an index of the signatures' bands and of the links, so time does not grow with the pairs. It
 * grows with the fingerprints and with what they have in common. Deterministic; immutable and thread-safe.
 */
public final class FingerprintMatcher {
    private static final double DEFAULT_JACCARD = 0.4;
    /** What one text alone must have to stand for a finding. */
    private static final double LONE_JACCARD = 0.6;

    private static final double LEAST_OVERLAP = 0.1;
    private static final int LEAST_COMMON = 2;
    /** Texts with a Jaccard of 0.4 have a band of three equal components among 42 with probability 0.94, of 0.5 with 0.997. */
    private static final int ROWS = 3;

    private final double minJaccard;

    private FingerprintMatcher(double minJaccard) {
        this.minJaccard = minJaccard;
    }

    /**
     * The defaults: two texts are the same from a Jaccard of 0.4 on.
     *
     * @return the matcher
     */
    public static FingerprintMatcher withDefaults() {
        return new FingerprintMatcher(DEFAULT_JACCARD);
    }

    /**
     * Sets from which Jaccard on two texts are the same.
     *
     * @param jaccard in [0.3, 1]; texts below have nothing to do with each other
     * @return the changed matcher
     * @throws IllegalArgumentException if it is out of range
     */
    public FingerprintMatcher withMinJaccard(double jaccard) {
        if (!(jaccard >= 0.3 && jaccard <= 1)) {
            throw new IllegalArgumentException("Jaccard of texts must be in [0.3, 1] but was " + jaccard);
        }
        return new FingerprintMatcher(jaccard);
    }

    /**
     * Compares each fingerprint of one side with each of the other.
     *
     * @param left some fingerprints
     * @param right others, of the same key
     * @return the pairs that match, for each of the left those with most in common first
     */
    public List<FingerprintMatch> match(List<Fingerprint> left, List<Fingerprint> right) {
        Map<Object, List<Integer>> index = new HashMap<>();
        for (int r = 0; r < right.size(); r++) {
            for (Object key : keys(right.get(r))) {
                index.computeIfAbsent(key, k -> new ArrayList<>(1)).add(r);
            }
        }
        List<FingerprintMatch> matches = new ArrayList<>();
        for (Fingerprint print : left) {
            BitSet candidates = new BitSet();
            for (Object key : keys(print)) {
                index.getOrDefault(key, List.of()).forEach(candidates::set);
            }
            candidates.stream()
                    .mapToObj(r -> verify(print, right.get(r), Math.min(size(print), size(right.get(r)))))
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparingInt((FingerprintMatch m) -> -m.texts() - m.links())
                            .thenComparing(m -> m.right().id()))
                    .forEach(matches::add);
        }
        return matches;
    }

    /**
     * Looks for findings of partners among posts, whether or not anything was found in these. Linear in the posts.
     *
     * @param left fingerprints of partners
     * @param posts the posts
     * @param key the maker with the partners' key
     * @return what was seen, in their order: the right side is made of those posts that have something in common
     */
    public List<FingerprintMatch> match(List<Fingerprint> left, Corpus posts, Fingerprinter key) {
        List<Optional<Fingerprint>> right = key.seen(posts, minJaccard, left);
        List<FingerprintMatch> matches = new ArrayList<>();
        for (int f = 0; f < left.size(); f++) {
            Fingerprint theirs = left.get(f);
            // What is picked for being alike is all in common: the share of theirs is what counts.
            right.get(f).flatMap(own -> verify(theirs, own, size(theirs))).ifPresent(matches::add);
        }
        return matches;
    }

    private static int size(Fingerprint print) {
        return print.texts().size() + print.links().size();
    }

    private record Band(int number, int components) {}

    /** Under what a fingerprint is found: its links and the bands of its texts. */
    static Set<Object> keys(Fingerprint print) {
        Set<Object> keys = new HashSet<>(print.links());
        print.texts().forEach(text -> keys.addAll(bands(text)));
        return keys;
    }

    static List<Object> bands(Signature text) {
        List<Object> bands = new ArrayList<>();
        int[] components = text.components();
        for (int i = 0; i + ROWS <= components.length; i += ROWS) {
            bands.add(new Band(i, components[i] << 16 | components[i + 1] << 8 | components[i + 2]));
        }
        return bands;
    }

    private record Pair(int left, int right, double jaccard) {}

    private Optional<FingerprintMatch> verify(Fingerprint left, Fingerprint right, int smaller) {
        List<Pair> pairs = new ArrayList<>();
        for (int l = 0; l < left.texts().size(); l++) {
            for (int r = 0; r < right.texts().size(); r++) {
                double jaccard =
                        left.texts().get(l).jaccard(right.texts().get(r)).jaccard();
                if (jaccard >= minJaccard) {
                    pairs.add(new Pair(l, r, jaccard));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair p) -> -p.jaccard())
                .thenComparingInt(Pair::left)
                .thenComparingInt(Pair::right));
        BitSet usedLeft = new BitSet();
        BitSet usedRight = new BitSet();
        for (Pair pair : pairs) {
            if (!usedLeft.get(pair.left()) && !usedRight.get(pair.right())) {
                usedLeft.set(pair.left());
                usedRight.set(pair.right());
            }
        }
        int texts = usedLeft.cardinality();
        int links = common(left.links(), right.links());
        boolean isLone = texts == 1 && links == 0;
        boolean isEnough = texts + links >= Math.min(LEAST_COMMON, Math.max(1, smaller))
                && texts + links >= LEAST_OVERLAP * smaller
                && !(isLone && pairs.get(0).jaccard() < LONE_JACCARD);
        if (!isEnough) {
            return Optional.empty();
        }
        return Optional.of(new FingerprintMatch(
                left,
                right,
                texts,
                links,
                common(left.domains(), right.domains()),
                common(left.hashtags(), right.hashtags()),
                (texts + links) / (double) smaller,
                jaccard(left, right, links)));
    }

    private static JaccardEstimate jaccard(Fingerprint left, Fingerprint right, int links) {
        if (left.whole().isPresent() && right.whole().isPresent()) {
            return left.whole().get().jaccard(right.whole().get());
        }
        int union = left.links().size() + right.links().size() - links;
        return new JaccardEstimate(union == 0 ? 0 : links / (double) union, 0);
    }

    private static int common(List<String> left, List<String> right) {
        Set<String> both = new TreeSet<>(left);
        both.retainAll(new HashSet<>(right));
        return both.size();
    }
}
