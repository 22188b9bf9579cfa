/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Duration;
import org.vigie.core.burst.Kleinberg;

/** What a {@link CampaignDetector} is set to. */
record Parameters(
        Kleinberg kleinberg,
        Duration window,
        Duration interval,
        double alpha,
        int minAccounts,
        int minBurstPosts,
        int threads) {
    /** Objects of fewer accounts can't be told from chance. */
    static final int MIN_CARRIERS = 4;
}
