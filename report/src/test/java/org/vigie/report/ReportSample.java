/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.vigie.campaign.findings.Findings;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.core.privacy.SecretKey;
import org.vigie.posts.Names;
import org.vigie.posts.PostSource.Reject;
import org.w3c.dom.Document;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Findings as files, for tests to look into. */
final class ReportSample {
    static final List<String> ACCOUNTS = List.of("amina_k", "bruno.lefevre", "Chidi Okafor", "did:plc:dora9");
    static final List<String> TEXTS = List.of(
            "The ferry to the north pier stops at noon, tell your neighbours today",
            "The ferry to the north pier stops at nine, tell your neighbours now @amina_k",
            "The ferry to the north pier stops at noon, tell @Someone.Else");
    static final Findings FOUND = TestFindings.of(ACCOUNTS, TEXTS, "northpier", "news.example/bruno.lefevre/ferry");
    static final Names PLAIN = Names.plain(FOUND.corpus());
    static final Pseudonymizer KEYED =
            Pseudonymizer.withKey(SecretKey.of("a key of the tests, long enough".getBytes(StandardCharsets.UTF_8)));

    static final Provenance PROVENANCE = Provenance.none()
            .withInputs(List.of(TestFindings.input("ab", 13)))
            .withTimings(Map.of("detect", Duration.ofMillis(1500)));

    private static final Reject REJECT =
            new Reject("posts.csv", 7, "time 'kl 8, amina_k' is not understood", "=1+1,amina_k");

    private ReportSample() {}

    /** With one row that could not be read. */
    static WrittenReport write(ReportWriter writer, Findings findings, Names names, Path to) throws IOException {
        try (ReportFolder open =
                ReportFolder.open(to, names.retention(), names.keyId().isPresent())) {
            open.reject(REJECT);
            return writer.withVersion("1.2.3").write(findings, names, PROVENANCE, open);
        }
    }

    static String read(Path folder, String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** The fields of a JSON text as paths, each once, sorted; also proves that it is JSON. */
    static List<String> fields(String json) {
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

    static Document xml(Path folder, String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(folder.resolve(name).toFile());
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
