/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.graph;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.compat.NetworkToolkit;

/**
 * Compares every edge with the coordination network toolkit's own output on its test input. Argument: the folder with
 * both. The layer of similar texts is left out: clusters of texts are the caller's objects here.
 */
public final class ToolkitParity {
    private static final Pattern NAME =
            Pattern.compile("tests_coretweet_co_(link|post|reply|retweet|tweet)_tw(\\d+)_mw(\\d+)\\.csv");

    private ToolkitParity() {}

    /**
     * The comparison.
     *
     * @param files the number of outputs compared
     * @param different those that differ, with what was found
     */
    public record Outcome(int files, List<String> different) {}

    /**
     * Runs the comparison and prints it.
     *
     * @param args the folder
     * @throws IOException if the folder cannot be read
     */
    public static void main(String[] args) throws IOException {
        Outcome outcome = compare(Path.of(args[0]));
        outcome.different().forEach(System.out::println);
        System.out.println(
                outcome.files() - outcome.different().size() + " of " + outcome.files() + " outputs are equal");
        if (!outcome.different().isEmpty()) {
            System.exit(1);
        }
    }

    /**
     * Compares every output.
     *
     * @param folder the folder with the toolkit's input and outputs
     * @return what was found
     * @throws IOException if the folder cannot be read
     */
    public static Outcome compare(Path folder) throws IOException {
        Table input = Table.read(folder.resolve("coretweet_test_input.csv"));
        int files = 0;
        List<String> different = new ArrayList<>();
        try (DirectoryStream<Path> outputs = Files.newDirectoryStream(folder, "tests_*.csv")) {
            for (Path output : outputs) {
                Matcher matcher = NAME.matcher(output.getFileName().toString());
                if (matcher.matches()) {
                    files++;
                    Set<String> actual = new TreeSet<>();
                    NetworkToolkit.withDefaults()
                            .withWindow(Duration.ofSeconds(Long.parseLong(matcher.group(2))))
                            .withMinWeight(Integer.parseInt(matcher.group(3)))
                            .detect(actions(input, matcher.group(1)))
                            .forEach(e -> actual.add(e.user1() + "," + e.user2() + "," + e.weight()));
                    Table table = Table.read(output);
                    Set<String> expected = new TreeSet<>();
                    for (int r = 0; r < table.size(); r++) {
                        expected.add(table.text(r, "user_1") + "," + table.text(r, "user_2") + ","
                                + table.text(r, "weight"));
                    }
                    if (!expected.equals(actual)) {
                        different.add(output.getFileName() + " differs: " + actual);
                    }
                }
            }
        }
        return new Outcome(files, different);
    }

    private static Actions actions(Table input, String layer) {
        Actions.Builder builder = Actions.builder();
        for (int r = 0; r < input.size(); r++) {
            String repost = input.text(r, "repost_id");
            String object = switch (layer) {
                case "retweet" -> repost;
                case "reply" -> input.text(r, "reply_id");
                case "link" -> input.text(r, "urls");
                // Reposts repeat another's words, so they are no tweets of their own.
                case "tweet" -> repost.isEmpty() ? input.text(r, "message") : "";
                default -> "any post";
            };
            if (!object.isEmpty()) {
                builder.add(
                        input.text(r, "user_id"),
                        object,
                        "message " + input.text(r, "message_id"),
                        Long.parseLong(input.text(r, "timestamp")) * 1000);
            }
        }
        return builder.build();
    }
}
