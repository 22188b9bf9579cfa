/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains a language identification model from folders of text and word lists.
 *
 * <p>Source of the method: A. Joulin, E. Grave, P. Bojanowski, T. Mikolov, <i>Bag of Tricks for Efficient Text
 * Classification</i> (2017), linear classification over character n-grams; J. Duchi, E. Hazan, Y. Singer,
 * <i>Adaptive Subgradient Methods</i> (2011), one step size a feature; C. Guo et al., <i>On Calibration of
 * Modern Neural Networks</i> (2017), temperature. Deviations: no embedding (weights go straight from n-gram to
 * language), one classifier per script, the temperature depends on the length, one sample in ten loses its accents,
 * texts of other scripts spelled in Latin letters and random strings are trained against as one label that is never an
 * answer, only the most useful weights are kept, after which training goes on with those, and a language without word
 * lists is expected one log-odd less often than it was drawn.
 *
 * <p>Deterministic: the same files, parameters and seed give the same bytes. Takes minutes and 2 to 3 GB for a
 * hundred languages. Immutable and thread-safe.
 */
public final class LanguageModelTrainer {
    private static final double LIST_POWER = 0.6;

    /** Characters of each language that are spelled in Latin letters. */
    private static final int ROMANISED = 100_000;

    private final long seed;
    private final long samples;
    private final int weights;
    private final Set<String> leftOut;
    private final @Nullable Path start;
    private final @Nullable Path declaration;
    private final Consumer<String> log;

    private LanguageModelTrainer(
            long seed,
            long samples,
            int weights,
            Set<String> leftOut,
            @Nullable Path start,
            @Nullable Path declaration,
            Consumer<String> log) {
        this.seed = seed;
        this.samples = samples;
        this.weights = weights;
        this.leftOut = leftOut;
        this.start = start;
        this.declaration = declaration;
        this.log = log;
    }

    /**
     * A trainer with seed 1, 40 million samples and 6 million weights, silent.
     *
     * @return the trainer
     */
    public static LanguageModelTrainer withDefaults() {
        return new LanguageModelTrainer(1, 40_000_000, 6_000_000, Set.of(), null, null, line -> {});
    }

    /**
     * Sets the seed of all drawing.
     *
     * @param newSeed any number
     * @return a new trainer
     */
    public LanguageModelTrainer withSeed(long newSeed) {
        return new LanguageModelTrainer(newSeed, samples, weights, leftOut, start, declaration, log);
    }

    /**
     * Sets how many samples are drawn over all scripts before pruning.
     *
     * @param newSamples at least 1000
     * @return a new trainer
     * @throws IllegalArgumentException if there are fewer than 1,000
     */
    public LanguageModelTrainer withSamples(long newSamples) {
        if (newSamples < 1000) {
            throw new IllegalArgumentException("samples must be at least 1000 but was " + newSamples);
        }
        return new LanguageModelTrainer(seed, newSamples, weights, leftOut, start, declaration, log);
    }

    /**
     * Sets how many weights the model may keep; each takes a little over one byte in the file and two in memory.
     *
     * @param newWeights between 1000 and 12 million
     * @return a new trainer
     * @throws IllegalArgumentException if the number is outside [1000, 12000000]
     */
    public LanguageModelTrainer withWeights(int newWeights) {
        if (newWeights < 1000 || newWeights > 12_000_000) {
            throw new IllegalArgumentException("weights must be in [1000, 12000000] but was " + newWeights);
        }
        return new LanguageModelTrainer(seed, samples, newWeights, leftOut, start, declaration, log);
    }

    /**
     * Sets where lines about the progress go.
     *
     * @param newLog called with one line at a time
     * @return a new trainer
     */
    public LanguageModelTrainer withLog(Consumer<String> newLog) {
        return new LanguageModelTrainer(seed, samples, weights, leftOut, start, declaration, newLog);
    }

    /**
     * Leaves a source of a language out, where it is known to be something else.
     *
     * @param tag the language
     * @param source the first column of the lines to skip in that language's text
     * @return a new trainer
     */
    public LanguageModelTrainer without(String tag, String source) {
        Set<String> more = new TreeSet<>(leftOut);
        more.add(tag + '\t' + source);
        return new LanguageModelTrainer(seed, samples, weights, more, start, declaration, log);
    }

    /**
     * Goes on from a model instead of from nothing: its languages keep their weights until samples move them. So a
     * language can be added with a tenth of the samples.
     *
     * @param model a model file, which is trusted
     * @return a new trainer
     */
    public LanguageModelTrainer from(Path model) {
        return new LanguageModelTrainer(seed, samples, weights, leftOut, model, declaration, log);
    }

    /**
     * Adds the Universal Declaration of Human Rights: its larger languages that have no text become labels, and the
     * others stand for what is none of the labels of their script.
     *
     * @param file lines of tag, code, name and paragraph, with tabs between them; may end in {@code .gz}
     * @return a new trainer
     */
    public LanguageModelTrainer withDeclaration(Path file) {
        return new LanguageModelTrainer(seed, samples, weights, leftOut, start, file, log);
    }

    /**
     * Trains a model and writes it.
     *
     * @param texts folder of {@code <tag>.tsv} or {@code <tag>.tsv.gz} files; the text of a line is what follows
     *     its last tab
     * @param wordLists folders of {@code <tag>.tsv(.gz)} files with lines {@code word<TAB>count}; may be empty
     * @param model the file to write
     * @throws IOException when a file cannot be read or written
     */
    public void train(Path texts, List<Path> wordLists, Path model) throws IOException {
        Map<Integer, Map<String, TrainingLabel>> byScript = new TreeMap<>();
        for (Path file : files(texts)) {
            readTexts(file, byScript);
        }
        if (declaration != null) {
            readDeclaration(declaration, byScript);
        }
        for (Path folder : wordLists) {
            for (Path file : files(folder)) {
                readWords(file, byScript);
            }
        }
        byScript.values().removeIf(group -> group.size() < 2); // decided by the script alone
        ModelFormat.Content content = train(byScript);
        try (OutputStream out = Files.newOutputStream(model)) {
            ModelFormat.write(content, out);
        }
    }

    /**
     * Whether a line is kept out of training, for calibration and for honest figures: about one in fifty, the same in
     * every run.
     *
     * @param line the text of a line, without its source
     * @return true when training does not see it
     */
    public static boolean isHeldOut(String line) {
        return TrainingLabel.isHeldOut(line);
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

    private void readTexts(Path file, Map<Integer, Map<String, TrainingLabel>> byScript) throws IOException {
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
            addUndetermined(tag, lines, byScript);
        }
        for (String code : scriptsOf(tag, Scripts.code(main))) {
            int script = Scripts.byCode(code);
            if (letters[script] == 0) {
                continue;
            }
            TrainingLabel label =
                    byScript.computeIfAbsent(script, s -> new TreeMap<>()).computeIfAbsent(tag, TrainingLabel::new);
            boolean isSpelled = tag.equals("sr") && script == Scripts.LATIN;
            lines.forEach(line -> label.add(line, isSpelled ? SerbianLetters.latin(line) : line, script));
        }
    }

    /** What is not to be taken for a language of the Latin script; as much of every language as of the others. */
    private void addUndetermined(String tag, List<String> lines, Map<Integer, Map<String, TrainingLabel>> byScript) {
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

    private void readDeclaration(Path file, Map<Integer, Map<String, TrainingLabel>> byScript) throws IOException {
        Set<String> known = new TreeSet<>();
        byScript.values().forEach(group -> known.addAll(group.keySet()));
        Declaration texts;
        try (BufferedReader reader = open(file)) {
            texts = new Declaration(reader, known);
        }
        for (Declaration.Part part : texts.labels) {
            add(part, part.tag, byScript);
        }
        Map<Integer, List<Declaration.Part>> strangers = new TreeMap<>();
        for (Declaration.Part part : texts.strangers) {
            if (isHeldOutLanguage(part.tag)) {
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
                add(parts.get(p), name, byScript);
                names[group[p]] = (names[group[p]] == null ? new StringBuilder(name) : names[group[p]])
                        .append(' ')
                        .append(parts.get(p).tag);
            }
            for (StringBuilder name : names) {
                log.accept(Scripts.code(script) + " " + name);
            }
        });
    }

    private static void add(Declaration.Part part, String name, Map<Integer, Map<String, TrainingLabel>> byScript) {
        TrainingLabel label =
                byScript.computeIfAbsent(part.script, s -> new TreeMap<>()).computeIfAbsent(name, TrainingLabel::new);
        part.lines.forEach(line -> label.add(line, line, part.script));
    }

    /**
     * Whether a language of the Declaration that is no label is kept out of training, to see what is said of languages
     * that were never met: about one in eight, the same in every run.
     *
     * @param tag the tag in the Declaration's file
     * @return true when training does not see it
     */
    public static boolean isHeldOutLanguage(String tag) {
        return Math.floorMod((tag.hashCode() * 0x9E3779B1) >>> 8, 8) == 0;
    }

    private static void readWords(Path file, Map<Integer, Map<String, TrainingLabel>> byScript) throws IOException {
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
        Map<String, Double> serbian = tag.equals("sr") ? counts.get(Scripts.CYRILLIC) : null;
        if (serbian != null) {
            Map<String, Double> latin = counts.computeIfAbsent(Scripts.LATIN, s -> new HashMap<>());
            serbian.forEach((word, count) -> latin.merge(SerbianLetters.latin(word), count, Double::sum));
            totals[Scripts.LATIN] += totals[Scripts.CYRILLIC];
        }
        counts.forEach((script, map) -> {
            TrainingLabel label = byScript.getOrDefault(script, Map.of()).get(tag);
            if (label != null && totals[script] > 0) {
                label.lists.add(new TrainingLabel.WordList(map, LIST_POWER));
            }
        });
    }

    private ModelFormat.Content train(Map<Integer, Map<String, TrainingLabel>> byScript) throws IOException {
        List<Labels.Label> list = new ArrayList<>();
        List<ModelRows.Row> rows = new ArrayList<>();
        List<Integer> bias = new ArrayList<>();
        float[] scale = new float[Scripts.count()];
        float[][] temperature = new float[Scripts.count()][LanguageModel.LENGTH_CLASSES];
        for (float[] t : temperature) {
            java.util.Arrays.fill(t, 1f);
        }
        LanguageModel model = null;
        if (start != null) {
            try (InputStream in = Files.newInputStream(start)) {
                model = ModelFormat.read(in);
            }
        }
        double size = 0;
        for (Map<String, TrainingLabel> group : byScript.values()) {
            size += share(group.size());
        }
        for (Map.Entry<Integer, Map<String, TrainingLabel>> group : byScript.entrySet()) {
            int script = group.getKey();
            List<TrainingLabel> members = List.copyOf(group.getValue().values());
            log.accept(Scripts.code(script) + ": "
                    + String.join(" ", members.stream().map(m -> m.tag).toList()));
            double part = share(members.size()) / size;
            WarmStart known = model == null
                    ? null
                    : new WarmStart(
                            model, script, members.stream().map(m -> m.tag).toList());
            double[] prior =
                    members.stream().mapToDouble(LanguageModelTrainer::prior).toArray();
            ScriptTrainer.Budget budget = new ScriptTrainer.Budget(
                    (long) (samples * part), (long) (samples * part / 4), (int) (FEATURES * part), (int)
                            (weights * part));
            ScriptTrainer trainer =
                    new ScriptTrainer(members, prior, budget, known, new SplittableRandom(seed + script), log);
            ScriptTrainer.Result result = trainer.train();
            float fine = Quantiser.scale(result);
            scale[script] = fine * Quantiser.COARSE;
            rows.addAll(Quantiser.rows(result, list.size(), fine));
            for (int i = 0; i < members.size(); i++) {
                list.add(new Labels.Label(members.get(i).tag.split(":", 2)[0], script));
                int expected = Quantiser.coarse(Math.round(result.bias[i] / fine));
                bias.add(expected - Quantiser.coarse(Math.round(doubt(members.get(i)) / fine)));
            }
        }
        rows.add(ModelRows.Row.gram(String.valueOf(Ngrams.BOUNDARY))); // the beginning of n-grams of every script
        int[] biases = bias.stream().mapToInt(i -> i).toArray();
        Labels labels = new Labels(list);
        ModelFormat.Content content =
                new ModelFormat.Content(labels, scale, biases, temperature, ModelRows.of(rows, labels));
        new Calibration(content.toModel(), seed).fit(byScript, temperature, log);
        log.accept(String.format(Locale.ROOT, "%d labels, %d n-grams", labels.size(), rows.size()));
        return content;
    }

    /**
     * Log-odds by which a language is expected less often than it was drawn. Few write in a language without word lists,
     * and what looks like a word of it is most often one of a larger neighbour; sentences hardly notice.
     */
    private static float doubt(TrainingLabel label) {
        return label.lists.isEmpty() && !label.tag.startsWith(LanguageGuess.UNDETERMINED) ? 1 : 0;
    }

    private static final int FEATURES = 1_900_000;
    private static final double MIN_SHARE = 6;

    /** Languages of a group of strangers, about. */
    private static final int STRANGERS = 70;

    /** Scripts with many languages get more of everything, those with few enough to tell them apart. */
    private static double share(int languages) {
        return StrictMath.pow(languages, 1.2) + MIN_SHARE;
    }

    /** How often a language is drawn: by a root of its size, and in full when word lists say it is a large one. */
    private static double prior(TrainingLabel label) {
        double full = label.lists.isEmpty() && !label.tag.contains(":") ? 0.6 : 1;
        return full * Math.min(1, StrictMath.pow((label.text.characters() + 1000) / 1_000_000.0, 0.3));
    }
}
