/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.vigie.campaign.input.Reject;

/** Tells how long work goes on, on standard error when that is a terminal, and counts what was refused. */
final class Progress implements AutoCloseable {
    private static final int SHOWN_REJECTS = 5;

    private final boolean terminal = Boolean.getBoolean("vigie.terminal");
    private final List<Reject> rejects = new ArrayList<>();
    private ProgressBar bar;
    private boolean open;

    Progress() {
        this.bar = bar("");
    }

    private ProgressBar bar(String task) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(-1)
                .setUpdateIntervalMillis(500)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
    }

    /** Starts the next stage of the work. */
    void stage(String task) {
        if (terminal) {
            closeBar();
            bar = bar(task);
            open = true;
        }
    }

    void step() {
        if (open) {
            bar.step();
        }
    }

    void reject(Reject reject) {
        rejects.add(reject);
    }

    List<Reject> rejects() {
        return rejects;
    }

    private void closeBar() {
        if (open) {
            bar.close();
            open = false;
        }
    }

    /** Ends the bar and says which rows were refused. */
    @Override
    public void close() {
        closeBar();
        if (!rejects.isEmpty()) {
            System.err.printf(Locale.ROOT, "vigie: %d rows were refused:%n", rejects.size());
            rejects.stream()
                    .limit(SHOWN_REJECTS)
                    .forEach(r -> System.err.printf(Locale.ROOT, "  %s line %d: %s%n", r.file(), r.line(), r.reason()));
            if (rejects.size() > SHOWN_REJECTS) {
                System.err.printf(Locale.ROOT, "  and %d more%n", rejects.size() - SHOWN_REJECTS);
            }
        }
    }
}
