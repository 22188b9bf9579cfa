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
    Parameters withWindows(Duration fine, Duration coarse) {
        return new Parameters(kleinberg, fine, coarse, alpha, minAccounts, minBurstPosts, threads);
    }

    Parameters withAlpha(double rate) {
        return new Parameters(kleinberg, window, interval, rate, minAccounts, minBurstPosts, threads);
    }

    Parameters withMinAccounts(int accounts) {
        return new Parameters(kleinberg, window, interval, alpha, accounts, minBurstPosts, threads);
    }

    Parameters withThreads(int most) {
        return new Parameters(kleinberg, window, interval, alpha, minAccounts, minBurstPosts, most);
    }
}
