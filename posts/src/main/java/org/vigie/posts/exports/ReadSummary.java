/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was read of one file. Nothing disappears: {@code rows} is always {@code posts + rejects} and what was set aside.
 *
 * @param file the file's name, without its folder
 * @param sha256 the SHA-256 of its bytes as stored, in hexadecimal
 * @param bytes its length as stored
 * @param rows rows seen
 * @param posts rows that became posts
 * @param rejects rows refused
 * @param setAside rows that are no posts, such as likes, by what they are, in order of the reasons
 * @param warnings doubts about what was read, in sentences
 * @param export the export that was recognised, or {@code by column names}; several separated by commas
 * @param encoding the encoding of the text, such as UTF-8
 * @param separator what separates columns: a sign, {@code tab} or {@code space}; {@code JSON} if there are no columns
 * @param dateFormat how times were read, such as {@code day/month/year}; "" if there was none
 */
public record ReadSummary(
        String file,
        String sha256,
        long bytes,
        long rows,
        long posts,
        long rejects,
        Map<String, Long> setAside,
        List<String> warnings,
        String export,
        String encoding,
        String separator,
        String dateFormat) {

    /**
     * Copies the collections.
     *
     * @param file as {@link #file()}
     * @param sha256 as {@link #sha256()}
     * @param bytes as {@link #bytes()}
     * @param rows as {@link #rows()}
     * @param posts as {@link #posts()}
     * @param rejects as {@link #rejects()}
     * @param setAside as {@link #setAside()}
     * @param warnings as {@link #warnings()}
     * @param export as {@link #export()}
     * @param encoding as {@link #encoding()}
     * @param separator as {@link #separator()}
     * @param dateFormat as {@link #dateFormat()}
     */
    public ReadSummary {
        setAside = Collections.unmodifiableMap(new TreeMap<>(setAside));
        warnings = List.copyOf(warnings);
    }

    /**
     * Returns how many rows are no posts.
     *
     * @return the sum of {@link #setAside()}
     */
    public long setAsideRows() {
        return setAside.values().stream().mapToLong(Long::longValue).sum();
    }
}
