/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import org.vigie.report.exchange.Sharing;
import picocli.CommandLine.Option;

/** Which campaigns are too small to be shared. */
final class MinAccountsOption {
    static final String NAME = "--share-min-accounts";

    @Option(
            names = NAME,
            defaultValue = "" + Sharing.DEFAULT_MIN_ACCOUNTS,
            paramLabel = "N",
            description = "Least number of accounts of a campaign in files for partners; smaller ones are counted"
                    + " (default: ${DEFAULT-VALUE}).")
    private int accounts;

    int accounts() {
        return accounts;
    }
}
