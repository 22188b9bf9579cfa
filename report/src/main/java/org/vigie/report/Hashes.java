/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.vigie.campaign.findings.Findings;
import org.vigie.core.file.Digests;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.exports.ReadSummary;

/** The id of a run. */
final class Hashes {
    private Hashes() {}

    /**
     * The id of a run: what was looked at, how, and by which version; without files, the posts in order of time. Each part
     * is preceded by its length, so that no two lists of parts give the same bytes.
     */
    static String run(String version, Findings findings, List<ReadSummary> inputs) {
        MessageDigest digest = Digests.sha256();
        add(digest, "org.vigie.run.v1");
        add(digest, version);
        findings.parameters().forEach((name, value) -> {
            add(digest, name);
            add(digest, value);
        });
        if (inputs.isEmpty()) {
            Corpus corpus = findings.corpus();
            Names names = Names.plain(corpus); // nothing but the digest sees them
            for (int row = 0; row < corpus.size(); row++) {
                add(digest, names.post(row));
                add(digest, names.account(corpus.account(row)));
                add(digest, Instant.ofEpochMilli(corpus.time(row)).toString());
                add(digest, names.text(row));
            }
        } else {
            inputs.forEach(input -> add(digest, input.sha256()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((byte) (bytes.length >>> 24));
        digest.update((byte) (bytes.length >>> 16));
        digest.update((byte) (bytes.length >>> 8));
        digest.update((byte) bytes.length);
        digest.update(bytes);
    }
}
