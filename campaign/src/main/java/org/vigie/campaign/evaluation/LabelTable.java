/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.vigie.core.internal.LowerCase;
import org.vigie.posts.PostSource.Reject;
import org.vigie.posts.rows.NoValue;
import org.vigie.posts.rows.RejectedRowException;
import org.vigie.posts.rows.Row;
import org.vigie.posts.rows.RowReader;

/** Reads a table of labels: finds its columns by their names and tells the words that mean "of no campaign". */
final class LabelTable implements RowReader.Handler {
    private static final List<String> ACCOUNT = List.of(
            "account",
            "account_id",
            "author",
            "author_id",
            "user",
            "user_id",
            "userid",
            "username",
            "user_name",
            "screen_name",
            "handle",
            "id");
    private static final List<String> LABEL = List.of(
            "campaign", "label", "labels", "class", "group", "operation", "bot", "is_bot", "coordinated", "target");
    private static final List<String> POST = List.of("post_id", "tweet_id", "message_id", "id");
    /** The column that the simulator writes for camouflage: the post of a campaign's account that serves no campaign. */
    private static final String PLANTED = "planted";

    private static final Set<String> OF_NONE = Set.of(
            "0",
            "0.0",
            "false",
            "no",
            "n",
            "none",
            "-",
            "organic",
            "genuine",
            "human",
            "real",
            "legitimate",
            "benign",
            "normal");
    /** Besides the words for nothing that any cell may hold. */
    private static final Set<String> UNKNOWN = Set.of("?", "unknown", "unlabelled", "unlabeled");

    private final Path file;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Set<String> posts = new LinkedHashSet<>();
    private final Set<String> contradicted = new LinkedHashSet<>();
    private String account = "";
    private String label = "";
    private String post = "";
    private boolean isPerPost;

    LabelTable(Path file) {
        this.file = file;
    }

    Labels read(Consumer<Reject> rejects) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder, not a table of labels");
        }
        RowReader.withDefaults().read(file, this, rejects);
        if (labels.isEmpty()) {
            throw new IOException(file.getFileName() + ": no row labels an account");
        }
        return new Labels(labels, posts, contradicted.size());
    }

    @Override
    public void header(List<String> columns) throws IOException {
        isPerPost = columns.contains(PLANTED);
        account = find(columns, ACCOUNT, "accounts");
        label = find(columns, LABEL, "labels");
        if (isPerPost) {
            post = find(columns, POST, "posts");
        }
    }

    private String find(List<String> columns, List<String> known, String what) throws IOException {
        return known.stream()
                .filter(columns::contains)
                .findFirst()
                .orElseThrow(() -> new IOException(file.getFileName()
                        + ": no column of " + what + " among " + String.join(", ", columns) + "; name it "
                        + String.join(", ", new ArrayList<>(known).subList(0, known.size() - 1)) + " or "
                        + known.get(known.size() - 1)));
    }

    @Override
    public void row(Row row) throws RejectedRowException, IOException {
        if (account.isEmpty()) {
            header(row.columns()); // JSON has no header
        }
        String name = row.get(account).strip();
        if (NoValue.isName(name)) {
            throw new RejectedRowException("no account");
        }
        String word = row.get(label).strip();
        boolean isOfNone = OF_NONE.contains(LowerCase.of(word));
        String campaign = isOfNone ? "" : word;
        if (!isOfNone && (NoValue.is(word) || UNKNOWN.contains(LowerCase.of(word)))) {
            // Where a campaign is named, an empty cell says that there is none.
            if (!word.isEmpty() || !label.equals("campaign")) {
                throw new RejectedRowException("no label");
            }
        }
        String before = labels.putIfAbsent(name, campaign);
        if (before != null && !before.equals(campaign)) {
            contradicted.add(name);
            if (before.isEmpty()) {
                labels.put(name, campaign);
            }
        }
        if (isPerPost && Boolean.parseBoolean(row.get(PLANTED).strip())) {
            posts.add(row.get(post).strip());
        }
    }
}
