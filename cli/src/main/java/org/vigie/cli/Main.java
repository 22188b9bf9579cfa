/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The {@code vigie} command: parses, calls the library, prints. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@Command(
        name = "vigie",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Finds coordinated behaviour in posts: near-duplicate text, languages, networks, bursts, campaigns.",
        description = {
            "",
            "It scores behaviour (who posts what, when, with whom), never opinion or truth, and names no culprit.",
            "Files may be CSV, TSV, JSON Lines or JSON, plain or .gz; columns are found by their names.",
            ""
        },
        footer = {"", "Start with:  vigie demo", "Exit codes: 0 done, 1 failed, 2 wrong usage."},
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            DetectCommand.class,
            DuplicatesCommand.class,
            LanguageCommand.class,
            CoordinationCommand.class,
            BurstsCommand.class,
            SimulateCommand.class,
            FormatsCommand.class,
            HelpCommand.class
        })
public final class Main {
    private Main() {}

    /**
     * Runs a command and exits with its code.
     *
     * @param args the words of the command line
     */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command and returns its exit code. */
    static int run(String... args) {
        CommandLine line = commandLine();
        if (args.length == 0) {
            line.usage(System.err);
            return CommandLine.ExitCode.USAGE;
        }
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            System.err.println("vigie: " + message(e));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((failure, words) -> wrongUsage(failure.getCommandLine(), failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof WrongUsageException) {
                        return wrongUsage(command, failure);
                    }
                    command.getErr().println("vigie: " + message(failure));
                    if (System.getenv("VIGIE_DEBUG") != null) {
                        failure.printStackTrace(command.getErr());
                    }
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /** One line that says what is wrong and where the rules are; the whole help would hide it. */
    private static int wrongUsage(CommandLine command, Exception failure) {
        command.getErr()
                .println("vigie: " + String.valueOf(failure.getMessage()).replaceFirst("^Error: ", "") + " (see "
                        + command.getCommandSpec().qualifiedName() + " --help)");
        return CommandLine.ExitCode.USAGE;
    }

    private static String message(Throwable failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file: " + failure.getMessage();
        }
        if (failure instanceof AccessDeniedException) {
            return "not allowed to open " + failure.getMessage();
        }
        if (failure instanceof FileSystemException other && other.getReason() != null) {
            return other.getFile() + ": " + other.getReason().toLowerCase(Locale.ROOT);
        }
        if (failure instanceof UncheckedIOException && failure.getCause() != null) {
            return message(failure.getCause());
        }
        if (failure instanceof OutOfMemoryError) {
            return "not enough memory: give more with VIGIE_JAVA_OPTS=-Xmx8g";
        }
        boolean expected = failure instanceof IOException || failure instanceof IllegalArgumentException;
        return expected && failure.getMessage() != null
                ? failure.getMessage()
                : failure + " (set VIGIE_DEBUG=1 to see where)";
    }
}
