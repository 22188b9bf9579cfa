/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.vigie.campaign.Campaign;
import org.vigie.campaign.Evidence;
import org.vigie.campaign.SharedObject;
import org.vigie.campaign.TextCluster;
import org.vigie.campaign.Traffic;
import org.vigie.report.page.Clean;
import org.vigie.report.page.Shown;

/** Writes campaigns.json: see docs/formats/campaigns-json.md. */
final class CampaignsJson {
    static final String SCHEMA = "vigie-campaigns-1";

    private CampaignsJson() {}

    static void write(Shown shown, Writer writer) {
        try (Json json = new Json(writer)) {
            json.object().put("schema", SCHEMA);
            json.put("vigie", shown.header().version())
                    .put("run", shown.header().run());
            json.put("text_retention", shown.header().retention());
            shown.header().keyId().ifPresent(id -> json.put("pseudonym_key", id));
            traffic(json, shown.traffic());
            json.put("candidates", shown.candidates()).put("expected_false", shown.expectedFalse());
            parameters(json, shown.header().parameters());
            json.array("campaigns");
            shown.campaigns().forEach(c -> campaign(json, c));
            json.endArray().endObject();
        }
    }

    static void parameters(Json json, Map<String, String> parameters) {
        json.object("parameters");
        parameters.forEach(json::put);
        json.endObject();
    }

    private static void traffic(Json json, Traffic traffic) {
        json.object("traffic").put("posts", traffic.posts()).put("accounts", traffic.accounts());
        json.put("first", traffic.first().toString()).put("last", traffic.last().toString());
        counts(json, "languages", traffic.languages());
        json.put("bin", traffic.bin().toString());
        json.numbers("timeline", traffic.timeline()).endObject();
    }

    private static void counts(Json json, String name, Map<String, Integer> counts) {
        json.object(name);
        counts.forEach((key, count) -> json.put(key, (long) count));
        json.endObject();
    }

    private static void campaign(Json json, Campaign c) {
        json.object().put("id", c.id()).put("state", c.state().label()).put("score", c.score());
        json.object("score_parts");
        c.scoreParts().forEach(json::put);
        json.endObject();
        json.put("p", c.pValue()).put("q", c.qValue()).put("density", c.density());
        json.put("first", c.first().toString());
        json.put("peak", c.peak().toString());
        json.put("last", c.last().toString());
        counts(json, "languages", c.languages());
        members(json, c.members());
        texts(json, c.texts());
        objects(json, c.objects());
        json.array("mentions");
        c.mentions()
                .forEach((account, posts) -> json.object()
                        .put("account", account)
                        .put("posts", (long) posts)
                        .endObject());
        json.endArray();
        evidence(json, c.evidence());
        json.array("techniques");
        c.techniques()
                .forEach(t -> json.object()
                        .put("framework", "DISARM")
                        .put("id", t.id())
                        .put("name", t.name())
                        .endObject());
        json.endArray();
        strings(json, c.posts());
        json.endObject();
    }

    private static void strings(Json json, List<String> ids) {
        json.strings("posts", ids.stream().map(Clean::text).toList());
    }

    private static void members(Json json, List<Campaign.Member> members) {
        json.array("accounts");
        for (Campaign.Member m : members) {
            json.object().put("account", m.account()).put("posts", m.posts()).put("all_posts", m.allPosts());
            json.put("first", m.first().toString()).put("lead", m.lead()).endObject();
        }
        json.endArray();
    }

    private static void texts(Json json, List<TextCluster> texts) {
        json.array("texts");
        for (TextCluster t : texts) {
            json.object().put("cluster", t.id()).put("type", CsvFiles.label(t.type()));
            json.put("language", t.language()).put("text", t.text()).put("accounts", t.accounts());
            json.put("first", t.first().toString()).put("last", t.last().toString());
            strings(json, t.posts());
            json.endObject();
        }
        json.endArray();
    }

    private static void objects(Json json, List<SharedObject> objects) {
        json.array("objects");
        for (SharedObject o : objects) {
            json.object().put("kind", o.kind().label()).put("key", o.key()).put("accounts", o.accounts());
            json.put("posts", o.posts()).put("all_accounts", o.allAccounts()).endObject();
        }
        json.endArray();
    }

    private static void evidence(Json json, List<Evidence> evidence) {
        json.array("evidence");
        for (Evidence e : evidence) {
            json.object()
                    .put("kind", e.kind().label())
                    .put("signal", e.signal())
                    .put("observed", e.observed());
            e.expected().ifPresent(value -> json.put("expected", value));
            e.pValue().ifPresent(value -> json.put("p", value));
            strings(json, e.posts());
            json.endObject();
        }
        json.endArray();
    }
}
