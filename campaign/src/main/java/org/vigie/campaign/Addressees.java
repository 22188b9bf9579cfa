/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/**
 * Whom each post addresses: of those it mentions the one whom most accounts mention, else who wrote the post that it
 * answers, else that post. So one post is one act. Linear in the acts.
 */
final class Addressees {
    static final int NOBODY = -1;

    /** Fewer addressees are an occasion of theirs: a class congratulates, friends console. */
    static final int MANY = 10;

    /** Answers to nobody known are much if they are one in so many. */
    private static final int ONE_IN = 20;

    private final Corpus corpus;
    /** By row, {@link #NOBODY} for none. */
    final int[] target;
    /** How many accounts are mentioned: smaller targets are objects of {@link ObjectKind#MENTION}. */
    private final int mentioned;
    /** By row: the object of {@link ObjectKind#REPLY} that it answers, or -1. */
    private final int[] answered;

    Addressees(Corpus corpus) {
        this.corpus = corpus;
        target = new int[corpus.size()];
        Arrays.fill(target, NOBODY);
        answered = target.clone();
        mentioned = mention();
        answer();
    }

    private int mention() {
        if (!corpus.kinds().contains(ObjectKind.MENTION)) {
            return 0;
        }
        ObjectLayer layer = corpus.layer(ObjectKind.MENTION);
        int[] carriers = layer.accountsOfObjects();
        for (int o = 0; o < layer.objects(); o++) {
            for (int a = layer.start(o); a < layer.start(o + 1); a++) {
                int known = target[layer.row(a)];
                if (known == NOBODY || carriers[o] > carriers[known]) {
                    target[layer.row(a)] = o;
                }
            }
        }
        return layer.objects();
    }

    private void answer() {
        if (!corpus.kinds().contains(ObjectKind.REPLY)) {
            return;
        }
        ObjectLayer layer = corpus.layer(ObjectKind.REPLY);
        int[] authors = corpus.authors(ObjectKind.REPLY);
        for (int o = 0; o < authors.length; o++) {
            int author = mentioned + (authors[o] < 0 ? corpus.accounts() + o : authors[o]);
            for (int a = layer.start(o); a < layer.start(o + 1); a++) {
                int row = layer.row(a);
                answered[row] = o;
                if (target[row] == NOBODY && corpus.account(row) != authors[o]) {
                    target[row] = author;
                }
            }
        }
    }

    /** How many different people, or posts, some rows address. */
    long count(int[] rows) {
        return IntStream.of(rows)
                .map(r -> target[r])
                .filter(t -> t != NOBODY)
                .distinct()
                .count();
    }

    /** Whether a row addresses somebody, and not a post whose author the input does not know. */
    boolean isKnown(int row) {
        return target[row] != NOBODY && target[row] < mentioned + corpus.accounts();
    }

    /** How many of some rows answer a post whose author the input does not tell; 0 if they are hardly any of the rows. */
    int unknown(IntPredicate rows) {
        int[] unknown = IntStream.range(0, target.length)
                .filter(r -> target[r] != NOBODY && !isKnown(r) && rows.test(r))
                .toArray();
        boolean isMuch = ONE_IN * (long) unknown.length
                        >= IntStream.range(0, target.length).filter(rows).count()
                && count(unknown) >= MANY;
        return isMuch ? unknown.length : 0;
    }

    /** The kind of object with which a row addresses somebody. */
    ObjectKind kind(int row) {
        return target[row] < mentioned ? ObjectKind.MENTION : ObjectKind.REPLY;
    }

    /** The object with which a row addresses somebody. */
    int object(int row) {
        return target[row] < mentioned ? target[row] : answered[row];
    }

    /** By target that is no post: the account that it is, -1 where the input has none of that name. */
    int[] accounts() {
        int[] accounts = new int[mentioned + corpus.accounts()];
        for (int a = 0; a < corpus.accounts(); a++) {
            accounts[mentioned + a] = a;
        }
        if (mentioned > 0) {
            System.arraycopy(corpus.authors(ObjectKind.MENTION), 0, accounts, 0, mentioned);
        }
        return accounts;
    }
}
