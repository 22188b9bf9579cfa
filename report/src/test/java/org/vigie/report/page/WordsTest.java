/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Signal;
import org.vigie.posts.ObjectKind;

/** The words of the page, in both languages. */
class WordsTest {
    private static final Pattern KEY = Pattern.compile("m\\.(?:t|count)\\(\"([a-z0-9.-]+)\"[,)]");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "(?iu)\\b(bots?|robots?|fakes?|faux|fausses?|inauthenti\\w*|trolls?|sockpuppets?|propagand\\w*|russi\\w*|chin[ae]\\w*"
                    + "|iran\\w*|kremlin|beijing|p\u00e9kin|moscou|moscow)\\b");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        Properties english = words("en");
        Properties french = words("fr");
        assertThat(french.keySet()).isEqualTo(english.keySet());
        for (Object key : english.keySet()) {
            assertThat(places(french.getProperty((String) key)))
                    .as((String) key)
                    .isEqualTo(places(english.getProperty((String) key)));
        }
    }

    /** A title says what kind of thing it names. */
    @Test
    void everyKindOfEvidenceAndEverySignalHasWords() throws IOException {
        Set<String> keys = words("en").stringPropertyNames();
        for (ObjectKind kind : ObjectKind.defaults()) {
            if (!kind.equals(ObjectKind.DOMAIN)) { // of networks only
                assertThat(keys).contains("object." + kind.name(), "signal.shared-" + kind.name());
            }
        }
        for (Signal signal : Signal.values()) {
            if (signal != Signal.SHARED) {
                assertThat(keys)
                        .contains("signal."
                                + signal.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
    }

    @Test
    void everyPhraseOfTheTemplatesExists() throws IOException {
        Properties english = words("en");
        for (String template : templates()) {
            Matcher matcher = KEY.matcher(template);
            while (matcher.find()) {
                String key = matcher.group(1);
                assertThat(english.containsKey(key) || english.containsKey(key + ".one") || key.endsWith("."))
                        .as(key)
                        .isTrue();
            }
        }
    }

    @Test
    void noAccountIsCalledNamesAndNoStateIsNamed() throws IOException {
        for (String language : List.of("en", "fr")) {
            words(language).forEach((key, text) -> {
                if (!((String) key).startsWith("language.")) {
                    assertThat((String) text).as((String) key).doesNotContainPattern(FORBIDDEN);
                }
            });
        }
        for (String template : templates()) {
            assertThat(template).doesNotContainPattern(FORBIDDEN);
        }
    }

    /** What the page cites is what the detector does, in the order in which it does it. */
    @Test
    void theMethodNamesNothingThatIsNoLongerDone() throws IOException {
        for (String language : List.of("en", "fr")) {
            Properties words = words(language);
            words.forEach((key, text) -> assertThat((String) text)
                    .as((String) key)
                    .doesNotContainPattern("(?iu)jitter|leiden|louvain|synchron|tumminello"));
            assertThat(words.getProperty("network.intro")).doesNotContainPattern("(?iu)hashtag|mots-dièse");
            assertThat(words.getProperty("source.null")).contains("Saracco");
        }
        String page = String.join("\n", templates());
        for (Object key : words("en").keySet()) {
            String name = (String) key;
            if (name.startsWith("source.") || (name.startsWith("method.") && name.endsWith(".text"))) {
                assertThat(page)
                        .as("%s is on the page", name)
                        .contains('"' + name.replaceAll("^[a-z]+\\.|\\.text$", "") + '"');
            }
        }
    }

    @Test
    void onlyTheStyleAndTheScriptAreWrittenUnescaped() throws IOException {
        long unsafe = templates().stream()
                .mapToLong(
                        t -> Pattern.compile("\\$unsafe").matcher(t).results().count())
                .sum();
        assertThat(unsafe).isEqualTo(2);
    }

    @Test
    void frenchHasItsTypographicSpaces() throws IOException {
        words("fr")
                .forEach((key, text) -> assertThat((String) text)
                        .as((String) key)
                        .doesNotContainPattern("[ \\p{L}0-9][;!?]|[ \\p{L}}]:(?! an entropy)|'"));
    }

    @Test
    void numbersAndTimesFollowTheLanguage() {
        Messages english = Messages.of(Locale.ENGLISH);
        Messages french = Messages.of(Locale.CANADA_FRENCH);
        assertThat(english.n(1_234_567)).isEqualTo("1,234,567");
        assertThat(french.n(1_234_567)).isEqualTo("1\u202f234\u202f567");
        assertThat(english.d(-0.05, 2)).isEqualTo("\u22120.05");
        assertThat(english.d(2.5, 1)).isEqualTo("2.5");
        assertThat(french.fixed(1, 2)).isEqualTo("1,00");
        assertThat(french.fixed(0.5, 2)).isEqualTo("0,50");
        assertThat(english.d(Double.NaN, 1)).isEqualTo("\u2013");
        assertThat(english.p(1e-9)).isEqualTo("<\u00a00.0001");
        assertThat(english.percent(0.256)).isEqualTo("26%");
        assertThat(french.percent(0.256)).isEqualTo("26\u00a0%");
        Instant time = Instant.parse("2026-08-01T05:04:00Z");
        assertThat(english.minute(time)).isEqualTo("1 August 2026, 05:04");
        assertThat(french.minute(time)).isEqualTo("1er ao\u00fbt 2026 \u00e0 05:04");
        assertThat(french.day(Instant.parse("2026-10-02T00:00:00Z"))).isEqualTo("2 octobre 2026");
        assertThat(french.dayAndYear(time)).isEqualTo("1er ao\u00fbt 2026");
        assertThat(english.month(time)).isEqualTo("Aug 2026");
        assertThat(french.count("unit.post", 0)).isEqualTo("0 publication");
        assertThat(english.count("unit.post", 0)).isEqualTo("0 posts");
        assertThat(english.duration(Duration.ofMinutes(90))).isEqualTo("90 minutes");
        assertThat(english.duration(Duration.ofHours(24))).isEqualTo("1 day");
        assertThat(english.languageName("zh-Hant")).isEqualTo("Chinese (Hant)");
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        words.load(Files.newBufferedReader(
                Path.of("src/main/resources/org/vigie/report/page/report_" + language + ".properties"),
                StandardCharsets.UTF_8));
        return words;
    }

    private static List<String> templates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/jte"))) {
            List<Path> sorted = files.sorted().toList();
            List<String> texts = new java.util.ArrayList<>();
            for (Path file : sorted) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    private static Set<String> places(String phrase) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{\\d}").matcher(phrase);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }
}
