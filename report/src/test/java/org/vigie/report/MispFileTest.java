/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.vigie.report.SharedFiles.NOTHING;
import static org.vigie.report.SharedFiles.SIMULATED;
import static org.vigie.report.SharedFiles.SMALL;
import static org.vigie.report.SharedFiles.keyed;
import static org.vigie.report.SharedFiles.objects;
import static org.vigie.report.SharedFiles.sharings;
import static org.vigie.report.SharedFiles.twice;
import static org.vigie.report.SharedFiles.write;

import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Names;
import org.vigie.report.exchange.Sharing;
import org.vigie.report.exchange.Sharing.Tlp;
import tools.jackson.databind.JsonNode;

/** misp.json: its form, MISP's schema, what its import asks for. */
class MispFileTest {
    /** The folder with misp/schema-2.4.json, given with -Dvigie.exchange. */
    private static final Path EXCHANGE = Path.of(System.getProperty("vigie.exchange", "no-such-folder"));

    @TempDir
    private Path folder;

    @Test
    void mispHasAttributesAndTags() throws IOException {
        Sharing sharing = Sharing.withDefaults().withMinAccounts(2).withTlp(Tlp.AMBER_STRICT);
        JsonNode event = JsonSchemas.parse(write(folder, "misp", SMALL, keyed(SMALL), sharing, Locale.ENGLISH))
                .get("Event");
        assertThat(event.get("Tag").toString())
                .isEqualTo(
                        "[{\"name\":\"tlp:amber+strict\"},{\"name\":\"misp-galaxy:disarm-techniques=\\\"Use Copypasta\\\"\"}]");
        assertThat(event.get("distribution").asString()).isEqualTo("0");
        assertThat(event.get("published").asBoolean()).isFalse();
        Set<String> uuids = new TreeSet<>();
        event.get("Attribute").forEach(a -> {
            assertThat(uuids.add(a.get("uuid").asString())).isTrue();
            assertThat(a.get("to_ids").asBoolean()).isFalse();
        });
        assertThat(event.get("Attribute").size()).isEqualTo(2 + 1 + 3 + 1);
        assertThat(event.has("Object")).isFalse();
        JsonNode objects = JsonSchemas.parse(
                        write(folder, "misp", SMALL, keyed(SMALL), sharing.withMispObjects(), Locale.ENGLISH))
                .get("Event")
                .get("Object");
        assertThat(objects.valueStream().map(o -> o.get("name").asString()))
                .containsExactly("microblog", "user-account", "user-account", "user-account", "url");
        assertThat(objects.get(0).get("Attribute").get(0).get("object_relation").asString())
                .isEqualTo("post");
    }

    /** What PyMISP and MISP ask of an event besides the schema: published templates, known categories, levels, numbers. */
    @Test
    void mispHasWhatItsImportAsksFor() throws IOException {
        Map<String, List<String>> templates = Map.of(
                "microblog", List.of("8ec8c911-ddbe-4f5b-895b-fbff70c42a60", "8", "misc", "post", "text"),
                "user-account", List.of("49606b06-22f0-4ac8-8eee-2f12ad46f3d3", "6", "misc", "user-id", "text"),
                "url", List.of("60efb77b-40b5-4c46-871b-ed1ed999fce5", "3", "network", "url", "url"));
        Set<List<String>> known = Set.of(
                List.of("Other", "comment"),
                List.of("Other", "text"),
                List.of("Social network", "text"),
                List.of("External analysis", "url"));
        for (Sharing sharing : sharings()) {
            for (Findings findings : List.of(SMALL, SIMULATED, NOTHING)) {
                JsonNode event = JsonSchemas.parse(write(
                                folder, "misp", findings, keyed(findings), sharing.withMispObjects(), Locale.ENGLISH))
                        .get("Event");
                assertThat(event.get("distribution").asString()).isIn("0", "1", "3");
                assertThat(event.get("threat_level_id").asString()).isEqualTo("4");
                assertThat(event.get("analysis").asString()).isEqualTo("0");
                assertThat(event.get("date").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
                List<JsonNode> attributes =
                        new ArrayList<>(event.get("Attribute").valueStream().toList());
                List<String> uuids = new ArrayList<>(List.of(event.get("uuid").asString()));
                event.get("Object").forEach(object -> {
                    JsonNode attribute = object.get("Attribute").get(0);
                    assertThat(List.of(
                                    object.get("template_uuid").asString(),
                                    object.get("template_version").asString(),
                                    object.get("meta-category").asString(),
                                    attribute.get("object_relation").asString(),
                                    attribute.get("type").asString()))
                            .isEqualTo(templates.get(object.get("name").asString()));
                    assertThat(object.get("distribution").asString()).isEqualTo("5");
                    uuids.add(object.get("uuid").asString());
                    attributes.add(attribute);
                });
                attributes.forEach(a -> {
                    assertThat(known)
                            .contains(List.of(
                                    a.get("category").asString(), a.get("type").asString()));
                    assertThat(a.get("distribution").asString()).isEqualTo("5");
                    assertThat(a.get("value").asString()).isNotBlank();
                    uuids.add(a.get("uuid").asString());
                });
                assertThat(uuids).doesNotHaveDuplicates();
            }
        }
    }

    /** MISP takes a value of one type and category once an event, and drops what comes again. */
    @Test
    void noValueComesTwiceInAnEvent() throws IOException {
        Findings both = twice(SMALL);
        for (Findings findings : List.of(SMALL, SIMULATED, both)) {
            for (Names.Retention retention : Names.Retention.values()) {
                for (boolean isObjects : List.of(false, true)) {
                    Sharing sharing = Sharing.withDefaults().withMinAccounts(2);
                    JsonNode event = JsonSchemas.parse(write(
                                    folder,
                                    "misp",
                                    findings,
                                    keyed(findings).withRetention(retention),
                                    isObjects ? sharing.withMispObjects() : sharing,
                                    Locale.ENGLISH))
                            .get("Event");
                    List<JsonNode> attributes =
                            new ArrayList<>(event.get("Attribute").valueStream().toList());
                    if (isObjects) {
                        event.get("Object")
                                .valueStream()
                                .forEach(o -> o.get("Attribute").forEach(attributes::add));
                    }
                    assertThat(attributes.stream()
                                    .map(a -> List.of(
                                            a.get("type").asString(),
                                            a.get("category").asString(),
                                            a.get("value").asString())))
                            .doesNotHaveDuplicates();
                    assertThat(attributes.stream().map(a -> a.get("uuid").asString()))
                            .doesNotHaveDuplicates();
                }
            }
        }
        assertThat(write(
                        folder,
                        "misp",
                        both,
                        keyed(both),
                        Sharing.withDefaults().withMinAccounts(2),
                        Locale.ENGLISH))
                .contains("\"C1, C2: account\"", "\"C1, C2: shared link\"", "\"C1, C2: shared text\"");
    }

    @Test
    void mispIsValidAgainstItsSchema() throws IOException {
        Path schema = EXCHANGE.resolve("misp/schema-2.4.json");
        assumeTrue(Files.exists(schema), "needs -Dvigie.exchange with MISP's schema in misp/schema-2.4.json");
        var draft4 = JsonSchemas.of(schema, SpecificationVersion.DRAFT_4);
        for (Findings findings : List.of(SMALL, SIMULATED, NOTHING)) {
            for (Sharing sharing : sharings()) {
                JsonNode event =
                        JsonSchemas.parse(write(folder, "misp", findings, keyed(findings), sharing, Locale.FRENCH));
                assertThat(JsonSchemas.faults(draft4, event)).isEmpty();
            }
        }
        assertThat(JsonSchemas.faults(draft4, JsonSchemas.parse("{\"Event\":{\"nothing\":1}}")))
                .isNotEmpty();
    }
}
