/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.posts.Post;

/** Which posts were taken, where the feeder is, and what was counted. Not thread-safe. */
final class Ledger {
    private static final String POSTS = "posts";
    /** The fact after how many posts the state was saved. */
    private static final String WHOLE = "whole";

    private static final String LAST_ID = "last_id";
    private static final String LAST_TIME = "last_time";
    private static final String CURSOR = "cursor";
    private static final String COUNTS = "counts";
    private static final long HOUR = 3_600_000;

    private final Map<String, Long> counts = new TreeMap<>();
    private final boolean isWhole;
    private long posts;
    private String lastId;
    private String lastTime;
    private String cursor;

    /** Reads what the store knows; its posts must be those that were taken. */
    Ledger(Store store) throws IOException {
        posts = store.number(POSTS);
        isWhole = store.number(WHOLE) == posts;
        // The last posts may have left with the state that was saved after them.
        if (store.last() > posts || (store.last() < posts && !isWhole)) {
            throw store.damaged("its last post is " + store.last() + " but " + posts + " were taken");
        }
        lastId = store.fact(LAST_ID, "");
        lastTime = store.fact(LAST_TIME, "");
        cursor = store.fact(CURSOR, "");
        try {
            if (!lastTime.isEmpty()) {
                Instant.parse(lastTime);
            }
            for (String count : store.fact(COUNTS, "").lines().toList()) {
                int at = count.indexOf('=');
                counts.put(count.substring(0, Math.max(0, at)), Long.valueOf(count.substring(at + 1)));
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw store.damaged(String.valueOf(e.getMessage()));
        }
    }

    void save(Store store) {
        store.put(POSTS, Long.toString(posts));
        store.put(LAST_ID, lastId);
        store.put(LAST_TIME, lastTime);
        store.put(CURSOR, cursor);
        List<String> lines = new ArrayList<>();
        counts.forEach((name, count) -> lines.add(name + "=" + count));
        store.put(COUNTS, String.join("\n", lines));
    }

    /** Says that the state is saved as it is after these posts. */
    void saveWhole(Store store) {
        store.put(WHOLE, Long.toString(posts));
    }

    /** Whether, when this was read, no stored post had to be taken again. */
    boolean isWhole() {
        return isWhole;
    }

    long posts() {
        return posts;
    }

    void took(Post post) {
        posts++;
        lastId = post.id();
        lastTime = post.time().toString();
    }

    void forgetLastId() {
        lastId = "";
    }

    void mark(String place) {
        cursor = place;
    }

    void count(String reason, long rows) {
        counts.merge(reason, rows, Long::sum);
    }

    Position position(Engine engine) {
        Map<String, Long> all = new TreeMap<>(counts);
        all.put("posts in the window", (long) engine.windowSize());
        all.put("hours missing from the window", (engine.missing() + HOUR - 1) / HOUR);
        all.merge("older than the window", engine.trial().old(), Long::sum);
        all.put("clock set back", engine.trial().returns());
        all.put("waiting ahead of the clock", (long) engine.clock().waiting());
        all.put("dropped after waiting", engine.dropped());
        all.put("too late for fast alarms", engine.rates().late());
        all.put("keys not counted", engine.rates().ignored());
        all.put("accounts not counted", engine.rates().uncounted());
        all.put("texts not compared", engine.copies().ignored());
        all.put("fast alarms withheld", engine.budget().allWithheld());
        long now = engine.clock().now();
        return new Position(
                posts,
                Optional.of(lastId).filter(id -> !id.isEmpty()),
                Optional.of(lastTime).filter(time -> !time.isEmpty()).map(Instant::parse),
                now == Clock.UNSET ? Optional.empty() : Optional.of(Instant.ofEpochMilli(now)),
                Optional.of(cursor).filter(place -> !place.isEmpty()),
                engine.alerts(),
                all);
    }
}
