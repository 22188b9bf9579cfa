/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.nlp.language.LanguageGuess;
import org.vigie.nlp.language.LanguageIdentifier;

/**
 * Collects the posts of a {@link Corpus}. Options come before the first post. Not thread-safe; the work on texts is given
 * to other threads, at most as many as asked for.
 */
public final class CorpusBuilder implements PostSource.Sink {
    private List<ObjectKind> kinds = ObjectKind.defaults();
    private NearDuplicates search = NearDuplicates.withDefaults();
    private boolean languages = true;
    private int threads = 2;
    private @Nullable Draft draft;
    private boolean isBuilt;

    CorpusBuilder() {}

    /**
     * Sets the kinds of objects to look for; {@link ObjectKind#TEXT} and {@link ObjectKind#WORDING} are always there.
     *
     * @param newKinds the kinds, with different names
     * @return this builder
     * @throws IllegalArgumentException if two have one name, or another one has that of {@link ObjectKind#TEXT} or
     *     {@link ObjectKind#WORDING}
     * @throws IllegalStateException if there are posts already
     */
    public CorpusBuilder withKinds(List<ObjectKind> newKinds) {
        requireEmpty();
        List<ObjectKind> own = new ArrayList<>();
        for (ObjectKind kind : newKinds) {
            if (own.contains(kind) || isTaken(kind)) {
                throw new IllegalArgumentException("kinds must have different names but two are " + kind);
            }
            if (!kind.equals(ObjectKind.TEXT) && !kind.equals(ObjectKind.WORDING)) {
                own.add(kind);
            }
        }
        kinds = List.copyOf(own);
        return this;
    }

    /** Whether a kind has the name of one that the corpus always has, and would take it for. */
    @SuppressWarnings("ReferenceEquality") // kinds are equal if their names are
    private static boolean isTaken(ObjectKind kind) {
        return (kind.equals(ObjectKind.TEXT) && kind != ObjectKind.TEXT)
                || (kind.equals(ObjectKind.WORDING) && kind != ObjectKind.WORDING);
    }

    /**
     * Sets how near-duplicate texts are found; its normaliser says which texts are the same.
     *
     * @param newSearch the search; it gets as many threads as the builder
     * @return this builder
     * @throws IllegalStateException if there are posts already
     */
    public CorpusBuilder withDuplicates(NearDuplicates newSearch) {
        requireEmpty();
        search = newSearch;
        return this;
    }

    /**
     * Leaves languages out: all are {@code und}, and no model is loaded.
     *
     * @return this builder
     * @throws IllegalStateException if there are posts already
     */
    public CorpusBuilder withoutLanguages() {
        requireEmpty();
        languages = false;
        return this;
    }

    /**
     * Sets how many threads may work, the caller's included, also when near-duplicates are searched later; the corpus is
     * the same for any number.
     *
     * @param newThreads at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is below 1
     * @throws IllegalStateException if there are posts already
     */
    public CorpusBuilder withThreads(int newThreads) {
        requireEmpty();
        if (newThreads < 1) {
            throw new IllegalArgumentException("threads must be at least 1 but was " + newThreads);
        }
        threads = newThreads;
        return this;
    }

    private void requireEmpty() {
        if (draft != null) {
            throw new IllegalStateException("options must be set before the first post");
        }
    }

    private Draft draft() {
        if (isBuilt) {
            throw new IllegalStateException("the corpus was made already");
        }
        Draft d = draft;
        if (d == null) {
            LanguageIdentifier identifier = languages ? LanguageIdentifier.load() : null;
            d = new Draft(kinds, new TextPipeline(search.normalizer(), identifier, threads));
            draft = d;
        }
        return d;
    }

    /**
     * Takes a post. If it fails the post is not taken and the builder is as it was.
     *
     * @param post the post
     * @return false if a post of this id was taken before; then this one is not
     * @throws IllegalArgumentException if a time of the post is not in the years 1 to 9999
     * @throws IllegalStateException if the corpus was made already
     */
    @Override
    public boolean post(Post post) {
        return draft().add(post);
    }

    /**
     * Takes a post whose text was normalised and identified elsewhere. If that was done by the normaliser of the search
     * and the model that comes with Vigie, the corpus is the one of {@link #post(Post)}. For those who spread this work
     * over several machines.
     *
     * @param post the post
     * @param normalized its text after normalisation
     * @param language what the identifier says of its text
     * @return false if a post of this id was taken before; then this one is not
     * @throws IllegalArgumentException if a time of the post is not in the years 1 to 9999
     * @throws IllegalStateException if the corpus was made already
     */
    public boolean post(Post post, String normalized, LanguageGuess language) {
        return draft().add(post, normalized, language);
    }

    /**
     * Reads a source to its end.
     *
     * @param source the source
     * @return this builder
     * @throws IOException if the source can't be read
     */
    public CorpusBuilder read(PostSource source) throws IOException {
        source.read(this);
        return this;
    }

    /**
     * Returns how many posts there are by now.
     *
     * @return the number of posts
     */
    public int size() {
        return draft == null ? 0 : draft.size();
    }

    /**
     * Makes the corpus; the builder must not be used any more.
     *
     * @return the corpus of the posts
     * @throws IllegalStateException if it was made already
     */
    public Corpus build() {
        Draft whole = draft();
        isBuilt = true;
        return Assembly.of(whole, search.withThreads(threads));
    }

    /**
     * Makes a corpus of the posts by now that are not before a time; the builder may go on. The corpus is equal to one of
     * these posts alone and stays as it is. It shares the bytes of texts and names with the builder. Posts before that time
     * keep their memory, and their ids are known, until the builder is let go. For a window that moves on.
     *
     * @param from the first time
     * @return the corpus of the posts with {@code from <= time}, times in milliseconds
     * @throws IllegalStateException if the corpus was made by {@link #build()}
     */
    public Corpus snapshot(Instant from) {
        return Assembly.snapshot(draft(), Corpus.ceilMillis(from), search.withThreads(threads));
    }
}
