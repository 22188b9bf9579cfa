/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.vigie.nlp.language.LanguageModelTrainer;

/** The lines that {@link LanguageModelTrainer} keeps out of training, or the others, from its folder of texts. */
final class HeldOutLines {
    private HeldOutLines() {}

    /**
     * Lines by tag, each once.
     *
     * @param texts the folder
     * @param leftOut sources to skip, as {@code tag:source}
     * @param heldOut whether the lines kept out are wanted, or those trained on
     */
    static Map<String, List<String>> read(Path texts, Set<String> leftOut, boolean heldOut) throws IOException {
        Map<String, List<String>> result = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> list = Files.list(texts)) {
            files = list.filter(f -> f.toString().endsWith(".tsv.gz")).sorted().toList();
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            String tag = name.substring(0, name.indexOf('.')).replace("roh", "rm");
            Set<String> seen = new TreeSet<>();
            List<String> lines = new ArrayList<>();
            try (BufferedReader reader = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    String text = line.substring(line.lastIndexOf('\t') + 1);
                    String source = line.substring(0, Math.max(0, line.indexOf('\t')));
                    if (LanguageModelTrainer.isHeldOut(text) == heldOut
                            && !leftOut.contains(tag + ":" + source)
                            && seen.add(text)) {
                        lines.add(text);
                    }
                }
            }
            result.put(tag, lines);
        }
        return result;
    }
}
