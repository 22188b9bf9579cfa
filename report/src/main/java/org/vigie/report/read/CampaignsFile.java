/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.campaign.evaluation.ReportedGroup;
import org.vigie.campaign.evaluation.ReportedGroup.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The groups of accounts in a {@code campaigns.json}, read back. Fields that it does not know are passed over, so that
 * files of later versions can be read. Linear in the file; keeps names and ids only. Immutable and thread-safe.
 *
 * @param keyId the id of the key of the file's pseudonyms; empty if names are plain
 * @param groups its campaigns, small groups and near misses, in the order of the file
 */
public record CampaignsFile(Optional<String> keyId, List<ReportedGroup> groups) {
    private static final String NAME = "campaigns.json";
    private static final String SCHEMA_PREFIX = "vigie-campaigns-";
    private static final Map<String, Kind> KINDS =
            Map.of("campaigns", Kind.CAMPAIGN, "small_groups", Kind.SMALL_GROUP, "near_misses", Kind.NEAR_MISS);
    /** What stands before the number of a group that has no id of its own. */
    private static final Map<Kind, String> PREFIXES =
            Map.of(Kind.CAMPAIGN, "C", Kind.SMALL_GROUP, "S", Kind.NEAR_MISS, "N");

    /**
     * Copies the list.
     *
     * @param keyId as {@link #keyId()}
     * @param groups as {@link #groups()}
     */
    public CampaignsFile {
        groups = List.copyOf(groups);
    }

    /**
     * Reads what a run wrote.
     *
     * @param path the folder of the run, or its {@code campaigns.json}
     * @return the groups
     * @throws IOException if there is no such file, or it is no {@code campaigns.json}
     */
    public static CampaignsFile read(Path path) throws IOException {
        Path file = Files.isDirectory(path) ? path.resolve(NAME) : path;
        if (Files.isDirectory(path) && !Files.exists(file)) {
            throw new IOException(path + " has no " + NAME + "; write it with vigie detect, json among its --formats");
        }
        try (InputStream in = Files.newInputStream(file);
                JsonParser json = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), in)) {
            return new Reader(json).read(file);
        } catch (JacksonException e) {
            throw new IOException(file + " is no whole JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** One pass over the tokens. */
    private static final class Reader {
        private final JsonParser json;
        private final List<ReportedGroup> groups = new ArrayList<>();
        private String schema = "";
        private Optional<String> keyId = Optional.empty();

        Reader(JsonParser json) {
            this.json = json;
        }

        CampaignsFile read(Path file) throws IOException {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    member(json.currentName());
                }
            }
            if (!schema.startsWith(SCHEMA_PREFIX)) {
                throw new IOException(file + " is no " + NAME + " of vigie detect");
            }
            return new CampaignsFile(keyId, groups);
        }

        private void member(String name) {
            JsonToken value = json.nextToken();
            if (name.equals("schema") && value == JsonToken.VALUE_STRING) {
                schema = json.getString();
            } else if (name.equals("pseudonym_key") && value == JsonToken.VALUE_STRING) {
                keyId = Optional.of(json.getString());
            } else if (KINDS.containsKey(name) && value == JsonToken.START_ARRAY) {
                Kind kind = KINDS.get(name);
                int number = 0;
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    number++;
                    groups.add(group(kind, PREFIXES.get(kind) + number));
                }
            } else {
                json.skipChildren();
            }
        }

        private ReportedGroup group(Kind kind, String defaultId) {
            String id = defaultId;
            List<String> accounts = new ArrayList<>();
            List<String> posts = new ArrayList<>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("id") && value == JsonToken.VALUE_STRING) {
                    id = json.getString();
                } else if (name.equals("accounts") && value == JsonToken.START_ARRAY) {
                    names(accounts);
                } else if (name.equals("posts") && value == JsonToken.START_ARRAY) {
                    names(posts);
                } else {
                    json.skipChildren();
                }
            }
            return new ReportedGroup(id, kind, accounts, posts);
        }

        /** Names, or objects that have one as their account. */
        private void names(List<String> into) {
            for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
                if (t == JsonToken.VALUE_STRING) {
                    into.add(json.getString());
                } else if (t == JsonToken.START_OBJECT) {
                    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                        boolean isAccount = json.currentName().equals("account");
                        if (json.nextToken() == JsonToken.VALUE_STRING && isAccount) {
                            into.add(json.getString());
                        } else {
                            json.skipChildren();
                        }
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
    }
}
