/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.core.column.IntList;
import org.vigie.core.column.StringTable;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.duplicate.NearDuplicates;

/** Makes a corpus of a draft: rows in order of time, numbers in the order in which rows meet names. */
final class Assembly {
    private final Draft draft;
    /** Rows before this time are left out. */
    private final long from;
    /** Whether the draft grows no more, so that its tables may be the corpus's own. */
    private final boolean isLast;

    private final int n;
    /** By row its place in the draft. */
    private final int[] order;

    private Assembly(Draft draft, long from, boolean isLast) {
        this.draft = draft;
        this.from = from;
        this.isLast = isLast;
        this.order = order(draft, from);
        this.n = order.length;
    }

    static Corpus of(Draft draft, NearDuplicates search) {
        draft.texts.finish();
        return new Assembly(draft, Long.MIN_VALUE, true).corpus(search);
    }

    /** Of the rows that are not before a time, while more may come. */
    static Corpus snapshot(Draft draft, long from, NearDuplicates search) {
        draft.texts.finish();
        return new Assembly(draft, from, false).corpus(search);
    }

    private StringTable table(StringTable growing) {
        return isLast ? growing : growing.snapshot();
    }

    private Corpus corpus(NearDuplicates search) {
        Corpus.Columns columns = new Corpus.Columns(n);
        NameColumn.Numbering wordings = new NameColumn.Numbering(table(draft.wordings));
        for (int r = 0; r < n; r++) {
            int i = order[r];
            columns.time[r] = draft.time.get(i);
            columns.wording[r] = wordings.number(draft.wording.get(i));
            columns.ownText.set(r, draft.ownText.get(i));
            columns.reposts.set(r, draft.reposts.get(i));
        }
        NameColumn accounts = accounts(columns);
        NameColumn texts = texts(columns);
        Map<ObjectKind, NameColumn> objectNames = new HashMap<>();
        Corpus corpus = new Corpus(
                columns,
                new NameColumn(table(draft.ids), order),
                wordings.column(),
                accounts,
                texts,
                objectNames,
                draft.kinds,
                search);
        for (int k = 0; k < draft.kinds.size(); k++) {
            objectNames.put(draft.kinds.get(k), putLayer(corpus, draft.kinds.get(k), draft.acts.get(k)));
        }
        return corpus;
    }

    private NameColumn accounts(Corpus.Columns columns) {
        NameColumn.Numbering accounts = new NameColumn.Numbering(table(draft.accounts));
        int[] posts = new int[draft.accounts.size()];
        long[] created = draft.created(from);
        for (int r = 0; r < n; r++) {
            columns.account[r] = accounts.number(draft.account.get(order[r]));
            posts[columns.account[r]]++;
        }
        NameColumn names = accounts.column();
        columns.setAccounts(
                Arrays.copyOf(posts, names.size()),
                IntStream.range(0, names.size())
                        .mapToLong(a -> created[names.place(a)])
                        .toArray());
        return names;
    }

    private NameColumn texts(Corpus.Columns columns) {
        NameColumn.Numbering texts = new NameColumn.Numbering(table(draft.texts.texts()));
        IntList firstRow = new IntList();
        for (int r = 0; r < n; r++) {
            int place = draft.texts.textOf(draft.wording.get(order[r]));
            columns.text[r] = place < 0 ? -1 : texts.number(place);
            columns.specific.set(r, place >= 0 && draft.texts.isSpecific(place));
            if (columns.text[r] == firstRow.size()) {
                firstRow.add(r);
            }
        }
        NameColumn normalized = texts.column();
        columns.setTexts(firstRow.toArray(), guesses(normalized, firstRow), draft.texts.hasLanguages());
        return normalized;
    }

    private Guesses guesses(NameColumn normalized, IntList firstRow) {
        Guesses guesses = new Guesses();
        for (int t = 0; draft.texts.hasLanguages() && t < normalized.size(); t++) {
            int wording = draft.wording.get(order[firstRow.get(t)]);
            guesses.add(draft.texts.guess(normalized.place(t), wording, draft.wordings));
        }
        return guesses;
    }

    private NameColumn putLayer(Corpus corpus, ObjectKind kind, Draft.Acts acts) {
        int[] starts = new int[draft.size() + 1];
        for (int a = 0; a < acts.row.size(); a++) {
            starts[acts.row.get(a) + 1]++;
        }
        for (int i = 0; i < draft.size(); i++) {
            starts[i + 1] += starts[i];
        }
        NameColumn.Numbering numbers = new NameColumn.Numbering(table(acts.names));
        int acted = 0;
        for (int i : order) {
            acted += starts[i + 1] - starts[i];
        }
        int[] object = new int[acted];
        int[] row = new int[acted];
        int next = 0;
        for (int r = 0; r < n; r++) {
            for (int a = starts[order[r]]; a < starts[order[r] + 1]; a++) {
                object[next] = numbers.number(acts.object.get(a));
                row[next++] = r;
            }
        }
        corpus.put(ObjectLayer.of(corpus, kind, numbers.size(), object, row));
        return numbers.column();
    }

    /** The layer of texts: objects are clusters; a row is on the cluster of its text if the text is its account's own. */
    static ObjectLayer textLayer(Corpus corpus, DuplicateReport duplicates) {
        IntList object = new IntList();
        IntList row = new IntList();
        for (int r = 0; r < corpus.size(); r++) {
            int cluster = duplicates.clusterOf(r);
            if (cluster >= 0 && corpus.hasOwnText(r)) {
                object.add(cluster);
                row.add(r);
            }
        }
        return ObjectLayer.of(corpus, ObjectKind.TEXT, duplicates.clusters().size(), object.toArray(), row.toArray());
    }

    /** The rows of a draft that are not before a time: by time, equal times by id. */
    private static int[] order(Draft draft, long from) {
        int[] order = IntStream.range(0, draft.size())
                .filter(i -> draft.time.get(i) >= from)
                .toArray();
        Comparator<Integer> byTime = Comparator.comparingLong(draft.time::get);
        Comparator<Integer> byTimeAndId = byTime.thenComparing(draft.ids::compare);
        for (int i = 1; i < order.length; i++) {
            if (byTimeAndId.compare(order[i - 1], order[i]) > 0) {
                return sorted(draft, order, byTimeAndId);
            }
        }
        return order;
    }

    /** Sorts numbers instead of boxes where time and place fit into one. */
    private static int[] sorted(Draft draft, int[] order, Comparator<Integer> byTimeAndId) {
        int n = order.length;
        long least = IntStream.of(order).mapToLong(draft.time::get).min().orElse(0);
        long range = IntStream.of(order).mapToLong(draft.time::get).max().orElse(0) - least;
        int bits = 32 - Integer.numberOfLeadingZeros(draft.size());
        if (range < 0 || Long.numberOfLeadingZeros(range) <= bits) {
            return IntStream.of(order)
                    .boxed()
                    .sorted(byTimeAndId)
                    .mapToInt(i -> i)
                    .toArray();
        }
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            keys[i] = (draft.time.get(order[i]) - least) << bits | order[i];
        }
        Arrays.sort(keys);
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && keys[to] >> bits == keys[from] >> bits) {
                order[to] = (int) (keys[to] & ((1L << bits) - 1));
                to++;
            }
            if (to - from > 1) {
                int[] equal = IntStream.of(Arrays.copyOfRange(order, from, to))
                        .boxed()
                        .sorted(draft.ids::compare)
                        .mapToInt(i -> i)
                        .toArray();
                System.arraycopy(equal, 0, order, from, equal.length);
            }
            from = to;
        }
        return order;
    }
}
