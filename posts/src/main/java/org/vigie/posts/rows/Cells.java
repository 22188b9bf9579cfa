/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands inside one cell: a list in one of the shapes that exports use, HTML. */
final class Cells {
    private static final int MAX_ENTITY = 10;
    private static final String LATIN_1 =
            "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr"
                    + " deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
                    + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml"
                    + " ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig"
                    + " agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml"
                    + " eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
    private static final String SIGNS =
            "amp & lt < gt > quot \" apos ' ndash \u2013 mdash \u2014 lsquo \u2018 rsquo \u2019"
                    + " sbquo \u201A ldquo \u201C rdquo \u201D bdquo \u201E hellip \u2026 bull \u2022 euro \u20AC trade \u2122"
                    + " OElig \u0152 oelig \u0153 Scaron \u0160 scaron \u0161 Yuml \u0178 lsaquo \u2039 rsaquo \u203A"
                    + " larr \u2190 uarr \u2191 rarr \u2192 darr \u2193 zwj \u200D zwnj \u200C ensp \u2002 emsp \u2003 thinsp \u2009";
    private static final Map<String, String> ENTITIES = entities();

    private Cells() {}

    /** Reads {@code ['a', 'b']}, {@code ["a","b"]}, {@code [a, b]}, and items separated by spaces, commas or bars. */
    static List<String> list(String cell) {
        String text = cell.strip();
        if (NoValue.is(text)) {
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
        if (!NoValue.is(text)) {
            items.add(text);
        }
    }

    /**
     * The values of a key in a cell that lists objects, as JSON or as Python writes them: {@code [{'name': 'a'}]}. What is
     * nested counts too. Linear time.
     */
    static List<String> values(String cell, String key) {
        List<String> values = new ArrayList<>();
        boolean found = false;
        int i = 0;
        while (i < cell.length()) {
            char c = cell.charAt(i);
            if (c == '"' || c == '\'') {
                int end = endOfString(cell, i);
                String text = cell.substring(i + 1, end);
                i = end + 1;
                int colon = skipSpace(cell, i);
                boolean isKey = colon < cell.length() && cell.charAt(colon) == ':';
                String value = Braces.unescaped(text).strip();
                if (found && !isKey && !value.isEmpty()) {
                    values.add(value); // what stands in quotes is a value, whatever word it is
                }
                found = isKey && text.equals(key);
                i = isKey ? colon + 1 : i;
            } else if (c == ',' || c == '{' || c == '[' || c == '}' || c == ']' || Character.isWhitespace(c)) {
                found &= Character.isWhitespace(c);
                i++;
            } else {
                int end = i;
                while (end < cell.length() && ",{}[]\"'".indexOf(cell.charAt(end)) < 0) {
                    end++;
                }
                if (found) {
                    add(values, new StringBuilder(cell.substring(i, end)));
                }
                found = false;
                i = Math.max(end, i + 1);
            }
        }
        return values;
    }

    private static int endOfString(String cell, int start) {
        char quote = cell.charAt(start);
        int i = start + 1;
        while (i < cell.length() && cell.charAt(i) != quote) {
            i += cell.charAt(i) == '\\' && i + 1 < cell.length() ? 2 : 1;
        }
        return Math.min(i, cell.length());
    }

    private static int skipSpace(String cell, int from) {
        int i = from;
        while (i < cell.length() && Character.isWhitespace(cell.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The text of an HTML fragment: paragraphs and breaks become spaces, tags go, entities are read. Linear time. */
    static String htmlToText(String html) {
        StringBuilder out = new StringBuilder(html.length());
        boolean tagsEnd = true;
        int i = 0;
        while (i < html.length()) {
            char c = html.charAt(i);
            int end = -1;
            if (c == '<' && tagsEnd && startsTag(html, i + 1)) {
                end = html.indexOf('>', i);
                tagsEnd = end >= 0;
            } else if (c == '&') {
                end = endOfEntity(html, i + 1);
            }
            if (end < 0) {
                out.append(c);
                i++;
                continue;
            }
            if (c == '<') {
                boolean isBreak =
                        html.regionMatches(true, i + 1, "br", 0, 2) || html.regionMatches(true, i + 1, "/p", 0, 2);
                out.append(isBreak ? " " : "");
            } else {
                out.append(entity(html.substring(i + 1, end)));
            }
            i = end + 1;
        }
        return out.toString().strip();
    }

    /** Where the anchors of an HTML fragment lead, without those of mentions and hashtags. Linear time. */
    static List<String> links(String html) {
        List<String> links = new ArrayList<>();
        int at = html.indexOf('<');
        while (at >= 0) {
            int end = startsTag(html, at + 1) ? html.indexOf('>', at) : at;
            if (end < 0) {
                break;
            }
            if (html.regionMatches(true, at + 1, "a ", 0, 2)) {
                String tag = html.substring(at, end);
                String kind = attribute(tag, "class") + " " + attribute(tag, "rel") + " ";
                String link = htmlToText(attribute(tag, "href"));
                if (link.startsWith("http")
                        && !kind.contains("mention")
                        && !kind.contains("hashtag")
                        && !kind.contains("tag ")) {
                    links.add(link);
                }
            }
            at = html.indexOf('<', end + 1);
        }
        return links;
    }

    private static String attribute(String tag, String name) {
        int at = tag.indexOf(" " + name + "=") + name.length() + 2;
        char quote = at > name.length() + 1 && at < tag.length() ? tag.charAt(at) : ' ';
        int end = quote == '"' || quote == '\'' ? tag.indexOf(quote, at + 1) : -1;
        return end < 0 ? "" : tag.substring(at + 1, end);
    }

    private static boolean startsTag(String html, int at) {
        char c = at < html.length() ? html.charAt(at) : ' ';
        return c == '/' || c == '!' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static int endOfEntity(String html, int from) {
        int limit = Math.min(html.length(), from + MAX_ENTITY);
        for (int i = from; i < limit; i++) {
            char c = html.charAt(i);
            if (c == ';') {
                return i > from ? i : -1;
            }
            if (c != '#' && !Character.isLetterOrDigit(c)) {
                return -1;
            }
        }
        return -1;
    }

    private static String entity(String name) {
        String known = ENTITIES.get(name);
        if (known != null) {
            return known;
        }
        return name.startsWith("#") ? numeric(name) : "&" + name + ";";
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

    /** The entities of HTML 4 that texts use: Latin-1 in the order of its code points from 160, and some signs. */
    private static Map<String, String> entities() {
        Map<String, String> entities = new HashMap<>();
        String[] latin = LATIN_1.split(" ", -1);
        for (int i = 0; i < latin.length; i++) {
            entities.put(latin[i], Character.toString(160 + i));
        }
        entities.put("nbsp", " ");
        String[] signs = SIGNS.split(" ", -1);
        for (int i = 0; i < signs.length; i += 2) {
            entities.put(signs[i], signs[i + 1]);
        }
        return Map.copyOf(entities);
    }
}
