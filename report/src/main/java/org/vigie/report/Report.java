/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.SeriesBurst;
import org.vigie.campaign.findings.TestedNetwork;
import org.vigie.posts.Names;
import org.vigie.report.page.View;

/**
 * What a {@link ReportFormat} writes: findings in numbers, the names that may be shown of them, and where they come
 * from. Accounts, posts and objects are numbers of the corpus; whoever writes a name asks {@link #names()}, so that
 * nothing leaks what is to be withheld.
 *
 * <p>A {@link ReportWriter} makes it. Immutable and thread-safe.
 */
public final class Report {
    private final View view;
    private final Provenance provenance;
    private final Locale locale;

    Report(View view, Provenance provenance, Locale locale) {
        this.view = view;
        this.provenance = provenance;
        this.locale = locale;
    }

    /**
     * Returns what was found.
     *
     * @return the findings
     */
    public Findings findings() {
        return view.findings();
    }

    /**
     * Returns what may be shown of accounts, posts, texts and objects.
     *
     * @return the names
     */
    public Names names() {
        return view.names();
    }

    /**
     * Returns what was read, and how long it took.
     *
     * @return the provenance
     */
    public Provenance provenance() {
        return provenance;
    }

    /**
     * Returns what is doubtful about the whole run; doubts about a file are in its {@link
     * org.vigie.posts.exports.ReadSummary#warnings()}.
     *
     * @return sentences
     */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (findings().isTooFew()) {
            warnings.add(
                    "too few posts to test anything: that no campaign was found says nothing about these accounts");
        }
        int unknown = findings().traffic().ofUnknownAddressee();
        if (unknown > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%,d of %,d posts answer posts that are not in the input, and nothing says whose they are: accounts that"
                            + " come to the same people in words of their own are not looked for there; add the answered"
                            + " posts; else name the column of those who are answered with --map"
                            + " reply_to_account=COLUMN",
                    unknown,
                    findings().traffic().posts()));
        }
        int limited = edges().limited();
        if (limited > 0) {
            warnings.add((limited == 1
                            ? "on one text, link or post that too many accounts share at once,"
                            : "on " + limited + " texts, links or posts that too many accounts share at once,")
                    + " the network joins only those that were closest in time; nothing else is changed by it");
        }
        return List.copyOf(warnings);
    }

    /**
     * Returns the version of the program, as outputs name it.
     *
     * @return the version
     */
    public String version() {
        return view.version();
    }

    /**
     * Returns the id of the run: a SHA-256 over version, parameters and inputs, the same in all outputs.
     *
     * @return 64 hexadecimal digits
     */
    public String run() {
        return view.run();
    }

    /**
     * Returns the language for people who read.
     *
     * @return the locale
     */
    public Locale locale() {
        return locale;
    }

    /**
     * Returns the network as it may be shown: the accounts with an edge, in the order of their shown names and under
     * them. So the order tells nothing of names that are hidden.
     *
     * @return the edges with their tests; its vertices are numbers of their own, see {@link #account}
     */
    public TestedNetwork edges() {
        return view.edges();
    }

    /**
     * Finds the account of a vertex of {@link #edges()}.
     *
     * @param vertex the vertex
     * @return the account's number in the corpus
     * @throws IndexOutOfBoundsException if there is no such vertex
     */
    public int account(int vertex) {
        return view.account(vertex);
    }

    /**
     * Finds the campaign of a vertex of {@link #edges()}.
     *
     * @param vertex the vertex
     * @return its account's first campaign; empty if it is in none
     * @throws IndexOutOfBoundsException if there is no such vertex
     */
    public Optional<Campaign> campaign(int vertex) {
        return campaignAt(view.campaign(vertex));
    }

    /**
     * Finds the campaign that both ends of an edge of {@link #edges()} have in common.
     *
     * @param edge the edge
     * @return the campaign; empty if there is none
     * @throws IndexOutOfBoundsException if there is no such edge
     */
    public Optional<Campaign> campaignOfEdge(int edge) {
        return campaignAt(view.campaignOfEdge(edge));
    }

    private Optional<Campaign> campaignAt(int index) {
        return index < 0 ? Optional.empty() : Optional.of(findings().campaigns().get(index));
    }

    /**
     * Names what a series of bursts is of.
     *
     * @param burst a burst
     * @return the number of a cluster of texts, or the shown name of the object; empty for all posts
     */
    public String key(SeriesBurst burst) {
        return view.key(burst);
    }

    /** For the page. */
    View view() {
        return view;
    }
}
