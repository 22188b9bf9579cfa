/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.simulation.CampaignKind;
import org.vigie.posts.simulation.SimulationTruth;
import org.vigie.posts.simulation.SimulationTruth.PlantedCampaign;
import org.vigie.posts.simulation.Simulator;
import org.vigie.report.Provenance;
import org.vigie.report.ReportFolder;
import org.vigie.report.ReportWriter;
import org.vigie.report.WrittenReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        header = "Simulates bilingual traffic with planted campaigns, finds them, and compares with the truth.")
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            defaultValue = "vigie-demo",
            paramLabel = "DIR",
            description = "Folder of the report (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another seed, another traffic (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private Quiet quiet;

    @Override
    public Integer call() throws IOException {
        Input.requireFile("--out", out);
        Output.requireFolder(out);
        try (ReportFolder folder = ReportFolder.open(out);
                Progress progress = new Progress(quiet.on())) {
            DetectCommand.Stopwatch stopwatch = new DetectCommand.Stopwatch(progress);
            CorpusBuilder builder = Corpus.builder();
            stopwatch.start("simulating");
            SimulationTruth truth = Simulator.withDefaults()
                    .withSeed(seed)
                    .withCampaign(CampaignKind.TRANSLATED, 40)
                    .withCampaign(CampaignKind.COPYPASTA, 24)
                    .withCampaign(CampaignKind.SLOW_DRIP, 24)
                    .run((post, label) -> builder.post(post));
            Corpus corpus = builder.build();
            Names names = Names.plain(corpus);
            Findings findings =
                    CampaignDetector.withDefaults().withListener(stopwatch).detect(corpus);
            stopwatch.start("writing");
            WrittenReport written = ReportWriter.withDefaults()
                    .withVersion(Version.current())
                    .withLocale(Language.current().locale())
                    .write(findings, names, Provenance.none().withTimings(stopwatch.stages()), folder);
            stopwatch.stop();
            say(truth, findings, names, written);
        }
        return 0;
    }

    private static void say(SimulationTruth truth, Findings report, Names names, WrittenReport written) {
        Terminal.print(String.format(
                Locale.ROOT,
                "Simulated %d posts by %d accounts, with %d planted campaigns.",
                report.traffic().posts(),
                report.traffic().accounts(),
                truth.campaigns().size()));
        Set<String> explained = new HashSet<>();
        for (PlantedCampaign planted : truth.campaigns()) {
            // A campaign in two languages may be found as two groups.
            List<Campaign> found = report.campaigns().stream()
                    .filter(c -> planted.precision(accounts(c, names)) > 0.5)
                    .toList();
            List<String> accounts = found.stream()
                    .flatMap(c -> accounts(c, names).stream())
                    .distinct()
                    .toList();
            List<String> ids = found.stream().map(Campaign::id).toList();
            explained.addAll(ids);
            Terminal.print(String.format(
                    Locale.ROOT,
                    "  %-11s of %3d accounts: %s",
                    planted.kind().label(),
                    planted.accounts().size(),
                    ids.isEmpty()
                            ? "not found"
                            : String.format(
                                    Locale.ROOT,
                                    "found as %s, account precision %.2f, recall %.2f",
                                    String.join(", ", ids),
                                    planted.precision(accounts),
                                    planted.recall(accounts))));
        }
        long others = report.campaigns().stream()
                .filter(c -> !explained.contains(c.id()))
                .count();
        Terminal.print(String.format(
                Locale.ROOT,
                "Other groups reported: %d. Report: %s",
                others,
                written.folder().resolve("report.html")));
    }

    private static List<String> accounts(Campaign campaign, Names names) {
        return campaign.members().stream().map(m -> names.account(m.account())).toList();
    }
}
