/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands inside one cell: a header's names, a list in one of the shapes that exports use, HTML. */
final class Cells {
    private static final Set<String> ABSENT = Set.of("absent", "null", "none", "nan", "na", "[]", "{}");

    private Cells() {}

    static List<String> split(String line, char separator) {
        for (CsvRecord rec : CsvReader.builder().fieldSeparator(separator).ofCsvRecord(line)) {
            return rec.getFields();
        }
        return List.of();
    }

    /** True for "" and for the words that exports write where there is nothing. */
    static boolean isAbsent(String cell) {
        return cell.isEmpty() || (cell.length() <= 6 && ABSENT.contains(cell.toLowerCase(Locale.ROOT)));
    }

    /** Reads {@code ['a', 'b']}, {@code ["a","b"]}, {@code [a, b]}, and items separated by spaces, commas or bars. */
    static List<String> list(String cell) {
        String text = cell.strip();
        if (isAbsent(text)) {
            return List.of();
        }
        if (text.startsWith("[") && text.endsWith("]")) {
            text = text.substring(1, text.length() - 1);
        }
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"') && item.isEmpty()) {
                quote = c;
            } else if (quote == 0 && (c == ',' || c == '|' || Character.isWhitespace(c))) {
                add(items, item);
            } else {
                item.append(c);
            }
        }
        add(items, item);
        return items;
    }

    private static void add(List<String> items, StringBuilder item) {
        String text = item.toString().strip();
        item.setLength(0);
        if (!isAbsent(text)) {
            items.add(text);
        }
    }

    /** The text of an HTML fragment: paragraphs and breaks become spaces, tags go, entities are read. */
    static String htmlToText(String html) {
        StringBuilder out = new StringBuilder(html.length());
        int i = 0;
        while (i < html.length()) {
            char c = html.charAt(i);
            int end = c == '<' ? html.indexOf('>', i) : c == '&' ? html.indexOf(';', i) : -1;
            if (c == '<' && end > 0) {
                String tag = html.substring(i + 1, end).toLowerCase(Locale.ROOT);
                if (tag.startsWith("br") || tag.startsWith("/p")) {
                    out.append(' ');
                }
                i = end + 1;
            } else if (c == '&' && end > 0 && end - i <= 10) {
                out.append(entity(html.substring(i + 1, end)));
                i = end + 1;
            } else {
                out.append(c);
                i++;
            }
        }
        return out.toString().strip();
    }

    private static String entity(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> " ";
            default -> name.startsWith("#") ? numeric(name) : "&" + name + ";";
        };
    }

    private static String numeric(String name) {
        try {
            boolean hex = name.startsWith("#x") || name.startsWith("#X");
            int codePoint = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
            return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "\uFFFD";
        } catch (NumberFormatException e) {
            return "&" + name + ";";
        }
    }
}
