/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vigie.nlp.language.LanguageGuess;
import org.vigie.nlp.language.LanguageIdentifier;
import org.vigie.nlp.language.LanguageMix;
import org.vigie.nlp.language.LanguageSpan;
import org.vigie.posts.exports.Field;
import org.vigie.posts.exports.MissingColumnException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "language",
        mixinStandardHelpOptions = true,
        header = "Identifies languages.",
        description = {
            "",
            "Without --lines, FILE is a table of posts. The output is id<TAB>tag<TAB>confidence, a line a post.",
            "With --lines, FILE or standard input has one text a line. The output is "
                    + "tag<TAB>confidence, a line a text. Tags are ISO 639-1 where there is one, else ISO 639-3.",
            ""
        })
final class LanguageCommand implements Callable<Integer> {
    /** Below this --abstain says und: 97 of 100 random strings are below it. */
    private static final double ABSTAIN_BELOW = 0.7;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Posts or lines; standard input by default.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--lines", description = "One text a line.")
    private boolean lines;

    @Option(names = "--only", split = ",", paramLabel = "TAG", description = "Choose among these languages only.")
    private Set<String> only = new LinkedHashSet<>();

    @Option(names = "--abstain", description = "Say und where the guess is unsure.")
    private boolean abstain;

    @Option(names = "--spans", description = "With --lines: print start<TAB>end<TAB>tag for each part instead.")
    private boolean spans;

    @Option(
            names = "--mix",
            description = {
                "Weigh each guess by the languages of all texts, which are estimated first. Shares go to standard error."
            })
    private boolean mix;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InputOptions input;

    @Mixin
    private Output output;

    @Mixin
    private Quiet quiet;

    @Override
    public Integer call() throws IOException {
        if (mix && spans) {
            throw new WrongUsageException("--mix must come without --spans");
        }
        if (lines || file.isEmpty()) {
            String when = lines ? "with --lines" : "without FILE";
            Ineffective.refuse(spec, when, "--map", "--date-format", "--time-zone", "--id-per-file", "--raw-csv");
        } else {
            Ineffective.refuse(spec, "in language, which reads no times", "--date-format", "--time-zone");
        }
        LanguageIdentifier all = LanguageIdentifier.load();
        Set<String> tags = only.stream().map(String::strip).collect(Collectors.toSet());
        LanguageIdentifier restricted =
                Ineffective.isGiven(spec, "--only") ? WrongUsageException.check(() -> all.withLanguages(tags)) : all;
        LanguageIdentifier identifier = restricted.withMinProbability(abstain && !mix ? ABSTAIN_BELOW : 0);
        if (spans && !lines && file.isPresent()) {
            throw new WrongUsageException("--spans must come with --lines when FILE is given");
        }
        try (Progress progress = new Progress(quiet.on())) {
            if (lines || file.isEmpty()) {
                Output.standard(out -> lines(identifier, out, progress));
            } else {
                Output.standard(out -> table(identifier, out, progress));
            }
        }
        return 0;
    }

    private void lines(LanguageIdentifier identifier, Writer out, Progress progress) throws IOException {
        try (InputStream in = Input.open(file.orElse(Path.of("-")), progress);
                Reader text = input.rows().text(in)) {
            // The identifier reads no more of a text than to the word that goes on there: a long line needs little
            // memory.
            Lines reader = new Lines(text, spans ? Integer.MAX_VALUE : LanguageIdentifier.MAX_CHARACTERS + 1, out);
            Results results = new Results(out);
            while (reader.next()) {
                if (spans) {
                    for (LanguageSpan span : identifier.spans(reader.line())) {
                        out.write(span.start() + "\t" + span.end() + "\t" + span.tag() + "\n");
                    }
                    out.write('\n');
                } else {
                    results.add("", identifier.identify(reader.line()));
                }
            }
            results.finish();
        }
    }

    private void table(LanguageIdentifier identifier, Writer out, Progress progress) throws IOException {
        Path path = file.orElseThrow();
        progress.reading("identifying", Input.size(List.of(path)));
        Results results = new Results(out);
        try {
            Table.readFields(path, input, Field.TEXT, progress, fields -> {
                String head = output.shown(fields.id()) + "\t";
                Unchecked.run(() -> results.add(head, identifier.identify(fields.text())));
            });
        } catch (MissingColumnException e) {
            throw new IOException(e.getMessage() + "; if each line is a text, add --lines", e);
        }
        results.finish();
    }

    /** Writes results as they come or, by the mix, when all are known. */
    private final class Results {
        private final Writer out;
        private final List<String> heads = new ArrayList<>();
        private final List<LanguageGuess> guesses = new ArrayList<>();

        Results(Writer out) {
            this.out = out;
        }

        void add(String head, LanguageGuess guess) throws IOException {
            if (mix) {
                heads.add(head);
                guesses.add(guess);
            } else {
                write(head, guess);
            }
        }

        void finish() throws IOException {
            if (!mix) {
                return;
            }
            LanguageMix languages = LanguageMix.of(guesses);
            Map<String, Integer> counts = new TreeMap<>();
            for (int i = 0; i < guesses.size(); i++) {
                LanguageGuess guess = languages.rescore(guesses.get(i));
                LanguageGuess said = abstain && guess.isDetermined() && guess.probability() < ABSTAIN_BELOW
                        ? new LanguageGuess(LanguageGuess.UNDETERMINED, 0, guess.alternatives(), guess.script())
                        : guess;
                counts.merge(said.tag(), 1, Integer::sum);
                write(heads.get(i), said);
            }
            out.flush();
            if (quiet.on()) {
                return;
            }
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(e -> Terminal.say(String.format(
                            Locale.ROOT,
                            "%s: %d texts, %.2f %%",
                            e.getKey(),
                            e.getValue(),
                            100.0 * e.getValue() / guesses.size())));
        }

        private void write(String head, LanguageGuess guess) throws IOException {
            out.write(head + guess.tag() + String.format(Locale.ROOT, "\t%.4f\n", guess.probability()));
        }
    }
}
