/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/**
 * The urls, hashtags and mentions of a post, each distinct and in order of first appearance.
 *
 * <p>Urls are found by the autolink library, which leaves trailing punctuation out; {@code www.} addresses count. A
 * hashtag is {@code #} and letters, marks, digits or underscores of any script, at least one of them not a digit; a
 * mention is {@code @} and letters, digits or underscores, with a dotted host part where there is one. Both are
 * lower-cased character by character and come without their sign; neither is looked for inside a url or a word. Linear
 * time. Immutable and thread-safe.
 *
 * @param urls the urls as written
 * @param hashtags the hashtags, lower-cased, without {@code #}
 * @param mentions the mentions, lower-cased, without {@code @}
 */
public record TextEntities(List<String> urls, List<String> hashtags, List<String> mentions) {
    private static final LinkExtractor LINKS = LinkExtractor.builder()
            .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW))
            .build();

    /**
     * Copies the lists.
     *
     * @param urls the urls as written
     * @param hashtags the hashtags, lower-cased, without {@code #}
     * @param mentions the mentions, lower-cased, without {@code @}
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
        Set<String> urls = new LinkedHashSet<>();
        Set<String> hashtags = new LinkedHashSet<>();
        Set<String> mentions = new LinkedHashSet<>();
        int from = 0;
        if (mayHoldUrl(text)) {
            for (LinkSpan link : LINKS.extractLinks(text)) {
                find(text, from, link.getBeginIndex(), hashtags, mentions);
                urls.add(text.substring(link.getBeginIndex(), link.getEndIndex()));
                from = link.getEndIndex();
            }
        }
        find(text, from, text.length(), hashtags, mentions);
        return new TextEntities(new ArrayList<>(urls), new ArrayList<>(hashtags), new ArrayList<>(mentions));
    }

    private static boolean mayHoldUrl(String text) {
        return text.indexOf(':') >= 0 || text.indexOf('.') >= 0;
    }

    private static void find(String text, int from, int to, Set<String> hashtags, Set<String> mentions) {
        int i = from;
        while (i < to) {
            char sign = text.charAt(i);
            boolean hash = sign == '#' || sign == '\uff03';
            boolean at = sign == '@' || sign == '\uff20';
            if ((!hash && !at) || (i > 0 && Words.isWord(text.codePointBefore(i)))) {
                i++;
                continue;
            }
            int end = hash ? Words.endOfTag(text, i + 1, to) : Words.endOfMention(text, i + 1, to);
            if (end > i + 1 && (at || !onlyDigits(text, i + 1, end))) {
                (hash ? hashtags : mentions).add(lowerCase(text.substring(i + 1, end)));
            }
            i = Math.max(end, i + 1);
        }
    }

    private static boolean onlyDigits(String text, int from, int to) {
        for (int i = from; i < to; ) {
            int c = text.codePointAt(i);
            if (!Character.isDigit(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    /**
     * Tells whether a character may be part of a word, a hashtag or a user name: a letter, a mark, a digit or an
     * underscore of any script.
     *
     * @param codePoint any code point
     * @return whether it may
     */
    public static boolean isWordPart(int codePoint) {
        return Words.isWord(codePoint);
    }

    /**
     * Lower-cases each character on its own, whatever the default locale: how hashtags and mentions are compared.
     *
     * @param text any text
     * @return the text in lower case
     */
    public static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }
}
