/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time on which posts agree that came one after another: five of three accounts, within an hour of one another. Where so
 * few come that no hour has five, they agree if their times rise; then twenty of fewer accounts do as well.
 */
final class Agreement {
    static final long NEAR = Duration.ofHours(1).toMillis();
    static final int POSTS = 5;

    private static final int ACCOUNTS = 3;
    /** So many posts are enough, be it of one account, where their times rise. */
    private static final int RISING = 20;

    /** A post's time and account. */
    record Vote(long time, long account) {}

    private Agreement() {}

    /** The earliest time on which some agree; the votes are in the order in which they came. */
    static Optional<Long> earliest(List<Vote> votes) {
        List<Vote> sorted = sorted(votes);
        for (int i = 0; i + POSTS <= sorted.size(); i++) {
            long first = sorted.get(i).time();
            if (agree(near(sorted, first, first + NEAR))) {
                return Optional.of(first);
            }
        }
        return Optional.ofNullable(rising(votes)).map(r -> r.get(0).time());
    }

    /** The latest time on which some agree. */
    static Optional<Long> latest(List<Vote> votes) {
        List<Vote> sorted = sorted(votes);
        for (int i = sorted.size(); i >= POSTS; i--) {
            long last = sorted.get(i - 1).time();
            if (agree(near(sorted, last - NEAR, last))) {
                return Optional.of(last);
            }
        }
        return Optional.ofNullable(rising(votes)).map(r -> r.get(r.size() - 1).time());
    }

    private static List<Vote> sorted(List<Vote> votes) {
        return votes.stream().sorted(Comparator.comparingLong(Vote::time)).toList();
    }

    private static List<Vote> near(List<Vote> votes, long from, long to) {
        return votes.stream().filter(v -> v.time() >= from && v.time() <= to).toList();
    }

    private static boolean agree(List<Vote> votes) {
        return votes.size() >= POSTS
                && votes.stream()
                                .mapToLong(Vote::account)
                                .distinct()
                                .limit(ACCOUNTS)
                                .count()
                        >= ACCOUNTS;
    }

    /** The last posts, if each came at the time of the one before or later, and all in more than an hour; else null. */
    private static @Nullable List<Vote> rising(List<Vote> votes) {
        for (int n : new int[] {POSTS, RISING}) {
            if (votes.size() >= n) {
                List<Vote> last = votes.subList(votes.size() - n, votes.size());
                if (isRising(last) && (n == RISING || agree(last))) {
                    return last;
                }
            }
        }
        return null;
    }

    private static boolean isRising(List<Vote> votes) {
        for (int i = 1; i < votes.size(); i++) {
            if (votes.get(i).time() < votes.get(i - 1).time()) {
                return false;
            }
        }
        return votes.get(votes.size() - 1).time() - votes.get(0).time() > NEAR;
    }
}
