/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One spelling of a hashtag, whether it comes from a column or from the text: composed, lower case by character. */
final class Hashtags {
    private Hashtags() {}

    static List<String> canonical(List<String> tags) {
        Set<String> canonical = new LinkedHashSet<>();
        for (String tag : tags) {
            canonical.add(canonical(tag));
        }
        return new ArrayList<>(canonical);
    }

    static String canonical(String tag) {
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            if (c > 0x7F || (c >= 'A' && c <= 'Z')) {
                return folded(tag);
            }
        }
        return tag;
    }

    private static String folded(String tag) {
        StringBuilder lower = new StringBuilder(tag.length());
        Normalizer.normalize(tag, Normalizer.Form.NFC)
                .codePoints()
                .forEach(c -> lower.appendCodePoint(Character.toLowerCase(c)));
        return lower.toString();
    }
}
