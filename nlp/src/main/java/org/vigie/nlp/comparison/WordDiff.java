/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.nlp.text.NormalizedText;
import org.vigie.nlp.text.TextNormalizer;

/** Common passages and differences of two normalised texts, word by word. */
final class WordDiff {
    private static final int MOST_WORDS = 2000;

    /** Words that deny, in the languages of the project's users first; folded as texts are. */
    private static final Set<String> NEGATIONS = Stream.of(
                    "not no never none nobody nothing neither nor cannot without",
                    "ne n pas jamais aucun aucune rien personne sans ni non point nullement",
                    "nunca nadie nada sin ningún ninguna não nem sem jamás",
                    "nicht kein keine keinen keiner nie niemals ohne weder",
                    "mai nessuno nessuna senza niet geen nooit zonder",
                    "не нет ни никогда без нельзя ні ніколи немає nie nigdy bez",
                    "لا لم لن ليس ليست بدون غير değil hayır asla yok",
                    "नहीं मत न không chẳng")
            .flatMap(words -> Stream.of(words.split(" ", -1)))
            .map(TextNormalizer.social()::normalize)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> CONTRACTED = Set.of(
            "dont",
            "doesnt",
            "didnt",
            "isnt",
            "arent",
            "wasnt",
            "werent",
            "wont",
            "wouldnt",
            "cant",
            "couldnt",
            "shouldnt",
            "hasnt",
            "havent",
            "hadnt",
            "aint",
            "mustnt",
            "neednt");

    final List<TextComparison.Passage> passages = new ArrayList<>();
    final List<TextComparison.Difference> differences = new ArrayList<>();

    private final Words first;
    private final Words second;

    WordDiff(NormalizedText a, NormalizedText b) {
        first = new Words(a);
        second = new Words(b);
        int n = first.size();
        int m = second.size();
        int head = 0;
        while (head < n && head < m && first.same(head, second, head)) {
            head++;
        }
        int tail = 0;
        while (tail < n - head && tail < m - head && first.same(n - 1 - tail, second, m - 1 - tail)) {
            tail++;
        }
        boolean[] inFirst = new boolean[n];
        boolean[] inSecond = new boolean[m];
        for (int i = 0; i < head; i++) {
            inFirst[i] = true;
            inSecond[i] = true;
        }
        for (int i = 1; i <= tail; i++) {
            inFirst[n - i] = true;
            inSecond[m - i] = true;
        }
        if (n - head - tail <= MOST_WORDS && m - head - tail <= MOST_WORDS) {
            longestCommonSubsequence(head, n - tail, m - tail, inFirst, inSecond);
        }
        collect(inFirst, inSecond);
    }

    private void longestCommonSubsequence(int from, int n, int m, boolean[] inFirst, boolean[] inSecond) {
        short[][] longest = new short[n - from + 1][m - from + 1];
        for (int i = n - 1; i >= from; i--) {
            for (int j = m - 1; j >= from; j--) {
                longest[i - from][j - from] = first.same(i, second, j)
                        ? (short) (longest[i - from + 1][j - from + 1] + 1)
                        : (short) Math.max(longest[i - from + 1][j - from], longest[i - from][j - from + 1]);
            }
        }
        int i = from;
        int j = from;
        while (i < n && j < m) {
            if (first.same(i, second, j)) {
                inFirst[i++] = true;
                inSecond[j++] = true;
            } else if (longest[i - from + 1][j - from] >= longest[i - from][j - from + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private void collect(boolean[] inFirst, boolean[] inSecond) {
        int i = 0;
        int j = 0;
        while (i < inFirst.length || j < inSecond.length) {
            int i0 = i;
            int j0 = j;
            while (i < inFirst.length && j < inSecond.length && inFirst[i] && inSecond[j]) {
                i++;
                j++;
            }
            if (i > i0) {
                passages.add(new TextComparison.Passage(
                        first.start(i0), first.end(i - 1), second.start(j0), second.end(j - 1)));
            }
            i0 = i;
            j0 = j;
            while (i < inFirst.length && !inFirst[i]) {
                i++;
            }
            while (j < inSecond.length && !inSecond[j]) {
                j++;
            }
            if (i > i0 || j > j0) {
                differences.add(new TextComparison.Difference(
                        first.written(i0, i),
                        second.written(j0, j),
                        !first.negations(i0, i).equals(second.negations(j0, j))));
            }
        }
    }

    /** The words of a normalised text: runs of what is neither space nor ASCII punctuation. */
    private static final class Words {
        private final NormalizedText text;
        private final List<String> words = new ArrayList<>();
        private final List<Integer> starts = new ArrayList<>();

        Words(NormalizedText text) {
            this.text = text;
            String s = text.text();
            for (int i = 0; i < s.length(); ) {
                int end = i;
                while (end < s.length() && isPart(s.charAt(end))) {
                    end++;
                }
                if (end > i) {
                    words.add(s.substring(i, end));
                    starts.add(i);
                }
                i = Math.max(end, i + 1);
            }
        }

        private static boolean isPart(char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80 || (c >= 'A' && c <= 'Z');
        }

        int size() {
            return words.size();
        }

        boolean same(int i, Words other, int j) {
            return words.get(i).equals(other.words.get(j));
        }

        int start(int word) {
            return text.originalStart(starts.get(word));
        }

        int end(int word) {
            return text.originalEnd(starts.get(word) + words.get(word).length());
        }

        String written(int from, int to) {
            return to > from ? text.original().substring(start(from), end(to - 1)) : "";
        }

        /** Whether a word is a French {@code n'}, which the normaliser joins to the verb. */
        private boolean isElided(int word) {
            int at = start(word);
            String original = text.original();
            return at + 1 < original.length()
                    && (original.charAt(at) == 'n' || original.charAt(at) == 'N')
                    && "'\u2019\u02bc\u00b4`".indexOf(original.charAt(at + 1)) >= 0;
        }

        List<String> negations(int from, int to) {
            List<String> found = new ArrayList<>();
            for (int i = from; i < to; i++) {
                if (NEGATIONS.contains(words.get(i)) || CONTRACTED.contains(words.get(i)) || isElided(i)) {
                    found.add(words.get(i));
                }
            }
            return found;
        }
    }
}
