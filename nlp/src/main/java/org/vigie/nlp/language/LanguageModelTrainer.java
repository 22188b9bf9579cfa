/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Trains a language identification model from folders of text and word lists.
 *
 * <p>Source of the method: A. Joulin, E. Grave, P. Bojanowski, T. Mikolov, <i>Bag of Tricks for Efficient Text
 * Classification</i> (2017), linear classification over character n-grams; J. Duchi, E. Hazan, Y. Singer, <i>Adaptive
 * Subgradient Methods</i> (2011), one step size a feature; C. Guo et al., <i>On Calibration of Modern Neural
 * Networks</i> (2017), temperature. Deviations: there is no embedding (weights go straight from n-gram to language),
 * and one classifier per script. The temperature depends on the length. One sample in ten loses its accents. Texts of
 * other scripts spelled in Latin letters, and random strings, are trained against as one label that is never an answer.
 * Only the most useful weights are kept, and training goes on with those. A language without word lists is expected one
 * log-odd less often than it was drawn.
 *
 * <p>Deterministic: the same files, parameters and seed give the same bytes. Takes minutes and 2 to 3 GB for a hundred
 * languages. Immutable and thread-safe.
 */
public final class LanguageModelTrainer {
    private final long seed;
    private final long samples;
    private final int weights;
    private final Set<String> leftOut;
    private final @Nullable Path start;
    private final Set<String> relearned;
    private final @Nullable Path declaration;
    /** The scripts to train, all when empty. */
    private final Set<String> scripts;

    private final boolean spells;
    private final Consumer<String> log;

    private LanguageModelTrainer(
            long seed,
            long samples,
            int weights,
            Set<String> leftOut,
            @Nullable Path start,
            Set<String> relearned,
            @Nullable Path declaration,
            Set<String> scripts,
            boolean spells,
            Consumer<String> log) {
        this.seed = seed;
        this.samples = samples;
        this.weights = weights;
        this.leftOut = leftOut;
        this.start = start;
        this.relearned = relearned;
        this.declaration = declaration;
        this.scripts = scripts;
        this.spells = spells;
        this.log = log;
    }

    /**
     * A trainer with seed 1, 40 million samples and 6 million weights, silent.
     *
     * @return the trainer
     */
    public static LanguageModelTrainer withDefaults() {
        return new LanguageModelTrainer(
                1, 40_000_000, 6_000_000, Set.of(), null, Set.of(), null, Set.of(), false, line -> {});
    }

    /**
     * Sets the seed of all drawing.
     *
     * @param newSeed any number
     * @return a new trainer
     */
    public LanguageModelTrainer withSeed(long newSeed) {
        return new LanguageModelTrainer(
                newSeed, samples, weights, leftOut, start, relearned, declaration, scripts, spells, log);
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
        return new LanguageModelTrainer(
                seed, newSamples, weights, leftOut, start, relearned, declaration, scripts, spells, log);
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
        return new LanguageModelTrainer(
                seed, samples, newWeights, leftOut, start, relearned, declaration, scripts, spells, log);
    }

    /**
     * Sets where lines about the progress go.
     *
     * @param newLog called with one line at a time
     * @return a new trainer
     */
    public LanguageModelTrainer withLog(Consumer<String> newLog) {
        Objects.requireNonNull(newLog, "newLog");
        return new LanguageModelTrainer(
                seed, samples, weights, leftOut, start, relearned, declaration, scripts, spells, newLog);
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
        return new LanguageModelTrainer(
                seed, samples, weights, more, start, relearned, declaration, scripts, spells, log);
    }

    /**
     * Goes on from a model instead of from nothing: its languages keep their weights, and only the others learn, against
     * them. Scripts without texts stay as they are. So a language is added with a small part of the samples, and the
     * others lose nothing but what is rather of the new one. In a script with texts every label of the model must have
     * some, those of no language too: {@link #train} refuses to lose one.
     *
     * @param model a model file, which is trusted
     * @param relearn tags of the model that learn as well, or {@code all}; where all of a script do, its model is trained
     *     anew
     * @return a new trainer
     */
    public LanguageModelTrainer from(Path model, Set<String> relearn) {
        return new LanguageModelTrainer(
                seed, samples, weights, leftOut, model, Set.copyOf(relearn), declaration, scripts, spells, log);
    }

    /**
     * Adds the Universal Declaration of Human Rights. Its larger languages that have no text become labels. The others
     * stand for what is none of the labels of their script.
     *
     * @param file lines of tag, code, name and paragraph, with tabs between them; may end in {@code .gz}
     * @return a new trainer
     */
    public LanguageModelTrainer withDeclaration(Path file) {
        Objects.requireNonNull(file, "file");
        return new LanguageModelTrainer(seed, samples, weights, leftOut, start, relearned, file, scripts, spells, log);
    }

    /**
     * Trains only some scripts. Together with {@link #from}, the others stay as they are, whatever texts there are.
     *
     * @param codes ISO 15924 codes such as {@code Deva}; all scripts if there is none
     * @return a new trainer
     * @throws IllegalArgumentException if a code is of no script that is told apart here
     */
    public LanguageModelTrainer withScripts(Set<String> codes) {
        for (String code : new TreeSet<>(codes)) {
            if (Scripts.byCode(code) == Scripts.NONE) {
                throw new IllegalArgumentException("script must be an ISO 15924 code such as Latn but was " + code);
            }
        }
        return new LanguageModelTrainer(
                seed, samples, weights, leftOut, start, relearned, declaration, Set.copyOf(codes), spells, log);
    }

    /**
     * Lets texts train the other alphabet of their language as well: Uzbek in Cyrillic letters and, as languages without a
     * label, Azerbaijani, Kazakh and Punjabi in Arabic ones. The last three need word lists beside the texts.
     *
     * @return a new trainer
     */
    public LanguageModelTrainer withSpellings() {
        return new LanguageModelTrainer(
                seed, samples, weights, leftOut, start, relearned, declaration, scripts, true, log);
    }

    /**
     * Trains a model and writes it.
     *
     * @param texts folder of {@code <tag>.tsv} or {@code <tag>.tsv.gz} files; the text of a line is what follows its
     *     last tab
     * @param wordLists folders of {@code <tag>.tsv(.gz)} files with lines {@code word<TAB>count}; may be empty. A file
     *     {@code bho~hi.tsv} has words of a language without label, Bhojpuri, which would be taken for Hindi
     * @param file the model file to write
     * @throws IOException when a file cannot be read or written
     * @throws IllegalArgumentException if the model that training goes on from has no language that is to learn again.
     *     Also if there are no texts of one of its labels, in a script that has texts
     */
    public void train(Path texts, List<Path> wordLists, Path file) throws IOException {
        TrainingData data = new TrainingData(seed, leftOut, spells, log);
        data.readTexts(texts);
        if (declaration != null) {
            data.readDeclaration(declaration);
        }
        for (Path folder : wordLists) {
            data.readWords(folder);
        }
        data.all().keySet().removeIf(script -> !scripts.isEmpty() && !scripts.contains(Scripts.code(script)));
        KeptRows kept = new KeptRows();
        LanguageModel model = start == null ? null : readStart(start, kept, data.all());
        ModelFormat.Content content = train(data.byScript(), model, kept);
        try (OutputStream out = Files.newOutputStream(file)) {
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

    /**
     * Whether a language of the Declaration that is no label is kept out of training. Such languages show what is said
     * of languages that were never met. They are about one in eight, the same in every run.
     *
     * @param tag the tag in the Declaration's file
     * @return true when training does not see it
     */
    public static boolean isHeldOutLanguage(String tag) {
        return Math.floorMod((tag.hashCode() * 0x9E3779B1) >>> 8, 8) == 0;
    }

    private LanguageModel readStart(Path file, KeptRows kept, Map<Integer, Map<String, TrainingLabel>> texts)
            throws IOException {
        LanguageModel model;
        try (InputStream in = Files.newInputStream(file)) {
            model = ModelFormat.read(in, kept::read);
        }
        for (String tag : relearned) {
            if (!tag.equals(WarmStart.ALL) && !model.tags().contains(tag.split(":", 2)[0])) {
                throw new IllegalArgumentException("tag to learn again must be one of the model but was " + tag);
            }
        }
        texts.forEach((script, group) -> {
            if (group.keySet().stream().allMatch(tag -> tag.startsWith(LanguageGuess.UNDETERMINED))) {
                return; // spelled in Latin letters: the script has no texts of its own and stays as it is
            }
            List<String> lost = new WarmStart(model, script, List.copyOf(group.keySet()), relearned).lost();
            if (!lost.isEmpty()) {
                throw new IllegalArgumentException("texts must have every label of the model in " + Scripts.code(script)
                        + " but had none of " + String.join(" ", lost));
            }
        });
        return model;
    }

    private ModelFormat.Content train(
            Map<Integer, Map<String, TrainingLabel>> byScript, @Nullable LanguageModel model, KeptRows kept)
            throws IOException {
        List<Labels.Label> list = new ArrayList<>();
        List<ModelRows.Row> rows = new ArrayList<>();
        List<Integer> bias = new ArrayList<>();
        float[] scale = new float[Scripts.count()];
        float[][] temperature = new float[Scripts.count()][LanguageModel.LENGTH_CLASSES];
        for (float[] t : temperature) {
            Arrays.fill(t, 1f);
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
            double part = Math.max(MIN_PART, share(members.size()) / size);
            WarmStart known = model == null
                    ? null
                    : new WarmStart(
                            model, script, members.stream().map(m -> m.tag).toList(), relearned);
            double[] prior = members.stream()
                    .mapToDouble(m -> members.size() > FEW ? prior(m) : 1)
                    .toArray();
            ScriptTrainer.Budget budget = new ScriptTrainer.Budget(
                    (long) (samples * part), (long) (samples * part / 4), (int) (FEATURES * part), (int)
                            (weights * part));
            ScriptTrainer trainer =
                    new ScriptTrainer(members, prior, budget, known, new SplittableRandom(seed + script), log);
            TrainedRows result = trainer.train();
            WarmStart base = known != null && known.keepsSome() ? known : null;
            float fine = base == null ? Quantiser.scale(result) : base.scale() / Quantiser.COARSE;
            scale[script] = base == null ? fine * Quantiser.COARSE : base.scale();
            List<ModelRows.Row> learned = Quantiser.rows(result, list.size(), fine);
            rows.addAll(base == null ? learned : kept.join(learned, base, list.size()));
            for (int i = 0; i < members.size(); i++) {
                list.add(new Labels.Label(members.get(i).tag.split(":", 2)[0], script));
                int expected = Quantiser.coarse(Math.round(result.bias[i] / fine));
                float less = members.size() > FEW ? doubt(members.get(i), script) : 0;
                int doubt = Quantiser.coarse(Math.round(less / fine));
                bias.add(known != null && !known.isMoving(i) ? known.bias(i) : expected - doubt);
            }
        }
        for (int script = 0; model != null && script < Scripts.count(); script++) {
            int[] numbers = model.labels.of(script);
            if (numbers.length == 0 || byScript.containsKey(script)) {
                continue;
            }
            Labels known = model.labels;
            List<String> tags =
                    Arrays.stream(numbers).mapToObj(n -> known.get(n).tag()).toList();
            log.accept(Scripts.code(script) + ": as it was");
            rows.addAll(kept.join(List.of(), new WarmStart(model, script, tags, Set.of()), list.size()));
            scale[script] = model.scale[script];
            for (int c = 0; c < LanguageModel.LENGTH_CLASSES; c++) {
                temperature[script][c] = model.temperature(script, c);
            }
            for (int number : numbers) {
                list.add(known.get(number));
                bias.add(model.bias[number]);
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
     * Log-odds by which a language is expected less often than it was drawn. Few write in a language without word
     * lists. What looks like a word of it is most often one of a larger neighbour. Sentences hardly notice. Serbian in
     * Latin letters shares most words with Bosnian and Croatian, which are written in no others.
     */
    private static float doubt(TrainingLabel label, int script) {
        boolean isSmall = label.lists.isEmpty() && !label.tag.startsWith(LanguageGuess.UNDETERMINED);
        return isSmall || (label.tag.equals("sr") && script == Scripts.LATIN) ? 1 : 0;
    }

    private static final int FEATURES = 1_900_000;

    /** Up to so many labels of a script are drawn equally often: neither is a neighbour that is more likely. */
    private static final int FEW = 2;

    /** What a script of few languages gets of everything: enough to tell close ones apart by their words. */
    private static final double MIN_PART = 0.05;

    /** Characters of text that a list of a language without a label counts as. */
    private static final int STRANGER = 30_000;

    /** Scripts with many languages get more of everything. */
    private static double share(int languages) {
        return StrictMath.pow(languages, 1.2);
    }

    /** How often a language is drawn: by a root of its size, and in full when word lists say it is a large one. */
    private static double prior(TrainingLabel label) {
        double full = label.lists.isEmpty() && label.strangers.isEmpty() ? 0.6 : 1;
        int size = label.text.characters() + 1000 + STRANGER * label.strangers.size();
        return full * Math.min(1, StrictMath.pow(size / 1_000_000.0, 0.3));
    }
}
