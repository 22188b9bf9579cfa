/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time of a text on one core: single words and sentences in mixed order.
 *
 * <p>With {@code -jvmArgsAppend -Dvigie.language.texts=FILE}, the texts are those of the categories single-words and
 * sentences of a file of {@code category<TAB>tag<TAB>text} lines; without, posts of our own in 57 languages and words
 * made up from them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LanguageBenchmark {
    private static final int WORDS = 15_000;

    /** Which identifier; the name says that its results are compared. */
    @Param({"vigie", "opennlp", "optimaize", "lingua-low"})
    public String subject = "";

    /** Which texts. */
    @Param({"single-words", "sentences"})
    public String category = "";

    private Function<String, Detectors.Answer> identify = text -> new Detectors.Answer("und", 0);
    private List<String> texts = List.of("");
    private int next;

    /**
     * Loads the identifier and the texts.
     *
     * @throws IOException when the file cannot be read
     */
    @Setup
    public void setUp() throws IOException {
        identify = Detectors.load(subject);
        String path = System.getProperty("vigie.language.texts", "");
        List<LabelledTexts.Item> items = path.isEmpty() ? LabelledTexts.own() : LabelledTexts.read(Path.of(path));
        texts = new ArrayList<>(items.stream()
                .filter(item -> item.category().equals(category))
                .map(LabelledTexts.Item::text)
                .toList());
        if (path.isEmpty() && category.equals("single-words")) {
            texts = LabelledTexts.words(items, WORDS, 1);
        }
        Collections.shuffle(texts, new Random(1));
    }

    /**
     * One text.
     *
     * @return the answer
     */
    @Benchmark
    public Object identify() {
        next = next + 1 < texts.size() ? next + 1 : 0;
        return identify.apply(texts.get(next));
    }
}
