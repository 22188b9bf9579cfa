/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.Technique;
import org.vigie.posts.simulation.CampaignKind;
import org.vigie.posts.simulation.Simulator;
import org.vigie.report.exchange.Sharing;
import org.vigie.report.exchange.Sharing.StixProfile;
import tools.jackson.databind.JsonNode;

/**
 * What the importers of others refuse, drop or warn of, as their source has it: docs/formats/stix-json.md and misp-json.md
 * say which versions were read.
 */
class ImporterRulesTest {
    private static final Findings SMALL = TestFindings.of(
            List.of("amina_k", "\u041e\u043b\u044f \"\u263a\"", "Chidi", "dora"),
            List.of("The ferry at the north quay stops at noon", "Tell the neighbours of the ferry at noon"),
            "quay",
            "news.example/a");

    private static final Findings SIMULATED = simulated();
    private static final Sharing ALL = Sharing.withDefaults().withMinAccounts(2).withIncidents();
    private static final Sharing OPENCTI = ALL.withStixProfile(StixProfile.OPENCTI);

    /** The properties that stix2 knows of what we write: it refuses any other. */
    private static final Set<String> COMMON = Set.of(
            "type",
            "spec_version",
            "id",
            "created",
            "modified",
            "created_by_ref",
            "object_marking_refs",
            "labels",
            "lang",
            "external_references",
            "extensions");

    private static final Map<String, Set<String>> OWN = Map.of(
            "identity", Set.of("name", "identity_class"),
            "marking-definition", Set.of("name"),
            "attack-pattern", Set.of("name"),
            "note", Set.of("abstract", "content", "object_refs"),
            "user-account", Set.of("user_id"),
            "url", Set.of("value"),
            "observed-data", Set.of("first_observed", "last_observed", "number_observed", "object_refs"),
            "sighting",
                    Set.of(
                            "first_seen",
                            "last_seen",
                            "count",
                            "sighting_of_ref",
                            "observed_data_refs",
                            "where_sighted_refs"),
            "incident", Set.of("name", "description"),
            "grouping", Set.of("name", "context", "object_refs"));

    @TempDir
    private Path folder;

    private static Findings simulated() {
        CorpusBuilder builder = Corpus.builder();
        Simulator.withDefaults()
                .withPosts(3_000)
                .withCampaign(CampaignKind.COPYPASTA, 20)
                .withCampaign(CampaignKind.CO_URL, 20)
                .run((post, label) -> builder.post(post));
        return CampaignDetector.withDefaults().detect(builder.build());
    }

    private JsonNode write(String name, Findings findings, Sharing sharing) throws IOException {
        ReportWriter.withDefaults()
                .withLocale(Locale.ENGLISH)
                .withFormats(ReportFormats.named(name, sharing))
                .write(findings, Names.plain(findings.corpus()), Provenance.none(), folder);
        return JsonSchemas.parse(Files.readString(folder.resolve(name + ".json")));
    }

    private List<JsonNode> stix(Findings findings, Sharing sharing) throws IOException {
        return write("stix", findings, sharing).get("objects").valueStream().toList();
    }

    private static String text(JsonNode object, String property) {
        return object.get(property).asString();
    }

    /** The same campaign with all its posts in one moment. */
    private static Findings moment(Findings f) {
        Campaign c = f.campaigns().get(0);
        Campaign moment = SharedFiles.like(c, c.id(), c.first(), c.first().plusNanos(999_999));
        return TestFindings.withCampaigns(f, List.of(moment));
    }

    /** Some versions of stix2 and the validator of OASIS refuse a sighting whose end is not later than its start. */
    @Test
    void aSightingEndsLaterThanItStartsOrHasNoEnd() throws IOException {
        int ends = 0;
        for (Findings findings : List.of(SMALL, SIMULATED, moment(SMALL))) {
            for (JsonNode o : stix(findings, ALL)) {
                if (text(o, "type").equals("sighting") && o.has("last_seen")) {
                    assertThat(text(o, "last_seen")).isGreaterThan(text(o, "first_seen"));
                    ends++;
                }
                if (text(o, "type").equals("observed-data")) {
                    assertThat(text(o, "last_observed")).isGreaterThanOrEqualTo(text(o, "first_observed"));
                }
                if (o.has("modified")) {
                    assertThat(text(o, "modified")).isGreaterThanOrEqualTo(text(o, "created"));
                }
            }
        }
        assertThat(ends).isPositive();
        assertThat(stix(moment(SMALL), ALL)).anySatisfy(o -> {
            assertThat(text(o, "type")).isEqualTo("sighting");
            assertThat(o.has("last_seen")).isFalse();
        });
    }

    /** Without a property or type of one's own, stix2 reads the bundle as it is by default. */
    @Test
    void theOwnProfileHasNothingThatStix2DoesNotKnow() throws IOException {
        for (Findings findings : List.of(SMALL, SIMULATED)) {
            for (JsonNode o : stix(findings, ALL)) {
                String type = text(o, "type");
                assertThat(OWN).containsKey(type);
                o.propertyStream()
                        .forEach(p -> assertThat(COMMON.contains(p.getKey())
                                        || OWN.get(type).contains(p.getKey()))
                                .as(type + "." + p.getKey())
                                .isTrue());
            }
        }
    }

    /** What the validator of OASIS looks at besides the schemas. */
    @Test
    void namesAndNumbersAreAsTheValidatorAsks() throws IOException {
        for (Sharing sharing : List.of(ALL, OPENCTI)) {
            for (JsonNode o : stix(SIMULATED, sharing)) {
                o.propertyStream().forEach(p -> assertThat(p.getKey()).matches("[a-z0-9_]{3,250}|id"));
                o.propertyStream()
                        .filter(p -> p.getKey().startsWith("x_"))
                        .forEach(p -> assertThat(p.getKey()).matches("x_.+_.+"));
                for (String count : List.of("count", "number_observed")) {
                    if (o.has(count)) {
                        assertThat(o.get(count).asInt()).isBetween(1, 999_999_999);
                    }
                }
                if (o.has("lang")) {
                    assertThat(text(o, "lang")).isIn("en", "fr");
                }
                if (o.has("labels")) {
                    o.get("labels")
                            .forEach(label -> assertThat(label.asString()).matches("[a-z-]+"));
                }
                if (o.has("context")) {
                    assertThat(text(o, "context")).isIn("suspicious-activity", "malware-analysis", "unspecified");
                }
                if (o.has("identity_class")) {
                    assertThat(text(o, "identity_class"))
                            .isIn("individual", "group", "system", "organization", "class", "unknown");
                }
                if (o.has("extensions")) {
                    o.get("extensions").propertyStream().forEach(extension -> {
                        assertThat(extension.getKey()).matches("extension-definition--[0-9a-f-]{36}");
                        assertThat(text(extension.getValue(), "extension_type"))
                                .isIn("new-sdo", "new-sco", "property-extension");
                    });
                }
                if (o.has("external_references")) {
                    o.get("external_references").forEach(reference -> {
                        assertThat(text(reference, "source_name")).isNotBlank();
                        assertThat(text(reference, "external_id")).isNotBlank();
                    });
                }
            }
        }
    }

    /** Observables alone have ids of their properties in the namespace of STIX; no UUID is of two types. */
    @Test
    void idsAreOfTheirNamespace() throws IOException {
        Map<String, String> contributing = Map.of("user-account", "user_id", "url", "value", "media-content", "url");
        for (Sharing sharing : List.of(ALL, OPENCTI)) {
            Set<String> uuids = new HashSet<>();
            for (JsonNode o : stix(SIMULATED, sharing)) {
                String type = text(o, "type");
                String uuid = text(o, "id").substring(type.length() + 2);
                assertThat(uuids.add(uuid)).as(text(o, "id")).isTrue();
                if (contributing.containsKey(type)) {
                    String property = contributing.get(type);
                    assertThat(uuid)
                            .isEqualTo(NameUuid.observable(property, text(o, property))
                                    .toString());
                } else if (o.has("name")) {
                    assertThat(uuid)
                            .as("the namespace of observables is for these alone")
                            .isNotEqualTo(
                                    NameUuid.observable("name", text(o, "name")).toString());
                }
            }
        }
        JsonNode channel = stix(SMALL, OPENCTI).stream()
                .filter(o ->
                        text(o, "type").equals("channel") && text(o, "name").equals("amina_k"))
                .findFirst()
                .orElseThrow();
        UUID own = NameUuid.of(NameUuid.VIGIE, "channel/amina_k");
        assertThat(text(channel, "id")).as("for every run and partner").isEqualTo("channel--" + own);
    }

    /** OpenCTI takes a bundle apart by its references, and leaves out one that leads back. */
    @Test
    void noReferenceLeadsBack() throws IOException {
        Map<String, List<String>> references = new HashMap<>();
        for (JsonNode o : stix(SIMULATED, OPENCTI)) {
            List<String> to = references.computeIfAbsent(text(o, "id"), id -> new ArrayList<>());
            o.propertyStream().forEach(p -> {
                if (p.getKey().endsWith("_ref")) {
                    to.add(p.getValue().asString());
                } else if (p.getKey().endsWith("_refs")) {
                    p.getValue().forEach(ref -> to.add(ref.asString()));
                    assertThat(p.getValue().valueStream().map(JsonNode::asString))
                            .doesNotHaveDuplicates();
                }
            });
        }
        references.keySet().forEach(id -> requireNoWayBack(id, references, new ArrayList<>()));
    }

    private static void requireNoWayBack(String id, Map<String, List<String>> references, List<String> way) {
        assertThat(way).doesNotContain(id);
        way.add(id);
        references.get(id).forEach(to -> requireNoWayBack(to, references, way));
        way.remove(way.size() - 1);
    }

    /** MISP trims values, stores signs of four bytes as question marks, and refuses what it then has already. */
    @Test
    void whatMispStoresAlikeIsOneValue() throws IOException {
        Findings findings = TestFindings.of(
                List.of("UCaB3 ", "\tUCaB3", "ship\ud83d\udea2", "ship\u26f5\ud83d\udea3"),
                List.of("The ferry at the north quay stops at noon \ud83d\udea2", "Tell them of the ferry at noon"),
                "quay",
                "news.example/a");
        JsonNode event = write("misp", findings, ALL).get("Event");
        List<String> values =
                event.get("Attribute").valueStream().map(a -> text(a, "value")).toList();
        assertThat(values).containsOnlyOnce("UCaB3").contains("ship\ud83d\udea2");
        assertThat(values).allMatch(value -> value.equals(value.strip()));
        assertThat(MispValue.stored("a\ud83d\udea2\u00e9b")).isEqualTo("a?\u00e9b");
        assertThat(MispValue.fitted(" \t\n\r\0\u000ba b\u00a0 ")).isEqualTo("a b\u00a0");
        assertThat(MispValue.fitted(" \t\n")).isEmpty();
    }

    /** MISP refuses a value of more bytes than its column has. */
    @Test
    void aValueIsCutToWhatMispHasRoomFor() {
        for (String sign : List.of("a", "\u00e9", "\u20ac", "\ud83d\udea2")) {
            int bytes = sign.getBytes(StandardCharsets.UTF_8).length;
            String fits = sign.repeat(MispValue.MOST_BYTES / bytes);
            assertThat(MispValue.fitted(fits)).isEqualTo(fits);
            String cut = MispValue.fitted(fits + sign);
            assertThat(cut).endsWith("\u2026").startsWith(sign.repeat(100));
            assertThat(cut.getBytes(StandardCharsets.UTF_8).length)
                    .isBetween(MispValue.MOST_BYTES - bytes - 3, MispValue.MOST_BYTES);
            assertThat(cut.substring(0, cut.length() - 1).replace(sign, ""))
                    .as("no half sign")
                    .isEmpty();
        }
    }

    /** PyMISP makes numbers and times of these, and stops where it can't. */
    @Test
    void mispsFieldsAreWhatPyMispMakesOfThem() throws IOException {
        JsonNode event = write("misp", SIMULATED, ALL.withMispObjects()).get("Event");
        assertThat(text(event, "info")).isNotBlank();
        assertThat(Instant.ofEpochSecond(Long.parseLong(text(event, "timestamp"))))
                .isAfter(Instant.EPOCH);
        assertThat(text(event.get("Orgc"), "name")).isNotBlank();
        UUID.fromString(text(event.get("Orgc"), "uuid"));
        event.get("Tag")
                .forEach(tag ->
                        assertThat(text(tag, "name")).matches("tlp:[a-z+]+|misp-galaxy:disarm-techniques=\"[^\"]+\""));
        event.get("Object").forEach(object -> {
            Long.parseLong(text(object, "timestamp"));
            assertThat(object.get("Attribute").size()).isPositive();
        });
        event.get("Attribute")
                .forEach(a -> assertThat(a.get("to_ids").asBoolean()).isFalse());
    }

    /** MISP knows a technique by the name that the galaxy has, letter for letter. */
    @Test
    void techniquesHaveTheNamesOfMispsGalaxy() {
        assertThat(List.of(
                                Technique.COPYPASTA,
                                Technique.FLOOD,
                                Technique.FLOOD_HASHTAG,
                                Technique.SWARMING,
                                Technique.AMPLIFY)
                        .stream()
                        .map(Disarm::tag))
                .containsExactly(
                        "misp-galaxy:disarm-techniques=\"Use Copypasta\"",
                        "misp-galaxy:disarm-techniques=\"Flood Information Space\"",
                        "misp-galaxy:disarm-techniques=\"Flood Existing Hashtag\"",
                        "misp-galaxy:disarm-techniques=\"Conduct Swarming\"",
                        "misp-galaxy:disarm-techniques=\"Amplify Existing Narrative\"");
    }
}
