/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
    private static final int VERSION = 3;
    /** The version before knew no trial of the clock. */
    private static final int WITHOUT_TRIAL = 2;

    private final Store store;
    private final Stored stored;
    private final NameDigests digests;
    private final AlertMaker maker;
    private final Window window;
    private final Clock clock = new Clock();
    private final Rates rates;
    private final Copies copies;
    private final Budget budget;
    private final KnownCampaigns campaigns;
    private final Looks looks;
    private final Trial trial = new Trial();
    /** Posts that have left the window and are still stored. */
    private LongList left = new LongList();
    /** Posts that waited for the clock and were dropped. */
    private LongList unadmitted = new LongList();

    private long dropped;
    private long root;
    private long alerts;
    private long number;

    Engine(MonitorSettings settings, Store store, NameDigests digests) {
        this.store = store;
        this.stored = new Stored(store, digests);
        this.digests = digests;
        this.window = new Window(settings);
        this.maker = new AlertMaker(store, window, settings.pseudonymizer());
        this.rates = new Rates(settings.maxKeys(), digests);
        this.copies = new Copies(
                settings.search(), settings.copies(), settings.window().toMillis());
        this.budget = new Budget(settings.budget());
        this.campaigns = new KnownCampaigns(digests);
        this.looks = new Looks(settings, store, window);
    }

    /** Why a post is not taken, in words; null if it is. */
    @Nullable
    String refusal(long time) {
        if (window.isGone(time)) {
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
        // What is stored may say how a post is taken since the clock went back.
        Store.How how = clock.how(row.time());
        if (how == Store.How.AHEAD) {
            clock.makeRoom().ifPresent(this::drop);
            clock.hold(new Clock.Waiting(row.withHow(how), account)).ifPresent(time -> setTo(time, said));
            admitReached();
            return said;
        }
        clock.breakRun();
        if (clock.now() == Clock.UNSET) {
            setTo(row.time(), said);
        }
        if (how == Store.How.LATE) {
            trial.oppose(row.time(), account).ifPresent(this::goBack);
        }
        moveTo(row.time(), said);
        admit(row);
        admitReached();
        if (how == Store.How.IN_TIME) {
            count(row.number(), row.time(), post, account, said);
            support();
        } else if (trial.endsUndecided()) {
            window.letGo(left);
        }
        return said;
    }

    /** Sets the clock to a time that may be wrong. */
    private void setTo(long time, List<Alert> said) {
        if (trial.isOn()) { // it lasts: else a slow feed would be on trial for good
            moveTo(time, said);
            return;
        }
        window.keepAside(window.floor());
        boolean isFirst = clock.now() == Clock.UNSET;
        moveTo(time, said);
        trial.begin(isFirst ? new byte[0] : rates.learnt());
    }

    private void support() {
        if (trial.support()) {
            window.letGo(left);
        }
    }

    /** What set the clock was wrong: it goes back to a time on which later posts agree. */
    private void goBack(long time) {
        List<Clock.Waiting> ahead = new ArrayList<>();
        LongList late = window.goBack(time);
        for (int i = 0; i < late.size(); i++) {
            Store.Row row = store.row(late.get(i));
            if (row.time() > time + Clock.JUMP) {
                Post post = store.post(row.number());
                store.put(row.withHow(Store.How.AHEAD));
                ahead.add(new Clock.Waiting(row, post == null ? 0 : digests.number(post.account())));
            } else {
                window.add(row);
            }
        }
        clock.goBack(time, ahead).forEach(this::drop);
        rates.goBack(trial.learnt());
        copies.goBack(time, number + 1);
        budget.goBack(time);
        campaigns.goBack(time);
        looks.goBack(time);
        trial.beginAnew();
        window.moveTo(time, left);
    }

    /** Moves the clock on, and says what is due by then. */
    private void moveTo(long time, List<Alert> said) {
        if (clock.now() != Clock.UNSET && time <= clock.now()) {
            return;
        }
        looks.due(time).ifPresent(due -> {
            say(rates.closeUntil(due), said);
            window.moveTo(due, left);
            look(due, said);
        });
        looks.moveTo(time);
        say(rates.closeUntil(time), said);
        copies.moveTo(time, number);
        clock.moveTo(time);
        window.moveTo(time, left);
    }

    private void admit(Store.Row row) {
        if (window.isTooOld(row.time())) {
            trial.tooOld();
        } else {
            window.makeRoom(row.time(), left);
            looks.took();
        }
        window.add(row);
    }

    /** Lets the posts into the window that the clock has reached. */
    private void admitReached() {
        for (Clock.Waiting reached : clock.reached()) {
            if (window.isTooOld(reached.time()) || window.isFull(reached.time())) {
                drop(reached);
            } else {
                admit(reached.row());
                support();
            }
        }
    }

    private void drop(Clock.Waiting post) {
        unadmitted.add(post.number());
        dropped++;
    }

    /** Counts a post for fast alarms. */
    private void count(long post, long time, Post content, long account, List<Alert> said) {
        Keys.Found keys = Keys.of(content);
        Copies.Cluster cluster = cluster(post, time, content, account);
        if (cluster != null) {
            root = cluster.root;
            keys.list().add(Keys.text(root));
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
        Findings found = looks.look();
        if (found != null) {
            Corpus corpus = found.corpus();
            Names names = maker.names(corpus);
            for (KnownCampaigns.Event event : campaigns.update(found, Names.plain(corpus), time)) {
                said.add(maker.of(event, names, time, ++alerts, budget.takeWithheld()));
            }
        }
    }

    /** Says what the end of the input leaves open. */
    List<Alert> finish() {
        List<Alert> said = new ArrayList<>();
        if (clock.now() != Clock.UNSET) {
            say(rates.closeAll(), said);
            if (looks.hasNew()) {
                look(clock.now() + 1, said);
            }
        }
        return said;
    }

    Looks looks() {
        return looks;
    }

    /** Takes the content of an account's posts out of everything; what was said of them stays said. */
    long forget(String account) throws IOException {
        long forgotten = stored.forget(account);
        window.forgetCorpus();
        looks.forget();
        long firstOpen = rates.firstOpen();
        rates.clearOpen();
        stored.countIn(rates, firstOpen, number);
        copies.forget(digests.number(account));
        stored.addTo(copies, number);
        return forgotten;
    }

    /**
     * Takes the posts out that have left the window, once neither texts nor open bins need them; only together with the
     * state that is saved.
     */
    void removeLeft() {
        stored.remove(unadmitted);
        unadmitted = new LongList();
        long firstOpen = rates.firstOpen();
        left = stored.remove(left, post -> post >= firstOpen || copies.needs(post));
    }

    void save(DataOutputStream out) throws IOException {
        out.writeInt(VERSION);
        out.writeLong(number);
        looks.write(out);
        out.writeLong(alerts);
        out.writeLong(looks.runs());
        out.writeLong(dropped);
        out.writeLong(window.floor());
        out.writeLong(rates.firstOpen());
        clock.write(out);
        budget.write(out);
        campaigns.write(out);
        copies.write(out);
        rates.write(out);
        trial.write(out);
        out.writeLong(window.keptFrom());
        out.writeLong(rates.uncounted());
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
            } else if (window.isGone(row.time())) {
                left.add(row.number());
            } else if (!clock.holds(row.high(), row.low())) {
                window.add(row);
            }
        }
    }

    private void read(DataInputStream in) throws IOException {
        int version = in.readInt();
        if (version != VERSION && version != WITHOUT_TRIAL) {
            throw new IOException("its version must be 2 or 3 but was " + version);
        }
        number = in.readLong();
        looks.read(in);
        alerts = in.readLong();
        looks.setRuns(in.readLong());
        dropped = in.readLong();
        window.setFloor(in.readLong());
        long firstOpen = in.readLong();
        clock.read(in);
        budget.read(in);
        campaigns.read(in);
        copies.read(in);
        rates.read(in);
        if (version != WITHOUT_TRIAL) {
            trial.read(in);
            long keptFrom = in.readLong();
            rates.setUncounted(in.readLong());
            if (trial.isOn()) {
                window.keepAside(keptFrom);
            }
        }
        if (!copies.restore(store::post)) {
            copies.clear();
            stored.addTo(copies, number);
        }
        stored.countIn(rates, firstOpen, number);
    }

    /** The first post of the texts that the last post belongs to; 0 if it has none. */
    long root() {
        return root;
    }

    /** How many posts waited for the clock and were dropped. */
    long dropped() {
        return dropped;
    }

    Trial trial() {
        return trial;
    }

    long alerts() {
        return alerts;
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

    /** By how many milliseconds the window is shorter than it should be, for lack of room. */
    long missing() {
        return clock.now() == Clock.UNSET ? 0 : window.missing(clock.now());
    }
}
