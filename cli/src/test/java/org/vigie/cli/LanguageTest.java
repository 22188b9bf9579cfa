/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.report.words.French;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What people read in English and in French. */
final class LanguageTest {
    private static final Path WORDS = Path.of("src/main/resources/org/vigie/cli");
    private static final Path DOUBTS = Path.of("../report/src/main/resources/org/vigie/report/words/doubts_fr.txt");
    private static final int WIDTH = 80;
    private static final Pattern FORBIDDEN = Pattern.compile(
            "(?iu)\\b(bots?|robots?|trolls?|fakes?|faux|fausses? comptes?|inauthenti\\w*|sock\\s?puppets?"
                    + "|propagand\\w*|disinformation|désinformation|russi\\w*|russe\\w*|china|chinese|chine|chinois\\w*"
                    + "|iran\\w*|kremlin|beijing|pékin|moscou|moscow)\\b");
    private static final Pattern UNTYPESET = Pattern.compile("\\p{L}'\\p{L}| [;!?:»%](?:\\s|$)|« ");

    @TempDir
    private Path folder;

    @AfterEach
    void english() {
        Language.follow("--lang", "en");
    }

    private static CommandLine line(String language) {
        Language.follow("--lang", language);
        return Main.commandLine();
    }

    /** All commands, the first one too, with their names. */
    private static List<CommandLine> all(CommandLine line) {
        List<CommandLine> all = new ArrayList<>(List.of(line));
        line.getSubcommands().values().forEach(sub -> all.addAll(all(sub)));
        return all;
    }

    /** What a command says of itself and of each of its words, by a name. */
    private static List<String> texts(CommandSpec spec) {
        List<String> texts = new ArrayList<>();
        texts.add("header: " + String.join(" ", spec.usageMessage().header()));
        if (spec.usageMessage().description().length > 0) {
            texts.add("description: " + String.join(" ", spec.usageMessage().description()));
        }
        if (spec.usageMessage().footer().length > 0) {
            texts.add("footer: " + String.join(" ", spec.usageMessage().footer()));
        }
        for (ArgSpec arg : spec.args()) {
            if (!arg.hidden()) {
                String name = arg.isOption() ? arg.toString() : arg.paramLabel();
                texts.add(name + ": " + String.join(" ", arg.description()));
            }
        }
        return texts;
    }

    @Test
    void everyCommandAndEveryOptionIsDescribedInFrench() {
        List<CommandLine> english = all(line("en"));
        List<List<String>> said =
                english.stream().map(c -> texts(c.getCommandSpec())).toList();
        List<CommandLine> french = all(line("fr"));
        assertThat(french).hasSameSizeAs(english);
        for (int c = 0; c < french.size(); c++) {
            String name = french.get(c).getCommandSpec().qualifiedName();
            List<String> texts = texts(french.get(c).getCommandSpec());
            assertThat(texts).as(name).hasSameSizeAs(said.get(c)).doesNotContainAnyElementsOf(said.get(c));
            for (int t = 0; t < texts.size(); t++) {
                assertThat(values(texts.get(t)))
                        .as(texts.get(t))
                        .isEqualTo(values(said.get(c).get(t)));
            }
        }
    }

    /** The values and options that a text names: they are no words, and stay. */
    private static Set<String> values(String text) {
        Set<String> values = new TreeSet<>();
        Matcher matcher = Pattern.compile("--[a-z-]+[a-z]|(?<=: )[0-9.]+(?=\\))|[a-z]+_[a-z_]+|%%|\\$\\{[A-Z-]+}")
                .matcher(text);
        while (matcher.find()) {
            values.add(matcher.group());
        }
        return values;
    }

    @Test
    void helpFitsATerminal() {
        for (String language : List.of("en", "fr")) {
            for (CommandLine command : all(line(language))) {
                String help = command.setUsageHelpWidth(WIDTH).getUsageMessage();
                String name = language + " " + command.getCommandSpec().qualifiedName();
                assertThat(help.lines()).as(name).allMatch(l -> l.length() <= WIDTH);
                assertThat(help).as(name).doesNotContainPattern(FORBIDDEN).doesNotContain("\u02bc");
                if (language.equals("fr")) {
                    assertThat(help).as(name).doesNotContainPattern("\u2019\n|" + UNTYPESET);
                }
            }
        }
    }

    @Test
    void everyKeyOfTheHelpIsOneOfACommand() throws IOException {
        Set<String> known = new TreeSet<>(Set.of("synopsis.command"));
        for (CommandLine command : all(line("en"))) {
            CommandSpec spec = command.getCommandSpec();
            String prefix = spec.qualifiedName(".") + ".";
            for (String part : List.of("header", "description", "footer", "synopsisHeading", "optionListHeading")) {
                known.add(prefix + "usage." + part);
            }
            known.addAll(List.of("usage.synopsisHeading", "usage.commandListHeading"));
            for (ArgSpec arg : spec.args()) {
                List<String> names = arg.isOption()
                        ? Arrays.stream(((CommandLine.Model.OptionSpec) arg).names())
                                .map(n -> n.replaceFirst("^-+", ""))
                                .toList()
                        : List.of(arg.paramLabel() + "[" + ((CommandLine.Model.PositionalParamSpec) arg).index() + "]");
                Stream.concat(names.stream(), Stream.ofNullable(arg.descriptionKey()))
                        .forEach(name -> known.addAll(List.of(name, prefix + name)));
            }
        }
        assertThat(help().stringPropertyNames()).isSubsetOf(known);
    }

    private static Properties help() throws IOException {
        Properties help = new Properties();
        help.load(new StringReader(Files.readString(WORDS.resolve("help_fr.properties"))));
        return help;
    }

    /** Pairs of lines: English, French. */
    private static List<String> phrases() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path book : List.of(DOUBTS, WORDS.resolve("messages_fr.txt"))) {
            Files.readAllLines(book).stream()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .forEach(lines::add);
        }
        return lines;
    }

    @Test
    void phrasesHaveTheirPlacesOnceAndAreSetAsFrenchIs() throws IOException {
        List<String> phrases = phrases();
        Set<String> english = new TreeSet<>();
        for (int i = 0; i < phrases.size(); i += 2) {
            String french = phrases.get(i + 1);
            assertThat(english.add(phrases.get(i)))
                    .as(phrases.get(i) + " comes once")
                    .isTrue();
            assertThat(places(phrases.get(i))).as(phrases.get(i)).containsAll(places(french));
            assertThat(French.typeset(french)).doesNotContainPattern(UNTYPESET);
            if (!french.startsWith("tweets de ")) { // a data set's own name
                assertThat(french).doesNotContainPattern(FORBIDDEN);
                assertThat(phrases.get(i)).doesNotContainPattern(FORBIDDEN);
            }
        }
        for (Object text : help().values()) {
            assertThat(French.typeset((String) text)).doesNotContainPattern(UNTYPESET);
        }
    }

    private static Set<String> places(String phrase) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d+)").matcher(phrase);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    /** English that the code no longer says would leave its French behind. */
    @Test
    void everyPhraseIsSaidSomewhere() throws IOException {
        String said = literals();
        List<String> phrases = phrases();
        int ours = phrases.indexOf("{0} has no effect {1}");
        int foreign = phrases.indexOf("Missing required option: {0}");
        assertThat(Stream.iterate(0, i -> i < phrases.size(), i -> i + 2)
                        .filter(i -> i < foreign || i >= ours)
                        .map(phrases::get)
                        .filter(phrase -> !isSaid(phrase, said)))
                .isEmpty();
    }

    /** A third of the longest part at least: the rest may be put together. */
    private static boolean isSaid(String phrase, String said) {
        String longest = Stream.of(
                        phrase.replaceAll("\\[[^]|]*\\|[^]|]*]", "{0}").split("\\{\\d+}"))
                .max((a, b) -> a.length() - b.length())
                .orElse("");
        int third = (longest.length() + 2) / 3;
        for (int at = 0; at + third <= longest.length(); at++) {
            if (said.contains(longest.substring(at, at + third))) {
                return true;
            }
        }
        return false;
    }

    /** The texts in the main sources of what the command line is made of, those over several lines in one. */
    private static String literals() throws IOException {
        StringBuilder all = new StringBuilder();
        Pattern literal = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*+)\"");
        for (String module : List.of("core", "nlp", "graph", "posts", "campaign", "report", "cli")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    Matcher matcher = literal.matcher(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
                    while (matcher.find()) {
                        all.append(matcher.group(1)).append('\n');
                    }
                }
            }
        }
        return all.toString();
    }

    @Test
    void theLanguageIsTheOneAskedForElseTheSystems() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CANADA_FRENCH);
            Language.follow("detect", "x");
            assertThat(Language.current()).isEqualTo(Language.FR);
            Language.follow("detect", "--lang=EN");
            assertThat(Language.current()).isEqualTo(Language.EN);
            Locale.setDefault(Locale.GERMAN);
            Language.follow();
            assertThat(Language.current()).isEqualTo(Language.EN);
            Language.follow("--lang", "fr", "--lang", "de");
            assertThat(Language.current()).isEqualTo(Language.FR);
            Language.follow("--", "--lang", "fr");
            assertThat(Language.current()).isEqualTo(Language.EN);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void messagesAreFrenchWithTheirValuesAsTheyAre() throws IOException {
        Path posts = Files.writeString(folder.resolve("p.csv"), "id,text\n1,a\n1,b\n");
        String err = Run.of("duplicates", posts, "--threshold", "1.7", "--lang", "fr")
                .err();
        assertThat(err.strip())
                .isEqualTo("vigie\u00a0: threshold doit être dans (0, 1], et non 1.7 (voir vigie duplicates --help)");
        err = Run.of("duplicates", posts, "--lang", "fr").err();
        assertThat(err)
                .contains("1 texte, 1 distinct, 0 paire de quasi-doublons, 0 grappe")
                .contains(
                        "vigie\u00a0: 1 ligne refusée\u00a0:",
                        "p.csv ligne 3\u00a0: l’identifiant «\u00a0…\u00a0» a déjà été vu");
        assertThat(Run.of("--lang", "fr", "detect", folder.resolve("none"), "--out", folder.resolve("o"))
                        .err())
                .startsWith("vigie\u00a0: fichier introuvable\u00a0: ");
        assertThat(Run.of("nosuch", "--lang", "fr").err()).startsWith("vigie\u00a0: commande inconnue\u00a0: ");
    }

    @Test
    void filesThatAreNoTextAreNamedInFrench() throws IOException {
        for (String start :
                List.of("PK\003\004", "PAR1", "BZh9", "7z\u00bc\u00af", "RDX3\n", "%PDF-1", "<html>", "f([{")) {
            Path file =
                    Files.write(folder.resolve("p"), (start + " ".repeat(40)).getBytes(StandardCharsets.ISO_8859_1));
            assertThat(Run.of("formats", file, "--lang", "fr").err())
                    .startsWith("vigie\u00a0: p\u00a0: le fichier est ")
                    .doesNotContain(" or ", " it ", "Vigie reads");
        }
    }

    @Test
    void resultsForProgramsHaveTheSameBytesInEveryLanguage() throws IOException {
        Path posts = Files.writeString(folder.resolve("p.csv"), "id,account,time,text\n1,a,soon,x\n2,b,2026-01-01,y\n");
        Path english = folder.resolve("en");
        Path french = folder.resolve("fr");
        assertThat(Run.of("detect", posts, "--out", english, "--formats", "json,csv")
                        .exit())
                .isZero();
        assertThat(Run.of("detect", posts, "--out", french, "--formats", "json,csv", "--lang", "fr")
                        .exit())
                .isZero();
        for (String name : List.of("campaigns.json", "campaigns.csv", "accounts.csv", "rejects.csv", "clusters.csv")) {
            assertThat(french.resolve(name)).as(name).hasSameBinaryContentAs(english.resolve(name));
        }
        assertThat(Run.of("compare", english, french, "--format", "json", "--lang", "fr")
                        .out())
                .isEqualTo(
                        Run.of("compare", english, french, "--format", "json").out());
        assertThat(Run.of("compare", english, french, "--lang", "fr").out()).startsWith("0 apparue, 0 en hausse");
    }

    /** No line of the list of exports is left in English. */
    @Test
    void theListOfExportsIsFrench() {
        String list = Run.of("formats", "--lang", "fr").out();
        List<String> english = Run.of("formats").lines();
        assertThat(list.lines()
                        .filter(line -> !line.startsWith("  ") && !line.isBlank())
                        .filter(english::contains))
                .isEmpty();
        assertThat(list).contains("  reconnu à").doesNotContain("recognised");
    }

    @Test
    void whatIsPrintedForPeopleIsFrench() throws IOException {
        Path truth = folder.resolve("truth.csv");
        Path posts = folder.resolve("posts.csv");
        assertThat(Run.of("simulate", "--out", posts, "--truth", truth, "--posts", 2000, "--lang", "fr")
                        .err())
                .contains("publications avec 3 campagnes de");
        Path out = folder.resolve("out");
        Run.of("detect", posts, "--out", out, "--lang", "fr");
        List<Run> runs = List.of(
                Run.of("evaluate", out, truth, "--lang", "fr"),
                Run.of("compare", out, out, "--lang", "fr"),
                Run.of("formats", posts, "--lang", "fr"));
        String english = Stream.of(
                        "accounts", "posts", "campaign", "label", "right", "from ", "rows", "times", "stayed")
                .collect(Collectors.joining("|"));
        for (Run run : runs) {
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.lines().stream().filter(l -> !l.contains("posts.csv") && !l.startsWith("publication ")))
                    .allSatisfy(l -> assertThat(l).doesNotContainPattern("(?<![a-z-])(?:" + english + ")"));
        }
    }
}
