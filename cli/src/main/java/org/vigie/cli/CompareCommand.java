/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.report.read.CampaignsFile;
import org.vigie.report.read.ComparisonFormat;
import org.vigie.report.read.RunComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        header = "Says which campaigns appeared, grew, stayed, shrank or ended between two runs.",
        description = {
            "",
            "Two campaigns are the same if they share at least half of the smaller one's accounts. With "
                    + "pseudonyms, both runs need the same key.",
            ""
        })
final class CompareCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RUN_A", description = "The earlier run: its folder, or its campaigns.json.")
    private Path before;

    @Parameters(index = "1", paramLabel = "RUN_B", description = "The later run.")
    private Path after;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, csv or json (default: ${DEFAULT-VALUE}).")
    private ComparisonFormat format;

    @Override
    public Integer call() throws Exception {
        Input.requireFile("RUN_A", before);
        Input.requireFile("RUN_B", after);
        CampaignsFile old = CampaignsFile.read(before);
        CampaignsFile now = CampaignsFile.read(after);
        RunComparison comparison = WrongUsageException.check(() -> RunComparison.of(old, now));
        Output.Content result = out -> format.write(comparison, out);
        if (format == ComparisonFormat.TEXT) {
            Output.people(result);
        } else {
            Output.standard(result);
        }
        return 0;
    }
}
