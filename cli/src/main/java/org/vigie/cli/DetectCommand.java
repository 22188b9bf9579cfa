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
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.ProgressListener;
import org.vigie.campaign.findings.Findings;
import org.vigie.core.privacy.Pseudonymizer;
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
import org.vigie.report.exchange.Sharing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        header = "The whole job: posts in, campaigns with their evidence out.",
        description = {
            "",
            "Writes report.html, campaigns.json, campaigns.csv, accounts.csv, posts.csv, network.gexf, "
                    + "network.graphml, clusters.csv, bursts.csv, edges.csv, stix.json, misp.json, manifest.json "
                    + "and, if rows were refused, rejects.csv. stix.json and misp.json are for partners: give "
                    + "--key-file before you share them.",
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
            names = "--formats",
            split = ",",
            paramLabel = "FORMAT",
            description = "Which results to write, with commas between: html, json, csv, gexf, graphml, stix, misp"
                    + " (default: all).")
    private List<String> formats = List.of();

    @Option(
            names = "--window",
            paramLabel = "TIME",
            defaultValue = "10m",
            converter = DurationConverter.class,
            description = "Acts so close in time are together (default: ${DEFAULT-VALUE}).")
    private Duration window;

    @Option(
            names = "--coarse-window",
            paramLabel = "TIME",
            defaultValue = "2h",
            converter = DurationConverter.class,
            description =
                    "Within so long an act could as well have come at another moment (default: ${DEFAULT-VALUE}).")
    private Duration coarse;

    @Option(
            names = "--min-accounts",
            paramLabel = "N",
            defaultValue = "5",
            description = "Least number of accounts of a campaign (default: ${DEFAULT-VALUE}).")
    private int minAccounts;

    @Option(
            names = "--alpha",
            paramLabel = "RATE",
            defaultValue = "0.05",
            description = "Largest false discovery rate that is reported (default: ${DEFAULT-VALUE}).")
    private double alpha;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of everything that draws (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description = "Give the work on texts to Apache Spark at this master, such as local[2]; SPARK_HOME says"
                    + " where Spark is. FILE may be Parquet too.")
    private Optional<String> spark = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ShownOptions shown;

    @Mixin
    private SharingOptions sharing;

    @Mixin
    private InputOptions input;

    @Mixin
    private Quiet quiet;

    @Override
    public Integer call() throws IOException {
        Optional<CorpusService> service = Optional.empty();
        if (spark.isPresent()) {
            service = ServiceLoader.load(CorpusService.class).findFirst();
            if (service.isEmpty()) {
                return SparkProcess.run(
                        spark.get(), spec.root().commandLine().getParseResult().originalArgs());
            }
        }
        Input.requireFile("--out", out);
        List<ReportFormat> chosen = formats();
        ReportWriter writer = WrongUsageException.check(() -> ReportWriter.withDefaults()
                .withVersion(Version.current())
                .withLocale(Language.current().locale())
                .withFormats(chosen));
        Optional<Pseudonymizer> pseudonymizer = shown.pseudonymizer();
        Output.requireFolder(out);
        Output.check(
                Stream.concat(files.stream(), shown.keyFile().stream()).toList(),
                writer.files().stream().map(out::resolve).toList());
        try (ReportFolder folder = shown.open(out);
                Progress progress = new Progress(quiet.on(), folder::reject)) {
            Stopwatch stopwatch = new Stopwatch(progress);
            CampaignDetector detector = WrongUsageException.check(() -> CampaignDetector.withDefaults()
                    .withWindows(window, coarse)
                    .withMinAccounts(minAccounts)
                    .withAlpha(alpha)
                    .withListener(stopwatch));
            stopwatch.start("reading");
            List<ReadSummary> inputs = new ArrayList<>();
            Corpus corpus = service.isPresent() ? elsewhere(service.get(), inputs, progress) : here(inputs, progress);
            Findings findings = detector.detect(corpus);
            stopwatch.start("writing");
            Names names = shown.names(corpus, pseudonymizer);
            Provenance provenance = Provenance.none().withInputs(inputs).withTimings(stopwatch.stages());
            WrittenReport written = writer.write(findings, names, provenance, folder);
            stopwatch.stop();
            written.warnings().forEach(progress::warn);
            Terminal.print(String.format(
                    Locale.ROOT,
                    "%d %s by %d %s: %d %s",
                    corpus.size(),
                    corpus.size() == 1 ? "post" : "posts",
                    corpus.accounts(),
                    corpus.accounts() == 1 ? "account" : "accounts",
                    findings.campaigns().size(),
                    findings.campaigns().size() == 1 ? "campaign" : "campaigns"));
            System.out.println(Terminal.safe(written.folder()
                    .resolve(written.files().contains("report.html") ? "report.html" : "manifest.json")
                    .toString()));
        }
        return 0;
    }

    private Corpus here(List<ReadSummary> inputs, Progress progress) throws IOException {
        CorpusBuilder builder = Corpus.builder().withDuplicates(search(seed));
        inputs.addAll(PostInput.read(files, input, builder, progress));
        return builder.build();
    }

    private Corpus elsewhere(CorpusService service, List<ReadSummary> inputs, Progress progress) throws IOException {
        long ownSeed = seed;
        try (CorpusService.Job job = service.open(spark.orElseThrow(), () -> search(ownSeed))) {
            for (Path file : files) {
                if (service.isTable(file.toString())) {
                    inputs.add(job.table(file.toString()));
                } else {
                    inputs.addAll(PostInput.read(List.of(file), input, job, job::size, progress));
                }
            }
            return job.build();
        }
    }

    private static NearDuplicates search(long seed) {
        return NearDuplicates.withDefaults().withSeed(seed);
    }

    private List<ReportFormat> formats() {
        if (formats.isEmpty() && Ineffective.isGiven(spec, "--formats")) {
            throw new WrongUsageException(
                    "--formats must name at least one of " + String.join(", ", ReportFormats.names()));
        }
        Sharing settings = sharing.settings();
        List<ReportFormat> chosen = new ArrayList<>();
        for (String name : formats.isEmpty() ? ReportFormats.names() : formats) {
            chosen.addAll(WrongUsageException.check(() -> ReportFormats.named(name.strip(), settings)));
        }
        sharing.check(spec, chosen);
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
