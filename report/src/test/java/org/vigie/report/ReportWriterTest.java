/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.core.privacy.SecretKey;
import org.vigie.posts.Names;
import org.vigie.posts.PostSource.Reject;
import org.vigie.posts.exports.ReadSummary;
import org.vigie.report.page.View;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class ReportWriterTest {
    private static final List<String> ACCOUNTS = List.of("amina_k", "bruno.lefevre", "Chidi Okafor", "did:plc:dora9");
    private static final List<String> TEXTS = List.of(
            "The ferry to the north pier stops at noon, tell your neighbours today",
            "The ferry to the north pier stops at nine, tell your neighbours now @amina_k",
            "The ferry to the north pier stops at noon, tell @Someone.Else");
    private static final Findings FOUND =
            TestFindings.of(ACCOUNTS, TEXTS, "northpier", "news.example/bruno.lefevre/ferry");
    private static final Names PLAIN = Names.plain(FOUND.corpus());
    private static final Pseudonymizer KEYED =
            Pseudonymizer.withKey(SecretKey.of("a key of the tests, long enough".getBytes(StandardCharsets.UTF_8)));

    private static final Provenance PROVENANCE = Provenance.none()
            .withInputs(List.of(TestFindings.input("ab", 13)))
            .withTimings(Map.of("detect", Duration.ofMillis(1500)));

    private static final Reject REJECT =
            new Reject("posts.csv", 7, "time 'kl 8, amina_k' is not understood", "=1+1,amina_k");

    @TempDir
    Path folder;

    @Test
    void edgesThatWereNotDrawnAreNamed() throws IOException {
        WrittenReport written = write(ReportWriter.withDefaults(), TestFindings.limited(FOUND, 2), PLAIN, folder);
        assertThat(written.warnings())
                .containsExactly("on 2 texts, links or posts that too many accounts share at once, the network joins"
                        + " only those that were closest in time; nothing else is changed by it");
        assertThat(Files.readString(folder.resolve("manifest.json"))).contains(written.warnings());
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("On 2 texts, links or posts that too many accounts share at once, only those closest in time"
                        + " are joined.");
        write(ReportWriter.withDefaults().withLocale(Locale.FRENCH), TestFindings.limited(FOUND, 1), PLAIN, folder);
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("Pour un texte, lien ou publication que trop de comptes partagent à la fois");
        assertThat(write(ReportWriter.withDefaults(), FOUND, PLAIN, folder).warnings())
                .isEmpty();
    }

    @Test
    void answersToPostsOfUnknownAuthorsAreSaid() throws IOException {
        Findings found = TestFindings.ofUnknownAddressee(FOUND, 7);
        WrittenReport written = write(ReportWriter.withDefaults(), found, PLAIN, folder);
        assertThat(written.warnings())
                .singleElement()
                .asString()
                .startsWith("7 of " + found.traffic().posts() + " posts answer posts that are not in the input")
                .endsWith("--map reply_to_account=COLUMN");
        assertThat(Files.readString(folder.resolve("manifest.json"))).contains(written.warnings());
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("7 posts answer posts that are not in the input, and nothing says whose they are.");
        write(ReportWriter.withDefaults().withLocale(Locale.FRENCH), found, PLAIN, folder);
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("publications répondent à des publications absentes des données");
    }

    @Test
    void writesEveryFileAndNoPartIsLeft() throws IOException {
        WrittenReport written = write(ReportWriter.withDefaults(), FOUND, PLAIN, folder);
        assertThat(written.files())
                .containsExactly(
                        "report.html",
                        "campaigns.json",
                        "campaigns.csv",
                        "accounts.csv",
                        "posts.csv",
                        "clusters.csv",
                        "bursts.csv",
                        "edges.csv",
                        "network.gexf",
                        "network.graphml",
                        "stix.json",
                        "misp.json",
                        "rejects.csv",
                        "manifest.json");
        assertThat(written.run()).matches("[0-9a-f]{64}");
        assertThat(names(folder)).containsExactlyInAnyOrderElementsOf(written.files());
    }

    @Test
    void jsonHasTheDocumentedFields() throws IOException {
        write(ReportWriter.withDefaults(), FOUND, PLAIN, folder);
        assertThat(fields(read("campaigns.json")))
                .isEqualTo(Files.readString(Path.of("src/test/resources/golden/campaigns-json-1/fields.txt"))
                        .lines()
                        .toList());
        assertThat(read("campaigns.json"))
                .contains(
                        "\"schema\" : \"vigie-campaigns-1\"", "\"q\" : 0.005", "\"expected\" : 4.5", "\"lead\" : 0.75")
                .contains("\"explanation\" : \"hours\"", "\"accounts\" : [ \"bruno.lefevre\", \"did:plc:dora9\" ]")
                .contains("\"first\" : \"2026-03-02T08:00:00Z\"", "\"state\" : \"machine-suspected\"");
    }

    @Test
    void thePageListsSmallGroupsAndNearMissesUnderTheirOwnHeadings() throws IOException {
        write(ReportWriter.withDefaults(), FOUND, PLAIN, folder);
        assertThat(read("report.html"))
                .contains("<section id=\"small\"", "Pairs and small groups", "Their q is among the 3 that were tested")
                .contains("<section id=\"near\"", "What was not reported", "q is 0.4, above 0.05")
                .contains("<bdi class=\"chip\">bruno.lefevre</bdi>", "3 of 3 accounts were opened within one week")
                .doesNotContain("moon-phase");
        write(ReportWriter.withDefaults().withLocale(Locale.FRENCH), FOUND, PLAIN, folder);
        assertThat(read("report.html")).contains("Paires et petits groupes", "Ce qui n’a pas été retenu");
        assertThat(read("campaigns.json")).contains("moon-phase", "\"small_candidates\" : 3");
    }

    @Test
    void tablesHaveTheDocumentedColumnsAndValues() throws IOException {
        write(ReportWriter.withDefaults(), FOUND, PLAIN, folder);
        assertThat(read("clusters.csv").lines())
                .startsWith(
                        "cluster,type,language,post_id,account,time,text",
                        "1,copypasta,en,p0,amina_k,2026-03-02T08:00:00Z,\"" + TEXTS.get(0) + "\"")
                .hasSize(13);
        assertThat(read("bursts.csv")).isEqualTo("""
                        series,key,level,start,end,weight,posts,accounts,measure
                        all,,2,2026-03-02T08:00:00Z,2026-03-02T08:10:00Z,3.25,2,2,posts
                        hashtag,northpier,3,2026-03-02T08:00:00Z,2026-03-02T09:17:00Z,12.5,12,4,accounts
                        text,1,2,2026-03-02T08:00:00Z,2026-03-02T09:17:00Z,4,12,4,posts
                        target,did:plc:dora9,2,2026-03-02T08:00:00Z,2026-03-02T09:17:00Z,2.5,3,3,posts
                        """);
        assertThat(read("edges.csv").lines())
                .startsWith(
                        "source,target,weight,first,last,co_actions,objects,mean_delta,min_delta,source_contents,"
                                + "target_contents,symmetry,lead,p,q,campaign",
                        "Chidi Okafor,amina_k,6,2026-03-02T08:00:00Z,2026-03-02T09:17:00Z,6,2,6,1,2,3,0.6666666666666666,"
                                + "0.25,0.001,0.003,C1")
                .hasSize(4);
        assertThat(read("rejects.csv")).isEqualTo("""
                        file,line,reason,content
                        posts.csv,7,"time 'kl 8, amina_k' is not understood","'=1+1,amina_k"
                        """);
    }

    @Test
    void manifestListsWhatWasWritten() throws IOException {
        WrittenReport written = write(ReportWriter.withDefaults(), FOUND, PLAIN, folder);
        String manifest = read("manifest.json");
        assertThat(manifest)
                .contains(
                        "\"run\" : \"" + written.run() + "\"",
                        "\"detect\" : 1.5",
                        "\"seed\" : \"1\"",
                        "\"rejects\" : 1");
        for (String name : written.files()) {
            if (!name.equals("manifest.json")) {
                assertThat(manifest).contains(sha256(Files.readAllBytes(folder.resolve(name))));
            }
        }
        assertThat(read("campaigns.json")).contains(written.run());
    }

    @Test
    void runIdFollowsVersionParametersAndInput() throws IOException {
        ReportWriter writer = ReportWriter.withDefaults().withVersion("1");
        String run = writer.write(FOUND, PLAIN, PROVENANCE, folder).run();
        assertThat(writer.withVersion("2")
                        .write(FOUND, PLAIN, PROVENANCE, folder)
                        .run())
                .isNotEqualTo(run);
        ReadSummary other = TestFindings.input("cd", 13);
        assertThat(writer.write(FOUND, PLAIN, PROVENANCE.withInputs(List.of(other)), folder)
                        .run())
                .isNotEqualTo(run);
        Names none = PLAIN.withRetention(Names.Retention.NONE).withPseudonyms(KEYED);
        assertThat(writer.write(FOUND, none, PROVENANCE, folder).run()).isEqualTo(run);
        String ofPosts = writer.write(FOUND, PLAIN, Provenance.none(), folder).run();
        assertThat(writer.write(FOUND, none, Provenance.none(), folder).run())
                .isEqualTo(ofPosts)
                .isNotEqualTo(run);
        Findings others = TestFindings.of(ACCOUNTS, TEXTS.subList(0, 2), "northpier", "a.example/b");
        assertThat(writer.write(others, Names.plain(others.corpus()), Provenance.none(), folder)
                        .run())
                .isNotEqualTo(ofPosts);
    }

    @Test
    void twoRunsGiveTheSameBytes() throws IOException {
        Path again = folder.resolve("again");
        Path first = folder.resolve("first");
        write(ReportWriter.withDefaults(), FOUND, PLAIN.withPseudonyms(KEYED), first);
        write(ReportWriter.withDefaults(), FOUND, PLAIN.withPseudonyms(KEYED), again);
        for (String name : names(first)) {
            assertThat(again.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
        }
    }

    @Test
    void rejectsOfAnEarlierRunDoNotStay() throws IOException {
        write(ReportWriter.withDefaults(), FOUND, PLAIN, folder);
        Files.writeString(folder.resolve("rejects.csv.part"), "left by a kill");
        ReportWriter.withDefaults().write(FOUND, PLAIN, Provenance.none(), folder);
        assertThat(folder.resolve("rejects.csv")).doesNotExist();
        assertThat(folder.resolve("rejects.csv.part")).doesNotExist();
    }

    @Test
    void networkFilesKeepOnlyAccountsWithEdges() throws Exception {
        write(ReportWriter.withDefaults(), FOUND, PLAIN, folder);
        Document gexf = xml("network.gexf");
        assertThat(gexf.getElementsByTagName("node").getLength()).isEqualTo(3);
        assertThat(gexf.getElementsByTagName("edge").getLength()).isEqualTo(3);
        assertThat(((Element) gexf.getElementsByTagName("node").item(0)).getAttribute("label"))
                .isEqualTo("Chidi Okafor");
        Document graphml = xml("network.graphml");
        assertThat(graphml.getElementsByTagName("node").getLength()).isEqualTo(3);
        assertThat(graphml.getDocumentElement().getTextContent()).contains("C1");
    }

    @Test
    void hostileTextNeitherBreaksNorRunsAnywhere() throws Exception {
        String hostile =
                "<script>alert(1)</script>\"><img src=x onerror=alert(2)>'`${7*7}</style></title>\u202Etxet\u0000\uD800";
        String formula = "=HYPERLINK(\"https://evil.example\")";
        List<String> accounts = List.of("=cmd|' /C calc'!A0", hostile, "@sum(A1)", "-1+1");
        Findings report = TestFindings.of(
                accounts,
                List.of(formula, hostile + " x".repeat(500_000), "\tTab first", "\uDFFF low"),
                hostile,
                hostile);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            write(ReportWriter.withDefaults().withLocale(locale), report, Names.plain(report.corpus()), folder);
            String html = read("report.html");
            assertThat(html).doesNotContain("<script>alert", "<img", "</style></title>", "\u0000");
            assertThat(occurrences(html, "<script")).isEqualTo(1);
            assertThat(occurrences(html, "<style")).isEqualTo(1);
            assertThat(html).contains("&lt;script");
            assertThat(html.length()).isLessThan(200_000);
        }
        for (String csv :
                List.of("campaigns.csv", "accounts.csv", "posts.csv", "clusters.csv", "bursts.csv", "edges.csv")) {
            assertThat(cells(read(csv))).noneMatch(c -> !c.isEmpty() && "=+-@\t\r".indexOf(c.charAt(0)) >= 0);
        }
        assertThat(read("clusters.csv")).contains("'=cmd|", "'@sum", "'-1+1", "'=HYPERLINK(");
        xml("network.gexf");
        xml("network.graphml");
        assertThat(fields(read("campaigns.json"))).isNotEmpty();
    }

    @Test
    void withheldTextIsInNoOutput() throws IOException {
        String canary = "canary7391";
        String head = "In the first eighty characters stands almost nothing that would tell anything, ";
        Findings report =
                TestFindings.of(ACCOUNTS, List.of(head + "but " + canary, head + canary), "tag", "a.example/b");
        Names names = Names.plain(report.corpus());
        write(ReportWriter.withDefaults(), report, names, folder);
        assertThat(read("report.html") + read("clusters.csv")).contains(canary);
        write(ReportWriter.withDefaults(), report, names.withRetention(Names.Retention.SNIPPET), folder);
        for (String name : names(folder)) {
            assertThat(read(name)).as(name).doesNotContain(canary);
        }
        assertThat(read("clusters.csv")).contains("In the first eighty");
        write(ReportWriter.withDefaults(), report, names.withRetention(Names.Retention.NONE), folder);
        for (String name : names(folder)) {
            assertThat(read(name)).as(name).doesNotContain(canary, "first eighty", "amina_k' is");
        }
        assertThat(read("report.html")).contains("Text withheld");
    }

    @Test
    void pseudonymisedOutputNamesNobody() throws IOException {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            write(ReportWriter.withDefaults().withLocale(locale), FOUND, PLAIN.withPseudonyms(KEYED), folder);
            for (String name : names(folder)) {
                assertThat(read(name).toLowerCase(Locale.ROOT))
                        .as(name)
                        .doesNotContain("amina", "lefevre", "okafor", "dora9", "someone.else", "\"p0\"", ",p0,");
            }
        }
        String pseudonym = KEYED.pseudonym("account", "amina_k");
        assertThat(read("clusters.csv")).contains("," + pseudonym + ",", "now @" + pseudonym);
        assertThat(read("report.html")).contains(pseudonym, KEYED.keyId());
        assertThat(read("campaigns.json")).contains(pseudonym, KEYED.keyId());
        assertThat(read("network.gexf")).contains(pseudonym);
        assertThat(read("edges.csv")).contains(pseudonym);
        assertThat(read("bursts.csv")).contains("target," + KEYED.pseudonym("account", "did:plc:dora9") + ",");
    }

    @Test
    void aStrangersFormatIsOneClass() throws IOException {
        WrittenReport written = ReportWriter.withDefaults()
                .withFormats(ReportFormats.named("json"))
                .withFormat(new Members())
                .write(FOUND, PLAIN.withPseudonyms(KEYED), Provenance.none(), folder);
        assertThat(written.files()).containsExactly("campaigns.json", "members.txt", "manifest.json");
        assertThat(names(folder)).containsExactlyInAnyOrderElementsOf(written.files());
        assertThat(read("members.txt").lines())
                .containsExactly(
                        "run " + written.run(),
                        "C1 " + KEYED.pseudonym("account", "amina_k"),
                        "C1 " + KEYED.pseudonym("account", "bruno.lefevre"),
                        "C1 " + KEYED.pseudonym("account", "Chidi Okafor"));
        assertThat(read("manifest.json")).contains("\"file\" : \"members.txt\"");
    }

    /** A format as somebody else would write it. */
    private static final class Members implements ReportFormat {
        @Override
        public String file() {
            return "members.txt";
        }

        @Override
        public void write(Report report, Writer out) throws IOException {
            out.write("run " + report.run() + "\n");
            for (Campaign campaign : report.findings().campaigns()) {
                for (Campaign.Member member : campaign.members()) {
                    out.write(campaign.id() + " " + report.names().account(member.account()) + "\n");
                }
            }
        }
    }

    @Test
    void formatsAreFoundByName() {
        assertThat(ReportFormats.names()).containsExactly("html", "json", "csv", "gexf", "graphml", "stix", "misp");
        assertThat(ReportFormats.named("csv").stream().map(ReportFormat::file).toList())
                .containsExactly(
                        "campaigns.csv", "accounts.csv", "posts.csv", "clusters.csv", "bursts.csv", "edges.csv");
        assertThat(ReportFormats.all()).hasSize(12);
        assertThatThrownBy(() -> ReportFormats.named("CSV"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("format must be one of html, json, csv, gexf, graphml, stix, misp but was 'CSV'");
    }

    @Test
    void filesHavePlainNamesOfTheirOwn() {
        for (String file : List.of("", "..", "../x", "a/b", "a\\b", ".x", "a b", "\u0000")) {
            assertThatThrownBy(() -> ReportWriter.withDefaults().withFormat(named(file)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("but was '" + file + "'");
        }
        for (String file : List.of("report.html", "rejects.csv", "manifest.json")) {
            assertThatThrownBy(() -> ReportWriter.withDefaults().withFormat(named(file)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("every format must have a file of its own but two write " + file);
        }
    }

    private static ReportFormat named(String file) {
        return new ReportFormat() {
            @Override
            public String file() {
                return file;
            }

            @Override
            public void write(Report report, Writer out) {}
        };
    }

    @Test
    void namesAreOfTheSameCorpus() {
        Names others =
                Names.plain(TestFindings.of(ACCOUNTS, TEXTS, "a", "b.example").corpus());
        assertThatThrownBy(() -> ReportWriter.withDefaults().write(FOUND, others, PROVENANCE, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("names must be of the corpus of the findings but are of another one");
    }

    @Test
    void edgesKeepTheirTestsAndCampaigns() {
        Report report = new Report(new View(FOUND, PLAIN, List.of(), "1", "run"), PROVENANCE, Locale.ENGLISH);
        assertThat(report.edges().network().accounts()).containsExactly("Chidi Okafor", "amina_k", "bruno.lefevre");
        assertThat(List.of(report.account(0), report.account(1), report.account(2)))
                .containsExactly(2, 0, 1);
        assertThat(List.of(
                        report.edges().p(0), report.edges().p(1), report.edges().p(2)))
                .containsExactly(0.001, 0.002, 1e-9);
        assertThat(report.edges().q(2)).isEqualTo(1e-8);
        assertThat(report.campaign(0)).contains(FOUND.campaigns().get(0));
        assertThat(report.campaignOfEdge(2)).contains(FOUND.campaigns().get(0));
        assertThat(FOUND.bursts().stream().map(report::key).toList())
                .containsExactly("", "northpier", "1", "did:plc:dora9");
    }

    @Test
    void policyAllowsTheOneStyleAndTheOneScriptByTheirHashes() throws Exception {
        write(ReportWriter.withDefaults(), FOUND, PLAIN, folder);
        String html = read("report.html");
        String policy = group(html, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")
                .replace("&#39;", "'");
        assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe", "http", "*");
        assertThat(policy).contains("style-src " + hash(group(html, "(?s)<style>(.*?)</style>")));
        assertThat(policy).contains("script-src " + hash(group(html, "(?s)<script>(.*?)</script>")));
        assertThat(html).doesNotContain(" style=", " onclick", "src=", "url(", "@import");
    }

    @Test
    void nothingFoundReadsWell() throws IOException {
        write(ReportWriter.withDefaults(), TestFindings.quiet(FOUND.corpus()), PLAIN, folder);
        assertThat(read("report.html"))
                .contains("No group of accounts", "A quiet result is a result.", "No burst was found.")
                .contains("1 row could not be read")
                .doesNotContain("id=\"network\"", "id=\"campaigns\"", "href=\"#campaigns\"", "too few");
    }

    @Test
    void nothingTestedIsNoQuietResult() throws IOException {
        WrittenReport written = write(ReportWriter.withDefaults(), TestFindings.nothing(FOUND.corpus()), PLAIN, folder);
        assertThat(read("report.html"))
                .contains("Too few posts to test anything.", "12 posts by 4 accounts")
                .doesNotContain("nothing to escalate", "A quiet result");
        assertThat(written.warnings()).hasSize(1);
        assertThat(read("manifest.json")).contains(written.warnings());
        write(
                ReportWriter.withDefaults().withLocale(Locale.FRENCH),
                TestFindings.nothing(FOUND.corpus()),
                PLAIN,
                folder);
        assertThat(read("report.html"))
                .contains("Trop peu de publications pour tester")
                .doesNotContain("rien \u00e0 signaler");
    }

    @Test
    void frenchPageIsFrench() throws IOException {
        write(ReportWriter.withDefaults().withLocale(Locale.CANADA_FRENCH), FOUND, PLAIN, folder);
        assertThat(read("report.html"))
                .contains("<html lang=\"fr\">", "Comportements coordonn\u00e9s", "2 mars 2026", "0,95")
                .doesNotContain("What was looked at");
    }

    private static WrittenReport write(ReportWriter writer, Findings findings, Names names, Path to)
            throws IOException {
        try (ReportFolder open =
                ReportFolder.open(to, names.retention(), names.keyId().isPresent())) {
            open.reject(REJECT);
            return writer.withVersion("1.2.3").write(findings, names, PROVENANCE, open);
        }
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** The fields of a JSON text as paths, each once, sorted; also proves that it is JSON. */
    private static List<String> fields(String json) {
        TreeSet<String> fields = new TreeSet<>();
        List<String> path = new ArrayList<>();
        try (JsonParser parser = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    path.add("");
                } else if (token == JsonToken.END_OBJECT) {
                    path.remove(path.size() - 1);
                } else if (token == JsonToken.PROPERTY_NAME) {
                    path.set(path.size() - 1, parser.currentName());
                    fields.add(String.join(".", path));
                }
            }
        }
        return List.copyOf(fields);
    }

    private static List<String> cells(String csv) {
        List<String> cells = new ArrayList<>();
        try (var reader = de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(csv)) {
            reader.forEach(row -> cells.addAll(row.getFields()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return cells;
    }

    private Document xml(String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(folder.resolve(name).toFile());
    }

    private static int occurrences(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    private static String group(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
