/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Turns Lingua's n-gram tables (Apache-2.0) into word lists that the trainer can read.
 *
 * <p>The tables hold P(last character | the n-1 before) for n = 1..5, counted inside words. Chained, they give the
 * joint frequency of every n-gram. What an n-gram lacks on its left are the words that begin with it. What it lacks on
 * its right are the words that end with it. That is a full model of words with a memory of four characters, and words
 * are drawn from it. Short ones come out exactly as frequent as they were, and long ones look like the language.
 *
 * <p>Arguments: the jar of lingua 1.2.2, the output folder, the words to draw per language, the seed.
 */
public final class NgramTableWords {
    private static final String END = "";
    private static final List<String> ORDERS = List.of("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams");

    private NgramTableWords() {}

    /**
     * Runs the conversion.
     *
     * @param args jar, output folder, words per language, seed
     * @throws IOException when a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path out = Path.of(args[1]);
        int words = Integer.parseInt(args[2]);
        long seed = Long.parseLong(args[3]);
        Files.createDirectories(out);
        try (ZipFile jar = new ZipFile(args[0])) {
            List<String> tags = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(n -> n.startsWith("language-models/") && n.endsWith("/unigrams.json"))
                    .map(n -> n.substring("language-models/".length(), n.lastIndexOf('/')))
                    .sorted()
                    .toList();
            for (String tag : tags) {
                Path file = out.resolve(tag + ".tsv.gz");
                if (jar.getEntry("language-models/" + tag + "/fivegrams.json") != null) {
                    write(draw(load(jar, tag, ORDERS), words, seed + tag.hashCode()), file);
                } else if (tag.equals("zh") || tag.equals("ja")) {
                    Map<String, Integer> counts = new TreeMap<>();
                    load(jar, tag, ORDERS.subList(0, 1)).get(1).forEach((c, mass) -> {
                        if (Math.round(mass * words) > 0) {
                            counts.put(c, (int) Math.round(mass * words));
                        }
                    });
                    write(counts, file);
                } // the others have a script of their own and need no model
            }
        }
    }

    /** Joint frequencies by n-gram, for n = 1..5 at index n. */
    private static List<Map<String, Double>> load(ZipFile jar, String tag, List<String> orders) throws IOException {
        List<Map<String, Double>> joint = new ArrayList<>();
        joint.add(Map.of(END, 1.0));
        for (String name : orders) {
            Map<String, Double> shorter = joint.get(joint.size() - 1);
            Map<String, Double> table = new HashMap<>();
            try (InputStream in = jar.getInputStream(jar.getEntry("language-models/" + tag + "/" + name + ".json"))) {
                String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                int at = json.indexOf("\"ngrams\"");
                at = json.indexOf('{', at) + 1;
                while (json.charAt(at) == '"') {
                    int slash = json.indexOf('/', at);
                    int quote = json.indexOf('"', slash);
                    double p = Double.parseDouble(json.substring(at + 1, slash))
                            / Double.parseDouble(json.substring(slash + 1, quote));
                    int open = json.indexOf('"', quote + 1);
                    int close = json.indexOf('"', open + 1);
                    for (StringTokenizer grams = new StringTokenizer(json.substring(open + 1, close), " ");
                            grams.hasMoreTokens(); ) {
                        String gram = grams.nextToken();
                        Double before = shorter.get(gram.substring(0, gram.length() - 1));
                        if (before != null) {
                            table.put(gram, p * before);
                        }
                    }
                    at = close + 1;
                    if (json.charAt(at) == ',') {
                        at++;
                    }
                }
            }
            joint.add(table);
        }
        return joint;
    }

    /** Cumulative choices of the next character; the empty string ends the word. */
    private static final class Next {
        private final String[] strings;
        private final double[] cumulative;

        Next(String[] strings, double[] cumulative) {
            this.strings = strings;
            this.cumulative = cumulative;
        }

        String draw(SplittableRandom random) {
            int i = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
            return strings[Math.min(strings.length - 1, i < 0 ? -i - 1 : i)];
        }
    }

    private static Map<String, Integer> draw(List<Map<String, Double>> joint, int words, long seed) {
        // Mass of words that begin with a gram of n characters, n = 1..4; n = 0 is all words.
        Map<String, Double> starts = new HashMap<>();
        double all = 0;
        for (int n = 1; n <= 4; n++) {
            Map<String, Double> inside = new HashMap<>();
            joint.get(n + 1).forEach((gram, mass) -> inside.merge(gram.substring(1), mass, Double::sum));
            for (Map.Entry<String, Double> e : joint.get(n).entrySet()) {
                double mass = e.getValue() - inside.getOrDefault(e.getKey(), 0.0);
                if (mass > 1e-9) {
                    starts.put(e.getKey(), mass);
                    all += n == 1 ? mass : 0;
                }
            }
        }
        starts.put(END, all);
        Map<String, Next> atStart = choices(starts, starts, true);
        Map<String, Next> later = choices(joint.get(5), joint.get(4), false);
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Integer> counts = new TreeMap<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < words; i++) {
            word.setLength(0);
            while (word.length() < 30) {
                int n = word.length();
                Next next = n < 4 ? atStart.get(word.toString()) : later.get(word.substring(n - 4));
                String c = next == null ? END : next.draw(random);
                if (c.isEmpty()) {
                    break;
                }
                word.append(c);
            }
            if (word.length() > 0) {
                counts.merge(word.toString(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static Map<String, Next> choices(Map<String, Double> grams, Map<String, Double> prefixes, boolean growing) {
        Map<String, List<String>> byPrefix = new HashMap<>();
        for (String gram : grams.keySet()) {
            if (!gram.isEmpty()) {
                byPrefix.computeIfAbsent(gram.substring(0, gram.length() - 1), k -> new ArrayList<>())
                        .add(gram);
            }
        }
        Map<String, Next> result = new HashMap<>();
        byPrefix.forEach((prefix, list) -> {
            list.sort(null);
            String[] strings = new String[list.size() + 1];
            double[] cumulative = new double[list.size() + 1];
            double sum = 0;
            for (int i = 0; i < list.size(); i++) {
                String gram = list.get(i);
                strings[i] = gram.substring(gram.length() - 1);
                sum += grams.getOrDefault(gram, 0.0);
                cumulative[i] = sum;
            }
            strings[list.size()] = END;
            boolean mayEnd = !growing || !prefix.isEmpty();
            cumulative[list.size()] = mayEnd ? Math.max(sum, prefixes.getOrDefault(prefix, 0.0)) : sum;
            result.put(prefix, new Next(strings, cumulative));
        });
        return result;
    }

    private static void write(Map<String, Integer> counts, Path file) throws IOException {
        try (Writer writer = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            for (Map.Entry<String, Integer> e : counts.entrySet()) {
                writer.write(e.getKey() + "\t" + e.getValue() + "\n");
            }
        }
    }
}
