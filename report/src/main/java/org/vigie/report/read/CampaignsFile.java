/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.campaign.evaluation.ReportedGroup;
import org.vigie.campaign.evaluation.ReportedGroup.Kind;
import org.vigie.report.table.CampaignsInput;
import org.vigie.report.table.JsonInput;

/**
 * The groups of accounts in a {@code campaigns.json}, read back. Fields that it does not know are passed over, so that
 * files of later versions with the same schema can be read; another schema is refused. Linear in the file; keeps names
 * and ids only. Immutable and thread-safe.
 *
 * @param keyId the id of the key of the file's pseudonyms; empty if names are plain
 * @param groups its campaigns, small groups and near misses, in the order of the file
 */
public record CampaignsFile(Optional<String> keyId, List<ReportedGroup> groups) {
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
     * @throws IOException if there is no such file, it is no {@code campaigns.json}, or a group in it has no accounts
     */
    public static CampaignsFile read(Path path) throws IOException {
        Reader reader = new Reader();
        CampaignsInput.read(path, reader::member, "campaigns");
        return new CampaignsFile(reader.keyId, reader.groups);
    }

    /** What was read so far. */
    private static final class Reader {
        private final List<ReportedGroup> groups = new ArrayList<>();
        private Optional<String> keyId = Optional.empty();

        void member(JsonInput in, String name) {
            if (name.equals("pseudonym_key")) {
                keyId = Optional.of(in.text());
            } else if (KINDS.containsKey(name)) {
                Kind kind = KINDS.get(name);
                int before = groups.size();
                in.elements(() -> groups.add(group(in, kind, PREFIXES.get(kind) + (groups.size() - before + 1))));
            }
        }
    }

    /** A group as it is read. */
    private static final class Draft {
        private String id;
        private @Nullable List<String> accounts;
        private List<String> posts = List.of();

        Draft(String id) {
            this.id = id;
        }
    }

    private static ReportedGroup group(JsonInput in, Kind kind, String defaultId) {
        Draft draft = new Draft(defaultId);
        in.members(name -> {
            switch (name) {
                case "id" -> draft.id = in.text();
                case "accounts" -> draft.accounts = names(in);
                case "posts" -> draft.posts = names(in);
                default -> {}
            }
        });
        List<String> accounts = CampaignsInput.required(draft.accounts, defaultId, "accounts");
        return new ReportedGroup(draft.id, kind, accounts, draft.posts);
    }

    /** Names, or objects that have one as their account. */
    private static List<String> names(JsonInput in) {
        List<String> names = new ArrayList<>();
        in.elements(() -> {
            if (in.isText()) {
                names.add(in.text());
            } else if (in.isObject()) {
                in.members(member -> {
                    if (member.equals("account")) {
                        names.add(in.text());
                    }
                });
            }
        });
        return names;
    }
}
