/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.posts.Names;
import org.vigie.report.table.CampaignsInput;
import org.vigie.report.table.JsonInput;

/**
 * What fingerprints are made of, read from a run's campaigns.json: the texts and links of its campaigns. Whatever of it is
 * missing or is something else stops the reading: a fingerprint can't be mended once it is given away.
 */
final class RunContents {
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private String run = "";
    private String retention = "";
    private @Nullable Instant last;

    /** A campaign. */
    record Finding(
            String id,
            Instant first,
            Instant peak,
            Instant last,
            int accounts,
            int posts,
            List<String> texts,
            List<String> links) {}

    private RunContents() {}

    static RunContents read(Path path) throws IOException {
        RunContents contents = new RunContents();
        Path file = CampaignsInput.read(path, contents::member, "run", "text_retention", "traffic", "campaigns");
        if (!contents.retention.equals("full")) {
            throw new IOException(file + " has no whole texts to make fingerprints of (text retention "
                    + contents.retention + "); run vigie detect with --text-retention full into another folder");
        }
        return contents;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The id of the run. */
    String run() {
        return run;
    }

    /** The time of the last post that was looked at. */
    Instant last() {
        return CampaignsInput.required(last, "traffic", "last");
    }

    private void member(JsonInput in, String name) {
        switch (name) {
            case "run" -> run = in.text();
            case "text_retention" -> retention = retention(in.text());
            case "traffic" -> {
                in.members(member -> last = member.equals("last") ? in.time() : last);
                last();
            }
            case "campaigns" -> in.elements(() -> add(new Draft().read(in)));
            default -> {}
        }
    }

    private void add(Finding finding) {
        if (!ids.add(finding.id())) {
            throw new IllegalArgumentException("the ids of campaigns must be unique but one comes twice");
        }
        findings.add(finding);
    }

    private static String retention(String label) {
        for (Names.Retention known : Names.Retention.values()) {
            if (known.label().equals(label)) {
                return label;
            }
        }
        throw new IllegalArgumentException("text_retention must be full, snippet or none");
    }

    /** A campaign as it is read. */
    private static final class Draft {
        private @Nullable String id;
        private @Nullable Instant first;
        private @Nullable Instant peak;
        private @Nullable Instant last;
        private @Nullable Integer accounts;
        private @Nullable Integer posts;
        private @Nullable List<String> texts;
        private final List<String> wordings = new ArrayList<>();
        private @Nullable List<String> links;

        Finding read(JsonInput in) {
            in.members(name -> {
                switch (name) {
                    case "id" -> id = in.text();
                    case "first" -> first = in.time();
                    case "peak" -> peak = in.time();
                    case "last" -> last = in.time();
                    case "accounts" -> accounts = size(in);
                    case "posts" -> posts = size(in);
                    case "texts" -> texts = texts(in);
                    case "objects" -> links = links(in, wordings);
                    default -> {}
                }
            });
            String of = "campaign " + required(id, "a campaign", "id");
            List<String> all = new ArrayList<>(required(texts, of, "texts"));
            all.addAll(wordings); // a campaign that says one message in many words has no text of several accounts
            return new Finding(
                    required(id, of, "id"),
                    required(first, of, "first"),
                    required(peak, of, "peak"),
                    required(last, of, "last"),
                    required(accounts, of, "accounts"),
                    required(posts, of, "posts"),
                    all,
                    required(links, of, "objects"));
        }
    }

    private static <T> T required(@Nullable T value, String of, String name) {
        return CampaignsInput.required(value, of, name);
    }

    private static int size(JsonInput in) {
        int[] size = {0};
        in.elements(() -> size[0]++);
        return size[0];
    }

    private static List<String> texts(JsonInput in) {
        List<String> texts = new ArrayList<>();
        in.elements(() -> texts.add(textOf(in)));
        return texts;
    }

    private static String textOf(JsonInput in) {
        String[] text = {null};
        in.members(name -> text[0] = name.equals("text") ? in.text() : text[0]);
        return required(text[0], "an element of texts", "text");
    }

    /** Links; the texts of objects that have one go to the wordings. */
    private static List<String> links(JsonInput in, List<String> wordings) {
        List<String> links = new ArrayList<>();
        in.elements(() -> {
            String[] of = {null, null, null};
            in.members(name -> {
                switch (name) {
                    case "kind" -> of[0] = in.text();
                    case "key" -> of[1] = in.text();
                    case "text" -> of[2] = in.text();
                    default -> {}
                }
            });
            String key = required(of[1], "an object", "key");
            if (required(of[0], "an object", "kind").equals("url")) {
                links.add(key);
            }
            if (of[2] != null) {
                wordings.add(of[2]);
            }
        });
        return links;
    }
}
