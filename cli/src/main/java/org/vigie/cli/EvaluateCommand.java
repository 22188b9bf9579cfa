/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.campaign.evaluation.Evaluation;
import org.vigie.campaign.evaluation.Labels;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.report.EvaluationFormat;
import org.vigie.report.read.CampaignsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        header = "Says how far the campaigns of a run agree with labels.",
        description = {
            "",
            "DIR is a folder that vigie detect wrote. TRUTH has a column of accounts and one of labels, "
                    + "or is what vigie simulate wrote. A label is 1 or 0, or the name of a campaign; accounts that "
                    + "it does not name are unlabelled, and count as not right.",
            ""
        })
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of a run, or its campaigns.json.")
    private Path run;

    @Parameters(index = "1", paramLabel = "TRUTH", description = "Labels: CSV, TSV, JSON Lines or JSON, plain or .gz.")
    private Path truth;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, csv or json (default: ${DEFAULT-VALUE}).")
    private EvaluationFormat format;

    @Option(
            names = "--key-file",
            paramLabel = "K",
            description = "The key with which DIR was written, if its names are pseudonyms.")
    private Optional<Path> keyFile = Optional.empty();

    @Mixin
    private Quiet quiet;

    @Override
    public Integer call() throws IOException {
        Input.requireFile("DIR", run);
        Input.requireFile("TRUTH", truth);
        keyFile.ifPresent(key -> Input.requireFile("--key-file", key));
        CampaignsFile campaigns = CampaignsFile.read(run);
        Optional<Pseudonymizer> pseudonymizer = pseudonymizer(campaigns);
        try (Progress progress = new Progress(quiet.on())) {
            progress.stage("reading");
            Labels read = Labels.read(truth, progress::reject);
            Labels labels = pseudonymizer.map(read::withPseudonyms).orElse(read);
            if (read.contradictions() > 0) {
                progress.warn(Input.name(truth) + ": " + read.contradictions()
                        + " accounts have more than one label; the first campaign counts");
            }
            Evaluation evaluation = Evaluation.of(campaigns.groups(), labels);
            if (evaluation.campaigns().reported() > 0
                    && evaluation.campaigns().unlabelled()
                            == evaluation.campaigns().reported()) {
                progress.warn(Input.name(truth)
                        + ": it names none of the reported accounts; are they the same kind of name?");
            }
            Output.Content result = out -> format.write(evaluation, out);
            if (format == EvaluationFormat.TEXT) {
                Output.people(result);
            } else {
                Output.standard(result);
            }
        }
        return 0;
    }

    private Optional<Pseudonymizer> pseudonymizer(CampaignsFile campaigns) throws IOException {
        if (keyFile.isEmpty()) {
            if (campaigns.keyId().isPresent()) {
                throw new WrongUsageException(
                        run + " has pseudonyms in place of names; name their key with --key-file");
            }
            return Optional.empty();
        }
        Pseudonymizer pseudonymizer = Pseudonymizer.withKey(Input.key(keyFile.get()));
        if (campaigns.keyId().isEmpty()) {
            throw new WrongUsageException(run + " has plain names; leave out --key-file");
        }
        if (!campaigns.keyId().get().equals(pseudonymizer.keyId())) {
            throw new WrongUsageException(run + " was written with the key "
                    + campaigns.keyId().get() + ", but " + keyFile.get() + " has the key " + pseudonymizer.keyId());
        }
        return Optional.of(pseudonymizer);
    }
}
