/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The Universal Declaration of Human Rights, ten thousand letters in each of hundreds of languages. That is too little
 * to tell most of them by, but enough to know what is none of the others.
 */
final class Declaration {
    /** The languages that become labels for it, by tag in the file; those of a name share one label. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("ceb", "ceb"),
            Map.entry("fo", "fo"),
            Map.entry("haw", "haw"),
            Map.entry("ig", "ig"),
            Map.entry("jv", "jv"),
            Map.entry("mg", "mg"),
            Map.entry("om", "om"),
            Map.entry("tk-Latn", "tk"),
            Map.entry("qu", "qu"),
            Map.entry("quy", "qu"),
            Map.entry("quh", "qu"),
            Map.entry("qul", "qu"),
            Map.entry("qxu", "qu"),
            Map.entry("qug", "qu"),
            Map.entry("qva", "qu"),
            Map.entry("qvc", "qu"),
            Map.entry("qvh", "qu"),
            Map.entry("qvm", "qu"),
            Map.entry("qvn", "qu"),
            Map.entry("qwh", "qu"),
            Map.entry("qxn", "qu"),
            Map.entry("uz-Cyrl", "uz"),
            Map.entry("os", "os"),
            Map.entry("ti", "ti"),
            Map.entry("yi", "yi"),
            Map.entry("bo", "bo"),
            Map.entry("dz", "dz"),
            Map.entry("iu", "iu"));

    /** Other names and near relatives of labels, which must not count against these. */
    private static final Set<String> KIN = Set.of("als", "abs", "bjn", "cat", "cnr", "hau", "pmy", "zlm");

    /** One language in one script. */
    static final class Part {
        final String tag;
        final int script;
        final List<String> lines = new ArrayList<>();

        Part(String tag, int script) {
            this.tag = tag;
            this.script = script;
        }
    }

    /** Texts of new labels, whose tag is that of the label. */
    final List<Part> labels = new ArrayList<>();

    /** Texts of languages that are none. */
    final List<Part> strangers = new ArrayList<>();

    /**
     * Reads lines of tag, code, name and paragraph.
     *
     * @param known the tags that have texts of their own
     */
    Declaration(BufferedReader reader, Set<String> known) throws IOException {
        Map<String, List<String>> byTag = new TreeMap<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String tag = line.substring(0, line.indexOf('\t'));
            byTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(line.substring(line.lastIndexOf('\t') + 1));
        }
        byTag.forEach((tag, lines) -> {
            String label = LABELS.get(tag);
            String language = tag.split("-", 2)[0];
            int script = mainScript(lines);
            boolean isKnown = known.contains(language) || KIN.contains(language) || LABELS.containsKey(language);
            if (script == Scripts.NONE || script == Scripts.HAN || (label == null && isKnown)) {
                return;
            }
            Part part = new Part(label == null ? tag : label, script);
            part.lines.addAll(lines);
            (label == null ? strangers : labels).add(part);
        });
    }

    private static int mainScript(List<String> lines) {
        int[] letters = new int[Scripts.count()];
        for (String line : lines) {
            for (int i = 0; i < line.length(); i++) {
                letters[Scripts.of(line.charAt(i))]++;
            }
        }
        letters[Scripts.NONE] = 0;
        letters[Scripts.INHERITED] = 0;
        int main = Scripts.NONE;
        for (int s = 0; s < letters.length; s++) {
            main = letters[s] > letters[main] ? s : main;
        }
        return main;
    }
}
