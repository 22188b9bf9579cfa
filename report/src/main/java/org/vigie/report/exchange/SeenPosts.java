/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.similarity.Signature;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;
import org.vigie.report.exchange.RunContents.Finding;

/**
 * What of partners' findings is among posts, whether or not anything was found in them. Each different text and link is
 * hashed once under the key. Linear in the posts; not thread-safe.
 */
final class SeenPosts {
    private static final long HOUR = 3_600_000;

    private final Corpus posts;
    private final Names names;
    private final KeyedHashes hashes;
    private final double minJaccard;
    private final List<Fingerprint> theirs;
    private final List<Seen> seen = new ArrayList<>();
    /** Which of theirs have a link, or a band of a text. */
    private final Map<Object, List<Integer>> index = new HashMap<>();

    /** A text here and how alike it is. */
    private record Nearest(int text, double jaccard) {}

    /** What is here of one of theirs: all texts that are like one of it, the nearest to each, and links. */
    private record Seen(BitSet texts, Map<Integer, Nearest> nearest, TreeSet<Integer> links) {}

    SeenPosts(Corpus posts, KeyedHashes hashes, double minJaccard, List<Fingerprint> theirs) {
        this.posts = posts;
        this.names = Names.plain(posts);
        this.hashes = hashes;
        this.minJaccard = minJaccard;
        this.theirs = theirs;
        for (int f = 0; f < theirs.size(); f++) {
            seen.add(new Seen(new BitSet(), new TreeMap<>(), new TreeSet<>()));
            for (Object key : FingerprintMatcher.keys(theirs.get(f))) {
                index.computeIfAbsent(key, k -> new ArrayList<>(1)).add(f);
            }
        }
    }

    /** What is here of each of theirs as a finding of its own, in their order. */
    List<Optional<Finding>> findings(String name) {
        for (int text = 0; text < posts.texts(); text++) {
            long[] elements = hashes.elements(names.text(posts.firstRow(text)));
            if (elements.length > 0) {
                compare(text, KeyedHashes.text(elements));
            }
        }
        ObjectLayer links = posts.layer(ObjectKind.URL);
        for (int link = 0; link < links.objects(); link++) {
            int object = link;
            index.getOrDefault(hashes.object("link", names.object(ObjectKind.URL, link)), List.of())
                    .forEach(f -> seen.get(f).links().add(object));
        }
        return seen.stream().map(s -> finding(name, s, links)).toList();
    }

    private void compare(int text, Signature signature) {
        BitSet candidates = new BitSet();
        for (Object band : FingerprintMatcher.bands(signature)) {
            index.getOrDefault(band, List.of()).forEach(candidates::set);
        }
        candidates.stream().forEach(f -> {
            List<Signature> texts = theirs.get(f).texts();
            for (int t = 0; t < texts.size(); t++) {
                double jaccard = texts.get(t).jaccard(signature).jaccard();
                if (jaccard >= minJaccard) {
                    seen.get(f).texts().set(text);
                    seen.get(f)
                            .nearest()
                            .merge(t, new Nearest(text, jaccard), (a, b) -> b.jaccard() > a.jaccard() ? b : a);
                }
            }
        });
    }

    private Optional<Finding> finding(String name, Seen of, ObjectLayer links) {
        BitSet rows = new BitSet();
        for (int row = 0; row < posts.size() && !of.texts().isEmpty(); row++) {
            rows.set(row, posts.text(row) >= 0 && of.texts().get(posts.text(row)));
        }
        for (int link : of.links()) {
            for (int row : links.rows(link)) {
                rows.set(row);
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        BitSet accounts = new BitSet();
        Map<Long, Integer> hours = new TreeMap<>();
        rows.stream().forEach(row -> {
            accounts.set(posts.account(row));
            hours.merge(Math.floorDiv(posts.time(row), HOUR), 1, Integer::sum);
        });
        long peak = hours.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return Optional.of(new Finding(
                name,
                Instant.ofEpochMilli(posts.time(rows.nextSetBit(0))),
                Instant.ofEpochMilli(peak * HOUR),
                Instant.ofEpochMilli(posts.time(rows.length() - 1)),
                accounts.cardinality(),
                rows.cardinality(),
                of.nearest().values().stream()
                        .map(Nearest::text)
                        .distinct()
                        .map(text -> names.text(posts.firstRow(text)))
                        .toList(),
                of.links().stream().map(l -> names.object(ObjectKind.URL, l)).toList()));
    }
}
