/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.core.internal.Spare;

/** From the words of a text to a guess: the script first, then the model among the languages of the script. */
final class Decision {
    private static final int ALTERNATIVES = 5;
    /** An ideograph or a syllable says as much as about three letters of an alphabet. */
    private static final int DENSE = 6;

    /** What a syllable within a word counts where a script is sure of its language. */
    private static final int SYLLABLE = 3;

    /** Latin names, headers and slogans stand in texts of every script; the reverse is rare. */
    private static final int NOT_LATIN = 2;

    /** Share of kana that makes a text with ideographs Japanese: the everyday minimum is far higher. */
    private static final double KANA_SHARE = 0.05;

    /**
     * Log-odds that Japanese loses with each of the first ideographs of a text without kana. In Japanese texts,
     * stretches without kana get rarer by a factor of 0.6 with each character; names and titles, which often have none,
     * more slowly. The model, which sees ideographs alone, cannot know.
     */
    private static final double NO_KANA = 0.4;

    private static final int NO_KANA_LETTERS = 4;

    /** Log-odds for Chinese by its ideographs that outweigh kana. */
    private static final double QUOTES_KANA = 4;

    /** Ideographs from which some must be known, and how many are looked at. */
    private static final int SOME_IDEOGRAPHS = 6;

    private static final int MANY_IDEOGRAPHS = 64;

    /** Letters after which the lead is looked at for the first time. */
    private static final int FIRST_CHECK = 24;

    /** Log-odds of the first language against the second at which reading stops. */
    private static final double CERTAIN = 9;

    private final LanguageModel model;
    private final Set<String> tags;
    /** Candidates by script. */
    private final int[][] candidates;

    /** The candidates and, where the model has it, the label of what is no language. */
    private final int[][] rivals;

    private final Spare<Workspace> spare;

    Decision(LanguageModel model, Set<String> tags) {
        this.model = model;
        this.tags = tags;
        this.spare = new Spare<>(() -> new Workspace(model), Workspace::isSmall);
        candidates = labels(tags);
        Set<String> all = new TreeSet<>(tags);
        all.add(LanguageGuess.UNDETERMINED);
        rivals = labels(all);
    }

    private int[][] labels(Set<String> wanted) {
        int[][] byScript = new int[model.labelsOfScript.length][];
        for (int s = 0; s < byScript.length; s++) {
            int[] all = model.labelsOfScript[s];
            int[] kept = new int[all.length];
            int n = 0;
            for (int id : all) {
                kept[n] = id;
                n += wanted.contains(model.labels.get(id).tag()) ? 1 : 0;
            }
            byScript[s] = Arrays.copyOf(kept, n);
        }
        return byScript;
    }

    LanguageGuess decide(CharSequence text, int from, int to) {
        Workspace workspace = spare.take();
        try {
            workspace.words.read(text, from, to);
            return decide(workspace.words, workspace.scores);
        } finally {
            spare.giveBack(workspace);
        }
    }

    /** Whether a part of a text is letters set apart, a word over and over, a face or the like. */
    boolean isNoLanguage(CharSequence text, int from, int to) {
        Workspace workspace = spare.take();
        try {
            workspace.words.read(text, from, to);
            return workspace.words.isNoLanguage();
        } finally {
            spare.giveBack(workspace);
        }
    }

    private LanguageGuess decide(Words words, Scores scores) {
        int script = mainScript(words, scores);
        if (script == Scripts.NONE) {
            return LanguageGuess.undetermined(List.of(), Scripts.code(Scripts.NONE));
        }
        if (words.isNoLanguage()) {
            return LanguageGuess.undetermined(List.of(), Scripts.code(script));
        }
        String owner = words.owner(script);
        if (owner != null && tags.contains(owner)) {
            return certain(owner, words.letters[script], 1, Scripts.code(script));
        }
        double trust = Scripts.isDense(script) ? trustIdeographs(words) : 1;
        if (model.labelsOfScript[script].length == 0 || (script == Scripts.HEBREW && isPointedYiddish(words))) {
            return byScript(script, words, trust);
        }
        String code = script == Scripts.HAN ? words.han.code() : Scripts.code(script);
        if (candidates[script].length == 0) {
            return LanguageGuess.undetermined(List.of(), code);
        }
        scores.clear();
        int read = score(words, script, scores);
        if (script == Scripts.HAN && words.letters[Scripts.KANA] == 0) {
            doubtJapanese(scores, read);
        }
        trust *= Plausibility.trust(script, scores.known, scores.possible, words.signs, words.letters[script]);
        List<LanguageGuess.Alternative> ranked = rank(script, scores.byLabel, read, trust);
        String tag = ranked.get(0).tag();
        boolean isJapanese = script == Scripts.HAN && tag.equals("ja");
        return new LanguageGuess(
                tag, ranked.get(0).probability(), ranked, isJapanese ? Scripts.code(Scripts.KANA) : code);
    }

    /**
     * Scores words until one language leads beyond doubt (a sequential test after A. Wald, 1945). A long text is read
     * in strides over its whole length, so that its beginning does not decide alone.
     *
     * @return how many letters were read
     */
    private int score(Words words, int script, Scores scores) {
        int stride = stride(words.count);
        int read = 0;
        int check = FIRST_CHECK;
        int w = 0;
        for (int i = 0; i < words.count; i++) {
            if (words.script(w) == script) {
                scores.add(words.chars, words.start(w), words.length(w), script);
                read += words.length(w);
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

    private void doubtJapanese(Scores scores, int letters) {
        double doubt = NO_KANA * Math.min(letters, NO_KANA_LETTERS);
        for (int id : model.labelsOfScript[Scripts.HAN]) {
            if (model.labels.get(id).tag().equals("ja")) {
                scores.byLabel[id] -= (int) (doubt / model.softmax(Scripts.HAN, letters).factor);
            }
        }
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
        for (int id : rivals[script]) {
            int score = scores[id] + model.bias[id];
            second = Math.max(second, Math.min(first, score));
            first = Math.max(first, score);
        }
        return ((double) first - second) * model.softmax(script, letters).factor;
    }

    private LanguageGuess byScript(int script, Words words, double trust) {
        String tag = script == Scripts.HEBREW
                ? hebrew(words)
                : Scripts.singleLanguage(script).orElse(LanguageGuess.UNDETERMINED);
        String code = script == Scripts.BOPOMOFO ? "Hant" : Scripts.code(script);
        if (!tags.contains(tag)) {
            return LanguageGuess.undetermined(List.of(), code);
        }
        return certain(tag, letters(script, words), trust, code);
    }

    private static LanguageGuess certain(String tag, int letters, double trust, String code) {
        double probability = trust * (1 - StrictMath.pow(0.5, Math.min(letters, 12)));
        return new LanguageGuess(tag, probability, List.of(new LanguageGuess.Alternative(tag, probability)), code);
    }

    private static boolean isPointedYiddish(Words words) {
        return words.yiddish * 25 >= words.letters[Scripts.HEBREW];
    }

    private String hebrew(Words words) {
        boolean isYiddish = isPointedYiddish(words) ? tags.contains("yi") : !tags.contains("he");
        return isYiddish ? "yi" : "he";
    }

    /**
     * How many letters speak for the language of their script. All that stand alone are as good as one, since faces are
     * drawn with them, (づ｡◕‿‿◕｡)づ or ಠ_ಠ. One syllable of hangul can be a word. Syllables within a word count as several
     * letters.
     */
    private static int letters(int script, Words words) {
        int letters = words.letters[script];
        if (letters > 8) {
            return letters;
        }
        int alone = words.alone[script];
        int more = Scripts.isDense(script) ? (SYLLABLE - 1) * Math.max(0, letters - alone) : 0;
        return script == Scripts.HANGUL ? letters + more : Math.max(1, letters - Math.max(0, alone - 1)) + more;
    }

    /** The script of most letters, weighing dense scripts; kana claims the ideographs around it. */
    private int mainScript(Words words, Scores scores) {
        int[] letters = words.letters;
        int kana = letters[Scripts.KANA];
        int han = letters[Scripts.HAN];
        if (kana > 0 && kana >= KANA_SHARE * (kana + han)) {
            boolean isQuoted = kana <= words.quoted[Scripts.KANA];
            boolean isChinese = (han > kana || isQuoted) && isChinese(words, scores);
            words.claim(isChinese ? Scripts.KANA : Scripts.HAN, isChinese ? Scripts.HAN : Scripts.KANA);
        } else if (letters[Scripts.HANGUL] >= han) {
            words.claim(Scripts.HAN, Scripts.HANGUL);
        }
        int best = Scripts.NONE;
        int most = 0;
        for (int s = Scripts.LATIN; s < letters.length; s++) {
            int quoted = Scripts.isDense(s) ? Math.min(words.quoted[s], letters[s]) : 0;
            int weight = letters[s] * (Scripts.isDense(s) ? DENSE : s == Scripts.LATIN ? 1 : NOT_LATIN)
                    - quoted * (DENSE - NOT_LATIN);
            if (weight > most) {
                most = weight;
                best = s;
            }
        }
        return best;
    }

    /** Whether the ideographs around some kana are Chinese beyond doubt: Chinese texts quote Japanese words. */
    private boolean isChinese(Words words, Scores scores) {
        int chinese = -1;
        int japanese = -1;
        for (int id : candidates[Scripts.HAN]) {
            chinese = model.labels.get(id).tag().equals("zh") ? id : chinese;
            japanese = model.labels.get(id).tag().equals("ja") ? id : japanese;
        }
        if (chinese < 0 || japanese < 0) {
            return false;
        }
        scores.clear();
        int read = 0;
        for (int w = 0; w < words.count; w++) {
            if (words.script(w) == Scripts.HAN) {
                scores.add(words.chars, words.start(w), words.length(w), Scripts.HAN);
                read += words.length(w);
            }
        }
        scores.settle();
        int lead = scores.byLabel[chinese] + model.bias[chinese] - scores.byLabel[japanese] - model.bias[japanese];
        return lead * model.softmax(Scripts.HAN, read).factor > QUOTES_KANA;
    }

    /** How far the ideographs are those that people write; 1 for a few. */
    private double trustIdeographs(Words words) {
        int all = 0;
        int known = 0;
        for (int w = 0; w < words.count && all < MANY_IDEOGRAPHS; w++) {
            if (words.script(w) == Scripts.HAN) {
                int start = words.start(w);
                for (int at = start; at < start + words.length(w); at++) {
                    all++;
                    known += model.weights.find(1, Ngrams.extend(Ngrams.SEED, words.chars[at])) == 0 ? 0 : 1;
                }
            }
        }
        return all < SOME_IDEOGRAPHS ? 1 : Plausibility.trustIdeographs(known, all);
    }

    private List<LanguageGuess.Alternative> rank(int script, int[] scores, int letters, double trust) {
        int[] ids = candidates[script];
        int max = Integer.MIN_VALUE;
        for (int id : rivals[script]) {
            int score = scores[id] + model.bias[id];
            scores[id] = score;
            max = Math.max(max, score);
        }
        Softmax softmax = model.softmax(script, letters);
        double sum = softmax.sum(rivals[script], scores, max);
        int size = Math.min(ALTERNATIVES, ids.length);
        int[] top = new int[size];
        int filled = 0;
        int last = Integer.MIN_VALUE;
        for (int id : ids) {
            int score = scores[id];
            if (score > last) {
                int at = filled < size ? filled++ : size - 1;
                while (at > 0 && scores[top[at - 1]] < score) {
                    top[at] = top[at - 1];
                    at--;
                }
                top[at] = id;
                last = filled < size ? Integer.MIN_VALUE : scores[top[size - 1]];
            }
        }
        LanguageGuess.Alternative[] ranked = new LanguageGuess.Alternative[size];
        for (int r = 0; r < size; r++) {
            double p = trust * softmax.of(max - scores[top[r]]) / sum;
            ranked[r] = new LanguageGuess.Alternative(model.labels.get(top[r]).tag(), p);
        }
        return List.of(ranked);
    }
}
