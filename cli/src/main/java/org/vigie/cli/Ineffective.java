/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import picocli.CommandLine.Model.CommandSpec;

/** Options that a command has and that would change nothing beside others: taking them in silence would mislead. */
final class Ineffective {
    private Ineffective() {}

    /**
     * Refuses options that were given.
     *
     * @param when ends the sentence "--x has no effect", such as {@code with --online}
     */
    static void refuse(CommandSpec command, String when, String... options) {
        for (String option : options) {
            if (isGiven(command, option)) {
                throw new WrongUsageException(option + " has no effect " + when);
            }
        }
    }

    static boolean isGiven(CommandSpec command, String option) {
        return command.commandLine().getParseResult().hasMatchedOption(option);
    }
}
