/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Opens the {@code campaigns.json} of a run. */
public final class CampaignsInput {
    private static final String NAME = "campaigns.json";
    private static final String SCHEMA_PREFIX = "vigie-campaigns-";
    private static final String SCHEMA = SCHEMA_PREFIX + "1";

    private CampaignsInput() {}

    /**
     * Names the file of a run.
     *
     * @param run the folder of the run, or the file
     * @return the file, whether it is there or not
     */
    public static Path file(Path run) {
        return Files.isDirectory(run) ? run.resolve(NAME) : run;
    }

    /**
     * Reads the file of a run.
     *
     * @param run the folder of the run, or the file
     * @param member takes the value of each member of the one object, whose name it is given
     * @param required members that must be there
     * @return the file
     * @throws IOException if there is no such file, it is no {@code campaigns.json}, or breaks a rule
     */
    public static Path read(Path run, BiConsumer<JsonInput, String> member, String... required) throws IOException {
        Path file = file(run);
        if (!file.equals(run) && !Files.exists(file)) {
            throw new IOException(run + " has no " + NAME + "; write it with vigie detect, json among its --formats");
        }
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "no such file or folder");
        }
        JsonInput.one(file, in -> {
            Set<String> seen = new HashSet<>();
            in.members(name -> {
                seen.add(name);
                if (name.equals("schema")) {
                    requireSchema(in.isText() ? in.text() : "");
                } else {
                    member.accept(in, name);
                }
            });
            if (!seen.contains("schema")) {
                requireSchema("");
            }
            for (String name : required) {
                required(seen.contains(name) ? name : null, NAME, name);
            }
        });
        return file;
    }

    /** Under one name of the schema nothing is renamed; under another one, names may mean something else. */
    private static void requireSchema(String schema) {
        if (!schema.startsWith(SCHEMA_PREFIX)) {
            throw new IllegalArgumentException("it is no " + NAME + " of vigie detect");
        }
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("another version wrote it: the schema must be " + SCHEMA);
        }
    }

    /**
     * Asks for a value that may be missing.
     *
     * @param <T> the type of the value
     * @param value the value; null if it is missing
     * @param of what must have it
     * @param name its name
     * @return the value
     * @throws IllegalArgumentException if it is missing
     */
    public static <T> T required(@Nullable T value, String of, String name) {
        if (value == null) {
            throw new IllegalArgumentException(of + " has no " + name);
        }
        return value;
    }
}
