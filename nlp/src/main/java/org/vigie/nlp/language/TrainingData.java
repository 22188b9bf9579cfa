/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What a model is trained on, read from files: texts and word lists of languages, by script. */
final class TrainingData {
    private static final double LIST_POWER = 0.6;

    /** Characters of each language that are spelled in Latin letters. */
    private static final int ROMANISED = 100_000;

    /** Languages of a group of strangers, about. */
    private static final int STRANGERS = 70;

    /** A word that is at least one in so many of a label's text is one of its own. */
    private static final int COMMON = 10_000;

    /** The label of languages that are close to one of a script. */
    private static final String CLOSE = LanguageGuess.UNDETERMINED + ":close";

    /** Between a language without label and its neighbour, in the name of a word list. */
    private static final char NEIGHBOUR = '~';

    /** A language with texts, and the alphabet in which it is a language without label. */
    private record Spelled(String tag, Spelling spelling) {}

    private static final Map<String, Spelled> SPELLED = Map.of(
            "azb", new Spelled("az", Spelling.AZERBAIJANI_ARABIC),
            "kk-Arab", new Spelled("kk", Spelling.KAZAKH_ARABIC),
            "pnb", new Spelled("pa", Spelling.PUNJABI_ARABIC));

    private final long seed;
    private final Set<String> leftOut;
    private final Consumer<String> log;
    private final Map<Integer, Map<String, TrainingLabel>> byScript = new TreeMap<>();
    /** Lines of those languages as others spell them, by the tag without label. */
    private final Map<String, List<String>> spelled = new TreeMap<>();

    private final boolean spells;

    TrainingData(long seed, Set<String> leftOut, boolean spells, Consumer<String> log) {
        this.seed = seed;
        this.leftOut = leftOut;
        this.spells = spells;
        this.log = log;
    }

    /** The labels of each script that has texts. */
    Map<Integer, Map<String, TrainingLabel>> all() {
        return byScript;
    }

    /** The labels of each script that has several; the others are decided by the script alone, as the log says. */
    Map<Integer, Map<String, TrainingLabel>> byScript() {
        byScript.forEach((script, group) -> {
            if (group.size() < 2) {
                log.accept(Scripts.code(script) + ": no labels, for " + String.join(" ", group.keySet())
                        + " is the only language with texts");
            }
        });
        byScript.values().removeIf(group -> group.size() < 2);
        return byScript;
    }

    void readTexts(Path folder) throws IOException {
        for (Path file : files(folder)) {
            readText(file);
        }
    }

    void readWords(Path folder) throws IOException {
        for (Path file : files(folder)) {
            readWordList(file);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(
                            f -> f.toString().endsWith(".tsv") || f.toString().endsWith(".tsv.gz"))
                    .sorted()
                    .toList();
        }
    }

    private static String tag(Path file) {
        String name = String.valueOf(file.getFileName());
        String tag = name.substring(0, name.indexOf('.'));
        return tag.equals("roh") ? "rm" : tag;
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    /** Where a language is written in more than one script; elsewhere its most frequent one counts. */
    private static Set<String> scriptsOf(String tag, String main) {
        return switch (tag) {
            case "sr" -> Set.of("Cyrl", "Latn");
            case "ja" -> Set.of("Hani", "Jpan");
            default -> Set.of(main);
        };
    }

    private void readText(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String tag = tag(file);
        int skipped = 0;
        int[] letters = new int[Scripts.count()];
        try (BufferedReader reader = open(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String text = line.substring(line.lastIndexOf('\t') + 1);
                if (leftOut.contains(tag + '\t' + line.substring(0, Math.max(0, line.indexOf('\t'))))) {
                    skipped++;
                } else if (seen.add(text)) {
                    lines.add(text);
                    WordReader words = new WordReader(text, 0, text.length());
                    while (words.next()) {
                        letters[words.script] += words.length;
                    }
                }
            }
        }
        int main = 0;
        for (int s = 0; s < letters.length; s++) {
            main = letters[s] > letters[main] ? s : main;
        }
        if (skipped > 0) {
            log.accept(tag + ": " + skipped + " lines left out");
        }
        if (Romaniser.LANGUAGES.contains(tag)) {
            addUndetermined(tag, lines);
        }
        for (String code : scriptsOf(tag, Scripts.code(main))) {
            int script = Scripts.byCode(code);
            if (letters[script] == 0) {
                continue;
            }
            TrainingLabel label =
                    byScript.computeIfAbsent(script, s -> new TreeMap<>()).computeIfAbsent(tag, TrainingLabel::new);
            boolean isSpelled = tag.equals("sr") && script == Scripts.LATIN;
            lines.forEach(line -> label.add(line, isSpelled ? Spelling.SERBIAN_LATIN.of(line) : line, script));
        }
        if (spells) {
            spell(tag, lines);
        }
    }

    private void spell(String tag, List<String> lines) {
        if (tag.equals("uz")) {
            TrainingLabel label = byScript.computeIfAbsent(Scripts.CYRILLIC, s -> new TreeMap<>())
                    .computeIfAbsent(tag, TrainingLabel::new);
            lines.forEach(line -> label.add(line, Spelling.UZBEK_CYRILLIC.of(line), Scripts.CYRILLIC));
        }
        SPELLED.forEach((stranger, from) -> {
            if (from.tag().equals(tag)) {
                spelled.put(stranger, lines.stream().map(from.spelling()::of).toList());
            }
        });
    }

    /** What is not to be taken for a language of the Latin script; as much of every language as of the others. */
    private void addUndetermined(String tag, List<String> lines) {
        TrainingLabel label = byScript.computeIfAbsent(Scripts.LATIN, s -> new TreeMap<>())
                .computeIfAbsent(LanguageGuess.UNDETERMINED, TrainingLabel::new);
        Romaniser romaniser = new Romaniser(new SplittableRandom(seed + tag.hashCode()));
        int before = label.text.characters();
        for (int i = 0; i < lines.size() && label.text.characters() - before < ROMANISED; i++) {
            // A stride over the file, whose sources stand one after the other.
            String line = lines.get((int) (i * 7919L % lines.size()));
            label.add(line, romaniser.romanise(line), Scripts.LATIN);
        }
        romaniser.noise(ROMANISED / 100).forEach(line -> label.add(line, line, Scripts.LATIN));
    }

    void readDeclaration(Path file) throws IOException {
        Set<String> known = new TreeSet<>();
        byScript.values().forEach(group -> known.addAll(group.keySet()));
        Declaration texts;
        try (BufferedReader reader = open(file)) {
            texts = new Declaration(reader, known);
        }
        for (Declaration.Part part : texts.labels) {
            add(part, part.tag);
        }
        Map<Integer, List<Declaration.Part>> strangers = new TreeMap<>();
        for (Declaration.Part part : texts.strangers) {
            if (LanguageModelTrainer.isHeldOutLanguage(part.tag)) {
                log.accept(part.tag + ": held out");
            } else {
                strangers.computeIfAbsent(part.script, s -> new ArrayList<>()).add(part);
            }
        }
        strangers.forEach((script, parts) -> {
            if (!byScript.containsKey(script)) {
                return; // no label that they could be taken for
            }
            int groups = 1 + parts.size() / STRANGERS;
            int[] group = Strangers.group(parts, groups, seed);
            StringBuilder[] names = new StringBuilder[groups];
            for (int p = 0; p < group.length; p++) {
                String name = LanguageGuess.UNDETERMINED + ":" + group[p];
                add(parts.get(p), name);
                names[group[p]] = (names[group[p]] == null ? new StringBuilder(name) : names[group[p]])
                        .append(' ')
                        .append(parts.get(p).tag);
            }
            for (StringBuilder name : names) {
                log.accept(Scripts.code(script) + " " + name);
            }
        });
    }

    private void add(Declaration.Part part, String name) {
        TrainingLabel label =
                byScript.computeIfAbsent(part.script, s -> new TreeMap<>()).computeIfAbsent(name, TrainingLabel::new);
        part.lines.forEach(line -> label.add(line, part.script == Scripts.HEBREW ? typed(line) : line, part.script));
    }

    /** Yiddish with its digraphs in two letters each, as most people type it; those of one letter need no model. */
    private static String typed(String line) {
        return line.replace("\u05F0", "\u05D5\u05D5")
                .replace("\u05F1", "\u05D5\u05D9")
                .replace("\u05F2", "\u05D9\u05D9");
    }

    private void readWordList(Path file) throws IOException {
        Map<Integer, Map<String, Double>> counts = new TreeMap<>();
        double[] totals = new double[Scripts.count()];
        try (BufferedReader reader = open(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.lastIndexOf('\t');
                double count = Double.parseDouble(line.substring(tab + 1));
                WordReader words = new WordReader(line, 0, tab);
                while (words.next()) {
                    counts.computeIfAbsent(words.script, s -> new HashMap<>())
                            .merge(new String(words.word, 0, words.length), count, Double::sum);
                    totals[words.script] += count;
                }
            }
        }
        String tag = tag(file);
        int wave = tag.indexOf(NEIGHBOUR);
        if (wave > 0) {
            addStranger(tag.substring(0, wave), tag.substring(wave + 1), counts);
            return;
        }
        Map<String, Double> serbian = tag.equals("sr") ? counts.get(Scripts.CYRILLIC) : null;
        if (serbian != null) {
            Map<String, Double> latin = counts.computeIfAbsent(Scripts.LATIN, s -> new HashMap<>());
            serbian.forEach((word, count) -> latin.merge(Spelling.SERBIAN_LATIN.of(word), count, Double::sum));
            totals[Scripts.LATIN] += totals[Scripts.CYRILLIC];
        }
        counts.forEach((script, map) -> {
            TrainingLabel label = byScript.getOrDefault(script, Map.of()).get(tag);
            if (label != null && totals[script] > 0) {
                label.lists.add(new TrainingLabel.WordList(map, LIST_POWER));
            }
        });
    }

    /**
     * A language without label that is close to one: its list, and what is spelled as it, without the common words of its
     * neighbour.
     */
    private void addStranger(String tag, String neighbour, Map<Integer, Map<String, Double>> listed) {
        for (String line : spelled.getOrDefault(tag, List.of())) {
            WordReader words = new WordReader(line, 0, line.length());
            while (words.next()) {
                listed.computeIfAbsent(words.script, s -> new HashMap<>())
                        .merge(new String(words.word, 0, words.length), 1.0, Double::sum);
            }
        }
        listed.forEach((script, words) -> {
            Map<String, TrainingLabel> labels = byScript.getOrDefault(script, Map.of());
            TrainingLabel near = labels.get(neighbour);
            if (near == null) {
                log.accept(tag + ": left out, for " + neighbour + " has no texts in " + Scripts.code(script));
                return;
            }
            words.keySet().removeAll(near.text.wordsFrom(Math.max(2, near.text.words() / COMMON)));
            if (!words.isEmpty()) {
                labels.computeIfAbsent(CLOSE, TrainingLabel::new)
                        .strangers
                        .add(new TrainingLabel.Stranger(new TrainingLabel.WordList(words, LIST_POWER), near));
            }
        });
    }
}
