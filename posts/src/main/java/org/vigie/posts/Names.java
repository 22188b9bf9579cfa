/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.vigie.core.file.Shown;
import org.vigie.core.privacy.Pseudonymizer;

/**
 * Where the numbers of a {@link Corpus} become what may be shown: names as they are, or pseudonyms; texts whole, cut or
 * withheld. Whoever writes for others asks here and nowhere else, so that nothing leaks what was to be withheld.
 *
 * <p>With pseudonyms, every account, mention and post id is replaced. In texts, links and hashtags, whatever follows an
 * {@code @} or equals the name of an account of the corpus is replaced too. A name that a text tells otherwise (a real
 * name, a nickname) is not found, and texts can be searched for. For what is shared, use pseudonyms with snippets or
 * without text.
 *
 * <p>All that is returned is safe for JSON, XML and HTML. What these cannot carry becomes U+FFFD in texts; in names it
 * is escaped, as {@code \}{@code u0001}, so that different names stay different. Immutable and thread-safe.
 */
public final class Names {
    /** How much of a post's text is shown. Links and hashtags that a finding rests on are shown in any case. */
    public enum Retention {
        /** The whole text: for the analyst's own eyes. */
        FULL,
        /** The first {@value Names#SNIPPET_LENGTH} code points: enough to recognise a text, for what is shared. */
        SNIPPET,
        /** No text at all. */
        NONE;

        /**
         * The name in files and options: lower case.
         *
         * @return the name
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The length of a snippet in code points. */
    public static final int SNIPPET_LENGTH = 80;

    private final Corpus corpus;
    private final Retention retention;
    private final @Nullable Pseudonymizer pseudonymizer;
    private final @Nullable NameMatcher matcher;
    /** Pseudonyms by account, made when they are first asked for. */
    private final AtomicReferenceArray<@Nullable String> accounts;

    private Names(Corpus corpus, Retention retention, @Nullable Pseudonymizer pseudonymizer) {
        this.corpus = corpus;
        this.retention = retention;
        this.pseudonymizer = pseudonymizer;
        this.accounts = new AtomicReferenceArray<>(pseudonymizer == null ? 0 : corpus.accounts());
        if (pseudonymizer == null) {
            this.matcher = null;
        } else {
            Set<String> known = new HashSet<>();
            for (int a = 0; a < corpus.accounts(); a++) {
                known.add(corpus.accountName(a));
            }
            this.matcher = new NameMatcher(known, name -> pseudonym("account", name));
        }
    }

    /**
     * Names as they are, with whole texts.
     *
     * @param corpus the corpus whose numbers are named
     * @return the names
     */
    public static Names plain(Corpus corpus) {
        return new Names(Objects.requireNonNull(corpus, "corpus"), Retention.FULL, null);
    }

    /**
     * Replaces names by pseudonyms.
     *
     * @param newPseudonymizer gives the pseudonyms
     * @return the changed names
     */
    public Names withPseudonyms(Pseudonymizer newPseudonymizer) {
        return new Names(corpus, retention, Objects.requireNonNull(newPseudonymizer, "newPseudonymizer"));
    }

    /**
     * Sets how much of a text is shown.
     *
     * @param newRetention how much
     * @return the changed names
     */
    public Names withRetention(Retention newRetention) {
        return new Names(corpus, Objects.requireNonNull(newRetention, "newRetention"), pseudonymizer);
    }

    /**
     * Returns the corpus whose numbers are named.
     *
     * @return the corpus
     */
    public Corpus corpus() {
        return corpus;
    }

    /**
     * Returns how much of a text is shown.
     *
     * @return how much
     */
    public Retention retention() {
        return retention;
    }

    /**
     * Returns the id of the pseudonyms' key.
     *
     * @return the id; empty if names are shown as they are
     */
    public Optional<String> keyId() {
        return Optional.ofNullable(pseudonymizer).map(Pseudonymizer::keyId);
    }

    /**
     * Names an account.
     *
     * @param account the account's number
     * @return its name or pseudonym
     */
    public String account(int account) {
        if (matcher == null) {
            return Shown.name(corpus.accountName(account));
        }
        String known = accounts.get(account);
        if (known == null) {
            known = pseudonym("account", corpus.accountName(account));
            accounts.set(account, known);
        }
        return known;
    }

    /**
     * Names a post.
     *
     * @param row the post's row
     * @return its id or pseudonym
     */
    public String post(int row) {
        return postId(corpus.id(row));
    }

    /**
     * Returns the text of a post as far as it may be shown.
     *
     * @param row the post's row
     * @return the text as written, with names replaced where asked for; empty if texts are withheld
     */
    public String text(int row) {
        if (retention == Retention.NONE) {
            return "";
        }
        String whole = corpus.wordings.get(corpus.wording(row));
        String text = clean(matcher == null ? whole : matcher.replace(whole));
        return retention == Retention.SNIPPET ? Clean.head(text, SNIPPET_LENGTH) : text;
    }

    /**
     * Names an object.
     *
     * @param kind the kind; {@link ObjectKind#TEXT} has numbers only, which are never replaced
     * @param object the object's number in the corpus
     * @return its name, with pseudonyms as its {@link ObjectKind#privacy()} asks
     */
    public String object(ObjectKind kind, int object) {
        String name = corpus.objectName(kind, object);
        if (kind.equals(ObjectKind.TEXT)) {
            return name;
        }
        return switch (kind.privacy()) {
            case PUBLIC -> Shown.name(matcher == null ? name : matcher.replace(name));
            case POST -> postId(name);
            case ACCOUNT -> matcher == null ? Shown.name(name) : matcher.name(name);
        };
    }

    /**
     * Says what an object is to a reader. For {@link ObjectKind#WORDING} it is the first text of the object, as far as
     * it may be shown; otherwise the name.
     *
     * @param kind the kind
     * @param object the object's number in the corpus
     * @return the text or name
     */
    public String words(ObjectKind kind, int object) {
        if (kind.equals(ObjectKind.WORDING)) {
            ObjectLayer wordings = corpus.layer(kind);
            String text = text(wordings.row(wordings.start(object)));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return object(kind, object);
    }

    /**
     * Makes a text safe for every output: lone surrogates, U+FFFE, U+FFFF and controls other than tab and line breaks
     * become U+FFFD.
     *
     * @param text any text
     * @return the text, of the same length
     */
    public static String clean(String text) {
        return Clean.text(text);
    }

    /**
     * Cuts a text.
     *
     * @param text any text
     * @param codePoints how many code points are kept
     * @return the text, with an ellipsis if there were more
     */
    public static String head(String text, int codePoints) {
        return Clean.head(text, codePoints);
    }

    private String postId(String id) {
        return matcher == null ? Shown.name(id) : pseudonym("post", id);
    }

    /** Equal names give equal pseudonyms, even those that are no valid text. */
    private String pseudonym(String field, String name) {
        if (pseudonymizer == null) {
            throw new IllegalStateException("pseudonyms need a key");
        }
        return pseudonymizer.pseudonym(field, Shown.name(name)); // UTF-8 has no form for a lone surrogate
    }
}
