/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.vigie.core.internal.Checks;
import org.vigie.core.search.ExactJoin;
import org.vigie.nlp.text.ShingleBuffer;
import org.vigie.nlp.text.Shingler;

/**
 * The steps of {@link NearDuplicates} one by one, for those who spread them over many machines. They say which buckets
 * a text falls into, which pairs a bucket or a crowd holds, and what all pairs together mean.
 *
 * <p>Whoever goes through all of them finds what {@link NearDuplicates#detect} finds. Texts are normalised and distinct,
 * and those of a bucket are given in the order of their first rows. A bucket with more than {@link #MOST_IN_BUCKET}
 * texts makes all its texts members of the crowd, which is asked first. Immutable and thread-safe.
 */
public final class DuplicateSteps {
    /** A bucket with more texts makes its texts a crowd. */
    public static final int MOST_IN_BUCKET = LshJoin.MOST_IN_BUCKET;

    /** A crowd of more shingles is no crowd: its texts are compared bucket by bucket, as those of others are. */
    public static final long MOST_SHINGLES_OF_CROWD = Crowd.MOST_ELEMENTS;

    private final NearDuplicates search;
    private final LshJoin join;

    private DuplicateSteps(NearDuplicates search, LshJoin join) {
        this.search = search;
        this.join = join;
    }

    /**
     * Prepares the steps of a search.
     *
     * @param search finds candidates by {@link CandidateMethod#LSH}, without rewording
     * @param distinct the number of distinct normalised texts, at least 0
     * @param length the UTF-16 units of these texts, all together
     * @return the steps
     * @throws IllegalArgumentException if the search is another one, or no banding reaches its recall
     */
    public static DuplicateSteps of(NearDuplicates search, long distinct, long length) {
        if (!search.isPlain()) {
            throw new IllegalArgumentException(
                    "a search in steps must be by lsh, without rewording and with connected clusters, but was "
                            + search);
        }
        return new DuplicateSteps(search, search.lsh((int) Math.max(1, length / Math.max(1, distinct))));
    }

    /**
     * A pair of texts of a bucket or a crowd, by their places in it.
     *
     * @param pairs the verified pairs, in no promised order
     * @param leftOut how many candidates were left out unverified
     */
    public record Joined(List<DuplicatePair> pairs, long leftOut) {
        /**
         * Copies the list.
         *
         * @param pairs as {@link #pairs()}
         * @param leftOut as {@link #leftOut()}
         */
        public Joined {
            pairs = List.copyOf(pairs);
        }

        private static Joined of(PairList found) {
            int[] same = IntStream.range(0, found.last() + 1).toArray();
            return new Joined(Arrays.asList(found.sorted(same)), found.leftOut());
        }
    }

    /**
     * What decides the buckets of texts, in columns, which are not copied.
     *
     * @param bands how many keys each text has
     * @param keys by text the key of each band; zeros for a text without a shingle, which has no pair
     * @param shingles by text how many shingles it has
     * @param parities by text two numbers, which tell most texts apart that are not near each other
     */
    @SuppressWarnings("ArrayRecordComponent") // as many as there are texts
    public record Banded(int bands, int[] keys, int[] shingles, long[] parities) {}

    /**
     * Finds the buckets of texts.
     *
     * @param texts normalised texts
     * @return their keys
     */
    public Banded band(List<String> texts) {
        ShingleBuffer buffer = new ShingleBuffer();
        LshJoin.Signer signer = join.new Signer();
        int bands = join.bands();
        int[] keys = new int[Math.multiplyExact(texts.size(), bands)];
        int[] shingles = new int[texts.size()];
        long[] parities = new long[Math.multiplyExact(2, shingles.length)];
        Shingler shingler = search.shingler();
        for (int i = 0; i < shingles.length; i++) {
            shingler.shingle(texts.get(i), buffer);
            shingles[i] = buffer.size();
            if (shingles[i] > 0) {
                System.arraycopy(signer.keys(buffer), 0, keys, i * bands, bands);
            }
            Parity parity = Parity.of(buffer.elements(), buffer.size());
            parities[2 * i] = parity.low();
            parities[2 * i + 1] = parity.high();
        }
        return new Banded(bands, keys, shingles, parities);
    }

    /**
     * Texts with one key in a band; the array is not copied.
     *
     * @param band the band, from 0
     * @param texts their places among the texts, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // as many as there are buckets
    public record Bucket(int band, int[] texts) {}

    /**
     * Finds the pairs of buckets. A pair that shares an earlier band is left to the bucket of that one.
     *
     * @param texts the texts that the buckets hold, in order of their first rows
     * @param banded what {@link #band} says of them
     * @param crowd the places of the texts whose crowd was joined by {@link #joinCrowd(List)}
     * @param buckets whole buckets
     * @return pairs of places among the texts
     * @throws IllegalArgumentException if not every text has its keys
     * @throws IndexOutOfBoundsException if a bucket has no such band or text
     */
    public Joined joinBuckets(List<String> texts, Banded banded, BitSet crowd, Iterable<Bucket> buckets) {
        int size = texts.size();
        int[] keys = banded.keys();
        if (keys.length != (long) size * join.bands()
                || banded.shingles().length != size
                || banded.parities().length != 2L * size) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "keys must be %d for each of %d texts but were %d", join.bands(), size, keys.length));
        }
        int[][] byBand = new int[join.bands()][size];
        for (int b = 0; b < byBand.length; b++) {
            for (int i = 0; i < size; i++) {
                byBand[b][i] = keys[i * byBand.length + b];
            }
        }
        ShingleSource source = source(texts);
        Parities parities = new Parities(banded.shingles(), banded.parities(), search.threshold());
        return Joined.of(join.joinBuckets(byBand, buckets, parities, Crowd.of(crowd, parities), new SetCache(source)));
    }

    /**
     * Draws the texts that {@link #mayJoinCrowd} looks at.
     *
     * @param size how many texts the crowd has, at least 1
     * @return their places in the crowd, in the order of first rows; some may come twice
     * @throws IllegalArgumentException if the crowd is empty
     */
    public static int[] drawnOfCrowd(int size) {
        Checks.between("number of texts of a crowd", size, 1, Integer.MAX_VALUE);
        return Crowd.drawn(size);
    }

    /**
     * Says whether the pairs of a crowd are few enough to be listed. If not, it is dissolved: buckets are joined without it.
     *
     * @param shingles by text of the crowd, in the order of first rows, how many it has
     * @param drawn gives the text at a place of {@link #drawnOfCrowd}
     * @return whether it is joined, in parts or at once
     * @throws IllegalArgumentException if the crowd is empty
     */
    public boolean mayJoinCrowd(int[] shingles, IntFunction<String> drawn) {
        int[] places = drawnOfCrowd(shingles.length);
        BitSet all = new BitSet();
        all.set(0, shingles.length);
        ShingleSource source = source(new AbstractList<>() {
            @Override
            public String get(int index) {
                return drawn.apply(index);
            }

            @Override
            public int size() {
                return shingles.length;
            }
        });
        Parities parities = new Parities(shingles.clone(), new long[2 * shingles.length], search.threshold());
        for (int place : places) {
            ShingleBuffer buffer = source.buffer(place);
            parities.set(place, buffer.elements(), buffer.size());
        }
        return Crowd.of(all, parities).mayBeJoined(source, search.threshold());
    }

    /**
     * Says whether a text may be near a longer one.
     *
     * @param shingles how many one has
     * @param more how many the other has, at least as many
     * @return false if no such texts are a pair
     */
    public boolean mayReach(int shingles, int more) {
        return Parity.mayReach(shingles, more, 0, search.threshold());
    }

    /**
     * Finds all pairs of a part of a crowd.
     *
     * @param texts those of the part, in any order
     * @return pairs of places among them
     */
    public Joined joinCrowd(List<String> texts) {
        ShingleSource source = source(texts);
        PairList pairs = new PairList();
        ExactJoin.withThreshold(search.threshold()).join(texts.size(), source::shingles, pairs::add);
        return Joined.of(pairs);
    }

    /**
     * Finds the pairs between two parts of a crowd.
     *
     * @param texts those of one part, and then those of another
     * @param firsts how many are of the one part
     * @return pairs of places among them
     * @throws IllegalArgumentException if the one part has less than none or more than all of the texts
     */
    public Joined joinCrowd(List<String> texts, int firsts) {
        Checks.between("number of first texts", firsts, 0, texts.size());
        ShingleSource source = source(texts);
        PairList pairs = new PairList();
        ExactJoin.withThreshold(search.threshold())
                .joinAcross(firsts, texts.size() - firsts, source::shingles, pairs::add);
        return Joined.of(pairs);
    }

    /**
     * Makes the report of all pairs.
     *
     * @param firstCopyOf by row the first row with its text, or -1 when nothing is left of it
     * @param pairs the pairs of first rows, each once
     * @param leftOut how many candidates were left out unverified
     * @return what {@link NearDuplicates#detect} reports
     * @throws IllegalArgumentException if a first row is not the first of its own text, or a pair names another row
     */
    public static DuplicateReport report(int[] firstCopyOf, List<DuplicatePair> pairs, long leftOut) {
        for (int row = 0; row < firstCopyOf.length; row++) {
            int first = firstCopyOf[row];
            if (first < -1 || first > row || (first >= 0 && firstCopyOf[first] != first)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "first copy must be the first row of a text but that of row %d was %d",
                        row,
                        first));
            }
        }
        for (DuplicatePair pair : pairs) {
            if (firstCopyOf[pair.first()] != pair.first() || firstCopyOf[pair.second()] != pair.second()) {
                throw new IllegalArgumentException("pairs must be of first copies but one was " + pair);
            }
        }
        DuplicatePair[] sorted = pairs.toArray(DuplicatePair[]::new);
        Arrays.sort(sorted);
        return DuplicateReport.of(
                DistinctTexts.of(rows(firstCopyOf.length), firstCopyOf), sorted, new DuplicatePair[0], false, leftOut);
    }

    /** As many texts as rows, which nobody asks for. */
    private static List<String> rows(int count) {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                throw new IllegalStateException("no text is asked for");
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    private ShingleSource source(List<String> texts) {
        int[] places = IntStream.range(0, texts.size()).toArray();
        return new ShingleSource(DistinctTexts.of(texts, places), search.shingler());
    }
}
