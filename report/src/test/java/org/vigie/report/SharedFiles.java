/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Findings as files for partners, for tests to look into. */
final class SharedFiles {
    static final Pseudonymizer KEYED =
            Pseudonymizer.withKey(SecretKey.of("a key of the tests, long enough".getBytes(StandardCharsets.UTF_8)));

    static final Findings SMALL = TestFindings.of(
            List.of("amina_k", "\u041e\u043b\u044f \"\u263a\"", "Chidi\u0000 Okafor", "did:plc:dora9"),
            List.of(
                    "Le bac du quai nord s'arr\u00eate \u00e0 midi, dites-le aux voisins",
                    "\u5317\u7801\u5934\u7684\u6e21\u8f6e\u4e2d\u5348\u505c\u8fd0\uff0c\u8bf7\u8f6c\u544a\u90bb\u5c45\u4eec\uff0c\u8c22\u8c22\u5927\u5bb6"),
            "quainord",
            "news.example/f\u00e9rry?a=[1]&b=100%|x y");

    static final Findings SIMULATED = simulated();

    static final Findings NOTHING = TestFindings.nothing(SMALL.corpus());

    private SharedFiles() {}

    static Findings simulated() {
        CorpusBuilder builder = Corpus.builder();
        Simulator.withDefaults()
                .withPosts(3_000)
                .withCampaign(CampaignKind.TRANSLATED, 20)
                .withCampaign(CampaignKind.CO_URL, 20)
                .run((post, label) -> builder.post(post));
        return CampaignDetector.withDefaults().detect(builder.build());
    }

    static Names keyed(Findings findings) {
        return Names.plain(findings.corpus()).withPseudonyms(KEYED).withRetention(Names.Retention.SNIPPET);
    }

    static String write(Path folder, String name, Findings findings, Names names, Sharing sharing, Locale locale)
            throws IOException {
        ReportWriter.withDefaults()
                .withLocale(locale)
                .withVersion("1.2.3")
                .withFormats(ReportFormats.named(name, sharing))
                .write(findings, names, Provenance.none(), folder);
        return Files.readString(folder.resolve(name + ".json"));
    }

    static JsonNode stix(Path folder, Findings findings, Sharing sharing) throws IOException {
        return JsonSchemas.parse(write(folder, "stix", findings, keyed(findings), sharing, Locale.ENGLISH));
    }

    static List<Sharing> sharings() {
        Sharing all = Sharing.withDefaults().withMinAccounts(2);
        List<Sharing> sharings = new ArrayList<>(
                List.of(Sharing.withDefaults(), all, all.withIncidents().withStixProfile(StixProfile.OPENCTI)));
        for (Tlp tlp : Tlp.values()) {
            sharings.add(all.withTlp(tlp));
        }
        return sharings;
    }

    static List<JsonNode> objects(JsonNode bundle) {
        List<JsonNode> objects = new ArrayList<>();
        bundle.get("objects").forEach(objects::add);
        return objects;
    }

    static List<JsonNode> ofType(JsonNode bundle, String type) {
        return objects(bundle).stream()
                .filter(o -> o.get("type").asString().equals(type))
                .toList();
    }

    /** Two campaigns of the same accounts, texts and links. */
    static Findings twice(Findings f) {
        Campaign c = f.campaigns().get(0);
        Campaign again = like(c, "C2", c.peak(), c.last());
        return TestFindings.withCampaigns(f, List.of(c, again));
    }

    /** A campaign with another id and other times. */
    static Campaign like(Campaign c, String id, Instant peak, Instant last) {
        return new Campaign(
                id,
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
                peak,
                last,
                c.density(),
                c.evidence(),
                c.support(),
                c.techniques(),
                c.state());
    }
}
