/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.findings.Findings;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.nlp.duplicate.NearDuplicates;

/**
 * How a {@link CampaignMonitor} watches. Methods named {@code with} return changed settings. Immutable and thread-safe.
 */
public final class MonitorSettings {
    private static final Duration LEAST_WINDOW = Duration.ofHours(1);
    private static final Duration MOST_WINDOW = Duration.ofDays(3650);

    private static final Duration DEFAULT_WINDOW = Duration.ofDays(7);
    private static final Duration DEFAULT_EVERY = Duration.ofMinutes(10);
    private static final int DEFAULT_BUDGET = 20;
    private static final int DEFAULT_COPIES = 10;
    private static final int DEFAULT_POSTS = 5_000_000;
    private static final int DEFAULT_KEYS = 100_000;
    private static final int LEAST_POSTS = 1_000;
    /** What a look at the window needs for each of its posts, and something to spare. */
    private static final long BYTES_OF_A_LOOK = 1_200;

    /** What may be other than the state was begun with, from the next post on. */
    private static final Set<String> CHANGEABLE = Set.of("every", "budget");

    /** The options; those that are empty are what the state was begun with. Never changed once it is in settings. */
    private static final class Options {
        private Optional<Duration> window = Optional.empty();
        private Optional<Duration> every = Optional.empty();
        private Optional<Integer> budget = Optional.empty();
        private Optional<Boolean> texts = Optional.empty();
        private Optional<Integer> copies = Optional.empty();
        private Optional<Integer> maxPosts = Optional.empty();
        private Optional<Integer> maxKeys = Optional.empty();
        private int threads = 2;
        private int commitPosts = 1_000;
        private int checkpointPosts = 100_000;
        private CampaignDetector detector = CampaignDetector.withDefaults();
        private NearDuplicates search = NearDuplicates.withDefaults().withSeed(1);
        private Optional<Pseudonymizer> pseudonymizer = Optional.empty();
        private Optional<Path> alerts = Optional.empty();
        private Consumer<? super Findings> listener = findings -> {};

        Options copy() {
            Options copy = new Options();
            copy.window = window;
            copy.every = every;
            copy.budget = budget;
            copy.texts = texts;
            copy.copies = copies;
            copy.maxPosts = maxPosts;
            copy.maxKeys = maxKeys;
            copy.threads = threads;
            copy.commitPosts = commitPosts;
            copy.checkpointPosts = checkpointPosts;
            copy.detector = detector;
            copy.search = search;
            copy.pseudonymizer = pseudonymizer;
            copy.alerts = alerts;
            copy.listener = listener;
            return copy;
        }
    }

    private final Options options;

    private MonitorSettings(Options options) {
        this.options = options;
    }

    private MonitorSettings with(Consumer<Options> change) {
        Options changed = options.copy();
        change.accept(changed);
        return new MonitorSettings(changed);
    }

    /**
     * The defaults: a window of 7 days, findings every 10 minutes and 20 fast alarms a day. Texts are kept, and copies
     * are told from the 10th account on. There are at most 5 million posts and 100,000 keys, and the default detector
     * with two threads. What is not set is what the state was begun with.
     *
     * <p>A state has one set of settings, since it may have to take stored posts again. {@link CampaignMonitor#open}
     * refuses others and names the first that differs. The interval and the budget may be changed once the state was
     * closed. The detector's threads, the listener and the file of alerts may be changed at any time.
     *
     * @return the settings
     */
    public static MonitorSettings withDefaults() {
        return new MonitorSettings(new Options());
    }

    /**
     * Sets how long posts are kept and findings look back, in the posts' own time. The window moves on in steps of a
     * twenty-eighth of its length.
     *
     * @param length from one hour to ten years
     * @return the changed settings
     * @throws IllegalArgumentException if the length is not in that range
     */
    public MonitorSettings withWindow(Duration length) {
        if (length.compareTo(LEAST_WINDOW) < 0 || length.compareTo(MOST_WINDOW) > 0) {
            throw new IllegalArgumentException(
                    "the window must be in [" + LEAST_WINDOW + ", " + MOST_WINDOW + "] but was " + length);
        }
        return with(o -> o.window = Optional.of(length));
    }

    /**
     * Sets how often the detector looks at the window, in the posts' own time.
     *
     * @param interval at least one minute and at most a day
     * @return the changed settings
     * @throws IllegalArgumentException if it is not in that range
     */
    public MonitorSettings withEvery(Duration interval) {
        if (interval.compareTo(Duration.ofMinutes(1)) < 0 || interval.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("every must be in [PT1M, PT24H] but was " + interval);
        }
        return with(o -> o.every = Optional.of(interval));
    }

    /**
     * Sets how many fast alarms a day of the posts' time may have at most. One kind of key gets half of them at most.
     *
     * @param alarms at least 0; with 0 there are none
     * @return the changed settings
     * @throws IllegalArgumentException if it is below 0
     */
    public MonitorSettings withAlertBudget(int alarms) {
        requireAtLeast("the alert budget", alarms, 0);
        return with(o -> o.budget = Optional.of(alarms));
    }

    /**
     * Keeps no texts and compares none: links, hashtags, reposts, targets and times remain.
     *
     * @return the changed settings
     */
    public MonitorSettings withoutTexts() {
        return with(o -> o.texts = Optional.of(false));
    }

    /**
     * Sets from which account on a copied text is an alarm; four, sixteen and so on times as many are alarms too. Those
     * accounts are counted that had the text within the last half day to a day, at most 5,000 in half a day.
     *
     * @param accounts from 2 to 5,000
     * @return the changed settings
     * @throws IllegalArgumentException if it is not in that range
     */
    public MonitorSettings withCopies(int accounts) {
        if (accounts < 2 || accounts > Copies.MOST_ACCOUNTS) {
            throw new IllegalArgumentException(
                    "copies must be in [2, " + Copies.MOST_ACCOUNTS + "] but was " + accounts);
        }
        return with(o -> o.copies = Optional.of(accounts));
    }

    /**
     * Sets the limits of memory and disk. Beyond that many posts the window becomes shorter: its oldest step leaves. What
     * has left stays stored while its text is compared, half a day to a day. More keys push out those that were silent
     * longest.
     *
     * @param posts the most posts of the window, at least 1,000
     * @param keys the most keys whose rates are watched, at least 1,000
     * @return the changed settings
     * @throws IllegalArgumentException if one of them is below 1,000
     */
    public MonitorSettings withLimits(int posts, int keys) {
        requireAtLeast("posts", posts, LEAST_POSTS);
        requireAtLeast("keys", keys, 1_000);
        return with(o -> {
            o.maxPosts = Optional.of(posts);
            o.maxKeys = Optional.of(keys);
        });
    }

    /**
     * Limits the window to as many posts as findings can be made of in some memory: one for 1,200 bytes, and at most 5
     * million.
     *
     * @param bytes the memory, such as {@link Runtime#maxMemory()}
     * @return the changed settings
     */
    public MonitorSettings withMemory(long bytes) {
        int posts = (int) Math.max(LEAST_POSTS, Math.min(DEFAULT_POSTS, bytes / BYTES_OF_A_LOOK));
        return with(o -> o.maxPosts = Optional.of(posts));
    }

    /**
     * Sets what makes findings, and on how many threads.
     *
     * @param detector the detector
     * @param threads at least 1
     * @return the changed settings
     * @throws IllegalArgumentException if there is no thread
     */
    public MonitorSettings withDetector(CampaignDetector detector, int threads) {
        requireAtLeast("threads", threads, 1);
        return with(o -> {
            o.threads = threads;
            o.detector = detector.withThreads(threads);
        });
    }

    /**
     * Replaces accounts and ids of posts in alerts by pseudonyms. What is stored keeps the names.
     *
     * @param pseudonymizer gives them
     * @return the changed settings
     */
    public MonitorSettings withPseudonyms(Pseudonymizer pseudonymizer) {
        return with(o -> o.pseudonymizer = Optional.of(pseudonymizer));
    }

    /**
     * Writes each alert to a file too, exactly once.
     *
     * @param file lines of JSON; new ones are added at its end
     * @return the changed settings
     */
    public MonitorSettings withAlerts(Path file) {
        return with(o -> o.alerts = Optional.of(file));
    }

    /**
     * Sets who hears of findings, alerts or none. It is called by the thread that gives posts, before the call returns, and
     * again for findings that a restart had to make again.
     *
     * @param listener hears what the detector says of the window each time it looks
     * @return the changed settings
     */
    public MonitorSettings withFindings(Consumer<? super Findings> listener) {
        return with(o -> o.listener = Objects.requireNonNull(listener, "listener"));
    }

    private static void requireAtLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + " but was " + value);
        }
    }

    /** Sets after how many posts they are made durable, and the state after them. */
    MonitorSettings withSteps(int commitPosts, int checkpointPosts) {
        return with(o -> {
            o.commitPosts = commitPosts;
            o.checkpointPosts = checkpointPosts;
        });
    }

    int commitPosts() {
        return options.commitPosts;
    }

    int checkpointPosts() {
        return options.checkpointPosts;
    }

    /** Fills what is not set with what the state was begun with. */
    MonitorSettings resolved(Store store) throws IOException {
        try {
            return with(o -> {
                o.window = o.window.or(() -> known(store, "window").map(Duration::parse));
                o.every = o.every.or(() -> known(store, "every").map(Duration::parse));
                o.budget = o.budget.or(() -> known(store, "budget").map(Integer::valueOf));
                o.texts = o.texts.or(() -> known(store, "texts").map(Boolean::valueOf));
                o.copies = o.copies.or(() -> known(store, "copies").map(Integer::valueOf));
                o.maxPosts = o.maxPosts.or(() -> known(store, "max_posts").map(Integer::valueOf));
                o.maxKeys = o.maxKeys.or(() -> known(store, "max_keys").map(Integer::valueOf));
            });
        } catch (DateTimeException | NumberFormatException e) {
            throw new IOException("a setting of the state is damaged: " + e.getMessage(), e);
        }
    }

    private static Optional<String> known(Store store, String fact) {
        return Optional.of(store.fact(fact, "")).filter(value -> !value.isEmpty());
    }

    /**
     * Keeps what the state is begun with, and refuses what differs from it.
     *
     * @param isWhole whether no stored post has to be taken again
     */
    void keep(Store store, boolean isWhole) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("key", pseudonymizer().map(Pseudonymizer::keyId).orElse("none"));
        facts.put("window", window().toString());
        facts.put("texts", Boolean.toString(hasTexts()));
        facts.put("copies", Integer.toString(copies()));
        facts.put("max_posts", Integer.toString(maxPosts()));
        facts.put("max_keys", Integer.toString(maxKeys()));
        facts.put("detector", detector().toString());
        facts.put("every", every().toString());
        facts.put("budget", Integer.toString(budget()));
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            String name = fact.getKey();
            String known = store.fact(name, fact.getValue());
            boolean mayChange = CHANGEABLE.contains(name);
            if (!known.equals(fact.getValue()) && !(mayChange && isWhole)) {
                throw new IOException("the state was begun with " + name + " " + known + " but is opened with "
                        + fact.getValue() + ": "
                        + (mayChange
                                ? "it was killed, so open and close it once as it was; then this may be changed"
                                : "alerts of one state must be made in one way; leave it as it was, or begin another"
                                        + " state"));
            }
            store.put(name, fact.getValue());
        }
    }

    Duration window() {
        return options.window.orElse(DEFAULT_WINDOW);
    }

    Duration every() {
        return options.every.orElse(DEFAULT_EVERY);
    }

    int budget() {
        return options.budget.orElse(DEFAULT_BUDGET);
    }

    boolean hasTexts() {
        return options.texts.orElse(true);
    }

    int copies() {
        return options.copies.orElse(DEFAULT_COPIES);
    }

    int maxPosts() {
        return options.maxPosts.orElse(DEFAULT_POSTS);
    }

    int maxKeys() {
        return options.maxKeys.orElse(DEFAULT_KEYS);
    }

    int threads() {
        return options.threads;
    }

    CampaignDetector detector() {
        return options.detector;
    }

    NearDuplicates search() {
        return options.search;
    }

    Optional<Pseudonymizer> pseudonymizer() {
        return options.pseudonymizer;
    }

    Consumer<? super Findings> listener() {
        return options.listener;
    }

    Optional<Path> alerts() {
        return options.alerts;
    }
}
