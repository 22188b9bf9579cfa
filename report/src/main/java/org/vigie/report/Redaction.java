/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.campaign.Campaign;
import org.vigie.campaign.CampaignReport;
import org.vigie.campaign.Evidence;
import org.vigie.campaign.ObjectKind;
import org.vigie.posts.Post;
import org.vigie.campaign.SeriesBurst;
import org.vigie.campaign.SharedObject;
import org.vigie.campaign.TextCluster;
import org.vigie.report.page.Clean;
import org.vigie.report.page.Shown;
import org.vigie.report.page.Shown.ShownPost;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Turns a report into what may be shown: names into pseudonyms, texts cut or emptied, characters cleaned. It is the
 * only place that sees the originals; every writer works from its result.
 */
final class Redaction {
    private final TextRetention retention;
    private final @Nullable Pseudonymizer pseudonymizer;
    private final @Nullable NameMatcher names;
    private final Map<String, String> pseudonyms = new HashMap<>();

    Redaction(TextRetention retention, Optional<Pseudonymizer> pseudonymizer, List<Post> posts) {
        this.retention = retention;
        this.pseudonymizer = pseudonymizer.orElse(null);
        if (this.pseudonymizer == null) {
            this.names = null;
        } else {
            Set<String> known = new HashSet<>();
            posts.forEach(p -> known.add(p.account()));
            this.names = new NameMatcher(known, name -> pseudonym("account", name));
        }
    }

    Shown shown(ReportSource source, Shown.Header header) {
        CampaignReport report = source.report();
        Map<Integer, TextCluster> clusters = new LinkedHashMap<>();
        report.clusters().forEach(c -> clusters.put(c.id(), cluster(c)));
        List<Campaign> campaigns =
                report.campaigns().stream().map(c -> campaign(c, clusters)).toList();
        Net net = network(report);
        return new Shown(
                header,
                report.traffic(),
                report.candidates(),
                report.expectedFalse(),
                campaigns,
                List.copyOf(clusters.values()),
                report.bursts().stream().map(this::burst).toList(),
                net.network,
                net.p,
                net.q,
                net.campaignOf,
                posts(source),
                source.inputs());
    }

    String account(String account) {
        return names == null ? Clean.text(account) : pseudonym("account", account);
    }

    String mention(String mention) {
        return names == null ? Clean.text(mention) : names.name(mention);
    }

    String post(String id) {
        return names == null ? Clean.text(id) : pseudonym("post", id);
    }

    String text(String text) {
        return switch (retention) {
            case FULL -> named(text);
            case SNIPPET -> Clean.head(named(text), TextRetention.SNIPPET_LENGTH);
            case NONE -> "";
        };
    }

    /** A text, link or hashtag with names replaced. */
    private String named(String text) {
        return Clean.text(names == null ? text : names.replace(text));
    }

    /** Equal names give equal pseudonyms, even those that are no valid text; computed once. */
    private String pseudonym(String field, String name) {
        Pseudonymizer keyed = pseudonymizer;
        if (keyed == null) {
            throw new IllegalStateException("pseudonyms need a key");
        }
        return pseudonyms.computeIfAbsent(field + '/' + name, k -> keyed.pseudonym(field, escapeLone(name)));
    }

    /** UTF-8 has no form for a lone surrogate; two names that differ in one must not become one. */
    private static String escapeLone(String name) {
        StringBuilder out = new StringBuilder(name.length());
        name.codePoints().forEach(c -> {
            if (c >= 0xD800 && c <= 0xDFFF) {
                out.append("\\u").append(Integer.toHexString(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private List<String> ids(List<String> ids) {
        return names == null ? ids : ids.stream().map(this::post).toList();
    }

    private TextCluster cluster(TextCluster c) {
        return new TextCluster(
                c.id(), c.type(), text(c.text()), c.language(), ids(c.posts()), c.accounts(), c.first(), c.last());
    }

    private String key(String kind, String key) {
        if (kind.equals(ObjectKind.REPOST.label()) || kind.equals(ObjectKind.REPLY.label())) {
            return post(key);
        }
        return kind.equals(SeriesBurst.TARGET) ? mention(key) : named(key);
    }

    private SeriesBurst burst(SeriesBurst b) {
        return new SeriesBurst(
                b.series(),
                key(b.series(), b.key()),
                b.level(),
                b.start(),
                b.end(),
                b.weight(),
                b.posts(),
                b.accounts(),
                b.measure());
    }

    private Campaign campaign(Campaign c, Map<Integer, TextCluster> clusters) {
        Map<String, Integer> mentions = new LinkedHashMap<>();
        c.mentions().forEach((name, n) -> mentions.merge(mention(name), n, Integer::sum));
        return new Campaign(
                c.id(),
                c.score(),
                c.scoreParts(),
                c.pValue(),
                c.qValue(),
                c.members().stream()
                        .map(m ->
                                new Campaign.Member(account(m.account()), m.posts(), m.allPosts(), m.first(), m.lead()))
                        .toList(),
                c.texts().stream()
                        .map(t -> clusters.getOrDefault(t.id(), cluster(t)))
                        .toList(),
                c.languages(),
                c.objects().stream()
                        .map(o -> new SharedObject(
                                o.kind(), key(o.kind().label(), o.key()), o.accounts(), o.posts(), o.allAccounts()))
                        .toList(),
                mentions,
                ids(c.posts()),
                c.first(),
                c.peak(),
                c.last(),
                c.density(),
                c.evidence().stream()
                        .map(e -> new Evidence(
                                e.kind(), e.signal(), e.observed(), e.expected(), e.pValue(), ids(e.posts())))
                        .toList(),
                c.techniques(),
                c.state());
    }

    /** The posts that clusters and campaigns name, by shown id. */
    private Map<String, ShownPost> posts(ReportSource source) {
        Set<String> wanted = new HashSet<>();
        source.report().clusters().forEach(c -> wanted.addAll(c.posts()));
        source.report().campaigns().forEach(c -> {
            wanted.addAll(c.posts());
            c.evidence().forEach(e -> wanted.addAll(e.posts()));
            c.texts().forEach(t -> wanted.addAll(t.posts()));
        });
        Map<String, ShownPost> posts = new HashMap<>();
        for (Post post : source.posts()) {
            if (wanted.contains(post.id())) {
                String id = post(post.id());
                posts.put(
                        names == null ? post.id() : id,
                        new ShownPost(id, account(post.account()), post.time(), text(post.text())));
            }
        }
        return posts;
    }

    private record Net(CoordinationNetwork network, List<Double> p, List<Double> q, List<Integer> campaignOf) {}

    /** An edge between accounts by their new numbers. */

    /** The accounts with an edge, in the order of their shown names, so that numbers tell nothing of the originals. */
    private Net network(CampaignReport report) {
        CoordinationNetwork network = report.network();
        int[] kept = IntStream.range(0, network.accountCount())
                .filter(v -> network.degree(v) > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer v) -> account(network.account(v)))
                        .thenComparing(v -> v))
                .mapToInt(Integer::intValue)
                .toArray();
        CoordinationNetwork shown = network.select(kept).withNames(i -> account(network.account(kept[i])));
        List<Double> p = new ArrayList<>();
        List<Double> q = new ArrayList<>();
        for (int e = 0; e < shown.edgeCount(); e++) {
            int original = network.findEdge(kept[shown.source(e)], kept[shown.target(e)])
                    .orElseThrow();
            p.add(report.edges().p(original));
            q.add(report.edges().q(original));
        }
        return new Net(
                shown,
                p,
                q,
                IntStream.of(kept).mapToObj(v -> report.campaignOf().get(v)).toList());
    }
}
