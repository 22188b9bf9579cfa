/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a text by language with a hidden Markov model. Its states are the few languages that the text, or a stretch of
 * it, is likely to be in. A word is evidence by its probability in each, and a change of language has a price.
 */
final class SpanFinder {
    /** Log-odds that a change of language must earn. */
    private static final double SWITCH = 6.0;

    /** A sentence end is where languages change: cheaper there. */
    private static final double SWITCH_AT_END = 3.0;

    private static final double FLOOR = -7.0;
    private static final int WINDOW = 3;
    private static final int MAX_STATES = 8;

    /** Ideographs from which a word is Chinese or Japanese by itself; shorter ones stand in the text of both. */
    private static final int LONG_HAN = 4;

    private final LanguageModel model;
    private final Decision decision;

    SpanFinder(LanguageModel model, Decision decision) {
        this.model = model;
        this.decision = decision;
    }

    /** A word, or a run of words in a script that one language has alone. */
    private static final class Token {
        final int start;
        final double[] logs;
        final boolean afterBreak;

        Token(int start, double[] logs, boolean afterBreak) {
            this.start = start;
            this.logs = logs;
            this.afterBreak = afterBreak;
        }
    }

    List<LanguageSpan> find(CharSequence text) {
        if (text.isEmpty()) {
            return List.of();
        }
        int limit = LanguageIdentifier.end(text);
        List<String> states = states(text, limit);
        if (states.isEmpty() || decision.isNoLanguage(text, 0, limit)) {
            return List.of(new LanguageSpan(0, text.length(), LanguageGuess.UNDETERMINED));
        }
        List<Token> tokens = tokens(text, limit, states);
        int[] path = path(tokens, states.size());
        List<LanguageSpan> spans = new ArrayList<>();
        int begin = 0;
        for (int t = 1; t <= tokens.size(); t++) {
            if (t == tokens.size() || path[t] != path[t - 1]) {
                int end = t == tokens.size() ? text.length() : opening(text, tokens.get(t).start);
                boolean isLanguage = end - begin == text.length()
                        || !decision.isNoLanguage(text, Math.min(begin, limit), Math.min(end, limit));
                String tag = isLanguage ? states.get(path[t - 1]) : LanguageGuess.UNDETERMINED;
                spans.add(new LanguageSpan(begin, end, tag));
                begin = end;
            }
        }
        return spans;
    }

    /** Where a part begins: with the quote or bracket that opens it, or with all signs from the last space on. */
    private static int opening(CharSequence text, int start) {
        int at = start;
        while (!Character.isWhitespace(text.charAt(at - 1))) {
            at--;
            if (at == 0 || Character.isLetterOrDigit(text.charAt(at))) {
                return Quotes.isOpening(text.charAt(start - 1)) ? start - 1 : start;
            }
        }
        return at;
    }

    /** The languages in question: the best of the whole text and of windows of words, most frequent first. */
    private List<String> states(CharSequence text, int limit) {
        Map<String, Double> weight = new LinkedHashMap<>();
        LanguageGuess whole = decision.decide(text, 0, limit);
        for (LanguageGuess.Alternative a : whole.alternatives()) {
            if (a.probability() > 0.05 || weight.isEmpty()) {
                weight.merge(a.tag(), 10 * a.probability(), Double::sum);
            }
        }
        List<int[]> bounds = new ArrayList<>();
        WordReader words = new WordReader(text, 0, limit);
        while (words.next()) {
            bounds.add(new int[] {words.start, words.end});
            if (words.script == Scripts.HAN) {
                // Kana nearby would make it Japanese.
                addBest(weight, text, words.start, words.end);
            }
        }
        for (int w = 0; w < bounds.size(); w += WINDOW / 2) {
            int last = Math.min(bounds.size(), w + WINDOW) - 1;
            addBest(weight, text, bounds.get(w)[0], bounds.get(last)[1]);
        }
        return weight.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_STATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void addBest(Map<String, Double> weight, CharSequence text, int from, int to) {
        LanguageGuess guess = decision.decide(text, from, to);
        if (guess.isDetermined()) {
            weight.merge(guess.tag(), guess.probability(), Double::sum);
        }
    }

    private List<Token> tokens(CharSequence text, int limit, List<String> states) {
        List<Token> tokens = new ArrayList<>();
        WordReader words = new WordReader(text, 0, limit);
        Scores scores = new Scores(model);
        int lastEnd = 0;
        while (words.next()) {
            scores.clear();
            int script = words.script;
            double[] logs = new double[states.size()];
            Arrays.fill(logs, FLOOR);
            int[] ids = model.labelsOfScript[script];
            if (ids.length == 0) {
                String alone = Scripts.singleLanguage(script).orElse("he");
                for (int s = 0; s < logs.length; s++) {
                    boolean fits = states.get(s).equals(alone)
                            || (script == Scripts.HEBREW && states.get(s).equals("yi"));
                    logs[s] = fits ? 0 : 2 * FLOOR;
                }
            } else {
                scores.add(words.word, words.length, script);
                scores.settle();
                logs(script, scores.byLabel, words.length, states, logs);
            }
            tokens.add(new Token(words.start, logs, breaks(text, lastEnd, words.start)));
            lastEnd = words.end;
        }
        return tokens;
    }

    private void logs(int script, int[] scores, int letters, List<String> states, double[] logs) {
        int[] ids = model.labelsOfScript[script];
        double factor = model.softmax(script, letters).factor;
        int max = Integer.MIN_VALUE;
        for (int id : ids) {
            max = Math.max(max, scores[id] + model.bias[id]);
        }
        double sum = 0;
        for (int id : ids) {
            sum += StrictMath.exp(Math.max(-40, (scores[id] + model.bias[id] - max) * factor));
        }
        double norm = StrictMath.log(sum);
        boolean shared = false;
        for (int id : ids) {
            int s = states.indexOf(model.labels.get(id).tag());
            if (s >= 0) {
                logs[s] = Math.max(FLOOR, (scores[id] + model.bias[id] - max) * factor - norm);
                shared = true;
            }
        }
        int japanese = script == Scripts.HAN ? states.indexOf("ja") : -1;
        if (japanese >= 0) {
            logs[japanese] = Math.max(logs[japanese], letters < LONG_HAN ? -1 : -4);
        }
        if (!shared && japanese < 0) {
            Arrays.fill(logs, 0); // no state is of this script: a foreign name says nothing
        }
    }

    private static boolean breaks(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (".!?;:\n\"()«»“”/|–—。！？؟，、；：「」『』《》〈〉【】（）".indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int[] path(List<Token> tokens, int states) {
        int n = tokens.size();
        int[][] from = new int[n][states];
        double[] best = new double[states];
        for (int t = 0; t < n; t++) {
            Token token = tokens.get(t);
            int top = 0;
            for (int s = 1; s < states; s++) {
                top = best[s] > best[top] ? s : top;
            }
            double price = token.afterBreak ? SWITCH_AT_END : SWITCH;
            double[] next = new double[states];
            for (int s = 0; s < states; s++) {
                boolean stay = t == 0 || best[s] >= best[top] - price;
                from[t][s] = stay ? s : top;
                next[s] = (stay ? best[s] : best[top] - price) + token.logs[s];
            }
            best = next;
        }
        int[] path = new int[n];
        int state = 0;
        for (int s = 1; s < states; s++) {
            state = best[s] > best[state] ? s : state;
        }
        for (int t = n - 1; t >= 0; t--) {
            path[t] = state;
            state = from[t][state];
        }
        return path;
    }
}
