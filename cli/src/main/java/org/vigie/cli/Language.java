/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.vigie.report.words.French;
import org.vigie.report.words.Phrases;

/**
 * The language of help, messages and reports. English is what the code says; French help comes from {@code
 * help_fr.properties}, by the keys of picocli, and French messages from the phrase book {@code messages_fr.txt}. Tables and
 * JSON are the same in every language.
 */
enum Language {
    /** English. */
    EN(Locale.ENGLISH),
    /** French. */
    FR(Locale.FRENCH);

    /** A letter in the apostrophe's place while lines are broken: after the apostrophe itself Java would break one. */
    private static final char BINDING_APOSTROPHE = '\u02bc';

    private static final char APOSTROPHE = '\u2019';

    private static volatile Language current = EN;

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /** The language of this run. */
    static Language current() {
        return current;
    }

    /** Sets the language that the words of a command line ask for, else that of the system, else English. */
    static void follow(String... words) {
        Language asked =
                of(Locale.getDefault(Locale.Category.DISPLAY).getLanguage()).orElse(EN);
        for (int i = 0; i < words.length && !words[i].equals("--"); i++) {
            String value = words[i].startsWith("--lang=")
                    ? words[i].substring("--lang=".length())
                    : words[i].equals("--lang") && i + 1 < words.length ? words[i + 1] : "";
            asked = of(value).orElse(asked); // what is no language is wrong usage, which is said soon
        }
        current = asked;
    }

    private static Optional<Language> of(String name) {
        for (Language language : values()) {
            if (language.name().equalsIgnoreCase(name)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The help that is not in the code; none in English. */
    Optional<ResourceBundle> help() {
        return this == EN ? Optional.empty() : Optional.of(Help.FRENCH);
    }

    /** A part of the help whose lines are broken. */
    static String printed(String help) {
        return help.replace(BINDING_APOSTROPHE, APOSTROPHE);
    }

    /** A line of a message in the language of this run; one that the phrase book does not know stays English. */
    static String line(String english) {
        return current == EN ? english : french(english).orElse(english);
    }

    /** A line of a message in French, if the phrase book knows it. */
    static Optional<String> french(String english) {
        return Messages.FRENCH.translate(english);
    }

    /** Each line of a text for people. */
    static String text(String english) {
        return current == EN
                ? english
                : english.lines().map(Language::line).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Read once, and only by those who need it. */
    private static final class Messages {
        private static final Phrases FRENCH = Phrases.ofDoubts().with(Phrases.read(resource("messages_fr.txt")));
    }

    /** Read once, and only by those who need it. */
    private static final class Help extends ListResourceBundle {
        private static final ResourceBundle FRENCH = new Help();

        @Override
        protected Object[][] getContents() {
            Properties words = new Properties();
            try (InputStream in = resource("help_fr.properties")) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Map<String, String> set = new HashMap<>();
            words.forEach((key, text) ->
                    set.put((String) key, French.typeset((String) text).replace(APOSTROPHE, BINDING_APOSTROPHE)));
            return set.entrySet().stream()
                    .map(e -> new Object[] {e.getKey(), e.getValue()})
                    .toArray(Object[][]::new);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Language.class.getResourceAsStream(name), "it is in the jar");
    }
}
