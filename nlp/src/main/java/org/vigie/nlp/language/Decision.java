/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.ArrayList;
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
        WordReader words = new WordReader(text, from, to);
        int[] scores = new int[model.labels.size()];
        int[] letters = new int[Scripts.count()];
        int known = 0;
        int possible = 0;
        HanVariant han = new HanVariant();
        int yiddish = 0;
        while (words.next()) {
            int script = words.script;
            letters[script] += words.length;
            if (model.labelsOfScript[script].length > 0) {
                known += model.addWord(words.word, words.length, scores);
                possible += Ngrams.count(words.length);
            }
            if (script == Scripts.HAN) {
                han.add(words.word, words.length);
            } else if (script == Scripts.HEBREW) {
                yiddish += yiddishSigns(text, words.start, words.end);
            }
        }
        int script = mainScript(letters);
        if (script == Scripts.NONE) {
            return LanguageGuess.undetermined(List.of(), Scripts.code(Scripts.NONE));
        }
        if (script == Scripts.HEBREW || model.labelsOfScript[script].length == 0) {
            String tag = script == Scripts.HEBREW
                    ? (yiddish * 25 >= letters[script] ? "yi" : "he")
                    : Scripts.singleLanguage(script).orElse(LanguageGuess.UNDETERMINED);
            String code = script == Scripts.BOPOMOFO ? "Hant" : Scripts.code(script);
            if (!tags.contains(tag)) {
                return LanguageGuess.undetermined(List.of(), code);
            }
            double probability = 1 - StrictMath.pow(0.3, Math.min(letters[script], 8));
            return new LanguageGuess(tag, probability, List.of(new LanguageGuess.Alternative(tag, probability)), code);
        }
        String code = script == Scripts.HAN ? han.code() : Scripts.code(script);
        double trust = possible == 0 ? 1 : Plausibility.trust(known, possible, words.signs, letters[script]);
        List<LanguageGuess.Alternative> ranked = rank(script, scores, letters[script], trust);
        return ranked.isEmpty()
                ? LanguageGuess.undetermined(ranked, code)
                : new LanguageGuess(ranked.get(0).tag(), ranked.get(0).probability(), ranked, code);
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
        if (ids.length == 0) {
            return List.of();
        }
        double factor = model.scale[script] / model.temperature[script][LanguageModel.lengthClass(letters)];
        int max = Integer.MIN_VALUE;
        for (int id : ids) {
            scores[id] += model.bias[id];
            max = Math.max(max, scores[id]);
        }
        double sum = 0;
        for (int id : ids) {
            double logit = (scores[id] - max) * factor;
            sum += logit > -40 ? StrictMath.exp(logit) : 0;
        }
        int size = Math.min(ALTERNATIVES, ids.length);
        List<LanguageGuess.Alternative> ranked = new ArrayList<>(size);
        int lastScore = Integer.MAX_VALUE;
        int lastId = -1;
        for (int r = 0; r < size; r++) {
            int best = -1;
            for (int id : ids) {
                boolean after = scores[id] < lastScore || (scores[id] == lastScore && id > lastId);
                if (after && (best < 0 || scores[id] > scores[best])) {
                    best = id;
                }
            }
            double p = trust * StrictMath.exp((scores[best] - max) * factor) / sum;
            ranked.add(new LanguageGuess.Alternative(model.labels.get(best).tag(), p));
            lastScore = scores[best];
            lastId = best;
        }
        return ranked;
    }
}
