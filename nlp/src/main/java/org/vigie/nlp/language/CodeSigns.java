/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.List;
import java.util.Set;

/** Signs that stand as in program code, commands and markup: posts have most of them too, but elsewhere. */
final class CodeSigns {
    private static final int STRONG = 2;
    private static final int WEAK = 1;

    /** Words of programs and commands that are words of no language, nor talked about outside of code. */
    private static final Set<String> WORDS =
            Set.of(("println printf sprintf malloc sizeof typedef struct enum nullptr const varchar stdout stderr stdin"
                            + " stdio nginx npm sudo grep chmod mkdir foreach elif bool impl usr localhost href async"
                            + " endl substr strlen regex numpy valueerror typeerror keyerror ioexception traceback"
                            + " nullpointerexception runtimeexception argv args kwargs params attr obj idx tmp txt csv"
                            + " innerhtml getelementbyid tostring hashmap arraylist usize func kubectl sshd javac xml"
                            + " charset iframe rgba")
                    .split(" ", -1));

    /** By the first letter, the second and the last letters of these words, as bits: few others need a closer look. */
    private static final int[] SECONDS = new int[32];

    private static final int[] LASTS = new int[32];

    static {
        for (String word : WORDS) {
            int first = word.charAt(0) & 31;
            SECONDS[first] |= 1 << word.charAt(1);
            LASTS[first] |= 1 << word.charAt(word.length() - 1);
        }
    }

    /** How queries begin, and what comes later in them; a headline in capitals has not both. */
    private static final List<String> QUERIES = List.of(
            "SELECT ",
            " FROM ",
            "INSERT INTO ",
            "(",
            "CREATE TABLE ",
            "(",
            "ALTER TABLE ",
            " ",
            "DROP TABLE ",
            " ",
            "DELETE FROM ",
            " ",
            "UPDATE ",
            " SET ");

    private static final int QUERY = 8;

    private CodeSigns() {}

    /** How much a word in lower case speaks for code. */
    static int weight(char[] word, int length) {
        int first = word[0] & 31;
        boolean isLikely = (SECONDS[first] >>> word[1] & LASTS[first] >>> word[length - 1] & 1) != 0;
        return isLikely && WORDS.contains(new String(word, 0, length)) ? STRONG : 0;
    }

    /** How much the way that a text begins speaks for a query of a database. */
    static int query(CharSequence text, int from, int to) {
        if (from == to || "SICADU".indexOf(text.charAt(from)) < 0) {
            return 0;
        }
        String head = text.subSequence(from, Math.min(to, from + 200)).toString();
        for (int i = 0; i < QUERIES.size(); i += 2) {
            String begin = QUERIES.get(i);
            if (head.startsWith(begin) && head.indexOf(QUERIES.get(i + 1), begin.length() - 1) >= 0) {
                return QUERY;
            }
        }
        return 0;
    }

    /**
     * How much one sign speaks for code.
     *
     * @param at place of a sign, which is no letter
     * @param limit where the text ends
     * @return 0, 1 or 2
     */
    static int weight(CharSequence text, int at, int limit) {
        char c = text.charAt(at);
        if (c >= 0x80) {
            return isBox(c) && at > 0 && Scripts.of(text.charAt(at - 1)) > Scripts.INHERITED ? STRONG : 0;
        }
        char before = at == 0 ? '\n' : text.charAt(at - 1);
        char after = at + 1 >= limit ? '\n' : text.charAt(at + 1);
        return switch (c) {
            case '{', '}', '\\' -> STRONG;
            case '=' -> before == ' ' && after == ' ' ? WEAK : STRONG;
            case '[' -> isIndex(before, after) ? 2 * STRONG : after >= 'a' && after <= 'z' ? STRONG : 0;
            case '`' -> Ascii.isLetter(before) && Ascii.isLetter(after) ? 0 : STRONG; // in words it is an apostrophe
            case ';' -> after == '\n' || after == '\r' ? STRONG : 0;
            case '(' -> call(text, at, limit, before, after);
            case '_' -> Ascii.isAddressPart(before) && Ascii.isAddressPart(after) ? STRONG : 0;
            case '<' -> after == '/' || Ascii.isLetter(after) ? STRONG : 0;
            case '/' -> slash(before, after);
            case '*' -> star(before, after);
            case '-' -> option(text, at, limit, before, after);
            case '.' -> isDotted(text, at, limit) ? WEAK : 0;
            case '"' -> after == ':' ? WEAK : 0;
            case ':' -> colon(text, at, limit, before, after);
            case '^' -> Ascii.isAddressPart(before) && Ascii.isAddressPart(after) ? STRONG : 0;
            case '&', '|' -> after == c && before != c && !isThere(text, at + 2, limit, c) ? STRONG : 0;
            case '$' -> after == '{' || (after >= 'a' && after <= 'z') ? WEAK : 0;
            default -> 0;
        };
    }

    /** Lines and blocks that tables are drawn with: glued to letters, they are letters of another encoding. */
    private static boolean isBox(char c) {
        return c >= 0x2500 && c <= 0x259F;
    }

    /** Posts put words in square brackets, mostly in capitals. */
    private static boolean isIndex(char before, char after) {
        return Ascii.isAddressPart(before) || before == ')' || before == ']' || "\"'[]{<^$\\".indexOf(after) >= 0;
    }

    /** A bracket right after a word, unless what it holds is the ending of one, as in "ami(e)s". */
    private static int call(CharSequence text, int at, int limit, char before, char after) {
        if (!Ascii.isAddressPart(before)) {
            return after == '"' || after == '\'' ? WEAK : 0;
        }
        int close = at + 1;
        while (close < limit && close < at + 5 && Ascii.isLetter(text.charAt(close))) {
            close++;
        }
        if (after == '(') {
            return 0;
        }
        boolean isEnding = close > at + 1 && close < limit && text.charAt(close) == ')' && "xynij".indexOf(after) < 0;
        return isEnding ? 0 : STRONG;
    }

    private static int slash(char before, char after) {
        if (after == '/') {
            return before == ' ' ? WEAK : STRONG;
        }
        return (isSpace(before) || before == '.' || before == '~') && Ascii.isLetter(after) ? WEAK : 0;
    }

    /** A scope, a time with seconds, or a line that ends with a name. */
    private static int colon(CharSequence text, int at, int limit, char before, char after) {
        if (after == ':') {
            return before != ':' && !isThere(text, at + 2, limit, ':') ? STRONG : 0;
        }
        if (Ascii.isDigit(before) && Ascii.isDigit(after)) {
            return isThere(text, at + 3, limit, ':') ? STRONG : 0;
        }
        return after == '\n' && at + 1 < limit && Ascii.isLetter(before) ? WEAK : 0;
    }

    private static int star(char before, char after) {
        if (before == '(' || after == ')' || (before == '*' && Ascii.isDigit(after))) {
            return STRONG;
        }
        return before == ' ' && after == ' ' ? WEAK : 0;
    }

    /** An option of a command: "-x" and "--name" more so than "-name", which may be a dash without its space. */
    private static int option(CharSequence text, int at, int limit, char before, char after) {
        if (before != ' ' || Ascii.isDigit(text.charAt(Math.max(0, at - 2)))) {
            return 0;
        }
        boolean isLast = at + 2 >= limit || !Ascii.isAddressPart(text.charAt(at + 2));
        if (after == '-') {
            return isLast ? 0 : STRONG;
        }
        return !Ascii.isLetter(after) ? 0 : isLast ? STRONG : WEAK;
    }

    /** Whether a name goes on in lower case after the dot: sentences do so in upper case, abbreviations are short. */
    private static boolean isDotted(CharSequence text, int at, int limit) {
        return at >= 3
                && at + 2 < limit
                && Ascii.isLetter(text.charAt(at - 1))
                && Ascii.isLetter(text.charAt(at - 2))
                && Ascii.isLetter(text.charAt(at - 3))
                && text.charAt(at + 1) >= 'a'
                && text.charAt(at + 1) <= 'z'
                && Ascii.isLetter(text.charAt(at + 2));
    }

    private static boolean isThere(CharSequence text, int at, int limit, char c) {
        return at < limit && text.charAt(at) == c;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t';
    }
}
