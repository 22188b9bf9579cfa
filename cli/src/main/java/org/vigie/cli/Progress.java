/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.vigie.posts.PostSource.Reject;

/** Tells how long work goes on, on standard error when that is a terminal, and which rows were refused. */
final class Progress implements AutoCloseable {
    private static final int SHOWN_REJECTS = 5;

    // The launcher sees whether standard error is a terminal; Java can't.
    private final boolean terminal = Boolean.getBoolean("vigie.terminal");
    private final List<Reject> rejects = new ArrayList<>();
    private Optional<ProgressBar> bar = Optional.empty();

    /** Starts the next stage of the work. */
    void stage(String task) {
        if (terminal) {
            bar.ifPresent(ProgressBar::close);
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(-1)
                    .setUpdateIntervalMillis(500)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build());
        }
    }

    void step() {
        bar.ifPresent(ProgressBar::step);
    }

    void stepTo(long n) {
        bar.ifPresent(b -> b.stepTo(n));
    }

    void reject(Reject reject) {
        rejects.add(reject);
    }

    /** Says a doubt about the input; it ends no run. */
    void warn(String file, String doubt) {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
        System.err.println("vigie: warning: " + Terminal.safe(file + ": " + doubt));
    }

    List<Reject> rejects() {
        return rejects;
    }

    /** Ends the bar and says which rows were refused. */
    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
        if (!rejects.isEmpty()) {
            System.err.printf(
                    Locale.ROOT, "vigie: refused %d %s:%n", rejects.size(), rejects.size() == 1 ? "row" : "rows");
            rejects.stream()
                    .limit(SHOWN_REJECTS)
                    .forEach(r -> System.err.printf(
                            Locale.ROOT,
                            "  %s line %d: %s%n",
                            Terminal.safe(r.file()),
                            r.line(),
                            Terminal.safe(r.reason())));
            if (rejects.size() > SHOWN_REJECTS) {
                System.err.printf(Locale.ROOT, "  and %d more%n", rejects.size() - SHOWN_REJECTS);
            }
        }
    }
}
