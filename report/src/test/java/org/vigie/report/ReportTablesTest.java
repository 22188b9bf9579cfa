/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.report.ReportSample.FOUND;
import static org.vigie.report.ReportSample.PLAIN;
import static org.vigie.report.ReportSample.TEXTS;
import static org.vigie.report.ReportSample.fields;
import static org.vigie.report.ReportSample.read;
import static org.vigie.report.ReportSample.write;
import static org.vigie.report.ReportSample.xml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The documented fields and columns of the files for machines. */
class ReportTablesTest {
    @TempDir
    Path folder;

    @Test
    void jsonHasTheDocumentedFields() throws IOException {
        write(ReportWriter.withDefaults(), FOUND, PLAIN, folder);
        assertThat(fields(read(folder, "campaigns.json")))
                .isEqualTo(Files.readString(Path.of("src/test/resources/golden/campaigns-json-1/fields.txt"))
                        .lines()
                        .toList());
        assertThat(read(folder, "campaigns.json"))
                .contains(
                        "\"schema\" : \"vigie-campaigns-1\"", "\"q\" : 0.005", "\"expected\" : 4.5", "\"lead\" : 0.75")
                .contains("\"explanation\" : \"hours\"", "\"accounts\" : [ \"bruno.lefevre\", \"did:plc:dora9\" ]")
                .contains("\"first\" : \"2026-03-02T08:00:00Z\"", "\"state\" : \"machine-suspected\"");
    }

    @Test
    void tablesHaveTheDocumentedColumnsAndValues() throws IOException {
        write(ReportWriter.withDefaults(), FOUND, PLAIN, folder);
        assertThat(read(folder, "clusters.csv").lines())
                .startsWith(
                        "cluster,type,language,post_id,account,time,text",
                        "1,copypasta,en,p0,amina_k,2026-03-02T08:00:00Z,\"" + TEXTS.get(0) + "\"")
                .hasSize(13);
        assertThat(read(folder, "bursts.csv")).isEqualTo("""
                        series,key,level,start,end,weight,posts,accounts,measure
                        all,,2,2026-03-02T08:00:00Z,2026-03-02T08:10:00Z,3.25,2,2,posts
                        hashtag,northpier,3,2026-03-02T08:00:00Z,2026-03-02T09:17:00Z,12.5,12,4,accounts
                        text,1,2,2026-03-02T08:00:00Z,2026-03-02T09:17:00Z,4,12,4,posts
                        target,did:plc:dora9,2,2026-03-02T08:00:00Z,2026-03-02T09:17:00Z,2.5,3,3,posts
                        """);
        assertThat(read(folder, "edges.csv").lines())
                .startsWith(
                        "source,target,weight,first,last,co_actions,objects,mean_delta,min_delta,source_contents,"
                                + "target_contents,symmetry,lead,p,q,campaign",
                        "Chidi Okafor,amina_k,6,2026-03-02T08:00:00Z,2026-03-02T09:17:00Z,6,2,6,1,2,3,0.6666666666666666,"
                                + "0.25,0.001,0.003,C1")
                .hasSize(4);
        assertThat(read(folder, "rejects.csv")).isEqualTo("""
                        file,line,reason,content
                        posts.csv,7,"time 'kl 8, amina_k' is not understood","'=1+1,amina_k"
                        """);
    }

    @Test
    void networkFilesKeepOnlyAccountsWithEdges() throws Exception {
        write(ReportWriter.withDefaults(), FOUND, PLAIN, folder);
        Document gexf = xml(folder, "network.gexf");
        assertThat(gexf.getElementsByTagName("node").getLength()).isEqualTo(3);
        assertThat(gexf.getElementsByTagName("edge").getLength()).isEqualTo(3);
        assertThat(((Element) gexf.getElementsByTagName("node").item(0)).getAttribute("label"))
                .isEqualTo("Chidi Okafor");
        Document graphml = xml(folder, "network.graphml");
        assertThat(graphml.getElementsByTagName("node").getLength()).isEqualTo(3);
        assertThat(graphml.getDocumentElement().getTextContent()).contains("C1");
    }
}
