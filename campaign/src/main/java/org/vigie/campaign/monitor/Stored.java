/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.LongPredicate;
import org.vigie.core.column.LongList;
import org.vigie.posts.Post;

/** Stored posts, as they are given back to what no saved state holds, and taken out. Not thread-safe. */
final class Stored {
    /** So many posts are forgotten in one commit, so that memory is bounded. */
    private static final int MOST_AT_ONCE = 10_000;

    private final Store store;
    private final NameDigests digests;

    Stored(Store store, NameDigests digests) {
        this.store = store;
        this.digests = digests;
    }

    /** Takes the content of an account's posts out; gives how many there were. */
    long forget(String account) throws IOException {
        long forgotten = 0;
        for (Iterator<Store.Row> rows = store.rows(1); rows.hasNext(); ) {
            long post = rows.next().number();
            Post content = store.post(post);
            if (content != null && content.account().equals(account)) {
                store.forget(post);
                if (++forgotten % MOST_AT_ONCE == 0) {
                    store.commit(); // all that is done can be done again from what is left
                }
            }
        }
        return forgotten;
    }

    /** Takes posts out. */
    void remove(LongList posts) {
        for (int i = 0; i < posts.size(); i++) {
            store.remove(posts.get(i));
        }
    }

    /** Takes those posts out that are not needed; gives the others. */
    LongList remove(LongList posts, LongPredicate isNeeded) {
        LongList needed = new LongList();
        for (int i = 0; i < posts.size(); i++) {
            if (isNeeded.test(posts.get(i))) {
                needed.add(posts.get(i));
            } else {
                store.remove(posts.get(i));
            }
        }
        return needed;
    }

    /** Adds all texts again up to a post, since the posts that stood for them may be gone. */
    void addTo(Copies copies, long last) {
        for (Iterator<Store.Row> rows = store.rows(copies.start()); rows.hasNext(); ) {
            Store.Row row = rows.next();
            if (row.number() > last) {
                break;
            }
            Post post = row.root() > 0 ? store.post(row.number()) : null;
            if (post != null) {
                copies.addAgain(row.number(), post.text(), row.root());
            }
        }
        copies.addedAgain();
    }

    /** Gives the open bins back what they held, from a post to another. */
    void countIn(Rates rates, long first, long last) {
        for (Iterator<Store.Row> rows = store.rows(first); rows.hasNext(); ) {
            Store.Row row = rows.next();
            if (row.number() > last) {
                return;
            }
            Post post = row.how() == Store.How.IN_TIME ? store.post(row.number()) : null;
            if (post != null) {
                Keys.Found keys = Keys.of(post);
                if (row.root() > 0) {
                    keys.list().add(Keys.text(row.root()));
                }
                rates.addAgain(row.number(), row.time(), digests.number(post.account()), keys);
            }
        }
    }
}
