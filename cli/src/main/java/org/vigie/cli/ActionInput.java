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
import org.vigie.posts.exports.PostFields;
import org.vigie.posts.rows.RejectedRowException;

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
            return Map.of("", actions(file, input, progress));
        }
        CorpusBuilder builder = Corpus.builder().withKinds(PostLayers.kinds()).withoutLanguages();
        PostInput.read(List.of(file), input, builder, progress);
        Corpus corpus = builder.build();
        return PostLayers.of(corpus, Names.plain(corpus)).actions(layers);
    }

    private static Actions actions(Path file, InputOptions input, Progress progress) throws IOException {
        Actions.Builder builder = Actions.builder();
        Table.readFields(file, input, Field.TIME, progress, fields -> {
            for (String column : COLUMNS) {
                if (!fields.row().has(column)) {
                    throw new IOException(Input.name(file) + ": no column '" + column + "' among "
                            + String.join(", ", fields.row().columns()) + "; name it with a header "
                            + String.join(",", COLUMNS) + ", or give posts and a --layer");
                }
            }
            builder.add(
                    required(fields, "account_id"),
                    required(fields, "object_id"),
                    required(fields, "content_id"),
                    fields.time());
        });
        return builder.build();
    }

    /** {@code NA} is nothing, as CooRTweet has it. */
    private static String required(PostFields fields, String column) throws RejectedRowException {
        String value = fields.name(column);
        if (value.isEmpty()) {
            throw new RejectedRowException("has no " + column);
        }
        return value;
    }
}
