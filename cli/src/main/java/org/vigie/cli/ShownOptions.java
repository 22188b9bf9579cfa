/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.report.ReportFolder;
import picocli.CommandLine.Option;

/** What results show of people and texts. */
final class ShownOptions {
    @Option(
            names = "--key-file",
            paramLabel = "K",
            description = "Replace accounts by pseudonyms under the key in this file.")
    private Optional<Path> keyFile = Optional.empty();

    @Option(
            names = "--text-retention",
            paramLabel = "LEVEL",
            defaultValue = "full",
            description = "How much of texts the results keep: full, snippet or none (default: ${DEFAULT-VALUE}).")
    private Names.Retention retention;

    Optional<Path> keyFile() {
        return keyFile;
    }

    /** Reads the key, if there is one. */
    Optional<Pseudonymizer> pseudonymizer() throws IOException {
        return keyFile.isPresent() ? Optional.of(Pseudonymizer.withKey(Input.key(keyFile.get()))) : Optional.empty();
    }

    Names names(Corpus corpus, Optional<Pseudonymizer> pseudonymizer) {
        Names names = Names.plain(corpus).withRetention(retention);
        return pseudonymizer.map(names::withPseudonyms).orElse(names);
    }

    ReportFolder open(Path out) throws IOException {
        return ReportFolder.open(out, retention, keyFile.isPresent());
    }
}
