/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.vigie.core.internal.Checks;

/**
 * An immutable table of actions in columns: accounts, objects and contents are dense ints, times are epoch
 * milliseconds; 20 bytes per row and no object.
 *
 * <p>Whoever has names builds it with {@link #builder()}, which numbers accounts in the byte order of their UTF-8
 * names. So results do not depend on the order of rows. Who has dense numbers already gives the columns to
 * {@link #ofIds}.
 *
 * <p>Actions of an object's own author are not evidence of anything. The builder takes an account as the author of an
 * object when one of its contents is the object, as with an original post. Where several claim it, the earliest does.
 * The method {@link #withAuthors} says so explicitly.
 *
 * <p>Thread-safe.
 */
public final class Actions {
    static final int NOBODY = -1;
    private static final long TIME_LIMIT = 1L << 61;

    final int[] account;
    final int[] object;
    final int[] content;
    final long[] time;
    final int accountCount;
    final int objectCount;
    final int contentCount;
    /** Author by object, or empty when no author is known. */
    final int[] author;

    private final IntFunction<String> accountName;
    private final IntFunction<String> objectName;
    private final IntFunction<String> contentName;

    private Actions(
            int[] account,
            int[] object,
            int[] content,
            long[] time,
            int[] author,
            int accountCount,
            IntFunction<String> accountName,
            IntFunction<String> objectName,
            IntFunction<String> contentName) {
        this.account = account;
        this.object = object;
        this.content = content;
        this.time = time;
        this.author = author;
        this.accountName = accountName;
        this.objectName = objectName;
        this.contentName = contentName;
        this.accountCount = Math.max(accountCount, countOf(account, "accounts"));
        this.objectCount = countOf(object, "objects");
        this.contentCount = countOf(content, "contents");
        for (long t : time) {
            if (t < -TIME_LIMIT || t > TIME_LIMIT) {
                throw new IllegalArgumentException("times must be within 2^61 ms of 1970 but one was " + t);
            }
        }
    }

    private static int countOf(int[] ids, String what) {
        int max = -1;
        for (int id : ids) {
            if (id < 0) {
                throw new IllegalArgumentException(what + " must be >= 0 but one was " + id);
            }
            max = Math.max(max, id);
        }
        if (max == Integer.MAX_VALUE) {
            throw new IllegalArgumentException(what + " must be < 2147483647 but one was " + max);
        }
        return max + 1;
    }

    /**
     * Returns a table over columns of dense numbers. The arrays are taken over, not copied: the caller must not change
     * them afterwards. Memory follows the largest number, so numbers should be dense.
     *
     * @param accounts the account of each action, >= 0
     * @param objects the object of each action, >= 0
     * @param contents the content of each action, >= 0; a content belongs to a post
     * @param millis the time of each action in epoch milliseconds
     * @param accountName names accounts, when names are asked for
     * @param objectName names objects
     * @param contentName names contents
     * @return the table
     * @throws IllegalArgumentException if the columns differ in length, a number is below 0, or a time is beyond 2^61 ms of 1970
     */
    public static Actions ofIds(
            int[] accounts,
            int[] objects,
            int[] contents,
            long[] millis,
            IntFunction<String> accountName,
            IntFunction<String> objectName,
            IntFunction<String> contentName) {
        if (objects.length != accounts.length
                || contents.length != accounts.length
                || millis.length != accounts.length) {
            throw new IllegalArgumentException("columns must have one length but had " + accounts.length + ", "
                    + objects.length + ", " + contents.length + ", " + millis.length);
        }
        return new Actions(accounts, objects, contents, millis, new int[0], 0, accountName, objectName, contentName);
    }

    /**
     * Returns a table of the given actions.
     *
     * @param actions the actions
     * @return the table
     */
    public static Actions of(Collection<Action> actions) {
        Builder builder = builder();
        for (Action a : actions) {
            builder.add(a);
        }
        return builder.build();
    }

    /**
     * Starts a table from names.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the same actions with known authors of objects, whose actions on their own objects will not count.
     *
     * @param authors the account by object, -1 where nobody is known; may be shorter than the number of objects
     * @return the table, sharing its columns with this one
     */
    public Actions withAuthors(int[] authors) {
        return new Actions(
                account, object, content, time, authors.clone(), accountCount, accountName, objectName, contentName);
    }

    /**
     * Returns the same actions among more accounts. Those without an action have a number and a name too, and are in
     * the networks that are detected.
     *
     * @param accounts the number of accounts, at least {@link #accountCount()}
     * @return the table, sharing its columns with this one
     * @throws IllegalArgumentException if an account of an action has no number below it
     */
    public Actions withAccountCount(int accounts) {
        if (accounts < accountCount) {
            throw new IllegalArgumentException("accounts must be >= " + accountCount + " but were " + accounts);
        }
        return new Actions(account, object, content, time, author, accounts, accountName, objectName, contentName);
    }

    /**
     * Returns the number of actions.
     *
     * @return the number of rows
     */
    public int size() {
        return account.length;
    }

    /**
     * Returns the number of accounts: the largest number of an account plus one, or {@link #withAccountCount more}.
     *
     * @return the number
     */
    public int accountCount() {
        return accountCount;
    }

    /**
     * Returns the number of objects: the largest number of an object plus one.
     *
     * @return the number
     */
    public int objectCount() {
        return objectCount;
    }

    /**
     * Returns the account of an action.
     *
     * @param row the row
     * @return the number of the account
     */
    public int account(int row) {
        return account[row];
    }

    /**
     * Returns the object of an action.
     *
     * @param row the row
     * @return the number of the object
     */
    public int object(int row) {
        return object[row];
    }

    /**
     * Returns the content of an action.
     *
     * @param row the row
     * @return the number of the content
     */
    public int content(int row) {
        return content[row];
    }

    /**
     * Returns the time of an action.
     *
     * @param row the row
     * @return epoch milliseconds
     */
    public long millis(int row) {
        return time[row];
    }

    /**
     * Returns the name of an account.
     *
     * @param id the number of the account
     * @return the name
     * @throws IndexOutOfBoundsException if there is no such number
     */
    public String accountName(int id) {
        return accountName.apply(Objects.checkIndex(id, accountCount));
    }

    /**
     * Returns the name of an object.
     *
     * @param id the number of the object
     * @return the name
     * @throws IndexOutOfBoundsException if there is no such number
     */
    public String objectName(int id) {
        return objectName.apply(Objects.checkIndex(id, objectCount));
    }

    /**
     * Returns the name of a content.
     *
     * @param id the number of the content
     * @return the name
     * @throws IndexOutOfBoundsException if there is no such number
     */
    public String contentName(int id) {
        return contentName.apply(Objects.checkIndex(id, contentCount));
    }

    /**
     * Returns one action with its names.
     *
     * @param row the row
     * @return the action
     */
    public Action action(int row) {
        return new Action(
                accountName(account[row]),
                objectName(object[row]),
                contentName(content[row]),
                Instant.ofEpochMilli(time[row]));
    }

    /**
     * Puts several layers into one table, so that networks and tests of all layers together are exact. Objects are named
     * after their layer and never meet those of another; actions of objects' own authors are left out.
     *
     * @param layers the actions by name of the layer
     * @return the union, in the order of names
     */
    public static Actions union(Map<String, Actions> layers) {
        Builder builder = builder();
        new TreeMap<>(layers).forEach((name, actions) -> {
            for (int r = 0; r < actions.size(); r++) {
                if (!actions.isOwn(r)) {
                    builder.add(
                            actions.accountName(actions.account[r]),
                            name + ":" + actions.objectName(actions.object[r]),
                            actions.contentName(actions.content[r]),
                            actions.time[r]);
                }
            }
        });
        return builder.build().withAuthors(new int[0]);
    }

    /** Whether an action is by the author of its object. */
    boolean isOwn(int row) {
        int o = object[row];
        return o < author.length && author[o] == account[row];
    }

    /**
     * Returns the same actions with the times of each account's contents permuted among its own contents. Everybody is
     * as active, at the same hours and on the same objects, and no account has anything to do with another. Actions of
     * one content stay together.
     *
     * @param seed sets the permutation
     * @return the table, sharing its other columns with this one
     */
    public Actions shuffledWithinAccounts(long seed) {
        long[] times = TimeShuffle.times(this, seed);
        return new Actions(account, object, content, times, author, accountCount, accountName, objectName, contentName);
    }

    /**
     * Returns the actions of a period.
     *
     * @param fromMillis the first time in epoch milliseconds
     * @param toMillis the time in epoch milliseconds that is after the period
     * @return the actions with {@code fromMillis <= time < toMillis}, their numbers unchanged
     */
    public Actions between(long fromMillis, long toMillis) {
        return select(r -> time[r] >= fromMillis && time[r] < toMillis);
    }

    /**
     * Returns the early actions on each object: the layer of first-hour posting, in which racing to an object counts.
     *
     * @param lead the time after the first action on an object, inclusive; >= 0
     * @return the actions no later after their object's first, their numbers unchanged
     * @throws IllegalArgumentException if the time is below 0 or above 2^60 ms
     */
    public Actions early(Duration lead) {
        long millis = Checks.millis("lead", lead);
        long[] first = new long[objectCount];
        Arrays.fill(first, Long.MAX_VALUE);
        for (int r = 0; r < time.length; r++) {
            first[object[r]] = Math.min(first[object[r]], time[r]);
        }
        return select(r -> time[r] - first[object[r]] <= millis);
    }

    /**
     * Returns some of the actions.
     *
     * @param kept says of a row whether it is kept
     * @return the actions, their numbers unchanged
     */
    public Actions select(IntPredicate kept) {
        int[] rows = IntStream.range(0, size()).filter(kept).toArray();
        return new Actions(
                Arrays.stream(rows).map(r -> account[r]).toArray(),
                Arrays.stream(rows).map(r -> object[r]).toArray(),
                Arrays.stream(rows).map(r -> content[r]).toArray(),
                Arrays.stream(rows).mapToLong(r -> time[r]).toArray(),
                author,
                accountCount,
                accountName,
                objectName,
                contentName);
    }

    @Override
    public String toString() {
        return "Actions[actions=" + size() + ", accounts=" + accountCount() + ", objects=" + objectCount() + "]";
    }

    /** Collects actions by name. Not thread-safe. */
    public static final class Builder {
        private final NamedRows rows = new NamedRows();

        private Builder() {}

        /**
         * Adds an action.
         *
         * @param accountName who acted
         * @param objectName on what
         * @param contentName the post that carries the action
         * @param when the time; only milliseconds count
         * @return this builder
         */
        public Builder add(String accountName, String objectName, String contentName, Instant when) {
            return add(accountName, objectName, contentName, when.toEpochMilli());
        }

        /**
         * Adds an action.
         *
         * @param action the action
         * @return this builder
         */
        public Builder add(Action action) {
            return add(action.account(), action.object(), action.content(), action.time());
        }

        /**
         * Adds an action at a time in epoch milliseconds.
         *
         * @param accountName who acted
         * @param objectName on what
         * @param contentName the post that carries the action
         * @param millis the time in epoch milliseconds
         * @return this builder
         */
        public Builder add(String accountName, String objectName, String contentName, long millis) {
            rows.add(accountName, objectName, contentName, millis);
            return this;
        }

        /**
         * Builds the table; the builder may go on being used.
         *
         * @return the table
         */
        public Actions build() {
            return rows.actions();
        }
    }
}
