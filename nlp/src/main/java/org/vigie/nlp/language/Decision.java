/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** From the words of a text to a guess: the script first, then the model among the languages of the script. */
final class Decision {
    private static final int ALTERNATIVES = 5;
    /** An ideograph or a syllable says as much as about three letters of an alphabet. */
    private static final int DENSE = 6;

    /** Latin names, headers and slogans stand in texts of every script; the reverse is rare. */
    private static final int NOT_LATIN = 2;

    /** Share of kana that makes a text with ideographs Japanese: the everyday minimum is far higher. */
    private static final double KANA_SHARE = 0.05;

    /** Letters after which the lead is looked at for the first time. */
    private static final int FIRST_CHECK = 16;

    /** Log-odds of the first language against the second at which reading stops. */
    private static final double CERTAIN = 7;

    /** Log-odds that no longer count. */
    private static final double NEGLIGIBLE = -12;

    private final LanguageModel model;
    private final Set<String> tags;
    /** Candidates by script. */
    private final int[][] candidates;

    Decision(LanguageModel model, Set<String> tags) {
        this.model = model;
        this.tags = tags;
        candidates = Arrays.stream(model.labelsOfScript)
                .map(ids -> IntStream.of(ids)
                        .filter(i -> tags.contains(model.labels.get(i).tag()))
                        .toArray())
                .toArray(int[][]::new);
    }

    LanguageGuess decide(CharSequence text, int from, int to) {
        Words words = new Words(text, from, to);
        int script = mainScript(words.letters);
        if (script == Scripts.NONE) {
            return LanguageGuess.undetermined(List.of(), Scripts.code(Scripts.NONE));
        }
        if (script == Scripts.HEBREW || model.labelsOfScript[script].length == 0) {
            return byScript(script, words);
        }
        String code = script == Scripts.HAN ? words.han.code() : Scripts.code(script);
        if (candidates[script].length == 0) {
            return LanguageGuess.undetermined(List.of(), code);
        }
        LanguageModel.Scores scores = model.new Scores();
        int read = score(words, script, scores);
        double trust = Plausibility.trust(script, scores.known, words.possible, words.signs, words.letters[script]);
        List<LanguageGuess.Alternative> ranked = rank(script, scores.byLabel, read, trust);
        return new LanguageGuess(ranked.get(0).tag(), ranked.get(0).probability(), ranked, code);
    }

    /** All words of a text, cleaned, end to end. */
    private static final class Words {
        private final char[] chars;
        /** Start in chars, length and script of each word. */
        private int[] bounds = new int[3 * 16];

        private int count;
        final int[] letters = new int[Scripts.count()];
        final HanVariant han = new HanVariant();
        int signs;
        int yiddish;
        /** How many n-grams of three and more characters the scored words have, known or not. */
        int possible;

        Words(CharSequence text, int from, int to) {
            WordReader reader = new WordReader(text, from, to);
            // Normalisation can only prolong a word up to the length that the reader cuts it to.
            char[] buffer = new char[Math.max(2 * WordReader.MAX_WORD, 2 * (to - from))];
            int used = 0;
            while (reader.next()) {
                if (Plausibility.isNoise(text, reader)) {
                    continue;
                }
                if (used + reader.length > buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * buffer.length);
                }
                System.arraycopy(reader.word, 0, buffer, used, reader.length);
                if (3 * count + 3 > bounds.length) {
                    bounds = Arrays.copyOf(bounds, 2 * bounds.length);
                }
                bounds[3 * count] = used;
                bounds[3 * count + 1] = reader.length;
                bounds[3 * count + 2] = reader.script;
                count++;
                used += reader.length;
                letters[reader.script] += reader.length;
                if (reader.script == Scripts.HAN) {
                    han.add(reader.word, reader.length);
                } else if (reader.script == Scripts.HEBREW) {
                    yiddish += yiddishSigns(text, reader.start, reader.end);
                }
            }
            signs = reader.signs;
            chars = buffer;
        }
    }

    /**
     * Scores words until one language leads beyond doubt (a sequential test after A. Wald, 1945). A long text is read
     * in strides over its whole length, so that its beginning does not decide alone.
     *
     * @return how many letters were read
     */
    private int score(Words words, int script, LanguageModel.Scores scores) {
        int stride = stride(words.count);
        int read = 0;
        int check = FIRST_CHECK;
        int w = 0;
        for (int i = 0; i < words.count; i++) {
            int length = words.bounds[3 * w + 1];
            if (words.bounds[3 * w + 2] == script) {
                scores.add(words.chars, words.bounds[3 * w], length, script);
                words.possible += Ngrams.countLong(length);
                read += length;
                if (read >= check) {
                    scores.settle();
                    if (lead(script, scores.byLabel, read) > CERTAIN) {
                        return read;
                    }
                    check = read + read / 2;
                }
            }
            w += stride;
            w -= w >= words.count ? words.count : 0;
        }
        scores.settle();
        return read;
    }

    /** A step near the golden section that meets every word once; 1 for a few words. */
    private static int stride(int count) {
        if (count < 8) {
            return 1;
        }
        int step = (int) (count * 0.618);
        while (gcd(step, count) != 1) {
            step--;
        }
        return step;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** How far the first language is ahead of the second, as log-odds. */
    private double lead(int script, int[] scores, int letters) {
        int first = Integer.MIN_VALUE / 2;
        int second = first;
        for (int id : candidates[script]) {
            int score = scores[id] + model.bias[id];
            if (score > first) {
                second = first;
                first = score;
            } else if (score > second) {
                second = score;
            }
        }
        return ((double) first - second) * factor(script, letters);
    }

    private double factor(int script, int letters) {
        return model.scale[script] / (double) model.temperature[script][LanguageModel.lengthClass(letters)];
    }

    private LanguageGuess byScript(int script, Words words) {
        String tag = script == Scripts.HEBREW
                ? (words.yiddish * 25 >= words.letters[script] ? "yi" : "he")
                : Scripts.singleLanguage(script).orElse(LanguageGuess.UNDETERMINED);
        String code = script == Scripts.BOPOMOFO ? "Hant" : Scripts.code(script);
        if (!tags.contains(tag)) {
            return LanguageGuess.undetermined(List.of(), code);
        }
        double probability = 1 - StrictMath.pow(0.5, Math.min(words.letters[script], 12));
        return new LanguageGuess(tag, probability, List.of(new LanguageGuess.Alternative(tag, probability)), code);
    }

    /** The script of most letters, weighing dense scripts; kana claims the ideographs around it. */
    private static int mainScript(int[] letters) {
        int kana = letters[Scripts.KANA];
        int han = letters[Scripts.HAN];
        if (kana > 0 && kana >= KANA_SHARE * (kana + han)) {
            letters[Scripts.KANA] += han;
            letters[Scripts.HAN] = 0;
        } else if (letters[Scripts.HANGUL] > 0 && letters[Scripts.HANGUL] * 4 >= han) {
            letters[Scripts.HANGUL] += han;
            letters[Scripts.HAN] = 0;
        }
        int best = Scripts.NONE;
        int most = 0;
        for (int s = Scripts.LATIN; s < letters.length; s++) {
            boolean dense = s == Scripts.HAN || s == Scripts.KANA || s == Scripts.HANGUL;
            int weight = letters[s] * (dense ? DENSE : s == Scripts.LATIN ? 1 : NOT_LATIN);
            if (weight > most) {
                most = weight;
                best = s;
            }
        }
        return best;
    }

    /** Yiddish has digraphs of its own, and writes its vowels as pointed alef, which Hebrew posts never do. */
    private static int yiddishSigns(CharSequence text, int start, int end) {
        int signs = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean pointedAlef =
                    c == 0x5D0 && i + 1 < end && (text.charAt(i + 1) == 0x5B7 || text.charAt(i + 1) == 0x5B8);
            if ((c >= 0x5F0 && c <= 0x5F2) || c == 0xFB2E || c == 0xFB2F || c == 0xFB1F || pointedAlef) {
                signs++;
            }
        }
        return signs;
    }

    private List<LanguageGuess.Alternative> rank(int script, int[] scores, int letters, double trust) {
        int[] ids = candidates[script];
        int size = Math.min(ALTERNATIVES, ids.length);
        int[] top = new int[size];
        int filled = 0;
        for (int id : ids) {
            int score = scores[id] + model.bias[id];
            scores[id] = score;
            if (filled < size || score > scores[top[size - 1]]) {
                int at = filled < size ? filled++ : size - 1;
                while (at > 0 && scores[top[at - 1]] < score) {
                    top[at] = top[at - 1];
                    at--;
                }
                top[at] = id;
            }
        }
        double factor = factor(script, letters);
        int max = scores[top[0]];
        double sum = 0;
        for (int id : ids) {
            double logit = (scores[id] - max) * factor;
            sum += logit > NEGLIGIBLE ? exp(logit) : 0;
        }
        LanguageGuess.Alternative[] ranked = new LanguageGuess.Alternative[size];
        for (int r = 0; r < size; r++) {
            double logit = (scores[top[r]] - max) * factor;
            double p = logit > NEGLIGIBLE ? trust * exp(logit) / sum : 0;
            ranked[r] = new LanguageGuess.Alternative(model.labels.get(top[r]).tag(), p);
        }
        return List.of(ranked);
    }

    /** e^x for x in [-40, 0], to 1e-9, the same bits on every machine. */
    static double exp(double x) {
        double y = x * 1.4426950408889634;
        int n = (int) (y - 0.5);
        double r = x - n * 0.6931471805599453;
        double p = 1
                + r
                        * (1
                                + r
                                        * (1 / 2.0
                                                + r
                                                        * (1 / 6.0
                                                                + r
                                                                        * (1 / 24.0
                                                                                + r
                                                                                        * (1 / 120.0
                                                                                                + r
                                                                                                        * (1 / 720.0
                                                                                                                + r
                                                                                                                        * (1
                                                                                                                                        / 5040.0
                                                                                                                                + r
                                                                                                                                        / 40320.0)))))));
        return p * Double.longBitsToDouble((n + 1023L) << 52);
    }
}
