/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import com.google.common.primitives.ImmutableIntArray;
import java.io.Writer;
import java.time.Instant;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Evidence;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.campaign.findings.Traffic;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;
import org.vigie.posts.Technique;
import org.vigie.report.page.Messages;
import org.vigie.report.page.Why;
import org.vigie.report.table.Json;

/** Writes campaigns.json: see docs/formats/campaigns-json.md. */
final class CampaignsJson implements ReportFormat {
    static final String SCHEMA = "vigie-campaigns-1";

    @Override
    public String file() {
        return "campaigns.json";
    }

    @Override
    public void write(Report report, Writer out) {
        Findings findings = report.findings();
        try (Json json = Json.indented(out)) {
            json.object().put("schema", SCHEMA);
            json.put("vigie", report.version()).put("run", report.run());
            names(json, report.names());
            traffic(json, findings.traffic());
            json.put("candidates", findings.candidates()).put("expected_false", findings.expectedFalse());
            json.texts("parameters", findings.parameters());
            new Content(json, findings, report.names(), Messages.of(report.locale())).write();
            json.endObject();
        }
    }

    /** What is withheld, here and in the manifest. */
    static void names(Json json, Names names) {
        json.put("text_retention", names.retention().label());
        names.keyId().ifPresent(id -> json.put("pseudonym_key", id));
    }

    private static void traffic(Json json, Traffic traffic) {
        json.object("traffic").put("posts", traffic.posts()).put("accounts", traffic.accounts());
        json.put("first", traffic.first()).put("last", traffic.last());
        json.counts("languages", traffic.languages());
        json.put("bin", traffic.bin().toString());
        json.numbers("timeline", traffic.timeline()).endObject();
    }

    /** The groups of accounts, reported or not. */
    private static final class Content {
        private final Json json;
        private final Findings findings;
        private final Names names;
        private final Why why;

        Content(Json json, Findings findings, Names names, Messages words) {
            this.json = json;
            this.findings = findings;
            this.names = names;
            this.why = new Why(findings, words);
        }

        void write() {
            json.array("campaigns");
            findings.campaigns().forEach(this::campaign);
            json.endArray().put("small_candidates", findings.smallCandidates()).array("small_groups");
            findings.smallGroups().forEach(this::smallGroup);
            json.endArray().array("near_misses");
            findings.nearMisses().forEach(this::nearMiss);
            json.endArray();
        }

        private void campaign(Campaign c) {
            json.object().put("id", c.id()).put("state", c.state().label()).put("score", c.score());
            json.put("why", why.campaign(c));
            json.object("score_parts");
            c.scoreParts().forEach(json::put);
            json.endObject();
            json.put("p", c.pValue()).put("q", c.qValue()).put("density", c.density());
            json.put("first", c.first()).put("peak", c.peak()).put("last", c.last());
            json.counts("languages", c.languages());
            json.array("accounts");
            c.members().forEach(this::member);
            json.endArray().array("texts");
            c.texts().forEach(this::text);
            json.endArray().array("objects");
            c.objects().forEach(this::object);
            json.endArray().array("mentions");
            c.mentions().forEach(this::mention);
            json.endArray().array("evidence");
            c.evidence().forEach(this::evidence);
            json.endArray().array("support");
            c.support().forEach(this::support);
            json.endArray().array("techniques");
            c.techniques().forEach(this::technique);
            json.endArray();
            posts(c.rows());
            json.endObject();
        }

        private void posts(ImmutableIntArray rows) {
            json.strings("posts", rows, names::post);
        }

        private void member(Campaign.Member m) {
            json.object().put("account", names.account(m.account())).put("posts", m.posts());
            json.put("all_posts", m.allPosts()).put("first", m.first()).put("lead", m.lead());
            json.endObject();
        }

        private void text(TextCluster t) {
            json.object().put("cluster", t.id()).put("type", ClustersCsv.label(t.type()));
            json.put("language", t.language()).put("text", names.text(t.medoid()));
            json.put("accounts", t.accounts());
            json.put("first", time(t.first())).put("last", time(t.last()));
            posts(t.rows());
            json.endObject();
        }

        private Instant time(int row) {
            return Instant.ofEpochMilli(findings.corpus().time(row));
        }

        private void object(Campaign.SharedObject o) {
            String key = names.object(o.kind(), o.object());
            String words = names.words(o.kind(), o.object());
            json.object().put("kind", o.kind().name()).put("key", key);
            if (!words.equals(key)) {
                json.put("text", words);
            }
            json.put("accounts", o.accounts()).put("posts", o.posts());
            json.put("all_accounts", o.allAccounts()).endObject();
        }

        private void mention(Campaign.Mention m) {
            json.object().put("account", names.object(ObjectKind.MENTION, m.object()));
            json.put("posts", m.posts()).endObject();
        }

        private void evidence(Evidence e) {
            json.object().put("kind", e.kind().label()).put("signal", e.label()).put("observed", e.observed());
            e.expected().ifPresent(value -> json.put("expected", value));
            e.pValue().ifPresent(value -> json.put("p", value));
            posts(e.rows());
            json.endObject();
        }

        private void support(Campaign.Support s) {
            json.object()
                    .put("test", s.test())
                    .put("why", why.support(s, names))
                    .put("observed", s.observed());
            json.put("of", s.of())
                    .put("expected", s.expected())
                    .put("p", s.pValue())
                    .endObject();
        }

        private void technique(Technique t) {
            json.object().put("framework", "DISARM").put("id", t.id()).put("name", t.name());
            json.endObject();
        }

        private void smallGroup(Findings.SmallGroup s) {
            json.object().put("why", why.small(s)).put("p", s.pValue()).put("q", s.qValue());
            json.put("observed", s.observed()).put("expected", s.expected()).put("commitment", s.commitment());
            json.strings("accounts", s.accounts(), names::account);
            json.strings("texts", firstRows(s.texts()), names::text);
            posts(s.rows());
            json.endObject();
        }

        /** The first post of each text. */
        private ImmutableIntArray firstRows(ImmutableIntArray texts) {
            ObjectLayer layer = findings.corpus().layer(ObjectKind.TEXT);
            return ImmutableIntArray.copyOf(texts.stream().map(t -> layer.row(layer.start(t))));
        }

        private void nearMiss(Findings.NearMiss m) {
            json.object().put("why", why.nearMiss(m));
            json.object("failed").put("test", m.failed().test().label());
            json.put("value", m.failed().value())
                    .put("limit", m.failed().limit())
                    .endObject();
            json.put("explanation", m.explanation().label())
                    .put("signal", m.signal().label());
            json.put("observed", m.observed()).put("expected", m.expected());
            json.put("p", m.pValue()).put("q", m.qValue());
            json.strings("accounts", m.accounts(), names::account);
            posts(m.rows());
            json.endObject();
        }
    }
}
