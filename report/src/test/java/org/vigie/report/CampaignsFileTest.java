/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.campaign.evaluation.Evaluation;
import org.vigie.campaign.evaluation.Labels;
import org.vigie.campaign.evaluation.ReportedGroup;
import org.vigie.campaign.evaluation.ReportedGroup.Kind;
import org.vigie.campaign.findings.Findings;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.core.privacy.SecretKey;
import org.vigie.posts.Names;
import org.vigie.report.read.CampaignsFile;

/** campaigns.json read back, and how an evaluation of it is written. */
final class CampaignsFileTest {
    private static final Findings FINDINGS = TestFindings.of(
            List.of("ana", "Βασίλης", "小林", "zoe"), List.of("one text", "un autre texte"), "tag", "https://a.example");

    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        Names names = Names.plain(FINDINGS.corpus());
        write(names);
        CampaignsFile file = CampaignsFile.read(folder);
        assertThat(file.keyId()).isEmpty();
        assertThat(file.groups()).isEqualTo(ReportedGroup.of(FINDINGS, names)).isNotEmpty();
        assertThat(CampaignsFile.read(folder.resolve("campaigns.json"))).isEqualTo(file);
    }

    @Test
    void pseudonymsKeepTheIdOfTheirKey() throws IOException {
        Pseudonymizer key = Pseudonymizer.withKey(SecretKey.of(new byte[16]));
        Names names = Names.plain(FINDINGS.corpus()).withPseudonyms(key);
        write(names);
        CampaignsFile file = CampaignsFile.read(folder);
        assertThat(file.keyId()).contains(key.keyId());
        assertThat(file.groups()).isEqualTo(ReportedGroup.of(FINDINGS, names));
    }

    @Test
    void fieldsOfLaterVersionsArePassedOver() throws IOException {
        Files.writeString(folder.resolve("campaigns.json"), """
                {"new":{"campaigns":[{"accounts":["no"]}]},"schema":"vigie-campaigns-1","also":[[1],{}],
                 "small_groups":[{"x":[{"accounts":[]}],"accounts":["a",{"deep":{"account":"no"},"account":"b"},7]}],
                 "near_misses":[{"accounts":["c","c"],"q":null}],"campaigns":[]}
                """);
        assertThat(CampaignsFile.read(folder).groups())
                .containsExactly(
                        new ReportedGroup("S1", Kind.SMALL_GROUP, List.of("a", "b"), List.of()),
                        new ReportedGroup("N1", Kind.NEAR_MISS, List.of("c"), List.of()));
    }

    /** Under another schema, names may mean something else. */
    @Test
    void anotherSchemaIsRefused() throws IOException {
        Files.writeString(folder.resolve("campaigns.json"), "{\"schema\":\"vigie-campaigns-2\",\"campaigns\":[]}");
        assertThatThrownBy(() -> CampaignsFile.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("another version wrote it: the schema must be vigie-campaigns-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "account,label",
                "[]",
                "{}",
                "{\"schema\":\"other\"}",
                "{\"schema\":\"vigie-campaigns-1\",\"campaigns\":[{\"accounts\":[\"a\""
            })
    void otherFilesAreRefused(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("campaigns.json"), content);
        assertThatThrownBy(() -> CampaignsFile.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFolderWithoutItSaysHowToWriteIt() {
        assertThatThrownBy(() -> CampaignsFile.read(folder)).hasMessageContaining("vigie detect");
    }

    @Test
    void evaluationsAreWritten() throws IOException {
        Evaluation evaluation = Evaluation.of(
                List.of(
                        new ReportedGroup("C1", Kind.CAMPAIGN, List.of("a", "b", "h", "x"), List.of("p1", "p2")),
                        new ReportedGroup("S1", Kind.SMALL_GROUP, List.of("c", "y", "z"), List.of()),
                        new ReportedGroup("N1", Kind.NEAR_MISS, List.of("d"), List.of())),
                Labels.of(Map.of("a", "u\u001B[1m", "b", "=v", "c", "=v", "d", "=v", "h", ""))
                        .withPosts(Set.of("p1")));
        assertThat(written(EvaluationFormat.TEXT, evaluation)).isEqualTo("""
                        4 accounts in 1 campaigns: 2 right, 1 wrong, 1 unlabelled
                        precision 0.500, recall 0.500 (4 labelled accounts), F1 0.500
                        with 1 small groups: 7 accounts, 3 right; precision 0.429, recall 0.750, F1 0.545
                        posts: 2 in campaigns, 1 right; precision 0.500, recall 1.000 (1 labelled)
                        groups of mostly organic or unlabelled accounts: 1
                        labelled accounts in near misses only: 1

                        campaign, accounts: right, wrong, unlabelled; label of most
                          C1, 4: 2, 1, 1; =v (1)

                        small-group, accounts: right, wrong, unlabelled; label of most
                          S1, 3: 1, 0, 2; =v

                        near-miss, accounts: right, wrong, unlabelled; label of most
                          N1, 1: 1, 0, 0; =v

                        label, accounts: in campaigns, in small groups, in near misses; most in
                          =v, 3: 1, 1, 1; C1 (1)
                          u\\u001b[1m, 1: 1, 0, 0; C1 (1)
                        """);
        assertThat(written(EvaluationFormat.CSV, evaluation))
                .contains(
                        "total,campaigns,4,2,1,1,0.5,0.5,0.5,,\n",
                        "campaign,C1,4,2,1,1,0.5,,,'=v,1\n",
                        "label,'=v,3,2,,,,0.6666666667,,C1,1\n");
        assertThat(written(EvaluationFormat.JSON, evaluation))
                .contains("\"schema\" : \"vigie-evaluation-1\"", "\"near_missed\" : 1", "\"groups_of_others\" : 1");
        assertThat(written(EvaluationFormat.TEXT, Evaluation.of(List.of(), Labels.of(Map.of("a", "1")))))
                .contains("0 accounts in 0 campaigns", "precision -, recall 0.000 (1 labelled accounts), F1 0.000");
    }

    private void write(Names names) throws IOException {
        ReportWriter.withDefaults().write(FINDINGS, names, Provenance.none(), folder);
    }

    private static String written(EvaluationFormat format, Evaluation evaluation) throws IOException {
        StringWriter out = new StringWriter();
        format.write(evaluation, out);
        return out.toString();
    }
}
