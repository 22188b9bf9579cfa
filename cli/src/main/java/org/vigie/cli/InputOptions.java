/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.posts.exports.PostColumns;
import picocli.CommandLine.Option;

/** Options that every command with a table as its input has. */
final class InputOptions {
    @Option(
            names = "--map",
            paramLabel = "FIELD=COLUMN",
            description = "Say which column holds a field (id, account, time, text, language, urls, hashtags, mentions,"
                    + " repost_of, reply_to, platform, account_created) when its name is not a known one. Repeatable.")
    private Map<String, String> mapping = new LinkedHashMap<>();

    /** The mapping, its fields checked. */
    Map<String, String> mapping() {
        WrongUsageException.check(() -> PostColumns.of(mapping));
        return mapping;
    }
}
