/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.io.IOException;

/**
 * Where posts come from: a file, a stream, a service of one's own.
 *
 * <p>A source of one's own is a lambda: {@code sink -> mine.forEach(row -> sink.post(toPost(row)))}.
 */
@FunctionalInterface
public interface PostSource {
    /**
     * Gives every post to a sink, in any order, on the calling thread.
     *
     * @param sink takes the posts
     * @throws IOException if the source can't be read to its end
     */
    void read(Sink sink) throws IOException;

    /** Takes what a source reads. */
    @FunctionalInterface
    interface Sink {
        /**
         * Takes a post.
         *
         * @param post the post
         * @return false if a post of this id was taken before; then this one is not
         */
        boolean post(Post post);

        /**
         * Takes a row that was refused. What is refused must not disappear.
         *
         * @param reject the row and why
         */
        default void reject(Reject reject) {}
    }

    /**
     * A row that could not be read. It is kept, so that nothing disappears, and it never stops a run.
     *
     * @param file the file's name
     * @param line the line on which the row starts, from 1; 0 when the format has no lines
     * @param reason why it was refused, in words for the person who will mend the file; words of the row between single quotes
     * @param content the row as it stands, cut to {@value #MAX_CONTENT} characters
     */
    record Reject(String file, long line, String reason, String content) {
        /** How much of a refused row is kept. */
        public static final int MAX_CONTENT = 10_000;

        /**
         * Cuts the content.
         *
         * @param file as {@link #file()}
         * @param line as {@link #line()}
         * @param reason as {@link #reason()}
         * @param content as {@link #content()}, of any length
         */
        public Reject {
            if (content.length() > MAX_CONTENT) {
                content = content.substring(0, MAX_CONTENT);
            }
        }

        /**
         * The reason for those who may not see the row: its own words, which stand between single quotes, are left out.
         *
         * @return the reason, with an ellipsis in place of what is between the first and the last quote
         */
        public String reasonWithoutWords() {
            int from = reason.indexOf('\'');
            int to = reason.lastIndexOf('\'');
            return to <= from ? reason : reason.substring(0, from + 1) + "\u2026" + reason.substring(to);
        }
    }
}
