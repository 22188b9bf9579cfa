/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.posts.PostSource.Reject;

/**
 * What is known of accounts: which belong to a campaign, which do not. An account that is not named is unlabelled, and
 * nothing is claimed of it. Immutable and thread-safe.
 */
public final class Labels {
    private final Map<String, String> labels;
    private final Set<String> posts;
    private final int contradictions;

    Labels(Map<String, String> labels, Set<String> posts, int contradictions) {
        this.labels = new LinkedHashMap<>(labels);
        this.posts = new LinkedHashSet<>(posts);
        this.contradictions = contradictions;
    }

    /**
     * Labels of accounts.
     *
     * @param labels the name of the campaign, or any word for it, by account; "" for an account of none
     * @return the labels
     */
    public static Labels of(Map<String, String> labels) {
        return new Labels(labels, Set.of(), 0);
    }

    /**
     * Adds which posts campaigns made.
     *
     * @param ids the ids of all such posts; of all others it is known that they are of none
     * @return the changed labels
     */
    public Labels withPosts(Collection<String> ids) {
        return new Labels(labels, new LinkedHashSet<>(ids), contradictions);
    }

    /**
     * Reads a table of labels: a row an account, or a row a post as {@code vigie simulate} writes it. See
     * docs/formats/evaluation.md for the names of columns and the words that are understood.
     *
     * @param file CSV, TSV, JSON or JSON Lines, plain or gzip
     * @param rejects takes the rows that say nothing of an account
     * @return the labels
     * @throws IOException if the file cannot be read, has no column of accounts or of labels, or labels nobody
     */
    public static Labels read(Path file, Consumer<Reject> rejects) throws IOException {
        return new LabelTable(file).read(rejects);
    }

    /**
     * Returns the same labels of accounts and posts under their pseudonyms, as outputs with a key name them.
     *
     * @param pseudonymizer has the key with which the outputs were written
     * @return the changed labels
     */
    public Labels withPseudonyms(Pseudonymizer pseudonymizer) {
        Objects.requireNonNull(pseudonymizer, "pseudonymizer");
        Map<String, String> renamed = new LinkedHashMap<>();
        labels.forEach((account, label) -> renamed.put(pseudonymizer.pseudonym("account", account), label));
        Set<String> ids = new LinkedHashSet<>();
        posts.forEach(id -> ids.add(pseudonymizer.pseudonym("post", id)));
        return new Labels(renamed, ids, contradictions);
    }

    /**
     * Finds what is known of an account.
     *
     * @param account its name
     * @return its campaign; "" if it is of none; empty if nothing is known
     */
    public Optional<String> label(String account) {
        return Optional.ofNullable(labels.get(account));
    }

    /**
     * Returns what is known of all accounts.
     *
     * @return campaigns by account in the order of the table, "" for an account of none; an unmodifiable view
     */
    public Map<String, String> accounts() {
        return Collections.unmodifiableMap(labels);
    }

    /**
     * Returns the posts that campaigns made.
     *
     * @return their ids, an unmodifiable view; empty if the labels are of accounts alone
     */
    public Set<String> posts() {
        return Collections.unmodifiableSet(posts);
    }

    /**
     * Returns how many accounts the table labels in two ways; the first campaign counts.
     *
     * @return the number of accounts
     */
    public int contradictions() {
        return contradictions;
    }
}
