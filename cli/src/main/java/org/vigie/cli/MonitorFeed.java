/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.campaign.monitor.Alert;
import org.vigie.campaign.monitor.CampaignMonitor;
import org.vigie.campaign.monitor.Position;
import org.vigie.core.file.Digests;
import org.vigie.posts.Post;
import org.vigie.posts.PostSource;

/**
 * Gives posts to a monitor and prints what it says. Whoever ends the run waits until what was said of the post at hand is
 * printed, so that nothing is saved that nobody heard.
 */
final class MonitorFeed implements PostSource.Sink, WebSocketLines.Hearer, FollowedFile.Hearer {
    private static final int SHOWN_REJECTS = 5;
    /** So many posts in a row that are older than the window are no accident. */
    private static final long LEFT_BEHIND = 100;

    private static final Pattern PLACE = Pattern.compile(":\\d+(\\.\\d+)?");

    private final CampaignMonitor monitor;
    private final String source;
    private final boolean isPrinted;
    private final Set<String> refused = new HashSet<>();
    private Runnable afterPost = () -> {};
    private long rejects;
    private long alerts;
    private long lastPosts;
    private long lastOld;
    private boolean isLeftBehind;
    private boolean hasEnded;
    private @Nullable RuntimeException failure;

    MonitorFeed(CampaignMonitor monitor, String source, boolean isPrinted) {
        this.monitor = monitor;
        this.source = source;
        this.isPrinted = isPrinted;
        lastPosts = monitor.position().posts();
        lastOld = old(monitor.position());
    }

    /** Sets what is done after each post, before anything is saved. */
    void afterEachPost(Runnable work) {
        afterPost = work;
    }

    /** Takes a post; one that was seen is no fault of the row. */
    @Override
    public synchronized boolean post(Post post) {
        requireSaved();
        if (!hasEnded) {
            say(monitor.accept(named(post)));
            afterPost.run();
        }
        return true;
    }

    @Override
    public synchronized void reject(PostSource.Reject reject) {
        requireSaved();
        if (hasEnded) {
            return;
        }
        monitor.count("rows refused", 1);
        if (rejects++ < SHOWN_REJECTS) {
            Terminal.say("vigie: refused " + reject.file() + " line " + reject.line() + ": "
                    + reject.reasonWithoutWords()
                    + (rejects == SHOWN_REJECTS ? "; further rows are only counted, in position.json" : ""));
        }
    }

    /** Takes a message of a WebSocket that is no row. */
    @Override
    public synchronized void refused(String kind) {
        requireSaved();
        if (!hasEnded) {
            monitor.count(kind, 1);
            if (refused.add(kind)) {
                Terminal.say("vigie: refused " + kind + " of " + source + "; they are only counted, in position.json");
            }
        }
    }

    @Override
    public void doubt(String what) {
        Terminal.say("vigie: " + what);
    }

    /** Counts and says that another stretch of a followed file begins. */
    @Override
    public synchronized void turned(FollowedFile.Turn turn) {
        requireSaved();
        if (!hasEnded) {
            boolean isCut = turn == FollowedFile.Turn.CUT;
            monitor.count(isCut ? "followed file cut" : "followed file replaced", 1);
            Terminal.say("vigie: " + source
                    + (isCut
                            ? " was cut or written anew while it was followed: it is read from its beginning"
                            : " was replaced while it was followed: the new file is read"));
        }
    }

    @Override
    public void gone() {
        Terminal.say("vigie: " + source + " is gone: waiting for another file of its name");
    }

    @Override
    public synchronized void leftBehind() {
        if (!hasEnded && failure == null) {
            monitor.count("followed file grew after it was left", 1);
        }
        Terminal.say("vigie: the file that was " + source
                + " still grows although it was replaced: what comes to it now is not read");
    }

    /** Says what the end of the input leaves open. */
    synchronized void finish() {
        requireSaved();
        if (!hasEnded) {
            say(monitor.finish());
            monitor.flush();
            sayIfLeftBehind();
        }
    }

    /** Saves, because the process is told to end. */
    synchronized void end() {
        requireSaved();
        if (!hasEnded) {
            hasEnded = true;
            monitor.close();
        }
    }

    /** What went wrong while nobody waited for it. */
    private void requireSaved() {
        RuntimeException known = failure;
        if (known != null) {
            throw known;
        }
    }

    private synchronized boolean isFlushed() {
        try {
            if (!hasEnded && failure == null) {
                monitor.flush();
                sayIfLeftBehind();
            }
        } catch (UncheckedIOException e) {
            // The thread that reads may wait for long: it is said now, and ends the run with the next post.
            failure = e;
            Throwable cause = e.getCause();
            Terminal.say("vigie: " + (cause == null ? e : cause).getMessage());
        } catch (IllegalStateException e) {
            return false; // it has failed in the thread that reads, which says it
        }
        return !hasEnded && failure == null;
    }

    /** Says once that nothing is taken any more, as after a wrong time far ahead that the clock believed. */
    private void sayIfLeftBehind() {
        Position now = monitor.position();
        long old = old(now);
        if (now.posts() != lastPosts) {
            lastPosts = now.posts();
            lastOld = old;
        } else if (!isLeftBehind && old - lastOld >= LEFT_BEHIND) {
            isLeftBehind = true;
            Terminal.say("vigie: " + (old - lastOld) + " posts in a row were older than the window; its clock is at "
                    + now.clock().map(Object::toString).orElse("no time")
                    + ": if a wrong time set it, begin another state");
        }
    }

    private static long old(Position position) {
        return position.counts().getOrDefault("older than the window", 0L);
    }

    /** Makes what was taken durable every second, also while nothing comes. */
    void flushNowAndThen() {
        Thread thread = new Thread(
                () -> {
                    try {
                        do {
                            TimeUnit.SECONDS.sleep(1);
                        } while (isFlushed());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "vigie-flush");
        thread.setDaemon(true);
        thread.start();
    }

    private void say(List<Alert> said) {
        alerts += said.size();
        if (isPrinted && !said.isEmpty()) {
            said.forEach(alert -> System.out.print(Terminal.safe(alert.toJson().stripTrailing()) + "\n"));
            try {
                StandardOutput.check();
            } catch (IOException e) {
                monitor.abandon(); // nobody heard it, so it must come again
                throw new UncheckedIOException(e);
            }
        }
    }

    long alerts() {
        return alerts;
    }

    /** A row without an id is known by what it says: the place in the input changes from run to run. */
    private Post named(Post post) {
        String id = post.id();
        if (!id.startsWith(source)
                || !PLACE.matcher(id.substring(source.length())).matches()) {
            return post;
        }
        return post.withId("content:" + digest(post));
    }

    private static String digest(Post post) {
        MessageDigest sha = Digests.sha256();
        for (String part : List.of(
                post.account(),
                post.time().toString(),
                post.text(),
                String.join(" ", post.urls()),
                post.repostOf().orElse(""),
                post.replyTo().orElse(""))) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            sha.update(bytes);
        }
        return HexFormat.of().formatHex(sha.digest(), 0, 16);
    }
}
