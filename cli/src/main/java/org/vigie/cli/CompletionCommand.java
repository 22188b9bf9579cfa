/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** Prints the script by which bash and zsh complete; values are spelt as help spells them, not as the code does. */
@Command(
        name = "generate-completion",
        mixinStandardHelpOptions = true,
        header = "Writes the completion script of vigie for bash and zsh.",
        description = {
            "%nWith it the tab key completes commands and options. Use it in this terminal:%n",
            "  source <(vigie generate-completion)%n"
        })
final class CompletionCommand implements Runnable {
    @Override
    public void run() {
        System.out.println(script());
    }

    private static String script() {
        return AutoComplete.bash("vigie", Main.commandLine())
                .lines()
                .map(line -> line.contains("_args=(\"") ? asHelpSaysIt(line) : line)
                .collect(Collectors.joining("\n"));
    }

    /** A line such as {@code local WEIGHT_option_args=("CO_ACTIONS" "OBJECTS") # --weight values}. */
    private static String asHelpSaysIt(String line) {
        int values = line.indexOf("=(");
        int end = line.indexOf(')', values);
        String said = line.substring(values, end).toLowerCase(Locale.ROOT).replace('_', '-');
        return line.substring(0, values) + said + line.substring(end);
    }
}
