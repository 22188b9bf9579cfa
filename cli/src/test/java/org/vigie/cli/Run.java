/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One run of the command line in this process, with what it printed. */
record Run(int exit, String out, String err) {
    private static final Pattern QUOTED = Pattern.compile("«[^»]*»");

    /** Words that no French message has, but what it quotes. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)(?<![\\w'./-])(the|is not|was|were|be|but|must|should|cannot|invalid|missing|required|with)(?![\\w'./-])");

    static Run of(Object... words) {
        return withInput("", words);
    }

    static Run withInput(String input, Object... words) {
        PrintStream stdout = System.out;
        PrintStream stderr = System.err;
        InputStream stdin = System.in;
        Locale locale = Locale.getDefault();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            Locale.setDefault(Locale.ENGLISH); // messages are in the language of the system
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            int exit = Main.run(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
            Run run = new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
            run.requireFrench(words.length > 0);
            return run;
        } finally {
            Locale.setDefault(locale);
            System.setOut(stdout);
            System.setErr(stderr);
            System.setIn(stdin);
        }
    }

    /** Whatever a test makes a command say, French has words for it, and for all of it. */
    private void requireFrench(boolean isMessage) {
        if (isMessage && Language.current() == Language.EN) {
            assertThat(err.lines()
                            .filter(line -> Language.french(line)
                                    .filter(said -> !ENGLISH.matcher(
                                                    QUOTED.matcher(said).replaceAll(""))
                                            .find())
                                    .isEmpty()))
                    .as("said in English: messages_fr.txt has no phrase for it, or for a part of it")
                    .isEmpty();
        }
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
