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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
import org.vigie.posts.Post;
import org.vigie.posts.simulation.Simulator;
import org.vigie.report.page.Messages;
import org.vigie.report.page.Title;

/** campaigns.csv, accounts.csv and posts.csv. */
class CampaignTablesTest {
    private static final List<String> ACCOUNTS = List.of("amina_k", "=bruno()", "Chidi Okafor", "did:plc:dora9");
    private static final List<String> TEXTS = List.of(
            "Le bac du quai nord s'arr\u00eate \u00e0 midi, dites-le aux voisins",
            "=\u5317\u7801\u5934\u7684\u6e21\u8f6e\u4e2d\u5348\u505c\u8fd0\uff0c\u8bf7\u8f6c\u544a\u90bb\u5c45\u4eec\uff0c\u8c22\u8c22\u5927\u5bb6");

    private static final Findings FOUND = TestFindings.of(ACCOUNTS, TEXTS, "quainord", "news.example/ferry");

    @TempDir
    private Path folder;

    private List<List<String>> table(Findings findings, Names names, String file) throws IOException {
        ReportWriter.withDefaults()
                .withFormats(ReportFormats.named("csv"))
                .write(findings, names, Provenance.none(), folder);
        List<List<String>> rows = new ArrayList<>();
        try (var reader =
                de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(Files.readString(folder.resolve(file)))) {
            reader.forEach(row -> rows.add(row.getFields()));
        }
        return rows;
    }

    @Test
    void aCampaignIsARowWithATitleAndAReason() throws IOException {
        List<List<String>> rows = table(FOUND, Names.plain(FOUND.corpus()), "campaigns.csv");
        assertThat(rows.get(0))
                .containsExactly(
                        "campaign",
                        "state",
                        "title",
                        "why",
                        "score",
                        "p",
                        "q",
                        "accounts",
                        "posts",
                        "texts",
                        "objects",
                        "first",
                        "peak",
                        "last",
                        "languages",
                        "techniques");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).startsWith("C1", "machine-suspected", TEXTS.get(0));
        assertThat(rows.get(1).get(3)).contains("One text was posted by 3 of the 3.");
        assertThat(rows.get(1).subList(4, 11)).containsExactly("0.95", "0.001", "0.005", "3", "9", "1", "3");
        assertThat(rows.get(1).subList(14, 16)).containsExactly("en 7; fr 2", "T0084.001");
    }

    @Test
    void anAccountIsARowForEachCampaign() throws IOException {
        List<List<String>> rows = table(FOUND, Names.plain(FOUND.corpus()), "accounts.csv");
        assertThat(rows)
                .containsExactly(
                        List.of("account", "campaign", "posts", "all_posts", "share", "first", "lead"),
                        List.of("amina_k", "C1", "3", "5", "0.6", "2026-03-02T08:00:00Z", "0.75"),
                        List.of("'=bruno()", "C1", "3", "3", "1", "2026-03-02T08:00:00Z", "0.5"),
                        List.of("Chidi Okafor", "C1", "3", "4", "0.75", "2026-03-02T08:00:00Z", "0.25"));
    }

    @Test
    void aPostIsARowForEachObjectThatItShares() throws IOException {
        List<List<String>> rows = table(FOUND, Names.plain(FOUND.corpus()), "posts.csv");
        assertThat(rows.get(0)).containsExactly("post", "campaign", "account", "time", "kind", "object", "role");
        assertThat(rows.subList(1, 4))
                .containsExactly(
                        List.of("p0", "C1", "amina_k", "2026-03-02T08:00:00Z", "text", "1", "first"),
                        List.of("p0", "C1", "amina_k", "2026-03-02T08:00:00Z", "url", "news.example/ferry", "first"),
                        List.of("p0", "C1", "amina_k", "2026-03-02T08:00:00Z", "hashtag", "quainord", "first"));
        assertThat(rows.get(4)).containsExactly("p1", "C1", "'=bruno()", "2026-03-02T08:07:00Z", "text", "1", "repeat");
        assertThat(rows).hasSize(1 + 9 * 3);
    }

    @Test
    void aTitleWithoutTextIsAnObject() {
        Names none = Names.plain(FOUND.corpus()).withRetention(Names.Retention.NONE);
        Campaign campaign = FOUND.campaigns().get(0);
        Messages english = Messages.of(Locale.ENGLISH);
        assertThat(Title.of(campaign, none, english)).isEqualTo("link news.example/ferry");
        assertThat(Title.of(campaign, none, Messages.of(Locale.FRENCH))).isEqualTo("lien news.example/ferry");
        Names keyed = none.withPseudonyms(Pseudonymizer.withKey(
                SecretKey.of("a key of the tests, long enough".getBytes(StandardCharsets.UTF_8))));
        assertThat(Title.of(campaign, keyed, english)).isEqualTo("link news.example/ferry");
    }

    /** Whom one of the posts addresses, or that it repeats another, is not what the campaign says. */
    @Test
    void aTitleBeginsWithWhatIsSaid() {
        Findings findings = TestFindings.of(
                List.of("amina_k", "bruno", "chidi", "dora"),
                List.of("RT .@quai_nord @mairie The ferry @ the north pier stops at noon, tell your neighbours"),
                "quainord",
                "news.example/ferry");
        assertThat(Title.of(findings.campaigns().get(0), Names.plain(findings.corpus()), Messages.of(Locale.ENGLISH)))
                .startsWith("The ferry @ the north pier stops");
    }

    /** What campaigns.json counts is what the tables have. */
    @Test
    void tablesAgreeWithTheFindings() throws IOException {
        List<Post> posts = new ArrayList<>();
        Simulator.withDefaults().withPosts(3_000).withPlantedShare(0.15).run((post, label) -> posts.add(post));
        CorpusBuilder builder = Corpus.builder();
        posts.forEach(builder::post);
        Findings findings = CampaignDetector.withDefaults().detect(builder.build());
        Names names = Names.plain(findings.corpus());
        List<List<String>> rows = table(findings, names, "posts.csv");
        Map<String, Integer> first = new TreeMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.get(6).equals("first")) {
                first.merge(row.get(1), 1, Integer::sum);
            }
        }
        assertThat(findings.campaigns()).isNotEmpty();
        for (Campaign campaign : findings.campaigns()) {
            assertThat(first)
                    .containsEntry(
                            campaign.id(),
                            campaign.texts().size() + campaign.objects().size());
            assertThat(rows.stream()
                            .filter(row -> row.get(1).equals(campaign.id()))
                            .map(row -> row.get(0))
                            .distinct())
                    .hasSize(campaign.rows().length());
        }
        assertThat(table(findings, names, "campaigns.csv"))
                .hasSize(findings.campaigns().size() + 1);
        assertThat(table(findings, names, "accounts.csv"))
                .hasSize(1
                        + findings.campaigns().stream()
                                .mapToInt(c -> c.members().size())
                                .sum());
    }
}
