/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.vigie.posts.PostSource.Reject;

/**
 * Tells on standard error how long work goes on, what is doubtful and which rows were refused. Work is a bar where that is
 * a terminal, a line now and then where it is none, and nothing if the user wants quiet.
 */
final class Progress implements AutoCloseable {
    private static final int SHOWN_REJECTS = 5;
    private static final int MEGABYTE = 1_000_000;
    private static final long NANOS_PER_LINE = TimeUnit.SECONDS.toNanos(30);

    // The launcher sees whether standard error is a terminal; Java can't.
    private final boolean terminal = Boolean.getBoolean("vigie.terminal");
    private final boolean quiet;
    private final Consumer<Reject> keeper;
    private final List<Reject> firstRejects = new ArrayList<>();
    private long rejects;
    private Optional<ProgressBar> bar = Optional.empty();
    private String task = "";
    private long total = -1;
    private long steps;
    private long lastLine = System.nanoTime();

    /** What is refused is said and kept nowhere. */
    Progress(boolean quiet) {
        this(quiet, reject -> {});
    }

    /** What is refused is said, and handed on. */
    Progress(boolean quiet, Consumer<Reject> keeper) {
        this.quiet = quiet;
        this.keeper = keeper;
    }

    /** Starts the next stage of the work. */
    void stage(String name) {
        stage(name, -1, "", 1);
    }

    /** Starts a stage of so many steps. */
    void stage(String name, long steps) {
        stage(name, steps, "", 1);
    }

    /** Starts to read so many bytes, -1 if that is not known. */
    void reading(String name, long bytes) {
        stage(name, bytes, " MB", MEGABYTE);
    }

    private void stage(String name, long newTotal, String unit, long unitSize) {
        endBar();
        task = name;
        total = newTotal;
        steps = 0;
        if (terminal && !quiet) {
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName(Language.line(name))
                    .setInitialMax(newTotal)
                    .setUnit(unit, unitSize)
                    .setUpdateIntervalMillis(500)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build());
        }
        line();
    }

    void step(long n) {
        stepTo(steps + n);
    }

    void stepTo(long n) {
        bar.ifPresent(b -> b.stepTo(n));
        steps = n;
        line();
    }

    /** A line for those who read a log; nobody waits half a minute for a small file. */
    private void line() {
        long now = System.nanoTime();
        if (!terminal && !quiet && !task.isEmpty() && now - lastLine > NANOS_PER_LINE) {
            lastLine = now;
            String part = total <= 0 ? "" : String.format(Locale.ROOT, ": %d %%", Math.min(100, 100 * steps / total));
            Terminal.say("vigie: " + task + part);
        }
    }

    /** Takes a row that was refused. Nothing of its words is said: standard error goes into logs. */
    void reject(Reject reject) {
        if (rejects++ < SHOWN_REJECTS) {
            firstRejects.add(new Reject(reject.file(), reject.line(), reject.reasonWithoutWords(), ""));
        }
        keeper.accept(reject);
    }

    /** Says a doubt; it ends no run. */
    void warn(String doubt) {
        endBar();
        Terminal.say("vigie: warning: " + doubt);
    }

    /** Says counts. */
    void say(String line) {
        if (!quiet) {
            endBar();
            Terminal.say(line);
        }
    }

    private void endBar() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }

    /** Ends the bar and says which rows were refused. */
    @Override
    public void close() {
        endBar();
        if (rejects > 0) {
            Terminal.say(String.format(Locale.ROOT, "vigie: refused %d %s:", rejects, rejects == 1 ? "row" : "rows"));
            firstRejects.forEach(
                    r -> Terminal.say(String.format(Locale.ROOT, "  %s line %d: %s", r.file(), r.line(), r.reason())));
            if (rejects > firstRejects.size()) {
                Terminal.say(String.format(Locale.ROOT, "  and %d more", rejects - firstRejects.size()));
            }
        }
    }
}
