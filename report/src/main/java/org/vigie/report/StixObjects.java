/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.vigie.posts.Technique;
import org.vigie.report.exchange.Sharing.Tlp;
import org.vigie.report.table.Json;

/** Objects of STIX 2.1 (OASIS, 2021) with what all of them have: version, times, who made them, who may see them. */
final class StixObjects {
    static final String IDENTITY = "identity--" + NameUuid.of(NameUuid.VIGIE, "identity");
    /** The core of incidents, from the common extensions of OASIS. */
    static final String INCIDENT = "extension-definition--ef765651-680c-498d-9894-99799f2fa126";

    static final String OPENCTI_DOMAIN = "extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba";
    static final String OPENCTI_OBSERVABLE = "extension-definition--f93e2c80-4231-4f9a-af8b-95c9bd566a82";

    private static final String TLP_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
    /** Before the framework's own objects, so that these replace ours wherever both come. */
    private static final Instant BEFORE_DISARM = Instant.parse("2024-08-02T00:00:00Z");

    private static final Instant IDENTITY_MADE = Instant.parse("2026-01-01T00:00:00Z");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Json json;
    private final Tlp tlp;

    StixObjects(Json json, Tlp tlp) {
        this.json = json;
        this.tlp = tlp;
    }

    Json json() {
        return json;
    }

    void startBundle(String id) {
        json.object().put("type", "bundle").put("id", id).array("objects");
    }

    void endBundle() {
        json.endArray().endObject();
    }

    /** Starts an object of the domain or a relation. */
    void start(String type, String id, Instant made) {
        head(type, id, made);
        json.put("created_by_ref", IDENTITY).strings("object_marking_refs", List.of(markingId()));
    }

    private void head(String type, String id, Instant made) {
        json.object().put("type", type).put("spec_version", "2.1").put("id", id);
        time("created", made).time("modified", made);
    }

    /** Starts an observable, which has no times and no maker. */
    Json observable(String type, String id) {
        json.object().put("type", type).put("spec_version", "2.1").put("id", id);
        return json.strings("object_marking_refs", List.of(markingId()));
    }

    void end() {
        json.endObject();
    }

    StixObjects time(String name, Instant time) {
        json.put(name, millis(time));
        return this;
    }

    /** A time as it is written; so written, later is greater. */
    static String millis(Instant time) {
        return MILLIS.format(SharedFindings.time(time));
    }

    void extension(String definition, String type) {
        json.object("extensions").object(definition).put("extension_type", type);
        json.endObject().endObject();
    }

    /** The markings that everybody has: FIRST's levels as OASIS publishes them. */
    private String markingId() {
        return "marking-definition--"
                + switch (tlp) {
                    case CLEAR -> "94868c89-83c2-464b-929b-a1a8aa3c8487";
                    case GREEN -> "bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
                    case AMBER -> "55d920b0-5e8b-4f79-9ee9-91f868d9b421";
                    case AMBER_STRICT -> "939a9414-2ddd-4d32-a0cd-375ea402b003";
                    case RED -> "e828b379-4e03-4974-9ac4-e53a884c97c1";
                };
    }

    void marking() {
        json.object()
                .put("type", "marking-definition")
                .put("spec_version", "2.1")
                .put("id", markingId());
        json.put("created", "2022-10-01T00:00:00.000Z")
                .put("name", "TLP:" + tlp.label().toUpperCase(Locale.ROOT));
        json.object("extensions").object(TLP_EXTENSION).put("extension_type", "property-extension");
        json.put("tlp_2_0", tlp.label()).endObject().endObject().endObject();
    }

    /** The program: a person who shares adds the organisation. */
    void identity() {
        head("identity", IDENTITY, IDENTITY_MADE);
        json.put("name", "Vigie").put("identity_class", "system").endObject();
    }

    void attackPattern(Technique technique, Instant end, boolean isOpenCti) {
        head("attack-pattern", Disarm.attackPattern(technique), Disarm.knows(technique) ? BEFORE_DISARM : end);
        json.put("name", technique.name()).array("external_references").object();
        json.put("source_name", Disarm.knows(technique) ? "DISARM" : "Vigie").put("external_id", technique.id());
        if (Disarm.knows(technique)) {
            json.put("url", Disarm.page(technique)).put("description", Disarm.ATTRIBUTION);
        }
        json.endObject().endArray();
        if (isOpenCti) {
            json.put("x_mitre_id", technique.id());
        }
        json.endObject();
    }
}
