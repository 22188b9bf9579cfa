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
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vigie.nlp.language.LanguageGuess;
import org.vigie.nlp.language.LanguageIdentifier;
import org.vigie.nlp.language.LanguageSpan;
import org.vigie.posts.exports.Field;
import org.vigie.posts.rows.RowReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "language",
        mixinStandardHelpOptions = true,
        header = "Identifies languages.",
        description = {
            "",
            "Without --lines, FILE is a table of posts and the output is id<TAB>tag<TAB>confidence, a line a post;",
            "with --lines, FILE or standard input has one text a line and the output is tag<TAB>confidence, a line a",
            "text. Tags are ISO 639-1 where there is one, else ISO 639-3.",
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

    @Mixin
    private InputOptions input;

    @Mixin
    private Output output;

    @Mixin
    private Quiet quiet;

    @Override
    public Integer call() throws IOException {
        LanguageIdentifier all = LanguageIdentifier.load();
        Set<String> tags = only.stream().map(String::strip).collect(Collectors.toSet());
        LanguageIdentifier restricted = only.isEmpty() ? all : WrongUsageException.check(() -> all.withLanguages(tags));
        LanguageIdentifier identifier = restricted.withMinProbability(abstain ? ABSTAIN_BELOW : 0);
        if (spans && !lines && file.isPresent()) {
            throw new WrongUsageException("--spans must come with --lines when FILE is given");
        }
        if (file.isPresent()) {
            Input.require(file.get());
        }
        if (lines || file.isEmpty()) {
            Output.standard(out -> lines(identifier, out));
        } else {
            try (Progress progress = new Progress(quiet.on())) {
                Output.standard(out -> table(identifier, out, progress));
            }
        }
        return 0;
    }

    private void lines(LanguageIdentifier identifier, Writer out) throws IOException {
        try (InputStream in = Input.open(file.orElse(Path.of("-")));
                Reader text = RowReader.text(in)) {
            // The identifier reads no more of a text, so a line of any length needs little memory.
            Lines input = new Lines(text, spans ? Integer.MAX_VALUE : LanguageIdentifier.MAX_CHARACTERS, out);
            while (input.next()) {
                if (spans) {
                    for (LanguageSpan span : identifier.spans(input.line())) {
                        out.write(span.start() + "\t" + span.end() + "\t" + span.tag() + "\n");
                    }
                    out.write('\n');
                } else {
                    write(out, identifier.identify(input.line()));
                }
            }
        }
    }

    private void table(LanguageIdentifier identifier, Writer out, Progress progress) throws IOException {
        Path path = file.orElseThrow();
        String name = Input.name(path);
        progress.stage("identifying");
        Table.readFields(path, input, Field.TEXT, progress, fields -> {
            String id = fields.get(Field.ID);
            Unchecked.run(() -> {
                out.write(output.shown(id.isEmpty() ? name + ":" + fields.row().line() : id) + "\t");
                write(out, identifier.identify(fields.text()));
            });
        });
    }

    private static void write(Writer out, LanguageGuess guess) throws IOException {
        out.write(guess.tag() + String.format(Locale.ROOT, "\t%.4f\n", guess.probability()));
    }
}
