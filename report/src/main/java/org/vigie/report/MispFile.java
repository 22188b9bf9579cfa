/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.report.exchange.Sharing;
import org.vigie.report.exchange.Sharing.Tlp;
import org.vigie.report.table.Json;

/** Writes misp.json: see docs/formats/misp-json.md. */
final class MispFile implements ReportFormat {
    private static final int MOST_TEXTS = 50;

    private final Sharing sharing;

    MispFile(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public String file() {
        return "misp.json";
    }

    @Override
    public void write(Report report, Writer out) {
        try (Json json = Json.indented(out)) {
            new Event(new SharedFindings(report, sharing), json).write();
        }
    }

    /** A published template of misp-objects, by name, with the relation that carries the value. */
    private enum Template {
        MICROBLOG("microblog", "8ec8c911-ddbe-4f5b-895b-fbff70c42a60", 8, "misc", "post", "text", "Other", "text"),
        USER_ACCOUNT(
                "user-account",
                "49606b06-22f0-4ac8-8eee-2f12ad46f3d3",
                6,
                "misc",
                "user-id",
                "text",
                "Social network",
                "account"),
        URL("url", "60efb77b-40b5-4c46-871b-ed1ed999fce5", 3, "network", "url", "url", "External analysis", "link");

        private final String label;
        private final String uuid;
        private final int version;
        private final String metaCategory;
        private final String relation;
        private final String type;
        private final String category;
        private final String words;

        Template(
                String label,
                String uuid,
                int version,
                String metaCategory,
                String relation,
                String type,
                String category,
                String words) {
            this.label = label;
            this.uuid = uuid;
            this.version = version;
            this.metaCategory = metaCategory;
            this.relation = relation;
            this.type = type;
            this.category = category;
            this.words = words;
        }
    }

    /** What MISP takes once an event, whatever the campaigns that have it: two values that it stores alike are one. */
    private record Value(Template template, String stored) {}

    /** A value as it is written, and the campaigns that have it. */
    private record Shown(Template template, String value, Set<String> campaigns) {}

    private final class Event {
        private final SharedFindings shared;
        private final Json json;
        private final String time;

        Event(SharedFindings shared, Json json) {
            this.shared = shared;
            this.json = json;
            this.time = Long.toString(Math.max(0, shared.end().getEpochSecond()));
        }

        private String uuid(String name) {
            UUID uuid = NameUuid.of(NameUuid.VIGIE, "misp/" + shared.seed() + "/" + sharing.mispObjects() + "/" + name);
            return uuid.toString();
        }

        void write() {
            json.object().object("Event").put("uuid", uuid("event"));
            json.put("info", shared.t("misp.info", shared.campaigns().size()));
            json.put("date", day(shared.end())).put("timestamp", time);
            json.put("threat_level_id", "4").put("analysis", "0").put("published", false);
            json.put("distribution", distribution());
            json.object("Orgc")
                    .put("name", "Vigie")
                    .put("uuid", NameUuid.of(NameUuid.VIGIE, "misp").toString());
            json.endObject().array("Tag");
            tag("tlp:" + sharing.tlp().label());
            Set<String> techniques = new LinkedHashSet<>();
            shared.campaigns().forEach(c -> techniques.addAll(tags(c)));
            techniques.forEach(this::tag);
            json.endArray().array("Attribute");
            attribute("how", "comment", "Other", shared.t("how.title"), shared.how(), List.of());
            for (Campaign c : shared.campaigns()) {
                // The id makes it unique: two campaigns may be as large, and for the same reason.
                attribute(c.id(), "comment", "Other", shared.name(c), c.id() + ": " + shared.reason(c), tags(c));
            }
            Map<Value, Shown> values = new LinkedHashMap<>();
            for (Campaign c : shared.campaigns()) {
                addValues(c, values);
            }
            if (!sharing.mispObjects()) {
                values.values().forEach(shown -> {
                    head(shown);
                    json.endObject();
                });
            }
            json.endArray();
            if (sharing.mispObjects()) {
                json.array("Object");
                values.values().forEach(this::object);
                json.endArray();
            }
            json.endObject().endObject();
        }

        private static String name(Shown shown) {
            return shown.template() + "/" + shown.value();
        }

        private String comment(Shown shown) {
            return shared.t("misp." + shown.template().words, String.join(", ", shown.campaigns()));
        }

        private void addValues(Campaign c, Map<Value, Shown> values) {
            for (TextCluster cluster : c.texts().stream().limit(MOST_TEXTS).toList()) {
                add(c, Template.MICROBLOG, shared.names().text(cluster.medoid()), values);
            }
            for (Campaign.Member m : c.members()) {
                add(c, Template.USER_ACCOUNT, shared.names().account(m.account()), values);
            }
            shared.links(c).forEach(link -> add(c, Template.URL, link, values));
        }

        private static void add(Campaign c, Template template, String text, Map<Value, Shown> values) {
            String value = MispValue.fitted(text);
            boolean isCutLink = template == Template.URL && !value.equals(text); // would lead elsewhere
            if (!value.isBlank() && !isCutLink) {
                values.computeIfAbsent(
                                new Value(template, MispValue.stored(value)),
                                v -> new Shown(template, value, new LinkedHashSet<>()))
                        .campaigns()
                        .add(c.id());
            }
        }

        private List<String> tags(Campaign c) {
            return c.techniques().stream().map(Disarm::tag).distinct().toList();
        }

        private void tag(String name) {
            json.object().put("name", name).endObject();
        }

        private void attribute(
                String name, String type, String category, String comment, String value, List<String> tags) {
            head(name, type, category, comment, value);
            if (!tags.isEmpty()) {
                json.array("Tag");
                tags.forEach(this::tag);
                json.endArray();
            }
            json.endObject();
        }

        private void head(String name, String type, String category, String comment, String value) {
            json.object()
                    .put("uuid", uuid("attribute/" + name))
                    .put("type", type)
                    .put("category", category);
            json.put("to_ids", false).put("distribution", "5").put("timestamp", time);
            json.put("comment", comment).put("value", value);
        }

        private void head(Shown shown) {
            Template template = shown.template();
            head(name(shown), template.type, template.category, comment(shown), shown.value());
        }

        private void object(Shown shown) {
            Template template = shown.template();
            json.object().put("name", template.label).put("meta-category", template.metaCategory);
            json.put("template_uuid", template.uuid).put("template_version", Integer.toString(template.version));
            json.put("uuid", uuid("object/" + name(shown)))
                    .put("timestamp", time)
                    .put("distribution", "5");
            json.put("comment", comment(shown)).array("Attribute");
            head(shown);
            json.put("object_relation", template.relation)
                    .endObject()
                    .endArray()
                    .endObject();
        }

        /** To whom MISP itself may send the event: nobody unless its level allows it. */
        private String distribution() {
            return sharing.tlp() == Tlp.CLEAR ? "3" : sharing.tlp() == Tlp.GREEN ? "1" : "0";
        }
    }

    private static String day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
