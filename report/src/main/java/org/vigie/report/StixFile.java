/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.vigie.campaign.findings.Campaign;
import org.vigie.posts.Technique;
import org.vigie.report.exchange.Sharing;
import org.vigie.report.table.Json;

/** Writes stix.json: see docs/formats/stix-json.md. */
final class StixFile implements ReportFormat {
    /** What STIX has room for in a count. */
    private static final int MOST_COUNTED = 999_999_999;

    private final Sharing sharing;

    StixFile(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public String file() {
        return "stix.json";
    }

    @Override
    public void write(Report report, Writer out) {
        try (Json json = Json.indented(out)) {
            new Bundle(new SharedFindings(report, sharing), new StixObjects(json, sharing.tlp())).write();
        }
    }

    /** One bundle: what all campaigns have in common first, then campaign by campaign. */
    private final class Bundle {
        private final SharedFindings shared;
        private final StixObjects stix;
        private final Instant end;
        private final boolean isOpenCti = sharing.stixProfile() == Sharing.StixProfile.OPENCTI;
        /** What is written and may come again: two campaigns may have an account or a link in common. */
        private final TreeSet<String> written = new TreeSet<>();

        Bundle(SharedFindings shared, StixObjects stix) {
            this.shared = shared;
            this.stix = stix;
            this.end = shared.end();
        }

        void write() {
            stix.startBundle(id("bundle", ""));
            stix.marking();
            stix.identity();
            Map<String, Technique> techniques = new LinkedHashMap<>();
            shared.campaigns().forEach(c -> c.techniques().forEach(t -> techniques.putIfAbsent(t.id(), t)));
            techniques.values().forEach(t -> stix.attackPattern(t, end, isOpenCti));
            note(id("note", "how"), shared.t("how.title"), shared.how(), List.of(StixObjects.IDENTITY));
            shared.campaigns().forEach(this::campaign);
            stix.endBundle();
        }

        private String id(String type, String name) {
            UUID uuid =
                    NameUuid.of(NameUuid.VIGIE, type + "/" + shared.seed() + "/" + sharing.stixProfile() + "/" + name);
            return type + "--" + uuid;
        }

        private void campaign(Campaign c) {
            List<String> observed = new ArrayList<>();
            List<String> channels = new ArrayList<>();
            List<String> owned = new ArrayList<>();
            for (Campaign.Member member : c.members()) {
                String name = shared.names().account(member.account());
                String account = account(name);
                observed.add(account);
                if (isOpenCti) {
                    String channel = channel(name);
                    channels.add(channel);
                    owned.add(relation(channel, "belongs-to", account));
                }
            }
            shared.links(c).forEach(link -> observed.add(link(link)));
            List<String> all = new ArrayList<>(observed);
            all.addAll(channels);
            all.addAll(owned);
            String data = id("observed-data", c.id());
            stix.start("observed-data", data, end);
            stix.time("first_observed", c.first()).time("last_observed", c.last());
            stix.json().put("number_observed", count(c)).strings("object_refs", observed);
            stix.end();
            all.add(data);
            for (Technique technique : c.techniques()) {
                all.add(Disarm.attackPattern(technique));
                all.add(sighting(c, technique, data));
            }
            if (isOpenCti) {
                all.addAll(manipulation(c, channels));
            }
            if (sharing.incidents()) {
                all.add(incident(c));
            }
            String note = id("note", c.id());
            note(note, shared.name(c), shared.reason(c), List.of(data));
            all.add(note);
            stix.start("grouping", id("grouping", c.id()), end);
            stix.json().strings("labels", List.of(c.state().label())).put("name", shared.name(c));
            stix.json()
                    .put("context", "suspicious-activity")
                    .strings("object_refs", all.stream().distinct().toList());
            stix.end();
        }

        private void note(String id, String title, String content, List<String> about) {
            stix.start("note", id, end);
            stix.json().put("lang", shared.language()).put("abstract", title);
            stix.json().put("content", content).strings("object_refs", about);
            stix.end();
        }

        private String account(String name) {
            String id = "user-account--" + NameUuid.observable("user_id", name);
            if (written.add(id)) {
                stix.observable("user-account", id).put("user_id", name);
                if (isOpenCti) {
                    stix.json().put("x_opencti_description", shared.t("account"));
                }
                stix.end();
            }
            return id;
        }

        private String link(String link) {
            String type = isOpenCti ? "media-content" : "url";
            String property = isOpenCti ? "url" : "value";
            String id = type + "--" + NameUuid.observable(property, link);
            if (written.add(id)) {
                stix.observable(type, id).put(property, link);
                if (isOpenCti) {
                    stix.json().put("x_opencti_description", shared.t("link"));
                    stix.extension(StixObjects.OPENCTI_OBSERVABLE, "new-sco");
                }
                stix.end();
            }
            return id;
        }

        private String sighting(Campaign c, Technique technique, String data) {
            String id = id("sighting", c.id() + "/" + technique.id());
            stix.start("sighting", id, end);
            stix.time("first_seen", c.first());
            if (StixObjects.millis(c.last()).compareTo(StixObjects.millis(c.first())) > 0) {
                stix.time("last_seen", c.last()); // some importers refuse one that is not later
            }
            stix.json().put("count", count(c)).put("sighting_of_ref", Disarm.attackPattern(technique));
            stix.json().strings("observed_data_refs", List.of(data));
            stix.json().strings("where_sighted_refs", List.of(StixObjects.IDENTITY));
            stix.end();
            return id;
        }

        private String incident(Campaign c) {
            String id = id("incident", c.id());
            stix.start("incident", id, end);
            stix.json().put("name", shared.name(c)).put("description", shared.reason(c));
            stix.json().object("extensions").object(StixObjects.INCIDENT);
            stix.json().put("extension_type", "property-extension").put("determination", "suspected");
            stix.json().put("investigation_status", "new").endObject().endObject();
            stix.end();
            return id;
        }

        private static int count(Campaign c) {
            return Math.min(c.rows().length(), MOST_COUNTED);
        }

        /**
         * An account as OpenCTI's model of information manipulation has it. Names that differ by case are two accounts. The
         * namespace of observables is for these alone.
         */
        private String channel(String name) {
            String id = "channel--" + NameUuid.of(NameUuid.VIGIE, "channel/" + name);
            if (written.add(id)) {
                stix.start("channel", id, end);
                stix.json().put("name", name).put("description", shared.t("account"));
                stix.extension(StixObjects.OPENCTI_DOMAIN, "new-sdo");
                stix.end();
            }
            return id;
        }

        /** The story, its time, and which channels tell it. */
        private List<String> manipulation(Campaign c, List<String> channels) {
            String narrative = id("narrative", c.id());
            stix.start("narrative", narrative, end);
            stix.json().put("name", shared.name(c)).put("description", shared.reason(c));
            stix.extension(StixObjects.OPENCTI_DOMAIN, "new-sdo");
            stix.end();
            String event = id("event", c.id());
            stix.start("event", event, end);
            stix.json().put("name", shared.event(c)).put("description", shared.reason(c));
            stix.time("start_time", c.first()).time("stop_time", c.last());
            stix.extension(StixObjects.OPENCTI_DOMAIN, "new-sdo");
            stix.end();
            List<String> all = new ArrayList<>(List.of(narrative, event));
            for (String channel : channels) {
                all.add(relation(channel, "uses", narrative));
            }
            return all;
        }

        private String relation(String source, String type, String target) {
            String id = id("relationship", source + type + target);
            if (written.add(id)) {
                stix.start("relationship", id, end);
                stix.json()
                        .put("relationship_type", type)
                        .put("source_ref", source)
                        .put("target_ref", target);
                stix.end();
            }
            return id;
        }
    }
}
