/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import org.vigie.posts.rows.Row;

/**
 * Threads, pages and catalogs of imageboards, as 4chan's API writes them; 8kun and other boards on vichan follow it. A
 * post has its number as {@code no}: its {@code id} is the poster's, for one thread, where a board shows posters' ids.
 */
final class Imageboards {
    /** Most posters have the name that the board gives to all. */
    static final String NO_POSTER =
            "without a poster's id or tripcode: all under one name, such as Anonymous, are one account";

    static final Export EXPORT = Export.named("imageboard", "threads of 4chan, 8kun and boards like them as JSON")
            .recognisedBy("no", "resto", "time")
            .withColumns(Field.ID, "no")
            .withColumns(Field.ACCOUNT, "id", "extracted_poster_id", "trip", "name")
            .withColumns(Field.TIME, "time")
            .withValue(Field.TEXT, row -> text(row.html("sub"), row.html("com")), "sub", "com")
            .withValue(
                    Field.REPLY_TO, row -> answered(row.html("com"), row.get("resto"), row.get("no")), "com", "resto")
            .withDoubt(Field.ACCOUNT, row -> poster(row, "id", "extracted_poster_id", "trip"))
            .withPages("threads")
            .withNestedRows("last_replies")
            .withUnixTime();

    private Imageboards() {}

    static String text(String subject, String comment) {
        return subject.isEmpty() || comment.isEmpty() ? subject + comment : subject + "\n" + comment;
    }

    /** The first post that a comment quotes, as in {@code >>570}; else the one that opened its thread. */
    static String answered(String comment, String thread, String own) {
        int at = comment.indexOf(">>");
        while (at >= 0) {
            int from = at + 2;
            int to = from;
            while (to < comment.length() && comment.charAt(to) >= '0' && comment.charAt(to) <= '9') {
                to++;
            }
            if (to > from) {
                return comment.substring(from, to);
            }
            at = comment.indexOf(">>", at + 1);
        }
        return thread.equals("0") || thread.equals(own) ? "" : thread;
    }

    /** What is doubtful where nothing but a name tells who posted. */
    static String poster(Row row, String... ids) {
        for (String id : ids) {
            if (!row.get(id).isEmpty()) {
                return "";
            }
        }
        return NO_POSTER;
    }
}
