/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.vigie.core.internal.NearName;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

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
        footer = {
            "",
            "Examples:",
            "  vigie demo",
            "  vigie detect posts.csv --out results",
            "  vigie duplicates posts.csv --pairs pairs.csv",
            "  zcat shares.csv.gz | vigie coordination - --window 60s --edges edges.csv",
            "",
            "Exit codes: 0 done, 1 failed or interrupted, 2 wrong usage."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            DetectCommand.class,
            EvaluateCommand.class,
            CompareCommand.class,
            FingerprintCommand.class,
            MatchCommand.class,
            KeyCommand.class,
            DuplicatesCommand.class,
            LanguageCommand.class,
            CoordinationCommand.class,
            BurstsCommand.class,
            MonitorCommand.class,
            SimulateCommand.class,
            FormatsCommand.class,
            CompletionCommand.class,
            ManPageCommand.class,
            HelpCommand.class
        })
public final class Main {
    /** The first two bytes of the marks of UTF-8 and both kinds of UTF-16. */
    private static final Set<Integer> BYTE_ORDER_MARKS = Set.of(0xefbb, 0xfeff, 0xfffe);

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            scope = ScopeType.INHERIT,
            description = "Language of help, messages and report: en or fr (default: the system's, else en).")
    // Only checked here: it is followed before all other words, so that these are refused in it.
    @SuppressWarnings("UnusedVariable")
    private @Nullable Language language;

    private Main() {}

    /**
     * Runs a command and exits with its code.
     *
     * @param args the words of the command line
     */
    public static void main(String[] args) {
        StandardOutput.install();
        AtomicBoolean done = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!done.get() && Interruption.isHandled()) {
                Runtime.getRuntime().halt(CommandLine.ExitCode.OK);
            }
            if (!done.get()) { // Ctrl-C or a kill: the run failed, whatever the signal
                Terminal.say("vigie: interrupted");
                Runtime.getRuntime().halt(CommandLine.ExitCode.SOFTWARE);
            }
        }));
        int exit = run(args);
        done.set(true);
        System.exit(exit);
    }

    /** Runs a command and returns its exit code. */
    static int run(String... args) {
        Language.follow(args);
        CommandLine line = commandLine();
        if (args.length == 0) {
            line.usage(System.err);
            return CommandLine.ExitCode.USAGE;
        }
        try {
            checkFilesOfArguments(args);
            int exit = line.execute(args);
            if (exit == CommandLine.ExitCode.OK) {
                StandardOutput.check(); // what was printed last may not have arrived
            }
            return exit;
        } catch (IOException | Error e) {
            return failed(e);
        }
    }

    /**
     * The parser answers a file that it can't read with a trace of its stack, and takes a byte order mark for a part of the
     * first word.
     */
    private static void checkFilesOfArguments(String... args) throws IOException {
        for (String word : args) {
            File file = new File(word.replaceFirst("^@", ""));
            if (word.startsWith("@") && file.exists()) {
                try (InputStream in = new FileInputStream(file)) {
                    if (BYTE_ORDER_MARKS.contains(in.read() << Byte.SIZE | in.read())) {
                        throw new IOException(file + " must be UTF-8 without a byte order mark");
                    }
                } catch (FileNotFoundException e) {
                    throw new IOException("can't read the file of arguments: " + e.getMessage(), e);
                }
            }
        }
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        Language.current().help().ifPresent(words -> {
            line.setResourceBundle(words);
            line.getCommandSpec().usageMessage().synopsisSubcommandLabel(words.getString("synopsis.command"));
            Map<String, IHelpSectionRenderer> sections = new HashMap<>(line.getHelpSectionMap());
            sections.replaceAll((name, section) -> help -> Language.printed(section.render(help)));
            line.setHelpSectionMap(sections);
        });
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((failure, words) -> wrongUsage(failure.getCommandLine(), failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof WrongUsageException) {
                        return wrongUsage(command, failure);
                    }
                    if (System.getenv("VIGIE_DEBUG") != null) {
                        failure.printStackTrace(command.getErr());
                    }
                    return failed(failure);
                });
    }

    /** Says why, unless a reader such as {@code head} has seen enough. */
    private static int failed(Throwable failure) {
        if (!StandardOutput.isBrokenPipe(failure)) {
            Terminal.say("vigie: " + message(failure));
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** One line that says what is wrong and where the rules are; the whole help would hide it. */
    private static int wrongUsage(CommandLine command, Exception failure) {
        Terminal.say("vigie: " + usageMessage(command, failure) + " (see "
                + command.getCommandSpec().qualifiedName() + " --help)");
        return CommandLine.ExitCode.USAGE;
    }

    /** The first word that is not known comes first: {@code --ot results} is why {@code --out} is missing. */
    private static String usageMessage(CommandLine command, Exception failure) {
        List<String> unknown = unknownWords(command, failure);
        if (unknown.isEmpty()) {
            return String.valueOf(failure.getMessage()).replaceFirst("^Error: ", "");
        }
        String word = unknown.get(0);
        if (word.startsWith("@")) {
            return "no such file of arguments: '" + word.substring(1) + "'";
        }
        if (word.startsWith("-")) {
            String name = word.replaceFirst("=.*", "");
            return "unknown option: '" + name + "'"
                    + near(name, command.getCommandSpec().optionsMap().keySet());
        }
        Set<String> commands = command.getSubcommands().keySet();
        return commands.isEmpty()
                ? "unexpected word: '" + word + "'"
                : "unknown command: '" + word + "'" + near(word, commands);
    }

    private static List<String> unknownWords(CommandLine command, Exception failure) {
        if (failure instanceof UnmatchedArgumentException || failure instanceof MissingParameterException) {
            return command.getUnmatchedArguments();
        }
        // What help is asked about is the value of no argument.
        return failure instanceof ParameterException wrong && wrong.getArgSpec() == null && wrong.getValue() != null
                ? List.of(wrong.getValue())
                : List.of();
    }

    private static String near(String typed, Set<String> names) {
        return NearName.of(typed, names)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    private static String message(Throwable failure) {
        if (failure instanceof NoSuchFileException missing) {
            String file = String.valueOf(missing.getFile());
            String what = missing.getReason() == null ? "no such file" : missing.getReason();
            return file.startsWith("@") ? "no such file of arguments: '" + file.substring(1) + "'" : what + ": " + file;
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
