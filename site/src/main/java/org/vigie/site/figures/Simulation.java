/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.Post;
import org.vigie.posts.simulation.CampaignKind;
import org.vigie.posts.simulation.Simulator;

/** The simulated traffic that the figures with data show, and what is found in it. */
final class Simulation {
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    static final int DAYS = 14;

    private static final List<Post> POSTS = new ArrayList<>();
    private static final Findings FINDINGS;
    private static final Names NAMES;

    static {
        Simulator.withDefaults()
                .withTime(START, Duration.ofDays(DAYS))
                .withCampaign(CampaignKind.COPYPASTA, 40)
                .withCampaign(CampaignKind.CO_URL, 40)
                .withCampaign(CampaignKind.SLOW_DRIP, 24)
                .run((post, label) -> POSTS.add(post));
        Corpus corpus = Corpus.of(POSTS);
        FINDINGS = CampaignDetector.withDefaults().detect(corpus);
        NAMES = Names.plain(corpus);
    }

    private Simulation() {}

    static List<Post> posts() {
        return POSTS;
    }

    static Findings findings() {
        return FINDINGS;
    }

    static Names names() {
        return NAMES;
    }

    /** Days since the start. */
    static double day(Instant time) {
        return Duration.between(START, time).toSeconds() / 86_400.0;
    }
}
