/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints one manual page for all commands, in the language of {@code man}, from what {@code --help} says. */
@Command(
        name = "generate-man-page",
        mixinStandardHelpOptions = true,
        header = "Prints the manual page of all commands.")
final class ManPageCommand implements Runnable {
    @Override
    public void run() {
        System.out.print(page());
    }

    /** The whole page. */
    static String page() {
        CommandLine line = Main.commandLine();
        CommandSpec main = line.getCommandSpec();
        StringBuilder page = new StringBuilder();
        page.append(".TH VIGIE 1 \"\" \"Vigie\"\n.SH NAME\nvigie \\- ")
                .append(words(main.usageMessage().header()));
        page.append("\n.SH SYNOPSIS\n.B vigie\n.I COMMAND\n[options]\n.SH DESCRIPTION\n");
        page.append(words(main.usageMessage().description())).append('\n');
        page.append(".SH COMMANDS\n");
        line.getSubcommands().values().forEach(command -> command(page, command.getCommandSpec()));
        page.append("""
                .SH ARGUMENT FILES
                A word that begins with @ names a file whose words stand in its place, so that a long command can be kept and
                repeated: vigie detect @settings.txt. Words are separated by spaces or lines; one with spaces stands in
                quotation marks; # begins a comment. Write @@ for a word that begins with @.
                .SH ENVIRONMENT
                .TP
                VIGIE_JAVA_OPTS
                Options of the Java virtual machine, such as \\-Xmx8g for more memory.
                .TP
                VIGIE_DEBUG
                If set, a failure that was not foreseen shows where it happened.
                """);
        page.append(".SH EXAMPLES\n");
        example(page, main.usageMessage().footer());
        return page.toString();
    }

    private static void command(StringBuilder page, CommandSpec spec) {
        page.append(".SS \"vigie ").append(spec.name());
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            page.append(' ')
                    .append(escape(parameter.paramLabel()))
                    .append(parameter.arity().max() > 1 ? "..." : "");
        }
        page.append("\"\n").append(words(spec.usageMessage().header())).append('\n');
        String description = words(spec.usageMessage().description());
        if (!description.isBlank()) {
            page.append(".PP\n").append(description).append('\n');
        }
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            argument(page, "\\fI" + escape(parameter.paramLabel()) + "\\fR", parameter);
        }
        for (OptionSpec option : spec.options()) {
            if (!option.hidden() && !option.usageHelp() && !option.versionHelp()) {
                String names = escape(String.join(", ", option.names()));
                boolean value = option.arity().max() > 0;
                argument(
                        page,
                        "\\fB" + names + "\\fR" + (value ? " \\fI" + escape(option.paramLabel()) + "\\fR" : ""),
                        option);
            }
        }
        if (spec.usageMessage().footer().length > 0) {
            page.append(".PP\n");
            example(page, spec.usageMessage().footer());
        }
    }

    private static void argument(StringBuilder page, String label, ArgSpec argument) {
        page.append(".TP\n")
                .append(label)
                .append('\n')
                .append(words(argument.description()))
                .append('\n');
    }

    /** Lines as they stand. */
    private static void example(StringBuilder page, String... lines) {
        page.append(".nf\n");
        for (String line : lines) {
            page.append(line.isBlank() ? ".sp" : line(line)).append('\n');
        }
        page.append(".fi\n");
    }

    /** Lines as one paragraph. */
    private static String words(String... lines) {
        return line(String.join(" ", List.of(lines)).strip());
    }

    /** A line that begins with a dot or an apostrophe would be taken for an order. */
    private static String line(String text) {
        String plain = escape(Ansi.OFF.string(text.replace("%n", " ").replace("%%", "%")));
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }

    private static String escape(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-");
    }
}
