/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What a model knows of the languages of one script already, as the weights from which training goes on. */
final class WarmStart {
    /** In place of tags that are to move: every one. */
    static final String ALL = "all";

    private static final int NONE = -1;

    private final LanguageModel model;
    private final int script;
    private final float scale;
    /** By label of the model within its script the label of the training, or {@link #NONE}. */
    private final int[] labelOf;

    private final boolean[] moving;

    /**
     * A start for the labels of a script.
     *
     * @param relearned tags whose weights are to move although the model has them
     */
    WarmStart(LanguageModel model, int script, List<String> tags, Set<String> relearned) {
        this.model = model;
        this.script = script;
        this.scale = model.scale[script];
        labelOf = new int[model.labels.count(script)];
        boolean[] taken = new boolean[tags.size()];
        for (int l = 0; l < labelOf.length; l++) {
            String tag = model.labels.get(model.labels.first(script) + l).tag();
            labelOf[l] = NONE;
            for (int t = 0; t < taken.length && labelOf[l] == NONE; t++) {
                // Several labels may stand for no language.
                if (!taken[t] && tags.get(t).split(":", 2)[0].equals(tag)) {
                    taken[t] = true;
                    labelOf[l] = t;
                }
            }
        }
        moving = new boolean[tags.size()];
        for (int i = 0; i < moving.length; i++) {
            int label = i;
            moving[i] = relearned.contains(ALL)
                    || relearned.contains(tags.get(i))
                    || Arrays.stream(labelOf).noneMatch(l -> l == label);
        }
    }

    /** Tags of the model's labels in the script for which the training has none: it would lose them. */
    List<String> lost() {
        return IntStream.range(0, labelOf.length)
                .filter(l -> labelOf[l] == NONE)
                .mapToObj(l -> model.labels.get(model.labels.first(script) + l).tag())
                .distinct()
                .toList();
    }

    /** Whether a label of the training learns. */
    boolean isMoving(int label) {
        return moving[label];
    }

    /** The label of the training that a label of the model, of any script, is and that keeps its weights; or -1. */
    int kept(int modelLabel) {
        int place = modelLabel - model.labels.first(script);
        boolean isHere = model.labels.scriptOf(modelLabel) == script && labelOf[place] != NONE;
        return isHere && !moving[labelOf[place]] ? labelOf[place] : NONE;
    }

    boolean keepsSome() {
        for (boolean moves : moving) {
            if (!moves) {
                return true;
            }
        }
        return false;
    }

    /** The bias of a label of the training in the model, in units of {@link #scale}, or 0. */
    int bias(int label) {
        for (int l = 0; l < labelOf.length; l++) {
            if (labelOf[l] == label) {
                return model.bias[model.labels.first(script) + l];
            }
        }
        return 0;
    }

    /** What a unit of the model's weights is worth. */
    float scale() {
        return scale;
    }

    /**
     * Writes the weights of an n-gram.
     *
     * @param order its length, {@link Ngrams#WORD} for a whole word
     * @param prefix the key of the n-gram one character shorter
     * @return whether the model has the n-gram
     */
    boolean copy(int order, int key, int prefix, float[] weights, int at) {
        int value = model.weights.find(order, key);
        if (value == 0) {
            return false;
        }
        int first = model.labels.first(script);
        if (WeightTable.isWide(value) == 0) {
            for (int e = value >>> 8; e < (value >>> 8) + (value & 0xFF); e++) {
                int label = (model.weights.narrow[e] >>> 8 & 0xFF) - first;
                if (label >= 0 && label < labelOf.length && labelOf[label] != NONE) {
                    weights[at + labelOf[label]] = (byte) model.weights.narrow[e] * scale;
                }
            }
            return true;
        }
        // A wide row holds the sum with its beginnings.
        int before = order == 1 ? 0 : model.weights.find(order - 1, prefix);
        boolean hasBefore = WeightTable.isWide(before) == 1;
        for (int l = 0; l < labelOf.length; l++) {
            if (labelOf[l] != NONE) {
                int less = hasBefore ? wide(before >>> 8, l) : WeightTable.ZERO;
                weights[at + labelOf[l]] = (wide(value >>> 8, l) - less) * scale;
            }
        }
        return true;
    }

    private int wide(int row, int label) {
        return (int) (model.weights.wide[row + (label >> 3)] >>> ((label & 7) << 3) & 0xFF);
    }
}
