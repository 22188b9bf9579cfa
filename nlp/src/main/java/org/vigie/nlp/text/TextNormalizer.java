/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import java.util.Locale;
import java.util.Objects;

/**
 * Brings texts that readers take for the same to the same characters, before they are compared.
 *
 * <p>There are three ways. {@link #none()} changes nothing. {@link #basic()} lower-cases each character on its own,
 * turns runs of white space into one space and trims, as other tools do. {@link #social()} also undoes what posts
 * carry and what evasion adds. Idempotent; linear time; deterministic whatever the default locale, for each {@link
 * NormalizerVersion}. Immutable and thread-safe.
 */
public final class TextNormalizer {
    private enum Way {
        NONE,
        BASIC,
        SOCIAL
    }

    private final Way way;
    private final boolean keepEmoji;
    private final NormalizerVersion version;

    private TextNormalizer(Way way, boolean keepEmoji, NormalizerVersion version) {
        this.way = way;
        this.keepEmoji = keepEmoji;
        // The other ways have stayed as they were.
        this.version = way == Way.SOCIAL ? version : NormalizerVersion.V1;
    }

    /**
     * Creates the normaliser for posts.
     *
     * @return the normaliser
     */
    public static TextNormalizer social() {
        return new TextNormalizer(Way.SOCIAL, true, NormalizerVersion.DEFAULT);
    }

    /**
     * Creates the plain normaliser: lower case by character, white-space runs to one space, no white space at the ends.
     *
     * @return the normaliser
     */
    public static TextNormalizer basic() {
        return new TextNormalizer(Way.BASIC, true, NormalizerVersion.DEFAULT);
    }

    /**
     * Creates the normaliser that changes nothing.
     *
     * @return the normaliser
     */
    public static TextNormalizer none() {
        return new TextNormalizer(Way.NONE, true, NormalizerVersion.DEFAULT);
    }

    /**
     * Drops emoji too; only {@link #social()} looks at them.
     *
     * @return the changed normaliser
     */
    public TextNormalizer withoutEmoji() {
        return new TextNormalizer(way, false, version);
    }

    /**
     * Sets the version; a text that is stored or compared needs the one it was normalised with.
     *
     * @param version the version
     * @return the changed normaliser
     */
    public TextNormalizer withVersion(NormalizerVersion version) {
        return new TextNormalizer(way, keepEmoji, Objects.requireNonNull(version, "version"));
    }

    /**
     * Tells the version.
     *
     * @return the first version with the rules that it follows: {@link NormalizerVersion#V1} for {@link #basic()} and
     *     {@link #none()}
     */
    public NormalizerVersion version() {
        return version;
    }

    /**
     * Normalises a text.
     *
     * @param text any text, lone surrogates included
     * @return the normalised text, empty when nothing is left
     */
    public String normalize(String text) {
        return switch (way) {
            case NONE -> Objects.requireNonNull(text, "text");
            case BASIC -> new BasicRun(text, false).text();
            case SOCIAL ->
                version == NormalizerVersion.V1
                        ? new FirstSocialRun(text, keepEmoji, false).text()
                        : SocialRun.of(text, keepEmoji, false).text();
        };
    }

    /**
     * Normalises a text and keeps the way back to the original.
     *
     * @param text any text, lone surrogates included
     * @return the normalised text with its alignment and what was stripped
     */
    public NormalizedText align(String text) {
        return switch (way) {
            case NONE -> identity(text);
            case BASIC -> new BasicRun(text, true).aligned(TextResidue.NONE);
            case SOCIAL -> {
                if (version == NormalizerVersion.V1) {
                    FirstSocialRun run = new FirstSocialRun(text, keepEmoji, true);
                    yield run.aligned(run.residue());
                }
                SocialRun run = SocialRun.of(text, keepEmoji, true);
                yield run.aligned(run.residue());
            }
        };
    }

    /**
     * Tells whether nobody sees a character. These are joiners, soft hyphens, marks of direction, variation selectors,
     * fillers, tags and controls other than ASCII's. Unicode calls them default ignorable code points and C1. {@link
     * #social()} removes them.
     *
     * @param codePoint any code point
     * @return whether it shows nothing
     */
    public static boolean isInvisible(int codePoint) {
        return Words.isInvisible(codePoint);
    }

    /** Says which way and in which version it normalises: what is stored beside texts. */
    @Override
    public String toString() {
        return way.name().toLowerCase(Locale.ROOT) + " " + version.name().toLowerCase(Locale.ROOT)
                + (keepEmoji ? "" : " without emoji");
    }

    private static NormalizedText identity(String text) {
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = i;
            ends[i] = i + 1;
        }
        return new NormalizedText(text, text, starts, ends, TextResidue.NONE);
    }
}
