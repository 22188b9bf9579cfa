/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.util.ArrayList;
import java.util.List;

/**
 * The job for spark-submit: {@code vigie detect} with the work on texts on a cluster. Its words are those that follow
 * {@code vigie detect}.
 */
public final class Main {
    private Main() {}

    /**
     * Runs the job and exits with its code.
     *
     * @param args the words after {@code vigie detect}; without {@code --spark} the master is the one of spark-submit
     */
    public static void main(String[] args) {
        org.vigie.cli.Main.main(words(args, System.getProperty("spark.master", "local[*]")));
    }

    static String[] words(String[] args, String master) {
        List<String> words = new ArrayList<>(List.of("detect"));
        words.addAll(List.of(args));
        if (words.stream().noneMatch(word -> word.equals("--spark") || word.startsWith("--spark="))) {
            words.addAll(List.of("--spark", master));
        }
        return words.toArray(String[]::new);
    }
}
