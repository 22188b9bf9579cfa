/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Sentences by rule. A resource line is {@code key: alternative | alternative}; a repeated key adds alternatives.
 * Inside a text {@code {key}} stands for a draw from that key, {@code {3-40}} for a number, and {@code {a|b}} for a
 * choice. Braces nest. A {@code %name%} is left for the caller to fill.
 */
final class Grammar {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9.]*");
    private static final Pattern RANGE = Pattern.compile("\\d+-\\d+");

    private final Map<String, Choice> rules = new LinkedHashMap<>();

    /** Reads resources of this package; a missing one is an error unless its name begins with {@code ?}. */
    Grammar(String... resources) {
        for (String resource : resources) {
            read(resource);
        }
        for (Map.Entry<String, Choice> rule : rules.entrySet()) {
            if (rule.getValue().size() == 0) {
                throw new IllegalStateException("grammar refers to " + rule.getKey() + " which no line defines");
            }
        }
    }

    private void read(String name) {
        for (String line : lines(name)) {
            int colon = line.indexOf(": ");
            if (colon < 1 || !KEY.matcher(line.substring(0, colon)).matches()) {
                throw new IllegalStateException("grammar line must be \"key: text\" but was \"" + line + "\"");
            }
            Parser parser = new Parser(line.substring(colon + 2));
            rule(line.substring(0, colon)).alternatives.addAll(parser.alternatives());
            if (parser.position < parser.text.length()) {
                throw new IllegalStateException("grammar line has a } without { in \"" + line + "\"");
            }
        }
    }

    /** The lines of a resource without comments and blank lines. */
    static List<String> lines(String name) {
        boolean optional = name.startsWith("?");
        String resource = optional ? name.substring(1) : name;
        List<String> lines = new ArrayList<>();
        try (InputStream stream = Grammar.class.getResourceAsStream(resource)) {
            if (stream == null) {
                if (optional) {
                    return lines;
                }
                throw new IllegalStateException("resource " + resource + " is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    boolean has(String key) {
        return rules.containsKey(key);
    }

    /** How many alternatives a key has. */
    int size(String key) {
        return choice(key).size();
    }

    /** One draw. */
    String draw(String key, Dice dice) {
        StringBuilder out = new StringBuilder();
        choice(key).write(dice, out);
        return out.toString();
    }

    /** The alternative at an index, its inner choices drawn. */
    String draw(String key, int index, Dice dice) {
        StringBuilder out = new StringBuilder();
        choice(key).alternatives.get(index).write(dice, out);
        return out.toString();
    }

    private Choice choice(String key) {
        Choice choice = rules.get(key);
        if (choice == null) {
            throw new IllegalStateException("grammar has no key " + key);
        }
        return choice;
    }

    private Choice rule(String key) {
        return rules.computeIfAbsent(key, unused -> new Choice());
    }

    private interface Node {
        void write(Dice dice, StringBuilder out);
    }

    private record Literal(String text) implements Node {
        @Override
        public void write(Dice dice, StringBuilder out) {
            out.append(text);
        }
    }

    private record Range(int low, int high) implements Node {
        @Override
        public void write(Dice dice, StringBuilder out) {
            out.append(dice.between(low, high));
        }
    }

    private record Sequence(List<Node> nodes) implements Node {
        @Override
        public void write(Dice dice, StringBuilder out) {
            for (Node node : nodes) {
                node.write(dice, out);
            }
        }
    }

    private static final class Choice implements Node {
        private final List<Sequence> alternatives = new ArrayList<>();

        int size() {
            return alternatives.size();
        }

        @Override
        public void write(Dice dice, StringBuilder out) {
            alternatives.get(dice.below(alternatives.size())).write(dice, out);
        }
    }

    /** Recursive descent over one line. */
    private final class Parser {
        private final String text;
        private int position;

        Parser(String text) {
            this.text = text;
        }

        List<Sequence> alternatives() {
            List<Sequence> found = new ArrayList<>();
            found.add(sequence());
            while (position < text.length() && text.charAt(position) == '|') {
                position++;
                found.add(sequence());
            }
            return found;
        }

        private Sequence sequence() {
            List<Node> nodes = new ArrayList<>();
            StringBuilder literal = new StringBuilder();
            while (position < text.length() && "|}".indexOf(text.charAt(position)) < 0) {
                char c = text.charAt(position++);
                if (c == '{') {
                    flush(literal, nodes);
                    nodes.add(braces());
                } else {
                    literal.append(c);
                }
            }
            flush(literal, nodes);
            return new Sequence(trimmed(nodes));
        }

        private Node braces() {
            int close = text.indexOf('}', position);
            if (close < 0) {
                throw new IllegalStateException("grammar line has a { without } in \"" + text + "\"");
            }
            String content = text.substring(position, close);
            if (RANGE.matcher(content).matches()) {
                position = close + 1;
                int dash = content.indexOf('-');
                return new Range(
                        Integer.parseInt(content.substring(0, dash)), Integer.parseInt(content.substring(dash + 1)));
            }
            if (KEY.matcher(content).matches()) {
                position = close + 1;
                return rule(content);
            }
            Choice choice = new Choice();
            choice.alternatives.addAll(alternatives());
            if (position >= text.length() || text.charAt(position) != '}') {
                throw new IllegalStateException("grammar line has a { without } in \"" + text + "\"");
            }
            position++;
            return choice;
        }

        private void flush(StringBuilder literal, List<Node> nodes) {
            if (literal.length() > 0) {
                nodes.add(new Literal(literal.toString()));
                literal.setLength(0);
            }
        }

        /** Blanks around a top-level bar are layout; inside braces there are none by convention. */
        private List<Node> trimmed(List<Node> nodes) {
            int last = nodes.size() - 1;
            if (last >= 0 && nodes.get(0) instanceof Literal first) {
                nodes.set(0, new Literal(first.text().stripLeading()));
            }
            if (last >= 0 && nodes.get(last) instanceof Literal end) {
                nodes.set(last, new Literal(end.text().stripTrailing()));
            }
            return List.copyOf(nodes);
        }
    }
}
