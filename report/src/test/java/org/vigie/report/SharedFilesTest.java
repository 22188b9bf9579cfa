/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.core.privacy.SecretKey;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.simulation.CampaignKind;
import org.vigie.posts.simulation.Simulator;
import org.vigie.report.exchange.Sharing;
import org.vigie.report.exchange.Sharing.StixProfile;
import org.vigie.report.exchange.Sharing.Tlp;
import tools.jackson.databind.JsonNode;

/** stix.json and misp.json: their form, their schemas, what they never say. */
class SharedFilesTest {
    /** The folder with stix21/schemas and misp/schema-2.4.json, given with -Dvigie.exchange. */
    private static final Path EXCHANGE = Path.of(System.getProperty("vigie.exchange", "no-such-folder"));

    private static final Pseudonymizer KEYED =
            Pseudonymizer.withKey(SecretKey.of("a key of the tests, long enough".getBytes(StandardCharsets.UTF_8)));
    private static final Findings SMALL = TestFindings.of(
            List.of("amina_k", "\u041e\u043b\u044f \"\u263a\"", "Chidi\u0000 Okafor", "did:plc:dora9"),
            List.of(
                    "Le bac du quai nord s'arr\u00eate \u00e0 midi, dites-le aux voisins",
                    "\u5317\u7801\u5934\u7684\u6e21\u8f6e\u4e2d\u5348\u505c\u8fd0\uff0c\u8bf7\u8f6c\u544a\u90bb\u5c45\u4eec\uff0c\u8c22\u8c22\u5927\u5bb6"),
            "quainord",
            "news.example/f\u00e9rry?a=[1]&b=100%|x y");
    private static final Findings SIMULATED = simulated();
    private static final Findings NOTHING = TestFindings.nothing(SMALL.corpus());

    @TempDir
    private Path folder;

    private static Findings simulated() {
        CorpusBuilder builder = Corpus.builder();
        Simulator.withDefaults()
                .withPosts(3_000)
                .withCampaign(CampaignKind.TRANSLATED, 20)
                .withCampaign(CampaignKind.CO_URL, 20)
                .run((post, label) -> builder.post(post));
        return CampaignDetector.withDefaults().detect(builder.build());
    }

    private static Names keyed(Findings findings) {
        return Names.plain(findings.corpus()).withPseudonyms(KEYED).withRetention(Names.Retention.SNIPPET);
    }

    private String write(String name, Findings findings, Names names, Sharing sharing, Locale locale)
            throws IOException {
        ReportWriter.withDefaults()
                .withLocale(locale)
                .withVersion("1.2.3")
                .withFormats(ReportFormats.named(name, sharing))
                .write(findings, names, Provenance.none(), folder);
        return Files.readString(folder.resolve(name + ".json"));
    }

    private JsonNode stix(Findings findings, Sharing sharing) throws IOException {
        return JsonSchemas.parse(write("stix", findings, keyed(findings), sharing, Locale.ENGLISH));
    }

    private static List<Sharing> sharings() {
        Sharing all = Sharing.withDefaults().withMinAccounts(2);
        List<Sharing> sharings = new ArrayList<>(
                List.of(Sharing.withDefaults(), all, all.withIncidents().withStixProfile(StixProfile.OPENCTI)));
        for (Tlp tlp : Tlp.values()) {
            sharings.add(all.withTlp(tlp));
        }
        return sharings;
    }

    private static List<JsonNode> objects(JsonNode bundle) {
        List<JsonNode> objects = new ArrayList<>();
        bundle.get("objects").forEach(objects::add);
        return objects;
    }

    private static List<JsonNode> ofType(JsonNode bundle, String type) {
        return objects(bundle).stream()
                .filter(o -> o.get("type").asString().equals(type))
                .toList();
    }

    /** Every id is unique and of its object's type, every reference leads to an object of the bundle. */
    @Test
    void aBundleIsClosedAndSaysWhoMayReadIt() throws IOException {
        for (Findings findings : List.of(SMALL, SIMULATED, NOTHING, twice(SMALL))) {
            for (Sharing sharing : sharings()) {
                JsonNode bundle = stix(findings, sharing);
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
        JsonNode bundle = stix(SMALL, Sharing.withDefaults().withMinAccounts(2).withIncidents());
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
    void openCtiHasItsTypesWithItsExtension() throws IOException {
        JsonNode bundle = stix(SMALL, Sharing.withDefaults().withMinAccounts(2).withStixProfile(StixProfile.OPENCTI));
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

    /** OpenCTI takes narratives and events of one name as one: those of two runs have two names, also without a title. */
    @Test
    void namesTellRunsApart() throws IOException {
        Names none = keyed(SIMULATED).withRetention(Names.Retention.NONE);
        Sharing sharing = Sharing.withDefaults().withStixProfile(StixProfile.OPENCTI);
        JsonNode bundle = JsonSchemas.parse(write("stix", SIMULATED, none, sharing, Locale.ENGLISH));
        List<String> names = ofType(bundle, "narrative").stream()
                .map(n -> n.get("name").asString())
                .toList();
        assertThat(names).isNotEmpty().allMatch(name -> name.matches("C\\d+(: \\S.*| of run [0-9a-f]{12})"));
        assertThat(names).anyMatch(name -> name.contains(" of run "));
        assertThat(ofType(bundle, "event").stream().map(e -> e.get("name").asString()))
                .allMatch(name -> name.matches("Activity of C\\d+.*, \\d+ March 2026( – \\d+ March 2026)?"));
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
                JsonNode bundle = stix(findings, opencti.withTlp(tlp));
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
                JsonNode event = JsonSchemas.parse(
                                write("misp", findings, keyed(findings), sharing.withMispObjects(), Locale.ENGLISH))
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

    /** Ids of YouTube's channels differ by case alone; each account has its channel, and the grouping says so. */
    @Test
    void accountsThatDifferByCaseHaveAChannelEach() throws IOException {
        Findings findings = TestFindings.of(
                List.of("UCaB3", "UCAb3", " UCaB3", "dora"),
                List.of("The ferry at the north quay stops at noon", "Tell the neighbours of the ferry at noon"),
                "quay",
                "news.example/a");
        JsonNode bundle = JsonSchemas.parse(write(
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

    @Test
    void nobodyIsBlamed() throws IOException {
        for (Findings findings : List.of(SMALL, SIMULATED)) {
            for (Sharing sharing : sharings()) {
                for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                    String both = write("stix", findings, keyed(findings), sharing, locale)
                            + write("misp", findings, keyed(findings), sharing.withMispObjects(), locale);
                    assertThat(both.toLowerCase(Locale.ROOT))
                            .doesNotContain("threat-actor", "intrusion-set", "attributed-to", "\"campaign\"")
                            .doesNotContain("inauthentic", "inauthentique", " bot ", "fake", "state-sponsored");
                }
            }
        }
    }

    @Test
    void smallCampaignsAreCountedAndWithheld() throws IOException {
        for (String name : List.of("stix", "misp")) {
            String withheld = write(name, SMALL, Names.plain(SMALL.corpus()), Sharing.withDefaults(), Locale.ENGLISH);
            assertThat(withheld)
                    .contains("too few accounts: 1 campaigns and 1 pairs and small groups")
                    .doesNotContain("amina_k", "Okafor", "dora9", "news.example", "quai nord");
            assertThat(write(name, SMALL, Names.plain(SMALL.corpus()), Sharing.withDefaults(), Locale.FRENCH))
                    .contains("trop peu de comptes\u00a0: 1 campagnes et 1 paires et petits groupes");
        }
        assertThat(SIMULATED.campaigns()).isNotEmpty();
        Sharing twenty = Sharing.withDefaults().withMinAccounts(20);
        assertThat(ofType(stix(SIMULATED, twenty), "grouping")).hasSize((int) SIMULATED.campaigns().stream()
                .filter(c -> c.members().size() >= 20)
                .count());
        assertThatThrownBy(() -> Sharing.withDefaults().withMinAccounts(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("least number of shared accounts must be at least 2 but was 1");
    }

    @Test
    void theSameFindingsGiveTheSameBytes() throws IOException {
        for (String name : List.of("stix", "misp")) {
            String once = write(name, SIMULATED, keyed(SIMULATED), Sharing.withDefaults(), Locale.ENGLISH);
            Findings again = simulated();
            assertThat(write(name, again, keyed(again), Sharing.withDefaults(), Locale.ENGLISH))
                    .isEqualTo(once);
            assertThat(once.length()).isLessThan(200_000);
        }
    }

    @Test
    void withoutTextNoWordOfAPostIsShared() throws IOException {
        Names none =
                Names.plain(SMALL.corpus()).withRetention(Names.Retention.NONE).withPseudonyms(KEYED);
        Sharing sharing = Sharing.withDefaults().withMinAccounts(2).withIncidents();
        for (Sharing s : List.of(sharing, sharing.withStixProfile(StixProfile.OPENCTI), sharing.withMispObjects())) {
            assertThat(write("stix", SMALL, none, s, Locale.ENGLISH) + write("misp", SMALL, none, s, Locale.FRENCH))
                    .doesNotContain("amina_k", "Okafor", "dora9", "quai nord", "\u6e21\u8f6e");
        }
    }

    @Test
    void mispHasAttributesAndTags() throws IOException {
        Sharing sharing = Sharing.withDefaults().withMinAccounts(2).withTlp(Tlp.AMBER_STRICT);
        JsonNode event = JsonSchemas.parse(write("misp", SMALL, keyed(SMALL), sharing, Locale.ENGLISH))
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
                        write("misp", SMALL, keyed(SMALL), sharing.withMispObjects(), Locale.ENGLISH))
                .get("Event")
                .get("Object");
        assertThat(objects.valueStream().map(o -> o.get("name").asString()))
                .containsExactly("microblog", "user-account", "user-account", "user-account", "url");
        assertThat(objects.get(0).get("Attribute").get(0).get("object_relation").asString())
                .isEqualTo("post");
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
        assertThat(write("misp", both, keyed(both), Sharing.withDefaults().withMinAccounts(2), Locale.ENGLISH))
                .contains("\"C1, C2: account\"", "\"C1, C2: shared link\"", "\"C1, C2: shared text\"");
    }

    /** Two campaigns of the same accounts, texts and links. */
    private static Findings twice(Findings f) {
        Campaign c = f.campaigns().get(0);
        Campaign again = new Campaign(
                "C2",
                c.score(),
                c.scoreParts(),
                c.pValue(),
                c.qValue(),
                c.members(),
                c.texts(),
                c.languages(),
                c.objects(),
                c.mentions(),
                c.rows(),
                c.first(),
                c.peak(),
                c.last(),
                c.density(),
                c.evidence(),
                c.support(),
                c.techniques(),
                c.state());
        return TestFindings.withCampaigns(f, List.of(c, again));
    }

    @Test
    void stixIsValidAgainstTheSchemasOfOasis() throws IOException {
        Path schemas = EXCHANGE.resolve("stix21/schemas");
        assumeTrue(Files.isDirectory(schemas), "needs -Dvigie.exchange with the schemas of OASIS in stix21/schemas");
        SchemaRegistry oasis = JsonSchemas.oasis(schemas);
        int objects = 0;
        for (Findings findings : List.of(SMALL, SIMULATED, NOTHING)) {
            for (Sharing sharing : sharings()) {
                JsonNode bundle = stix(findings, sharing);
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
    void mispIsValidAgainstItsSchema() throws IOException {
        Path schema = EXCHANGE.resolve("misp/schema-2.4.json");
        assumeTrue(Files.exists(schema), "needs -Dvigie.exchange with MISP's schema in misp/schema-2.4.json");
        var draft4 = JsonSchemas.of(schema, SpecificationVersion.DRAFT_4);
        for (Findings findings : List.of(SMALL, SIMULATED, NOTHING)) {
            for (Sharing sharing : sharings()) {
                JsonNode event = JsonSchemas.parse(write("misp", findings, keyed(findings), sharing, Locale.FRENCH));
                assertThat(JsonSchemas.faults(draft4, event)).isEmpty();
            }
        }
        assertThat(JsonSchemas.faults(draft4, JsonSchemas.parse("{\"Event\":{\"nothing\":1}}")))
                .isNotEmpty();
    }

    @Test
    void levelsHaveTheirNames() {
        for (Tlp tlp : Tlp.values()) {
            assertThat(Tlp.of(tlp.label().toUpperCase(Locale.ROOT))).isEqualTo(tlp);
        }
        assertThatThrownBy(() -> Tlp.of("white"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tlp must be clear, green, amber, amber+strict or red but was 'white'");
    }
}
