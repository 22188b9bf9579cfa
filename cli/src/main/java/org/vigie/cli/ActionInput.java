/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.campaign.coordination.PostLayers;
import org.vigie.graph.coaction.Actions;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.exports.Field;
import org.vigie.posts.exports.Times;
import org.vigie.posts.rows.RejectedRowException;
import org.vigie.posts.rows.Row;

/** Reads actions: CooRTweet's columns as they are, posts through layers. */
final class ActionInput {
    private static final List<String> COLUMNS = List.of("object_id", "account_id", "content_id", "timestamp_share");

    private ActionInput() {}

    /** The name of an option's value or of a layer's column: lower case with hyphens. */
    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The actions by layer; of a table of actions, under an empty name. */
    static Map<String, Actions> read(Path file, List<String> layers, InputOptions input, Progress progress)
            throws IOException {
        if (layers.isEmpty()) {
            return Map.of("", actions(file, progress));
        }
        CorpusBuilder builder = Corpus.builder().withKinds(PostLayers.kinds()).withoutLanguages();
        PostInput.read(List.of(file), input, builder, progress);
        Corpus corpus = builder.build();
        return PostLayers.of(corpus, Names.plain(corpus)).actions(layers);
    }

    private static Actions actions(Path file, Progress progress) throws IOException {
        Actions.Builder builder = Actions.builder();
        Table.read(
                file,
                progress,
                header -> {
                    for (String column : COLUMNS) {
                        Table.require(
                                file,
                                header,
                                column,
                                "a header " + String.join(",", COLUMNS) + ", or give posts and a --layer");
                    }
                },
                row -> builder.add(
                        required(row, "account_id", Field.ACCOUNT),
                        required(row, "object_id", Field.ID),
                        required(row, "content_id", Field.ID),
                        Times.parse(required(row, "timestamp_share", Field.TIME))));
        return builder.build();
    }

    /** A value that is there: as in CooRTweet 2.1.3, a row with NA in one of its columns is none. */
    private static String required(Row row, String column, Field field) throws RejectedRowException {
        String value = row.get(column);
        if (field.isAbsent(value)) {
            throw new RejectedRowException("has no " + column);
        }
        return value;
    }
}
