/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.ProgressListener;
import org.vigie.campaign.findings.Findings;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.core.privacy.SecretKey;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.exports.ReadSummary;
import org.vigie.report.Provenance;
import org.vigie.report.ReportFolder;
import org.vigie.report.ReportFormat;
import org.vigie.report.ReportFormats;
import org.vigie.report.ReportWriter;
import org.vigie.report.WrittenReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        header = "The whole job: posts in, campaigns with their evidence out.",
        description = {
            "",
            "Writes report.html, campaigns.json, network.gexf, network.graphml, clusters.csv, bursts.csv, edges.csv,",
            "manifest.json and, if rows were refused, rejects.csv.",
            ""
        })
final class DetectCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Posts: CSV, TSV, JSON Lines or JSON, plain or .gz; - for standard input.")
    private List<Path> files = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the results; made if need be.")
    private Path out;

    @Option(
            names = "--lang",
            defaultValue = "en",
            description = "Language of the report: en or fr (default: ${DEFAULT-VALUE}).")
    private ReportLanguage language;

    @Option(
            names = "--key-file",
            paramLabel = "K",
            description = "Replace accounts by pseudonyms under the key in this file.")
    private Optional<Path> keyFile = Optional.empty();

    @Option(
            names = "--text-retention",
            defaultValue = "full",
            description = "How much of texts the results keep: full, snippet or none (default: ${DEFAULT-VALUE}).")
    private Names.Retention retention;

    @Option(
            names = "--formats",
            split = ",",
            paramLabel = "FORMAT",
            description = "Which results to write, with commas between: html, json, csv, gexf, graphml (default: all).")
    private List<String> formats = List.of();

    @Option(
            names = "--window",
            defaultValue = "10m",
            converter = DurationConverter.class,
            description = "Acts so close in time are together (default: ${DEFAULT-VALUE}).")
    private Duration window;

    @Option(
            names = "--coarse-window",
            defaultValue = "2h",
            converter = DurationConverter.class,
            description =
                    "Within so long an act could as well have come at another moment (default: ${DEFAULT-VALUE}).")
    private Duration coarse;

    @Option(
            names = "--min-accounts",
            defaultValue = "5",
            description = "Least number of accounts of a campaign (default: ${DEFAULT-VALUE}).")
    private int minAccounts;

    @Option(
            names = "--alpha",
            defaultValue = "0.05",
            description = "Largest false discovery rate that is reported (default: ${DEFAULT-VALUE}).")
    private double alpha;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Seed of everything that draws (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private InputOptions input;

    @Mixin
    private Quiet quiet;

    @Override
    public Integer call() throws IOException {
        ReportWriter writer = ReportWriter.withDefaults()
                .withVersion(Version.current())
                .withLocale(language.locale())
                .withFormats(formats());
        Optional<Pseudonymizer> pseudonymizer = Optional.empty();
        if (keyFile.isPresent()) {
            pseudonymizer = Optional.of(Pseudonymizer.withKey(SecretKey.fromFile(keyFile.get())));
        }
        Output.requireFolder(out);
        Output.check(
                Stream.concat(files.stream(), keyFile.stream()).toList(),
                writer.files().stream().map(out::resolve).toList());
        try (ReportFolder folder = ReportFolder.open(out, retention, keyFile.isPresent());
                Progress progress = new Progress(quiet.on(), folder::reject)) {
            Stopwatch stopwatch = new Stopwatch(progress);
            CampaignDetector detector = WrongUsageException.check(() -> CampaignDetector.withDefaults()
                    .withWindows(window, coarse)
                    .withMinAccounts(minAccounts)
                    .withAlpha(alpha)
                    .withListener(stopwatch));
            stopwatch.start("reading");
            CorpusBuilder builder = Corpus.builder()
                    .withDuplicates(NearDuplicates.withDefaults().withSeed(seed));
            List<ReadSummary> inputs = PostInput.read(files, input, builder, progress);
            Corpus corpus = builder.build();
            Findings findings = detector.detect(corpus);
            stopwatch.start("writing");
            Names names = Names.plain(corpus).withRetention(retention);
            if (pseudonymizer.isPresent()) {
                names = names.withPseudonyms(pseudonymizer.get());
            }
            Provenance provenance = Provenance.none().withInputs(inputs).withTimings(stopwatch.stages());
            WrittenReport written = writer.write(findings, names, provenance, folder);
            stopwatch.stop();
            written.warnings().forEach(progress::warn);
            System.out.printf(
                    Locale.ROOT,
                    "%d %s by %d %s: %d %s%n%s%n",
                    corpus.size(),
                    corpus.size() == 1 ? "post" : "posts",
                    corpus.accounts(),
                    corpus.accounts() == 1 ? "account" : "accounts",
                    findings.campaigns().size(),
                    findings.campaigns().size() == 1 ? "campaign" : "campaigns",
                    Terminal.safe(written.folder()
                            .resolve(written.files().contains("report.html") ? "report.html" : "manifest.json")
                            .toString()));
        }
        return 0;
    }

    private List<ReportFormat> formats() {
        List<ReportFormat> chosen = new ArrayList<>();
        for (String name : formats.isEmpty() ? ReportFormats.names() : formats) {
            chosen.addAll(WrongUsageException.check(() -> ReportFormats.named(name.strip())));
        }
        return chosen;
    }

    /** Shows the stages and remembers how long each took. */
    static final class Stopwatch implements ProgressListener {
        private final Progress progress;
        private final Map<String, Duration> stages = new LinkedHashMap<>();
        private String current = "";
        private long since;

        Stopwatch(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void stage(Stage stage) {
            start(stage.name().toLowerCase(Locale.ROOT));
        }

        void start(String stage) {
            stop();
            current = stage;
            since = System.nanoTime();
            progress.stage(stage);
        }

        void stop() {
            if (!current.isEmpty()) {
                stages.put(current, Duration.ofNanos(System.nanoTime() - since));
                current = "";
            }
        }

        Map<String, Duration> stages() {
            return stages;
        }
    }
}
