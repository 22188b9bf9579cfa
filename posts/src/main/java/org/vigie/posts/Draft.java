/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.core.column.IntList;
import org.vigie.core.column.LongList;
import org.vigie.core.column.StringTable;
import org.vigie.nlp.language.LanguageGuess;

/** The columns of a corpus in the order in which posts came, before rows are sorted and names are numbered. */
final class Draft {
    /** No time that a post can have. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    final List<ObjectKind> kinds;
    final TextPipeline texts;
    final StringTable ids = new StringTable();
    final StringTable accounts = new StringTable();
    final StringTable wordings = new StringTable();
    final IntList account = new IntList();
    final IntList wording = new IntList();
    final LongList time = new LongList();
    /** Rows whose text is their account's own and long enough to be an object. */
    final BitSet ownText = new BitSet();

    final BitSet reposts = new BitSet();
    final List<Acts> acts = new ArrayList<>();
    /** When accounts were opened, as rows say it that were added one by one. */
    private final IntList openedRow = new IntList();

    private final LongList openedAt = new LongList();
    /** By account the same, as other corpora say it. */
    private long[] created = new long[16];
    /** By kind the objects of the post that is being added. */
    private final List<List<String>> touched = new ArrayList<>();

    /** Which rows touch which objects of a kind, row by row. */
    static final class Acts {
        final StringTable names = new StringTable();
        final IntList row = new IntList();
        final IntList object = new IntList();

        void add(int atRow, int place) {
            row.add(atRow);
            object.add(place);
        }
    }

    Draft(List<ObjectKind> kinds, TextPipeline texts) {
        this.kinds = kinds;
        this.texts = texts;
        kinds.forEach(kind -> {
            acts.add(new Acts());
            touched.add(List.of());
        });
    }

    int size() {
        return account.size();
    }

    /** Adds a post; false if its id is known. */
    boolean add(Post post) {
        return add(post, texts::add);
    }

    /** Adds a post of whose text everything is known; false if its id is known. */
    boolean add(Post post, String normalized, LanguageGuess language) {
        return add(post, wording -> texts.addKnown(normalized, language, true));
    }

    /** A time in another unit than was thought is far from all others; a time line between them has no end. */
    private static long millis(String name, Instant time) {
        if (time.isBefore(EARLIEST) || !time.isBefore(END)) {
            throw new IllegalArgumentException(name + " must be in the years 1 to 9999 but was " + time);
        }
        return time.toEpochMilli();
    }

    private boolean add(Post post, Consumer<String> newWording) {
        // What may fail comes first: a post is added whole or not at all.
        long millis = millis("time", post.time());
        long opened = post.accountCreated()
                .map(time -> millis("accountCreated", time))
                .orElse(UNKNOWN);
        TextMark mark = TextMark.of(post.text());
        boolean isRepost = TextMark.isRepost(post, mark);
        for (int k = 0; k < kinds.size(); k++) {
            touched.set(k, kinds.get(k).objects(post, isRepost));
        }
        int row = size();
        if (ids.add(post.id()) != row) {
            return false;
        }
        addRow(post.account(), millis);
        if (opened != UNKNOWN) {
            openedRow.add(row);
            openedAt.add(opened);
        }
        int known = wordings.size();
        int number = wordings.add(post.text());
        wording.add(number);
        if (number == known) {
            newWording.accept(post.text());
        }
        reposts.set(row, isRepost);
        ownText.set(row, TextMark.isOwn(post, mark));
        for (int k = 0; k < kinds.size(); k++) {
            List<String> names = touched.get(k);
            for (int i = 0; i < names.size(); i++) {
                acts.get(k).add(row, acts.get(k).names.add(names.get(i)));
            }
        }
        return true;
    }

    private void addRow(String name, long millis) {
        int known = accounts.size();
        int number = accounts.add(name);
        if (number == known) {
            if (number == created.length) {
                created = Arrays.copyOf(created, number + (number >> 1));
            }
            created[number] = UNKNOWN;
        }
        account.add(number);
        time.add(millis);
    }

    private static void open(long[] created, int number, long millis) {
        created[number] = created[number] == UNKNOWN ? millis : Math.min(created[number], millis);
    }

    /**
     * By account when it was opened, the earliest of what its posts say that are not before a time; {@link #UNKNOWN} if none
     * says so.
     */
    long[] created(long from) {
        long[] all = Arrays.copyOf(created, accounts.size());
        for (int i = 0; i < openedRow.size(); i++) {
            int row = openedRow.get(i);
            if (time.get(row) >= from) {
                open(all, account.get(row), openedAt.get(i));
            }
        }
        return all;
    }

    /**
     * Adds rows of another corpus, whose texts are normalised already.
     *
     * @throws IllegalArgumentException if an id is known
     */
    void add(Corpus part, int from, int to) {
        int[] wordingOf = new int[part.wordings.size()];
        Arrays.fill(wordingOf, -1);
        for (int r = from; r < to; r++) {
            int row = size();
            if (ids.add(part.id(r)) != row) {
                throw new IllegalArgumentException("ids must be unique but '" + part.id(r) + "' came twice");
            }
            addRow(part.accountName(part.account(r)), part.time(r));
            if (part.created(part.account(r)) != UNKNOWN) {
                open(created, account.get(row), part.created(part.account(r)));
            }
            int old = part.wording(r);
            if (wordingOf[old] < 0) {
                wordingOf[old] = addKnown(part, r, old);
            }
            wording.add(wordingOf[old]);
            reposts.set(row, part.isRepost(r));
            ownText.set(row, part.hasOwnText(r));
        }
        for (int k = 0; k < kinds.size(); k++) {
            addActs(acts.get(k), part.layer(kinds.get(k)), part, from, to);
        }
    }

    private int addKnown(Corpus part, int row, int old) {
        int known = wordings.size();
        int number = wordings.add(part.wordings.get(old));
        if (number == known) {
            int text = part.text(row);
            texts.addKnown(
                    text < 0 ? "" : part.normalized(text),
                    part.guess(row),
                    text >= 0 && part.hasLanguages() && part.wording(part.firstRow(text)) == old);
        }
        return number;
    }

    private void addActs(Acts out, ObjectLayer layer, Corpus part, int from, int to) {
        // Rows first, objects within a row in the order of their numbers: as the part itself was numbered.
        int[] object = layer.objectOfActs();
        int[] starts = new int[to - from + 1];
        for (int a = 0; a < layer.acts(); a++) {
            if (layer.row(a) >= from && layer.row(a) < to) {
                starts[layer.row(a) - from + 1]++;
            }
        }
        for (int r = 0; r < to - from; r++) {
            starts[r + 1] += starts[r];
        }
        int[] byRow = new int[starts[to - from]];
        int[] next = starts.clone();
        for (int a = 0; a < layer.acts(); a++) {
            if (layer.row(a) >= from && layer.row(a) < to) {
                byRow[next[layer.row(a) - from]++] = object[a];
            }
        }
        int[] placeOf = new int[layer.objects()];
        Arrays.fill(placeOf, -1);
        int base = size() - (to - from);
        for (int r = 0; r < to - from; r++) {
            for (int i = starts[r]; i < starts[r + 1]; i++) {
                int o = byRow[i];
                if (placeOf[o] < 0) {
                    placeOf[o] = out.names.add(part.objectName(layer.kind(), o));
                }
                out.add(base + r, placeOf[o]);
            }
        }
    }
}
