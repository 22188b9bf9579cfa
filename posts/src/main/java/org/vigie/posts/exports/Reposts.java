/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** X cuts the text of a repost, {@code RT @zed: Quay clo\u2026}, and sends the whole text beside it. */
final class Reposts {
    private static final char CUT = '\u2026';

    private Reposts() {}

    /** The repost with the whole text of the original; "" if it is no repost that was cut, or the original is cut too. */
    static String whole(String repost, String original) {
        int start = repost.startsWith("RT @") ? repost.indexOf(": ") : -1;
        boolean isCut = start >= 0 && !repost.isEmpty() && repost.charAt(repost.length() - 1) == CUT;
        return isCut && !original.isEmpty() && original.charAt(original.length() - 1) != CUT
                ? repost.substring(0, start + 2) + original
                : "";
    }
}
