/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.campaign.findings.Findings;
import org.vigie.core.column.LongList;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.Post;

/**
 * What posts lead to. It is a function of the accepted posts in their order and of nothing else. So what was not saved
 * can be done again from the stored posts and comes out the same. Not thread-safe.
 */
final class Engine {
    private static final int VERSION = 2;
    /** So many posts are forgotten in one commit, so that memory is bounded. */
    private static final int MOST_AT_ONCE = 10_000;

    private final MonitorSettings settings;
    private final Store store;
    private final NameDigests digests;
    private final AlertMaker maker;
    private final Window window;
    private final Clock clock = new Clock();
    private final Rates rates;
    private final Copies copies;
    private final Budget budget;
    private final KnownCampaigns campaigns;
    private final long every;
    /** Posts that have left the window and are still stored. */
    private LongList left = new LongList();
    /** Posts that waited for the clock and were dropped. */
    private LongList unadmitted = new LongList();

    private long dropped;
    private long root;
    private long nextFindings = Long.MIN_VALUE;
    private long newPosts;
    private long alerts;
    private long number;
    private long runs;
    /** What was found last, as long as memory has room for its corpus: it can be found again. */
    private SoftReference<Findings> findings = new SoftReference<>(null);

    Engine(MonitorSettings settings, Store store, NameDigests digests) {
        this.settings = settings;
        this.store = store;
        this.digests = digests;
        this.window = new Window(settings);
        this.maker = new AlertMaker(store, window, settings.pseudonymizer());
        this.rates = new Rates(settings.maxKeys(), digests);
        this.copies = new Copies(
                settings.search(), settings.copies(), settings.window().toMillis());
        this.budget = new Budget(settings.budget());
        this.campaigns = new KnownCampaigns(digests);
        this.every = settings.every().toMillis();
    }

    /** Why a post is not taken, in words; null if it is. */
    @Nullable
    String refusal(long time) {
        if (window.isTooOld(time)) {
            return "older than the window";
        }
        return window.isFull(time) ? "more posts than the window may hold" : null;
    }

    Store.How how(long time) {
        return clock.how(time);
    }

    boolean knows(long high, long low) {
        return window.contains(high, low) || clock.holds(high, low);
    }

    /** Takes a post that is stored; gives what is to be said. */
    List<Alert> take(Store.Row row, Post post) {
        List<Alert> said = new ArrayList<>();
        number = row.number();
        root = 0;
        long account = digests.number(post.account());
        if (row.how() == Store.How.AHEAD) {
            clock.makeRoom().ifPresent(this::drop);
            clock.hold(new Clock.Waiting(row, account)).ifPresent(time -> moveTo(time, said));
            admitReached();
        } else {
            clock.breakRun();
            moveTo(row.time(), said);
            admit(row);
            admitReached();
            if (row.how() == Store.How.IN_TIME) {
                count(row.number(), row.time(), post, account, said);
            }
        }
        return said;
    }

    /** Moves the clock on, and says what is due by then. */
    private void moveTo(long time, List<Alert> said) {
        if (clock.now() != Clock.UNSET && time <= clock.now()) {
            return;
        }
        if (nextFindings != Long.MIN_VALUE && nextFindings <= time && newPosts > 0) {
            say(rates.closeUntil(nextFindings), said);
            window.moveTo(nextFindings, left);
            look(nextFindings, said);
        }
        if (nextFindings <= time) {
            nextFindings = (Math.floorDiv(time, every) + 1) * every;
        }
        say(rates.closeUntil(time), said);
        copies.moveTo(time, number);
        clock.moveTo(time);
        window.moveTo(time, left);
    }

    private void admit(Store.Row row) {
        window.makeRoom(row.time(), left);
        window.add(row);
        newPosts++;
    }

    /** Lets the posts into the window that the clock has reached. */
    private void admitReached() {
        for (Clock.Waiting reached : clock.reached()) {
            if (window.isTooOld(reached.time()) || window.isFull(reached.time())) {
                drop(reached);
            } else {
                admit(reached.row());
            }
        }
    }

    private void drop(Clock.Waiting post) {
        unadmitted.add(post.number());
        dropped++;
    }

    /** Counts a post for fast alarms. */
    private void count(long post, long time, Post content, long account, List<Alert> said) {
        List<Rates.Key> keys = Keys.of(content);
        Copies.Cluster cluster = cluster(post, time, content, account);
        if (cluster != null) {
            root = cluster.root;
            keys.add(Keys.text(root));
            FastAlarm alarm = copies.alarm(cluster, post, time);
            if (alarm != null) {
                say(List.of(alarm), said);
            }
        }
        rates.add(post, time, account, keys);
    }

    private Copies.@Nullable Cluster cluster(long post, long time, Post content, long account) {
        return Keys.isCompared(content) ? copies.add(post, content.text(), time, account) : null;
    }

    private void say(List<FastAlarm> alarms, List<Alert> said) {
        for (FastAlarm alarm : alarms) {
            if (budget.allows(alarm)) {
                said.add(maker.of(alarm, ++alerts, budget.takeWithheld()));
            }
        }
    }

    /** Looks at the window with the detector, as of a time. */
    private void look(long time, List<Alert> said) {
        newPosts = 0;
        findings.clear();
        Corpus corpus = window.corpus(store);
        if (corpus == null) {
            return;
        }
        runs++;
        Findings found = settings.detector().detect(corpus);
        findings = new SoftReference<>(found);
        settings.listener().accept(found);
        Names names = maker.names(corpus);
        for (KnownCampaigns.Event event : campaigns.update(found, Names.plain(corpus), time)) {
            said.add(maker.of(event, names, time, ++alerts, budget.takeWithheld()));
        }
    }

    /** Says what the end of the input leaves open. */
    List<Alert> finish() {
        List<Alert> said = new ArrayList<>();
        if (clock.now() != Clock.UNSET) {
            say(rates.closeAll(), said);
            if (newPosts > 0) {
                look(clock.now() + 1, said);
            }
        }
        return said;
    }

    /** What the detector says of the window as it is; empty if there are no posts. */
    Optional<Findings> findings() {
        Findings last = findings.get();
        if (last == null || newPosts > 0) {
            Corpus corpus = window.corpus(store);
            return corpus == null
                    ? Optional.empty()
                    : Optional.of(settings.detector().detect(corpus));
        }
        return Optional.of(last);
    }

    /** Takes the content of an account's posts out of everything; what was said of them stays said. */
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
        window.forgetCorpus();
        findings.clear();
        long firstOpen = rates.firstOpen();
        rates.clearOpen();
        countAgain(firstOpen);
        copies.forget(digests.number(account));
        addAgain();
        return forgotten;
    }

    /**
     * Takes the posts out that have left the window, once neither texts nor open bins need them; only together with the
     * state that is saved.
     */
    void removeLeft() {
        for (int i = 0; i < unadmitted.size(); i++) {
            store.remove(unadmitted.get(i));
        }
        unadmitted = new LongList();
        LongList needed = new LongList();
        long firstOpen = rates.firstOpen();
        for (int i = 0; i < left.size(); i++) {
            long post = left.get(i);
            if (post >= firstOpen || copies.needs(post)) {
                needed.add(post);
            } else {
                store.remove(post);
            }
        }
        left = needed;
    }

    void save(DataOutputStream out) throws IOException {
        out.writeInt(VERSION);
        out.writeLong(number);
        out.writeLong(nextFindings);
        out.writeLong(newPosts);
        out.writeLong(alerts);
        out.writeLong(runs);
        out.writeLong(dropped);
        out.writeLong(window.floor());
        out.writeLong(rates.firstOpen());
        clock.write(out);
        budget.write(out);
        campaigns.write(out);
        copies.write(out);
        rates.write(out);
    }

    /** Goes on where the saved state was, and does again what came after it. */
    void restore() throws IOException {
        store.readState(this::read);
        long saved = number;
        for (Iterator<Store.Row> rows = store.rows(1); rows.hasNext(); ) {
            Store.Row row = rows.next();
            if (row.number() > saved) {
                Post post = store.post(row.number());
                if (post != null) {
                    take(row, post);
                }
            } else if (window.isTooOld(row.time())) {
                left.add(row.number());
            } else if (!clock.holds(row.high(), row.low())) {
                window.add(row);
            }
        }
    }

    private void read(DataInputStream in) throws IOException {
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("its version must be " + VERSION + " but was " + version);
        }
        number = in.readLong();
        nextFindings = in.readLong();
        newPosts = in.readLong();
        alerts = in.readLong();
        runs = in.readLong();
        dropped = in.readLong();
        window.setFloor(in.readLong());
        long firstOpen = in.readLong();
        clock.read(in);
        budget.read(in);
        campaigns.read(in);
        copies.read(in);
        rates.read(in);
        if (!copies.restore(store::post)) {
            copies.clear();
            addAgain();
        }
        countAgain(firstOpen);
    }

    /** Adds all stored texts again, since the posts that stood for them may be gone. */
    private void addAgain() {
        for (Iterator<Store.Row> rows = store.rows(copies.start()); rows.hasNext(); ) {
            Store.Row row = rows.next();
            if (row.number() > number) {
                break;
            }
            Post post = row.root() > 0 ? store.post(row.number()) : null;
            if (post != null) {
                copies.addAgain(row.number(), post.text(), row.root());
            }
        }
        copies.addedAgain();
    }

    /** Gives the open bins back what they held. */
    private void countAgain(long first) {
        for (Iterator<Store.Row> rows = store.rows(first); rows.hasNext(); ) {
            Store.Row row = rows.next();
            if (row.number() > number) {
                return;
            }
            Post post = row.how() == Store.How.IN_TIME ? store.post(row.number()) : null;
            if (post != null) {
                List<Rates.Key> keys = Keys.of(post);
                if (row.root() > 0) {
                    keys.add(Keys.text(row.root()));
                }
                rates.addAgain(row.number(), row.time(), digests.number(post.account()), keys);
            }
        }
    }

    /** The first post of the texts that the last post belongs to; 0 if it has none. */
    long root() {
        return root;
    }

    /** How many posts waited for the clock and were dropped. */
    long dropped() {
        return dropped;
    }

    long alerts() {
        return alerts;
    }

    /** How often the detector has looked. */
    long runs() {
        return runs;
    }

    Clock clock() {
        return clock;
    }

    Rates rates() {
        return rates;
    }

    Copies copies() {
        return copies;
    }

    Budget budget() {
        return budget;
    }

    int windowSize() {
        return window.size();
    }
}
