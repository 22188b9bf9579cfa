/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.vigie.report.SharedFiles.KEYED;
import static org.vigie.report.SharedFiles.NOTHING;
import static org.vigie.report.SharedFiles.SIMULATED;
import static org.vigie.report.SharedFiles.SMALL;
import static org.vigie.report.SharedFiles.keyed;
import static org.vigie.report.SharedFiles.objects;
import static org.vigie.report.SharedFiles.ofType;
import static org.vigie.report.SharedFiles.sharings;
import static org.vigie.report.SharedFiles.stix;
import static org.vigie.report.SharedFiles.twice;
import static org.vigie.report.SharedFiles.write;

import com.networknt.schema.SchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Names;
import org.vigie.report.exchange.Sharing;
import org.vigie.report.exchange.Sharing.StixProfile;
import org.vigie.report.exchange.Sharing.Tlp;
import tools.jackson.databind.JsonNode;

/** stix.json: its form, the schemas of OASIS, what OpenCTI asks for. */
class StixFileTest {
    /** The folder with stix21/schemas, given with -Dvigie.exchange. */
    private static final Path EXCHANGE = Path.of(System.getProperty("vigie.exchange", "no-such-folder"));

    @TempDir
    private Path folder;

    /** Every id is unique and of its object's type, every reference leads to an object of the bundle. */
    @Test
    void aBundleIsClosedAndSaysWhoMayReadIt() throws IOException {
        for (Findings findings : List.of(SMALL, SIMULATED, NOTHING, twice(SMALL))) {
            for (Sharing sharing : sharings()) {
                JsonNode bundle = stix(folder, findings, sharing);
                Set<String> ids = new HashSet<>();
                for (JsonNode o : objects(bundle)) {
                    String id = o.get("id").asString();
                    assertThat(ids.add(id)).as(id).isTrue();
                    assertThat(id).startsWith(o.get("type").asString() + "--");
                    UUID uuid = UUID.fromString(id.substring(id.indexOf("--") + 2));
                    boolean isPublished = Set.of("attack-pattern", "marking-definition")
                            .contains(o.get("type").asString());
                    assertThat(uuid.version()).as(id).isEqualTo(isPublished ? uuid.version() : 5);
                    assertThat(o.get("spec_version").asString()).isEqualTo("2.1");
                }
                String marking =
                        ofType(bundle, "marking-definition").get(0).get("id").asString();
                for (JsonNode o : objects(bundle)) {
                    o.propertyStream()
                            .filter(p -> p.getKey().endsWith("_ref"))
                            .forEach(p -> assertThat(ids).contains(p.getValue().asString()));
                    o.propertyStream().filter(p -> p.getKey().endsWith("_refs")).forEach(p -> {
                        assertThat(p.getValue().size()).isPositive();
                        p.getValue().forEach(ref -> assertThat(ids).contains(ref.asString()));
                    });
                    if (!Set.of("marking-definition", "identity", "attack-pattern")
                            .contains(o.get("type").asString())) {
                        assertThat(o.get("object_marking_refs").get(0).asString())
                                .isEqualTo(marking);
                    }
                }
                assertThat(ofType(bundle, "marking-definition").get(0).toString())
                        .contains("\"tlp_2_0\":\"" + sharing.tlp().label() + "\"");
            }
        }
    }

    @Test
    void aCampaignIsAGroupingWithItsSightings() throws IOException {
        JsonNode bundle =
                stix(folder, SMALL, Sharing.withDefaults().withMinAccounts(2).withIncidents());
        JsonNode grouping = ofType(bundle, "grouping").get(0);
        assertThat(grouping.get("context").asString()).isEqualTo("suspicious-activity");
        assertThat(grouping.get("labels").get(0).asString()).isEqualTo("machine-suspected");
        assertThat(ofType(bundle, "user-account").stream()
                        .map(o -> o.get("user_id").asString()))
                .containsExactly(
                        KEYED.pseudonym("account", "amina_k"),
                        KEYED.pseudonym("account", "\u041e\u043b\u044f \"\u263a\""),
                        KEYED.pseudonym("account", "Chidi\\u0000 Okafor"));
        assertThat(ofType(bundle, "url").get(0).get("value").asString())
                .isEqualTo("https://news.example/f%C3%A9rry?a=%5B1%5D&b=100%25%7Cx%20y");
        JsonNode sighting = ofType(bundle, "sighting").get(0);
        assertThat(sighting.get("sighting_of_ref").asString())
                .isEqualTo("attack-pattern--4cd719a9-e817-4acc-9581-6b6a60e42f35");
        assertThat(sighting.get("where_sighted_refs").size()).isEqualTo(1);
        JsonNode data = ofType(bundle, "observed-data").get(0);
        assertThat(data.get("number_observed").asInt()).isEqualTo(9);
        assertThat(data.get("first_observed").asString()).isEqualTo("2026-03-02T08:00:00.000Z");
        assertThat(data.get("object_refs").size()).isEqualTo(4);
        JsonNode incident = ofType(bundle, "incident").get(0);
        assertThat(incident.get("extensions")
                        .get(StixObjects.INCIDENT)
                        .get("determination")
                        .asString())
                .isEqualTo("suspected");
        assertThat(ofType(bundle, "note").get(1).get("content").asString())
                .contains("3 accounts", "nobody has confirmed it");
    }

    /** The vectors of RFC 9562 and of the STIX specification's text on identifiers. */
    @Test
    void identifiersAreThoseOfTheStandard() {
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(NameUuid.of(dns, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
        assertThat(NameUuid.observable("value", "a\"\\\n\u00e9\u0001"))
                .isEqualTo(NameUuid.of(NameUuid.STIX, "{\"value\":\"a\\\"\\\\\\n\u00e9\\u0001\"}"));
    }

    @Test
    void stixIsValidAgainstTheSchemasOfOasis() throws IOException {
        Path schemas = EXCHANGE.resolve("stix21/schemas");
        assumeTrue(Files.isDirectory(schemas), "needs -Dvigie.exchange with the schemas of OASIS in stix21/schemas");
        SchemaRegistry oasis = JsonSchemas.oasis(schemas);
        int objects = 0;
        for (Findings findings : List.of(SMALL, SIMULATED, NOTHING)) {
            for (Sharing sharing : sharings()) {
                JsonNode bundle = stix(folder, findings, sharing);
                for (JsonNode object : objects(bundle)) {
                    assertThat(JsonSchemas.faults(oasis, schemas, object))
                            .as(object.toString())
                            .isEmpty();
                    objects++;
                }
                assertThat(bundle.get("id").asString()).matches("bundle--[0-9a-f-]{36}");
            }
        }
        assertThat(objects).isGreaterThan(250);
        JsonNode broken = JsonSchemas.parse("{\"type\":\"grouping\",\"id\":\"x\"}");
        assertThat(JsonSchemas.faults(oasis, schemas, broken)).isNotEmpty();
    }

    @Test
    void openCtiHasItsTypesWithItsExtension() throws IOException {
        JsonNode bundle =
                stix(folder, SMALL, Sharing.withDefaults().withMinAccounts(2).withStixProfile(StixProfile.OPENCTI));
        assertThat(ofType(bundle, "channel")).hasSize(3);
        for (String type : List.of("channel", "narrative", "event")) {
            assertThat(ofType(bundle, type).get(0).get("extensions").toString())
                    .isEqualTo("{\"" + StixObjects.OPENCTI_DOMAIN + "\":{\"extension_type\":\"new-sdo\"}}");
        }
        JsonNode media = ofType(bundle, "media-content").get(0);
        assertThat(media.get("url").asString()).startsWith("https://news.example/");
        assertThat(media.get("extensions").toString()).contains(StixObjects.OPENCTI_OBSERVABLE, "new-sco");
        assertThat(media.get("x_opencti_description").asString()).isNotEmpty();
        assertThat(ofType(bundle, "attack-pattern").get(0).get("x_mitre_id").asString())
                .isEqualTo("T0084.001");
        assertThat(ofType(bundle, "relationship").stream()
                        .map(r -> r.get("relationship_type").asString())
                        .distinct())
                .containsExactlyInAnyOrder("belongs-to", "uses");
        assertThat(ofType(bundle, "url")).isEmpty();
    }

    /** What OpenCTI's importer asks for besides the schemas: types, references, relations and levels that it knows. */
    @Test
    void openCtiKnowsAllThatIsThere() throws IOException {
        Set<String> known = Set.of(
                "identity",
                "marking-definition",
                "attack-pattern",
                "note",
                "user-account",
                "media-content",
                "observed-data",
                "sighting",
                "incident",
                "grouping",
                "channel",
                "narrative",
                "event",
                "relationship");
        Sharing opencti =
                Sharing.withDefaults().withMinAccounts(2).withIncidents().withStixProfile(StixProfile.OPENCTI);
        for (Tlp tlp : Tlp.values()) {
            for (Findings findings : List.of(SMALL, SIMULATED, NOTHING)) {
                JsonNode bundle = stix(folder, findings, opencti.withTlp(tlp));
                assertThat(known)
                        .containsAll(objects(bundle).stream()
                                .map(o -> o.get("type").asString())
                                .toList());
                assertThat(ofType(bundle, "marking-definition")
                                .get(0)
                                .get("name")
                                .asString())
                        .isIn("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED");
                for (JsonNode sighting : ofType(bundle, "sighting")) {
                    assertThat(sighting.get("sighting_of_ref").asString()).startsWith("attack-pattern--");
                    assertThat(sighting.get("where_sighted_refs").size()).isEqualTo(1);
                }
                for (JsonNode relation : ofType(bundle, "relationship")) {
                    assertThat(typeOf(relation.get("source_ref").asString()) + " "
                                    + relation.get("relationship_type").asString() + " "
                                    + typeOf(relation.get("target_ref").asString()))
                            .isIn("channel uses narrative", "channel belongs-to user-account");
                }
                for (String type : List.of("channel", "narrative", "event", "incident", "grouping")) {
                    ofType(bundle, type)
                            .forEach(o -> assertThat(o.get("name").asString()).isNotBlank());
                }
                ofType(bundle, "media-content")
                        .forEach(o -> assertThat(o.get("url").asString()).startsWith("https://"));
            }
        }
    }

    private static String typeOf(String id) {
        return id.substring(0, id.indexOf("--"));
    }

    /** OpenCTI takes narratives and events of one name as one: those of two runs have two names, also without a title. */
    @Test
    void namesTellRunsApart() throws IOException {
        Names none = keyed(SIMULATED).withRetention(Names.Retention.NONE);
        Sharing sharing = Sharing.withDefaults().withStixProfile(StixProfile.OPENCTI);
        JsonNode bundle = JsonSchemas.parse(write(folder, "stix", SIMULATED, none, sharing, Locale.ENGLISH));
        List<String> names = ofType(bundle, "narrative").stream()
                .map(n -> n.get("name").asString())
                .toList();
        assertThat(names).isNotEmpty().allMatch(name -> name.matches("C\\d+(: \\S.*| of run [0-9a-f]{12})"));
        assertThat(names).anyMatch(name -> name.contains(" of run "));
        assertThat(ofType(bundle, "event").stream().map(e -> e.get("name").asString()))
                .allMatch(name -> name.matches("Activity of C\\d+.*, \\d+ March 2026( – \\d+ March 2026)?"));
    }

    /** Ids of YouTube's channels differ by case alone; each account has its channel, and the grouping says so. */
    @Test
    void accountsThatDifferByCaseHaveAChannelEach() throws IOException {
        Findings findings = TestFindings.of(
                List.of("UCaB3", "UCAb3", " UCaB3", "dora"),
                List.of("The ferry at the north quay stops at noon", "Tell the neighbours of the ferry at noon"),
                "quay",
                "news.example/a");
        JsonNode bundle = JsonSchemas.parse(write(
                folder,
                "stix",
                findings,
                Names.plain(findings.corpus()),
                Sharing.withDefaults().withMinAccounts(2).withStixProfile(StixProfile.OPENCTI),
                Locale.ENGLISH));
        int accounts = ofType(bundle, "user-account").size();
        assertThat(accounts).isGreaterThanOrEqualTo(3);
        assertThat(ofType(bundle, "channel").stream().map(c -> c.get("name").asString()))
                .hasSize(accounts)
                .contains("UCaB3", "UCAb3", " UCaB3");
        List<JsonNode> owned = ofType(bundle, "relationship").stream()
                .filter(r -> r.get("relationship_type").asString().equals("belongs-to"))
                .toList();
        assertThat(owned.stream().map(r -> r.get("target_ref").asString()).distinct())
                .hasSize(accounts);
        assertThat(owned.stream().map(r -> r.get("source_ref").asString()).distinct())
                .hasSize(accounts);
        Set<String> grouped = new HashSet<>();
        ofType(bundle, "grouping").get(0).get("object_refs").forEach(ref -> grouped.add(ref.asString()));
        owned.forEach(r -> assertThat(grouped).contains(r.get("id").asString()));
    }
}
