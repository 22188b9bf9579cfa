/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.evaluation.Evaluation;
import org.vigie.campaign.evaluation.Labels;
import org.vigie.campaign.evaluation.ReportedGroup;
import org.vigie.campaign.findings.Findings;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.core.privacy.SecretKey;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.simulation.Simulator;
import org.vigie.report.exchange.FingerprintFile;
import org.vigie.report.exchange.FingerprintMatcher;
import org.vigie.report.exchange.Fingerprinter;
import org.vigie.report.exchange.MatchFormat;
import org.vigie.report.read.CampaignsFile;
import org.vigie.report.read.ComparisonFormat;
import org.vigie.report.read.RunComparison;
import tools.jackson.databind.JsonNode;

/** Whatever JSON is written has its JSON Schema in docs/formats/schemas, and is valid against it. */
class PublishedSchemasTest {
    private static final Path SCHEMAS = Path.of("..", "docs", "formats", "schemas");
    private static final SecretKey KEY =
            SecretKey.of("a key of the tests, long enough".getBytes(StandardCharsets.UTF_8));

    private static final Findings SMALL = TestFindings.of(
            List.of("amina_k", "=bruno", "Chidi\u0000 Okafor", "did:plc:dora9"),
            List.of("The ferry to the north pier stops at noon, tell your neighbours today"),
            "northpier",
            "news.example/ferry");

    private static final Findings SIMULATED = simulated();

    @TempDir
    private Path folder;

    private static Findings simulated() {
        CorpusBuilder builder = Corpus.builder();
        Simulator.withDefaults().withPosts(3_000).withPlantedShare(0.15).run((post, label) -> builder.post(post));
        return CampaignDetector.withDefaults().detect(builder.build());
    }

    private static Schema schema(String name) {
        return JsonSchemas.of(SCHEMAS.resolve(name + ".schema.json"), SpecificationVersion.DRAFT_2020_12);
    }

    private static void requireValid(String schema, String json) {
        JsonNode node = JsonSchemas.parse(json);
        assertThat(JsonSchemas.faults(schema(schema), node)).as(schema).isEmpty();
    }

    private Path write(Findings findings, Names names, String to) throws IOException {
        return ReportWriter.withDefaults()
                .withFormats(ReportFormats.named("json"))
                .write(
                        findings,
                        names,
                        Provenance.none().withInputs(List.of(TestFindings.input("ab", 13))),
                        folder.resolve(to))
                .folder();
    }

    @Test
    void everySchemaIsTestedHere() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            Set<String> names = files.map(f -> String.valueOf(f.getFileName()).replace(".schema.json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(names)
                    .containsExactly("campaigns", "comparison", "evaluation", "fingerprints", "manifest", "matches");
        }
    }

    @Test
    void reportsAreValid() throws IOException {
        for (Findings findings : List.of(SMALL, SIMULATED, TestFindings.nothing(SMALL.corpus()))) {
            Names plain = Names.plain(findings.corpus());
            for (Names names : List.of(
                    plain, plain.withRetention(Names.Retention.NONE).withPseudonyms(Pseudonymizer.withKey(KEY)))) {
                Path run = write(findings, names, "run");
                requireValid("campaigns", Files.readString(run.resolve("campaigns.json")));
                requireValid("manifest", Files.readString(run.resolve("manifest.json")));
            }
        }
        String campaigns = Files.readString(
                write(SMALL, Names.plain(SMALL.corpus()), "run").resolve("campaigns.json"));
        assertThat(JsonSchemas.faults(
                        schema("campaigns"), JsonSchemas.parse(campaigns.replace("\"q\"", "\"quality\""))))
                .as("a schema that accepts everything says nothing")
                .isNotEmpty();
    }

    @Test
    void evaluationsAreValid() throws IOException {
        for (Findings findings : List.of(SMALL, SIMULATED)) {
            List<ReportedGroup> groups = ReportedGroup.of(findings, Names.plain(findings.corpus()));
            for (Labels labels :
                    List.of(Labels.of(Map.of("amina_k", "alpha", "=bruno", "")), Labels.of(Map.of("x", "y")))) {
                StringWriter out = new StringWriter();
                EvaluationFormat.JSON.write(Evaluation.of(groups, labels), out);
                requireValid("evaluation", out.toString());
            }
        }
    }

    @Test
    void comparisonsAreValid() throws IOException {
        CampaignsFile small = CampaignsFile.read(write(SMALL, Names.plain(SMALL.corpus()), "small"));
        CampaignsFile large = CampaignsFile.read(write(SIMULATED, Names.plain(SIMULATED.corpus()), "large"));
        for (RunComparison comparison : List.of(
                RunComparison.of(small, large), RunComparison.of(large, large), RunComparison.of(large, small))) {
            StringWriter out = new StringWriter();
            ComparisonFormat.JSON.write(comparison, out);
            requireValid("comparison", out.toString());
        }
    }

    @Test
    void fingerprintsAndMatchesAreValid() throws IOException {
        Fingerprinter maker = Fingerprinter.withKey(KEY);
        FingerprintFile file = maker.of(write(SIMULATED, Names.plain(SIMULATED.corpus()), "run"));
        assertThat(file.fingerprints()).isNotEmpty();
        StringWriter lines = new StringWriter();
        FingerprintFile.merge(List.of(
                        file, maker.revoke(List.of(file.fingerprints().get(0).id()))))
                .write(lines);
        lines.toString().lines().forEach(line -> requireValid("fingerprints", line));
        List<MatchFormat.Named> matches =
                FingerprintMatcher.withDefaults().match(file.fingerprints(), file.fingerprints()).stream()
                        .map(m -> new MatchFormat.Named("f.jsonl", "C1", m))
                        .toList();
        assertThat(matches).hasSizeGreaterThanOrEqualTo(file.fingerprints().size());
        StringWriter out = new StringWriter();
        MatchFormat.JSON.write(matches, out);
        requireValid("matches", out.toString());
    }

    /** What the small findings are too small for is counted. */
    @Test
    void smallCampaignsHaveNoFingerprint() throws IOException {
        FingerprintFile file = Fingerprinter.withKey(KEY).of(write(SMALL, Names.plain(SMALL.corpus()), "run"));
        assertThat(file.fingerprints()).isEmpty();
        assertThat(file.withheld()).isEqualTo(1);
        assertThat(Fingerprinter.withKey(KEY)
                        .withMinAccounts(3)
                        .of(folder.resolve("run"))
                        .fingerprints())
                .hasSize(1);
    }
}
