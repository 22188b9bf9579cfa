/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.List;

/** The collections of labelled synthetic series. Constants are chosen on the first and the third. */
enum Corpus {
    /** Servers, sensors, roads, prices and audiences. */
    TUNING("tuning", TuningKinds.FAMILIES),
    /** Other processes. */
    HELD_OUT("held out", HeldOutKinds.FAMILIES),
    /** Hashtags, traffic, advertising, temperatures, loads of machines. */
    IMITATIONS("imitations", ImitationKinds.FAMILIES),
    /** The same domains, other processes. */
    UNSEEN("unseen imitations", UnseenImitations.FAMILIES);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // lists that nothing changes
    private final List<String> families;

    Corpus(String title, List<String> families) {
        this.title = title;
        this.families = families;
    }

    String title() {
        return title;
    }

    List<String> families() {
        return families;
    }

    static Corpus of(String family) {
        for (Corpus corpus : values()) {
            if (corpus.families.contains(family)) {
                return corpus;
            }
        }
        throw new IllegalArgumentException("no kind of series is called " + family);
    }

    int length(String family, Draw draw) {
        return switch (this) {
            case TUNING -> TuningKinds.length(family, draw);
            case HELD_OUT -> HeldOutKinds.length(family, draw);
            case IMITATIONS -> ImitationKinds.length(family, draw);
            case UNSEEN -> UnseenImitations.length(family, draw);
        };
    }

    double step(String family) {
        return switch (this) {
            case TUNING -> TuningKinds.step(family);
            case HELD_OUT -> HeldOutKinds.step(family);
            case IMITATIONS -> ImitationKinds.step(family);
            case UNSEEN -> UnseenImitations.step(family);
        };
    }

    double[] base(String family, double[] times, Draw draw) {
        return switch (this) {
            case TUNING -> TuningKinds.base(family, times, draw);
            case HELD_OUT -> HeldOutKinds.base(family, times, draw);
            case IMITATIONS -> ImitationKinds.base(family, times, draw);
            case UNSEEN -> UnseenImitations.base(family, times, draw);
        };
    }

    /** Plants anomalies that fit the kind. */
    SyntheticSeries.Planter planter(String family, double[] x, double[] times, double step, Draw draw) {
        if (this == TUNING || this == HELD_OUT) {
            Anomalies anomalies = new Anomalies(x, times, step, draw);
            return at -> anomalies.plant(family, at);
        }
        Causes causes = new Causes(x, times, step, draw);
        return at -> causes.plant(family, at);
    }
}
