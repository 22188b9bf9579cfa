/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import java.util.Locale;
import java.util.Objects;
import org.vigie.core.internal.Hashing;

/**
 * Cuts a text into its set of shingles, each as a 64-bit element hash.
 *
 * <p>Source: Andrei Z. Broder, "On the resemblance and containment of documents", 1997. A character shingle is k
 * consecutive code points, a word shingle k consecutive words. A word is a run of letters, marks and digits. Each
 * character of a script without spaces (Han, Kana, Thai, Lao, Khmer, Myanmar) is a word of its own. A text with fewer
 * than k of them has one shingle, itself, so that short texts share no common signature. An empty text (for words: a
 * text without any word) has none.
 *
 * <p>The hash rolls: linear time whatever k, no allocation a shingle. It depends on the seed, which is best kept secret
 * where input is hostile. Deterministic for each {@link ShinglerVersion}. Immutable and thread-safe.
 */
public final class Shingler {
    /** Less than every k: by script, with the k of spaced scripts below it. */
    private static final int BY_SCRIPT = 0;

    private static final int SPACED_K = 5;
    private static final int THAI_K = 3;
    private static final int IDEOGRAPH_K = 2;

    private final boolean words;
    private final int k;
    private final long seed;
    private final ShinglerVersion version;
    private final long base;
    private final long salt;

    private Shingler(boolean words, int k, long seed, ShinglerVersion version) {
        this.words = words;
        this.k = k;
        this.seed = seed;
        this.version = version;
        base = Hashing.mix(seed + Hashing.GOLDEN) | 1;
        salt = Hashing.mix(~seed ^ Hashing.GOLDEN);
    }

    /**
     * Creates a shingler of characters.
     *
     * @param k code points a shingle, 1 to 64
     * @return the shingler
     * @throws IllegalArgumentException if k is out of range
     */
    public static Shingler characters(int k) {
        return new Shingler(false, checkK(k), 0, ShinglerVersion.DEFAULT);
    }

    /**
     * Creates a shingler of words.
     *
     * @param k words a shingle, 1 to 64
     * @return the shingler
     * @throws IllegalArgumentException if k is out of range
     */
    public static Shingler words(int k) {
        return new Shingler(true, checkK(k), 0, ShinglerVersion.DEFAULT);
    }

    /**
     * Creates a shingler of characters whose k follows the script of most letters of each text. It is 2 for Han and
     * Kana, 3 for Thai, Lao, Khmer, Myanmar and Hangul, else 5. Shingles of different k never equal each other.
     *
     * @return the shingler
     */
    public static Shingler forScript() {
        return forScript(SPACED_K);
    }

    /**
     * Creates a shingler of characters as {@link #forScript()} does, with another k for scripts with spaces.
     *
     * @param k code points a shingle where words have spaces between them, 3 to 64
     * @return the shingler
     * @throws IllegalArgumentException if k is out of range
     */
    public static Shingler forScript(int k) {
        if (checkK(k) < THAI_K) {
            throw new IllegalArgumentException("k of spaced scripts must be in [3, 64] but was " + k);
        }
        return new Shingler(false, BY_SCRIPT - k, 0, ShinglerVersion.DEFAULT);
    }

    /**
     * Sets the seed of the element hash.
     *
     * @param newSeed any value
     * @return the changed shingler
     */
    public Shingler withSeed(long newSeed) {
        return new Shingler(words, k, newSeed, version);
    }

    /**
     * Sets the version; shingles that are compared need the same one.
     *
     * @param newVersion the version
     * @return the changed shingler
     */
    public Shingler withVersion(ShinglerVersion newVersion) {
        return new Shingler(words, k, seed, Objects.requireNonNull(newVersion, "newVersion"));
    }

    /**
     * Tells the version.
     *
     * @return the version of every element hash
     */
    public ShinglerVersion version() {
        return version;
    }

    /**
     * Gives the distinct shingles of a text.
     *
     * @param text a text, normalised before where that matters
     * @return the element hashes, in order of first appearance
     */
    public long[] shingles(CharSequence text) {
        ShingleBuffer buffer = new ShingleBuffer();
        shingle(text, buffer);
        return buffer.toArray();
    }

    /**
     * Collects the distinct shingles of a text in a reusable buffer: allocates nothing once the buffer has grown.
     *
     * @param text a text, normalised before where that matters
     * @param buffer receives the element hashes, in order of first appearance; what it held is dropped
     */
    public void shingle(CharSequence text, ShingleBuffer buffer) {
        buffer.clear();
        if (words) {
            words(text, buffer);
        } else {
            characters(text, k < BY_SCRIPT ? kFor(text, BY_SCRIPT - k) : k, buffer);
        }
    }

    private void characters(CharSequence text, int width, ShingleBuffer buffer) {
        int n = text.length();
        if (n == 0) {
            return;
        }
        long[] ring = buffer.ring(width);
        long lead = power(width);
        long hash = 0;
        int seen = 0;
        int slot = 0;
        long end = Hashing.mix(salt + width);
        for (int i = 0; i < n; ) {
            char c = text.charAt(i++);
            long unit = c;
            if (Character.isHighSurrogate(c) && i < n && Character.isLowSurrogate(text.charAt(i))) {
                unit = Character.toCodePoint(c, text.charAt(i++));
            }
            unit = (unit ^ salt) * Hashing.GOLDEN;
            unit ^= unit >>> 32;
            hash = hash * base + unit - lead * ring[slot];
            ring[slot] = unit;
            slot = slot + 1 == width ? 0 : slot + 1;
            if (++seen >= width) {
                buffer.add(Hashing.mix(hash ^ end));
            }
        }
        if (seen < width) {
            buffer.add(Hashing.mix(hash ^ end ^ seen));
        }
    }

    private void words(CharSequence text, ShingleBuffer buffer) {
        long[] ring = buffer.ring(k);
        long lead = power(k);
        long hash = 0;
        long word = 0;
        int seen = 0;
        int slot = 0;
        long end = Hashing.mix(salt - k);
        int n = text.length();
        for (int i = 0; i <= n; ) {
            int c = i < n ? Character.codePointAt(text, i) : ' ';
            i += Character.charCount(c);
            boolean part = Words.isWord(c);
            boolean whole = part && Words.isUnspaced(c);
            if (part && !whole) {
                word = (word ^ c ^ salt) * Hashing.GOLDEN;
                word ^= word >>> 32;
                continue;
            }
            for (int step = word != 0 ? 0 : 1; step < (whole ? 2 : 1); step++) {
                long unit = Hashing.mix(step == 0 ? word : (c ^ salt) * Hashing.GOLDEN);
                word = 0;
                hash = hash * base + unit - lead * ring[slot];
                ring[slot] = unit;
                slot = slot + 1 == k ? 0 : slot + 1;
                if (++seen >= k) {
                    buffer.add(Hashing.mix(hash ^ end));
                }
            }
        }
        if (seen > 0 && seen < k) {
            buffer.add(Hashing.mix(hash ^ end ^ seen));
        }
    }

    /** {@code base^width}: the factor of the unit that leaves the window. */
    private long power(int width) {
        long p = 1;
        for (int i = 0; i < width; i++) {
            p *= base;
        }
        return p;
    }

    private static int kFor(CharSequence text, int spacedK) {
        int spaced = 0;
        int thai = 0;
        int ideographs = 0;
        for (int i = 0; i < text.length(); ) {
            int c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            if (c < 0x0e00) {
                spaced += Character.isLetter(c) ? 1 : 0;
            } else if (Words.isIdeograph(c)) {
                ideographs++;
            } else if (Words.isThaiLike(c) || (c >= 0xac00 && c <= 0xd7a3)) {
                thai++;
            } else {
                spaced += Character.isLetter(c) ? 1 : 0;
            }
        }
        // An ideograph says about as much as two or three letters.
        if (ideographs * 2 > spaced + thai) {
            return IDEOGRAPH_K;
        }
        return thai > spaced ? THAI_K : spacedK;
    }

    private static int checkK(int k) {
        if (k >= 1 && k <= 64) {
            return k;
        }
        throw new IllegalArgumentException(String.format(Locale.ROOT, "k must be in [1, 64] but was %d", k));
    }

    /** Says how it cuts, in which version and with which seed: what is stored beside texts. */
    @Override
    public String toString() {
        return (words ? "word:" : "char:")
                + (k == BY_SCRIPT - SPACED_K
                        ? "script"
                        : k < BY_SCRIPT ? "script" + (BY_SCRIPT - k) : Integer.toString(k))
                + " " + version.name().toLowerCase(Locale.ROOT) + " seed " + seed;
    }
}
