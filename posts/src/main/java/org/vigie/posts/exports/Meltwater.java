/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.List;

/** Tables of Meltwater, older and newer; date and time may stand apart, or the date has the time too. */
final class Meltwater {
    static final Export EXPORT = Export.named("meltwater", "Meltwater's tables of results")
            .recognisedBy("date", "url", "hit_sentence|opening_text", "source_name|source|author_name|influencer")
            .withColumns(Field.ID, "document_id", "url")
            .withColumns(
                    Field.ACCOUNT,
                    "author_handle",
                    "twitter_screen_name",
                    "author_name",
                    "influencer",
                    "source_name",
                    "source")
            .withColumns(Field.TIME, "date")
            .withColumns(Field.TEXT, "hit_sentence", "opening_text", "title", "headline")
            .withColumns(Field.LANGUAGE, "language")
            .withColumns(Field.HASHTAGS, "hashtags")
            .withColumns(Field.PLATFORM, "source_type")
            .withValue(Field.TIME, row -> DateAndClock.of(row, List.of("date"), List.of("time")), "date", "time");

    private Meltwater() {}
}
