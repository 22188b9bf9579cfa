/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import picocli.CommandLine.Option;

/** What every command with work to do has. */
final class Quiet {
    @Option(names = "--quiet", description = "Say only warnings, refused rows and errors on standard error.")
    private boolean on;

    boolean on() {
        return on;
    }
}
