/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Arrays;
import java.util.List;

/** The labels of a model, those of a script together. Immutable. */
final class Labels {
    /** One label is one language in one script. */
    record Label(String tag, int script) {}

    private final List<Label> labels;
    private final int[] scripts;

    /** By script: the first label, how many there are, and the number of the script among those with labels. */
    private final int[] first = new int[Scripts.count()];

    private final int[] count = new int[Scripts.count()];
    private final int[] number = new int[Scripts.count()];
    private final int[] longs = new int[Scripts.count()];
    private final int mostLongs;

    Labels(List<Label> labels) {
        this.labels = List.copyOf(labels);
        scripts = new int[labels.size()];
        int known = 0;
        int most = 0;
        for (int i = 0; i < scripts.length; i++) {
            int script = labels.get(i).script();
            scripts[i] = script;
            if (count[script]++ == 0) {
                first[script] = i;
                number[script] = ++known;
            }
            longs[script] = (count[script] + 7) / 8;
            most = Math.max(most, longs[script]);
        }
        mostLongs = most;
    }

    int size() {
        return scripts.length;
    }

    Label get(int label) {
        return labels.get(label);
    }

    int scriptOf(int label) {
        return scripts[label];
    }

    int first(int script) {
        return first[script];
    }

    int count(int script) {
        return count[script];
    }

    /** The place of the script among those with labels, from 1; 0 for no script. */
    int numberOfScript(int script) {
        return number[script];
    }

    /** The scripts with labels by number; number 0 is none. */
    int[] scriptsByNumber() {
        int[] byNumber = {Scripts.NONE};
        for (int script : scripts) {
            if (number[script] == byNumber.length) {
                byNumber = Arrays.copyOf(byNumber, byNumber.length + 1);
                byNumber[byNumber.length - 1] = script;
            }
        }
        return byNumber;
    }

    /** How many longs a row of one byte for each label of the script takes. */
    int longs(int script) {
        return longs[script];
    }

    /** The longest such row. */
    int mostLongs() {
        return mostLongs;
    }

    /** Numbers of the labels of a script. */
    int[] of(int script) {
        int[] numbers = new int[count[script]];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = first[script] + i;
        }
        return numbers;
    }
}
