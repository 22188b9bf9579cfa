/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vigie.posts.simulation.SimulationTruth;
import org.vigie.posts.simulation.Simulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        header = "Writes labelled synthetic traffic with planted campaigns.",
        description = {
            "",
            "Posts come with the canonical columns; the truth file says of each post which campaign it "
                    + "belongs to, if any. The same seed and options give the same bytes. Names ending in .gz are "
                    + "compressed.",
            ""
        })
final class SimulateCommand implements Callable<Integer> {
    @Option(names = "--out", required = true, paramLabel = "posts.csv", description = "Where the posts go.")
    private Path out;

    @Option(names = "--truth", required = true, paramLabel = "truth.csv", description = "Where the labels go.")
    private Path truth;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Any number (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--posts",
            paramLabel = "N",
            defaultValue = "20000",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int posts;

    @Option(
            names = "--campaigns",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many campaigns are planted, of all kinds in turn (default: ${DEFAULT-VALUE}).")
    private int campaigns;

    @Mixin
    private Quiet quiet;

    @Override
    public Integer call() throws IOException {
        Simulator simulator = WrongUsageException.check(
                () -> Simulator.withDefaults().withPosts(posts).withSeed(seed).withCampaigns(campaigns));
        Input.requireFile("--out", out);
        Input.requireFile("--truth", truth);
        Output.check(List.of(), List.of(out, truth));
        Output.prepare(out);
        Output.prepare(truth);
        SimulationTruth planted = simulator.write(out, truth);
        try (Progress progress = new Progress(quiet.on())) {
            progress.say(String.format(
                    Locale.ROOT,
                    "%d posts with %d campaigns of %d accounts: %s, %s",
                    planted.posts(),
                    planted.campaigns().size(),
                    planted.campaigns().stream()
                            .mapToInt(c -> c.accounts().size())
                            .sum(),
                    out,
                    truth));
        }
        return 0;
    }
}
