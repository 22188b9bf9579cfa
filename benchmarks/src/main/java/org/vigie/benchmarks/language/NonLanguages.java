/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.vigie.nlp.language.LanguageIdentifier;

/**
 * What is no language of its script must not be called one with confidence. Such are random strings, keyboard noise,
 * code, and languages of other scripts spelled in Latin letters. Prints the share with a probability of at least 0.5,
 * 0.7 (where {@code vigie language --abstain} begins to answer) and 0.9.
 *
 * <p>Arguments: none, or a model file in place of the shipped one.
 */
public final class NonLanguages {
    private static final int STRINGS = 5000;

    /** Written for this purpose: Russian, Hindi, Arabic, Japanese, Chinese, Greek, Korean and others, as in chats. */
    private static final List<String> ROMANISED = List.of(
            "privet kak dela",
            "spasibo bolshoe",
            "ya tebya lyublyu",
            "chto sluchilos segodnya v moskve",
            "dobroe utro vsem",
            "menya zovut ivan i ya iz rossii",
            "kak tvoi dela brat",
            "aap kaise hain",
            "mera naam rahul hai",
            "kya kar rahe ho bhai",
            "bahut accha hai yaar",
            "tum kahan ja rahe ho",
            "main theek hoon shukriya",
            "yeh bahut galat baat hai",
            "ana bahebak ya habibi",
            "sabah el kheir",
            "inshallah bukra",
            "wallahi ma baaref shu badde aamel",
            "kifak shu akhbarak",
            "3ala fekra ana msh fahem",
            "konnichiwa minasan",
            "watashi wa nihonjin desu",
            "arigatou gozaimasu",
            "kyou wa ii tenki desu ne",
            "ni hao ma",
            "wo ai ni zhongguo",
            "zhe shi shenme",
            "kalimera ti kaneis",
            "pos eisai file mou",
            "efharisto poli",
            "annyeong haseyo",
            "saranghae oppa",
            "kamsahamnida",
            "sawasdee krap",
            "mai pen rai",
            "namaskaram ela unnaru",
            "vanakkam eppadi irukkinga",
            "ki khobor kemon acho",
            "ami tomake bhalobashi",
            "salam chetori khoobi",
            "merci azizam kheili mamnoon",
            "az sam ot bulgaria",
            "kakvo stava",
            "mnogo mi haresva");

    /** Written for this purpose too; a set and a text a line. The signs of code were chosen on the set "tuned". */
    private static final String MACHINE_TEXTS = "machine-texts.tsv";

    private NonLanguages() {}

    /**
     * The shares of one kind of text.
     *
     * @param kind what it is
     * @param texts how many
     * @param half share said with 0.5 or more
     * @param confident share said with 0.7 or more
     * @param sure share said with 0.9 or more
     */
    public record Result(String kind, int texts, double half, double confident, double sure) {}

    /**
     * Prints the shares as Markdown.
     *
     * @param args none, or a model file
     * @throws IOException when the model cannot be read
     */
    public static void main(String[] args) throws IOException {
        System.out.println("| | texts | 0.5 or more | 0.7 or more | 0.9 or more |\n|---|---|---|---|---|");
        for (Result r :
                measure(args.length > 0 ? LanguageIdentifier.load(Path.of(args[0])) : LanguageIdentifier.load())) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f %% | %.1f %% | %.1f %% |%n",
                    r.kind,
                    r.texts,
                    100 * r.half,
                    100 * r.confident,
                    100 * r.sure);
        }
    }

    /**
     * Measures a model.
     *
     * @param identifier the model
     * @return one result a kind
     * @throws IOException when the texts cannot be read
     */
    public static List<Result> measure(LanguageIdentifier identifier) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        List<String> rows = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");
        List<String> uniform = new ArrayList<>();
        List<String> keyboard = new ArrayList<>();
        for (int i = 0; i < STRINGS; i++) {
            StringBuilder any = new StringBuilder();
            StringBuilder row = new StringBuilder();
            for (int length = 6 + random.nextInt(6); length > 0; length--) {
                any.append((char) ('a' + random.nextInt(26)));
                String keys = rows.get(random.nextInt(10) < 7 ? 1 : random.nextInt(3));
                row.append(keys.charAt(random.nextInt(keys.length())));
            }
            uniform.add(any.toString());
            keyboard.add(row.toString());
        }
        return List.of(
                measure(identifier, "random letters, 6 to 11", uniform),
                measure(identifier, "keyboard noise, 6 to 11", keyboard),
                measure(identifier, "code and other machine texts, tuned on", machineTexts("tuned")),
                measure(identifier, "code and other machine texts, held out", machineTexts("held-out")),
                measure(identifier, "romanised phrases", ROMANISED));
    }

    /** Programs, queries, commands, markup, data, logs, addresses, codes, formulas, chess and faces. */
    private static List<String> machineTexts(String set) throws IOException {
        try (InputStream in = NonLanguages.class.getResourceAsStream(MACHINE_TEXTS)) {
            if (in == null) {
                throw new FileNotFoundException(MACHINE_TEXTS + " must be on the class path but was not");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(set + "\t"))
                    .map(line -> line.substring(set.length() + 1).replace("\\n", "\n"))
                    .toList();
        }
    }

    private static Result measure(LanguageIdentifier identifier, String kind, List<String> texts) {
        double[] p = texts.stream()
                .mapToDouble(text -> identifier.identify(text).probability())
                .toArray();
        double[] shares = new double[3];
        for (double value : p) {
            shares[0] += value >= 0.5 ? 1.0 / p.length : 0;
            shares[1] += value >= 0.7 ? 1.0 / p.length : 0;
            shares[2] += value >= 0.9 ? 1.0 / p.length : 0;
        }
        return new Result(kind, p.length, shares[0], shares[1], shares[2]);
    }
}
