/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.nlp.language.LanguageGuess;
import org.vigie.nlp.language.LanguageIdentifier;
import org.vigie.nlp.text.TextEntities;

/**
 * Posts in columns of numbers: what every detector works on.
 *
 * <p>Rows are posts in order of time, equal times by id. Accounts, texts and the objects of each {@link ObjectKind}
 * have dense numbers in the order in which rows first meet them. So nothing depends on the order in which posts came,
 * or on names. A text is what the normaliser leaves of a post. Rows whose texts are the same have one number, and -1
 * means that nothing is left. Each text is normalised once and its language identified once, while the next posts are
 * read. Names are behind {@link Names}.
 *
 * <p>A part of the time is a corpus ({@link #slice}), and parts make a whole ({@link #merge}). The merged corpus is
 * equal to the one of all posts at once. Memory: the distinct texts as written and as normalised, ids and names as
 * bytes, and about 40 bytes per post. What a platform declares of a language is not kept, because it is often wrong.
 *
 * <p>Immutable and thread-safe. Near-duplicates are searched when they are first asked for.
 */
public final class Corpus {
    /** Texts with fewer UTF-16 units, such as greetings, tie nobody together. */
    public static final int MIN_TEXT_LENGTH = 20;

    final NameColumn ids;
    final NameColumn wordings;
    private final NameColumn accountNames;
    private final NameColumn texts;
    private final Map<ObjectKind, NameColumn> objectNames;
    private final Columns columns;
    private final List<ObjectKind> kinds;
    private final NearDuplicates search;
    private final Map<ObjectKind, ObjectLayer> layers = new HashMap<>();
    private @Nullable DuplicateReport duplicates;

    /** The columns by row, by account and by text. */
    static final class Columns {
        final int[] account;
        final long[] time;
        final int[] text;
        final int[] wording;
        final BitSet ownText;
        final BitSet reposts;
        final BitSet specific;
        private int[] postsOf = {};
        private long[] created = {};
        private int[] firstRow = {};
        private Guesses guesses = new Guesses();
        private List<String> languageOf = List.of();
        private boolean hasLanguages;

        Columns(int rows) {
            account = new int[rows];
            time = new long[rows];
            text = new int[rows];
            wording = new int[rows];
            ownText = new BitSet(rows);
            reposts = new BitSet(rows);
            specific = new BitSet(rows);
        }

        /** How many posts each account has, and when it was opened. */
        void setAccounts(int[] posts, long[] opened) {
            postsOf = posts;
            created = opened;
        }

        /** The first row of each text, and what is said of its language; nothing if that was not asked for. */
        void setTexts(int[] first, Guesses guessOf, boolean isAsked) {
            firstRow = first;
            guesses = guessOf;
            languageOf = guessOf.tagsByMix();
            hasLanguages = isAsked;
        }
    }

    Corpus(
            Columns columns,
            NameColumn ids,
            NameColumn wordings,
            NameColumn accountNames,
            NameColumn texts,
            Map<ObjectKind, NameColumn> objectNames,
            List<ObjectKind> kinds,
            NearDuplicates search) {
        this.columns = columns;
        this.ids = ids;
        this.wordings = wordings;
        this.accountNames = accountNames;
        this.texts = texts;
        this.objectNames = objectNames;
        this.kinds = kinds;
        this.search = search;
    }

    /** Only while it is built. */
    void put(ObjectLayer layer) {
        layers.put(layer.kind(), layer);
    }

    /**
     * Makes a corpus of posts with the defaults.
     *
     * @param posts posts with unique ids, in any order
     * @return the corpus
     * @throws IllegalArgumentException if two posts have one id
     */
    public static Corpus of(List<Post> posts) {
        CorpusBuilder builder = builder();
        for (Post post : posts) {
            if (!builder.post(post)) {
                throw new IllegalArgumentException("ids must be unique but '" + post.id() + "' came twice");
            }
        }
        return builder.build();
    }

    /**
     * Starts a corpus with the defaults: the kinds of {@link ObjectKind#defaults()}, near-duplicates with their defaults,
     * languages, two threads.
     *
     * @return an empty builder
     */
    public static CorpusBuilder builder() {
        return new CorpusBuilder();
    }

    /**
     * Makes one corpus of several, such as slices of time: equal to the corpus of all their posts.
     *
     * @param parts at least one corpus, all of the same kinds and normaliser. The search for near-duplicates, and
     *     whether there are languages, is as in the first
     * @return the whole
     * @throws IllegalArgumentException if there are none, their kinds or normalisers differ or two posts have one id
     */
    public static Corpus merge(List<Corpus> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one corpus to merge");
        }
        Corpus first = parts.get(0);
        Draft draft = first.emptyDraft();
        for (Corpus part : parts) {
            if (!part.kinds.equals(first.kinds)) {
                throw new IllegalArgumentException("kinds must be " + first.kinds + " but were " + part.kinds);
            }
            String normalizer = part.search.normalizer().toString();
            if (!normalizer.equals(first.search.normalizer().toString())) {
                throw new IllegalArgumentException(
                        "normalisers must be " + first.search.normalizer() + " but one was " + normalizer);
            }
            draft.add(part, 0, part.size());
        }
        return Assembly.of(draft, first.search);
    }

    /**
     * Returns the posts of a period as a corpus of its own, with its own numbers. What posts outside the period say of
     * when an account was opened still counts. Objects that one post meets first have the order of this corpus. Linear
     * in the corpus.
     *
     * @param from the first time
     * @param to the time after the last one
     * @return the posts with {@code from <= time < to}, times in milliseconds; none if {@code to} is not after {@code from}
     */
    public Corpus slice(Instant from, Instant to) {
        Draft draft = emptyDraft();
        int start = firstAtLeast(ceilMillis(from));
        draft.add(this, start, Math.max(start, firstAtLeast(ceilMillis(to))));
        return Assembly.of(draft, search);
    }

    /** The first millisecond that is not before a time; the nearest there is for the far ends of time. */
    static long ceilMillis(Instant time) {
        if (time.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))) {
            return Long.MIN_VALUE;
        }
        if (time.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE))) {
            return Long.MAX_VALUE;
        }
        long millis = time.toEpochMilli();
        return Instant.ofEpochMilli(millis).isBefore(time) ? millis + 1 : millis;
    }

    private Draft emptyDraft() {
        LanguageIdentifier identifier = columns.hasLanguages ? LanguageIdentifier.load() : null;
        return new Draft(kinds, new TextPipeline(search.normalizer(), identifier, 1));
    }

    private int firstAtLeast(long millis) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (columns.time[middle] < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Returns how many posts there are.
     *
     * @return the number of rows
     */
    public int size() {
        return columns.account.length;
    }

    /**
     * Returns how many accounts there are.
     *
     * @return the number of accounts
     */
    public int accounts() {
        return columns.postsOf.length;
    }

    @Override
    public String toString() {
        return "Corpus[posts=" + size() + ", accounts=" + accounts() + "]";
    }

    /**
     * Returns how many different texts there are after normalisation.
     *
     * @return the number of texts, empty ones not counted
     */
    public int texts() {
        return texts.size();
    }

    /**
     * Returns the kinds of objects that posts were read with, {@link ObjectKind#TEXT} first.
     *
     * @return the kinds
     */
    public List<ObjectKind> kinds() {
        List<ObjectKind> all = new ArrayList<>(List.of(ObjectKind.TEXT));
        all.addAll(kinds);
        return List.copyOf(all);
    }

    /**
     * Returns the account of a post.
     *
     * @param row the post's row
     * @return the account's number
     */
    public int account(int row) {
        return columns.account[row];
    }

    /**
     * Returns the time of a post.
     *
     * @param row the post's row
     * @return epoch milliseconds
     */
    public long time(int row) {
        return columns.time[row];
    }

    /**
     * Returns the text of a post.
     *
     * @param row the post's row
     * @return the text's number, or -1 if normalisation leaves nothing
     */
    public int text(int row) {
        return columns.text[row];
    }

    /**
     * Returns the first post with a text.
     *
     * @param text the text's number
     * @return its row
     */
    public int firstRow(int text) {
        return columns.firstRow[text];
    }

    /**
     * Tells whether a post only repeats another.
     *
     * @param row the post's row
     * @return true if it says which post it repeats
     */
    public boolean isRepost(int row) {
        return columns.reposts.get(Objects.checkIndex(row, size()));
    }

    /**
     * Tells whether a post's text may be an object: it is no repost's and has at least 20 characters.
     *
     * @param row the post's row
     * @return true if it may
     */
    public boolean hasOwnText(int row) {
        return columns.ownText.get(Objects.checkIndex(row, size()));
    }

    /**
     * Tells whether a post's text is specific enough to be told from greetings: at least 20 characters and 3 words after
     * normalisation. Three ideographs, kana or Thai letters are a word, and each has the weight of two characters.
     *
     * @param row the post's row
     * @return true if it is
     */
    public boolean isSpecific(int row) {
        return columns.specific.get(Objects.checkIndex(row, size()));
    }

    /**
     * Returns the language of a post, as its text's earliest wording shows it among the other texts. What that wording
     * could be alone is weighed by how much of the collection is in each language
     * ({@link org.vigie.nlp.language.LanguageMix}).
     *
     * @param row the post's row
     * @return a tag of BCP 47; {@code und} if it is not known or languages were not asked for
     */
    public String language(int row) {
        int text = columns.text[row];
        return text < 0 || !columns.hasLanguages ? LanguageGuess.UNDETERMINED : columns.languageOf.get(text);
    }

    /**
     * Returns how many posts an account has.
     *
     * @param account the account's number
     * @return the number of its rows
     */
    public int postsOf(int account) {
        return columns.postsOf[account];
    }

    /**
     * Returns when an account was opened, the earliest of what its posts say.
     *
     * @param account the account's number
     * @return the time; empty if no post says so
     */
    public Optional<Instant> accountCreated(int account) {
        long created = columns.created[account];
        return created == Draft.UNKNOWN ? Optional.empty() : Optional.of(Instant.ofEpochMilli(created));
    }

    /**
     * Returns who acted on which objects of a kind.
     *
     * @param kind the kind. For {@link ObjectKind#TEXT} the objects are the clusters of {@link #duplicates()}. For
     *     {@link ObjectKind#WORDING} every own specific text is on one, of that post alone if nobody says nearly the
     *     same
     * @return the layer
     * @throws IllegalArgumentException if the corpus was not read with this kind
     */
    public ObjectLayer layer(ObjectKind kind) {
        if (kind.equals(ObjectKind.TEXT)) {
            duplicates();
        }
        synchronized (layers) {
            if (kind.equals(ObjectKind.WORDING) && !layers.containsKey(kind)) {
                ObjectLayer wordings = Wordings.layer(this); // which may put the layer of texts
                layers.put(kind, wordings);
            }
            ObjectLayer layer = layers.get(kind);
            if (layer == null) {
                throw new IllegalArgumentException("kind must be one of " + kinds() + " but was " + kind);
            }
            return layer;
        }
    }

    /**
     * Returns who wrote the posts that are the objects of a kind, such as those that are answered. If its objects are
     * accounts, such as those that are mentioned, it returns these. Linear in rows, accounts and objects.
     *
     * @param kind a kind whose objects are posts or accounts: {@link ObjectKind#REPLY}, {@link ObjectKind#REPOST}, {@link
     *     ObjectKind#MENTION} or one's own
     * @return the account by object, -1 where the corpus does not hold the post, or no account has the name in canonical
     *     form; the first of several that have it
     * @throws IllegalArgumentException if the corpus was not read with this kind, or its objects are neither
     */
    public int[] authors(ObjectKind kind) {
        if (kind.privacy() == ObjectKind.Privacy.PUBLIC) {
            throw new IllegalArgumentException("objects must be posts or accounts but kind was " + kind);
        }
        int[] authors = new int[layer(kind).objects()];
        if (kind.privacy() == ObjectKind.Privacy.ACCOUNT) {
            Map<String, Integer> named = new HashMap<>();
            for (int account = 0; account < accounts(); account++) {
                named.putIfAbsent(TextEntities.canonical(accountName(account)), account);
            }
            Arrays.setAll(authors, object -> named.getOrDefault(objectName(kind, object), -1));
            return authors;
        }
        int[] rows = ids.numbers();
        for (int object = 0; object < authors.length; object++) {
            int place = ids.placeOf(objectName(kind, object));
            authors[object] = place < 0 || rows[place] < 0 ? -1 : account(rows[place]);
        }
        return authors;
    }

    /**
     * Returns the near-duplicates among the posts, found once.
     *
     * @return the report, in which a text is named by its row
     */
    public DuplicateReport duplicates() {
        synchronized (layers) {
            DuplicateReport report = duplicates;
            if (report == null) {
                report = search.detectDistinct(new NormalizedTexts(texts), columns.text);
                layers.put(ObjectKind.TEXT, Assembly.textLayer(this, report));
                duplicates = report;
            }
            return report;
        }
    }

    /**
     * Returns the same posts with near-duplicates that were found elsewhere: what {@link #search()} finds among them.
     *
     * @param report the report, in which a text is named by its row
     * @return the corpus, sharing its columns with this one
     * @throws IllegalArgumentException if the report is of another number of rows
     */
    public Corpus withDuplicates(DuplicateReport report) {
        if (report.texts() != size()) {
            throw new IllegalArgumentException(
                    "the report must be of " + size() + " rows but was of " + report.texts());
        }
        Corpus changed = new Corpus(columns, ids, wordings, accountNames, texts, objectNames, kinds, search);
        kinds.forEach(kind -> changed.put(layer(kind)));
        changed.put(Assembly.textLayer(this, report));
        changed.duplicates = report;
        return changed;
    }

    /** Distinct texts, made when they are asked for. */
    private static final class NormalizedTexts extends AbstractList<String> implements RandomAccess {
        private final NameColumn texts;

        NormalizedTexts(NameColumn texts) {
            this.texts = texts;
        }

        @Override
        public String get(int text) {
            return texts.get(text);
        }

        @Override
        public int size() {
            return texts.size();
        }
    }

    /**
     * Returns how near-duplicates are searched.
     *
     * @return the search
     */
    public NearDuplicates search() {
        return search;
    }

    /**
     * Returns the greatest step that all times are apart by multiples of: the grid of the source's clock.
     *
     * @return milliseconds; 0 if all times are one
     */
    public long resolution() {
        long step = 0;
        for (int i = 1; i < columns.time.length && step != 1; i++) {
            long rest = columns.time[i] - columns.time[0];
            while (rest != 0) {
                long next = step % rest;
                step = rest;
                rest = next;
            }
        }
        return step;
    }

    /**
     * Returns the sum of the squares of the accounts' shares of all posts: how often two posts are of one account by
     * chance.
     *
     * @return the concentration, in (0, 1]; 0 if there are no posts
     */
    public double concentration() {
        double sum = 0;
        for (int posted : columns.postsOf) {
            double share = posted / (double) size();
            sum += share * share;
        }
        return sum;
    }

    int wording(int row) {
        return columns.wording[row];
    }

    /**
     * Returns a text as near-duplicates are searched for in it, for those who search elsewhere and then call
     * {@link #withDuplicates(DuplicateReport)}.
     *
     * @param text a text's number
     * @return the text after normalisation
     * @throws IndexOutOfBoundsException if there is no such text
     */
    public String normalized(int text) {
        return texts.get(text);
    }

    int normalizedLength(int text) {
        return texts.length(text);
    }

    String id(int row) {
        return ids.get(row);
    }

    String accountName(int account) {
        return accountNames.get(account);
    }

    /** The number of an account, or -1; linear in the accounts. */
    int findAccount(String name) {
        return accountNames.find(name);
    }

    /** The row of a post, or -1; linear in the rows. */
    int findPost(String id) {
        return ids.find(id);
    }

    /** What is said of the language of a row's text alone. */
    LanguageGuess guess(int row) {
        int text = columns.text[row];
        return text < 0 || !columns.hasLanguages ? Guesses.NONE : columns.guesses.get(text);
    }

    boolean hasLanguages() {
        return columns.hasLanguages;
    }

    long created(int account) {
        return columns.created[account];
    }

    String objectName(ObjectKind kind, int object) {
        if (kind.equals(ObjectKind.WORDING)) {
            ObjectLayer wordings = layer(kind);
            return id(wordings.row(wordings.start(object)));
        }
        NameColumn names = objectNames.get(kind);
        return names == null ? Integer.toString(object) : names.get(object);
    }
}
