/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The urls, hashtags and mentions of a post, each distinct and in order of first appearance.
 *
 * <p>A url starts with {@code http://}, {@code https://} or {@code www.}, or is a domain with a path
 * ({@code bit.ly/x}). It may stand behind a word without a space, and ends at its last character. That is before a sign
 * or letter that no link has, such as those of Chinese, Japanese, Korean and Thai. It also ends before signs that end a
 * sentence. A hashtag is {@code #} and letters, marks, digits or underscores of any script, at least one of them not a
 * digit; points and hyphens that X takes for parts of a word may stand inside. A mention is {@code @} and letters, digits
 * or underscores, with a dotted host part where there is one. Both
 * come in {@link #canonical(String)} form without their sign. Neither is looked for inside a url or a word, but both
 * may be glued to letters of scripts without spaces and to Hangul. What a platform has cut off, such as
 * {@code https://t.co/ab…}, leads nowhere and is no url. Character references of HTML are decoded before.
 * Linear time. Immutable and thread-safe.
 *
 * @param urls the urls as written
 * @param hashtags the hashtags, canonical, without {@code #}
 * @param mentions the mentions, canonical, without {@code @}
 */
public record TextEntities(List<String> urls, List<String> hashtags, List<String> mentions) {
    private static final TextEntities NONE = new TextEntities(List.of(), List.of(), List.of());

    /**
     * Copies the lists.
     *
     * @param urls the urls as written
     * @param hashtags the hashtags, canonical, without {@code #}
     * @param mentions the mentions, canonical, without {@code @}
     */
    public TextEntities {
        urls = List.copyOf(urls);
        hashtags = List.copyOf(hashtags);
        mentions = List.copyOf(mentions);
    }

    /**
     * Finds the entities of a text.
     *
     * @param text any text
     * @return its entities
     */
    public static TextEntities of(String text) {
        return find(text);
    }

    static TextEntities find(CharSequence text) {
        if (!mayHoldSome(text)) {
            return NONE;
        }
        Finder finder = new Finder(HtmlEntities.decode(text));
        return new TextEntities(
                new ArrayList<>(finder.urls), new ArrayList<>(finder.hashtags), new ArrayList<>(finder.mentions));
    }

    /**
     * Gives a text without its urls, hashtags and mentions, with nothing in their places.
     *
     * @param text any text
     * @return the rest of it, character references decoded
     */
    public static String cut(String text) {
        return rest(text);
    }

    static String rest(CharSequence text) {
        CharSequence decoded = HtmlEntities.decode(text);
        return mayHoldSome(decoded) ? new Finder(decoded).rest() : decoded.toString();
    }

    /** Most texts have none of the signs. */
    private static boolean mayHoldSome(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Words.isHash(c) || Words.isAt(c) || c == '&' || (c == ':' && Links.stands("//", text, i + 1))) {
                return true;
            }
            if (c == '.' && i + 1 < text.length() && text.charAt(i + 1) > ' ' && text.charAt(i + 1) != '.') {
                return true;
            }
        }
        return false;
    }

    /** One pass over one text. */
    private static final class Finder {
        final Set<String> urls = new LinkedHashSet<>();
        final Set<String> hashtags = new LinkedHashSet<>();
        final Set<String> mentions = new LinkedHashSet<>();
        private final CharSequence text;
        private final StringBuilder rest = new StringBuilder();
        private int copied;

        Finder(CharSequence text) {
            this.text = text;
            for (int i = 0; i < text.length(); ) {
                i = switch (text.charAt(i)) {
                    case ':' -> link(i, Links.schemeStart(text, i), i + 3);
                    case '.' -> bareLink(i);
                    case '#', '\uff03', '\ufe5f' -> isTag(i) ? hashtag(i + 1) : i + 1;
                    case '@', '\uff20', '\ufe6b' -> Words.startsName(text, i) ? mention(i + 1) : i + 1;
                    default -> i + 1;
                };
            }
        }

        /** The sign of a character reference that is none of a character is no tag's. */
        private boolean isTag(int at) {
            return Words.startsName(text, at) && (at == 0 || text.charAt(at - 1) != '&');
        }

        private int link(int at, int start, int host) {
            int end = start < 0 ? host : Links.end(text, host);
            if (end == host) {
                return at + 1;
            }
            if (!Links.isCut(text, host, end)) {
                urls.add(text.subSequence(start, end).toString());
            }
            return cut(start, end);
        }

        private int bareLink(int dot) {
            int start = Links.labelStart(text, dot);
            int end = start < 0 ? -1 : Links.bareEnd(text, start, dot);
            if (end < 0) {
                return dot + 1;
            }
            if (!Links.isCut(text, start, end)) {
                urls.add(text.subSequence(start, end).toString());
            }
            return cut(start, end);
        }

        private int hashtag(int from) {
            int start = Words.skipInvisible(text, from);
            int end = Words.endOfTag(text, start, text.length());
            if (end == start || !isName(text, start, end)) {
                return end; // #1 is a number, and # in a box an emoji
            }
            hashtags.add(canonical(text.subSequence(start, end)));
            cut(from - 1, end);
            // Where a second sign closes the tag (#话题#), it opens none.
            boolean closed = end < text.length() && Words.isHash(text.charAt(end));
            return closed ? end + 1 : end;
        }

        private int mention(int from) {
            int start = Words.skipInvisible(text, from);
            int end = Words.endOfName(text, start);
            if (end > start) {
                mentions.add(canonical(text.subSequence(start, end)));
                cut(from - 1, end);
            }
            return end;
        }

        private int cut(int start, int end) {
            rest.append(text, copied, Math.max(copied, start));
            copied = end;
            return end;
        }

        String rest() {
            return rest.append(text, copied, text.length()).toString();
        }
    }

    /** Whether some character is neither digit nor mark, and the first no mark. */
    private static boolean isName(CharSequence text, int from, int to) {
        for (int i = from; i < to; ) {
            int c = Character.codePointAt(text, i);
            if (Words.isMark(c)) {
                if (i == from) {
                    return false;
                }
            } else if (!Character.isDigit(c)) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    /**
     * Tells whether a character may be part of a word, a hashtag or a user name. It is a letter, a mark, a digit or an
     * underscore of any script.
     *
     * @param codePoint any code point
     * @return whether it may
     */
    public static boolean isWordPart(int codePoint) {
        return Words.isWord(codePoint);
    }

    /**
     * Brings a hashtag or a mention to the form in which it is compared, whether it comes from a text or from a column.
     * That is compatibility composition (NFKC), then each character in upper and in lower case, whatever the default
     * locale. So capitals, final sigma, and dotted and dotless i make no difference. Variation selectors and other marks
     * that show nothing are left out. Of a run of marks the first 32
     * count: no spelling has more. Linear time.
     *
     * @param name a hashtag or a mention without its sign, or any text
     * @return its canonical form
     */
    public static String canonical(String name) {
        return canonical((CharSequence) name);
    }

    private static String canonical(CharSequence name) {
        int i = 0;
        while (i < name.length() && name.charAt(i) < 0x80 && (name.charAt(i) < 'A' || name.charAt(i) > 'Z')) {
            i++;
        }
        if (i == name.length()) {
            return name.toString();
        }
        StringBuilder lower = new StringBuilder(name.length());
        normalized(name)
                .codePoints()
                .filter(c -> !Words.isMark(c) || !Words.isInvisible(c))
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .forEach(lower::appendCodePoint);
        return normalized(lower);
    }

    private static String normalized(CharSequence text) {
        return Normalizer.normalize(MarkRuns.cut(text), Normalizer.Form.NFKC);
    }
}
