/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.monitor.CampaignMonitor;
import org.vigie.campaign.monitor.MonitorSettings;
import org.vigie.campaign.monitor.Position;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.posts.Names;
import org.vigie.posts.exports.ReadSummary;
import org.vigie.report.Provenance;
import org.vigie.report.ReportFolder;
import org.vigie.report.ReportWriter;
import org.vigie.report.WrittenReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "monitor",
        mixinStandardHelpOptions = true,
        header = "Watches posts as they come: fast alarms, and campaigns when they are found.",
        description = {
            "",
            "Alerts are lines of JSON: on standard output, or in the file of --alerts, where each stands "
                    + "exactly once whatever happens to the process. Time is the posts' own. The state folder "
                    + "survives a crash; position.json in it names the last post that is safe. Posts may be sent "
                    + "again: they are known by their id.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  vigie monitor --state watch --source posts.csv --alerts alerts.ndjson",
            "  vigie monitor --state watch --source posts.ndjson --follow --alerts alerts.ndjson",
            "  vigie monitor --state watch --source wss://HOST/PATH --alerts alerts.ndjson",
            "  vigie monitor --state watch --report results"
        })
final class MonitorCommand implements Callable<Integer> {
    private static final long NANOS_PER_REPORT = TimeUnit.MINUTES.toNanos(1);

    @Option(
            names = "--state",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the state; made if need be.")
    private Path state;

    @Option(
            names = "--source",
            paramLabel = "FILE",
            description =
                    "Posts: a file as for detect, - for standard input, or the wss:// address of a WebSocket whose"
                            + " messages are posts, such as Bluesky's Jetstream.")
    private Optional<Path> source = Optional.empty();

    @Option(
            names = "--follow",
            description = {
                "At the end of the file wait for more. A file that is replaced or cut is followed by its name, as tail -F"
                        + " does."
            })
    private boolean follow;

    @Option(
            names = "--alerts",
            paramLabel = "FILE",
            description = "Add alerts to this file, each exactly once (default: standard output).")
    private Optional<Path> alerts = Optional.empty();

    @Option(
            names = "--window",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long posts are kept and findings look back (default: as the state was begun, or 7d).")
    private Optional<Duration> window = Optional.empty();

    @Option(
            names = "--every",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How often campaigns are looked for (default: as the state was begun, or 10m).")
    private Optional<Duration> every = Optional.empty();

    @Option(
            names = "--alert-budget",
            paramLabel = "N/day",
            description = "Most fast alarms a day of the posts' time (default: as the state was begun, or 20/day).")
    private Optional<String> budget = Optional.empty();

    @Option(names = "--no-text", description = "Keep no texts and compare none.")
    private boolean noText;

    @Option(
            names = "--report",
            paramLabel = "OUT",
            description = "Write the report of the window to this folder, now and then and at the end; without"
                    + " --source, of the window as it is.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--forget",
            paramLabel = "ACCOUNT",
            description = "Take out all that this account posted, before anything else. Repeatable.")
    private List<String> forgotten = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ShownOptions shown;

    @Mixin
    private InputOptions input;

    @Mixin
    private Quiet quiet;

    private Optional<Pseudonymizer> pseudonymizer = Optional.empty();
    /** What was found and not reported, as long as memory has room for it: the end of the run reports the window anyway. */
    private SoftReference<Findings> fresh = new SoftReference<>(null);

    private long lastReport = System.nanoTime() - NANOS_PER_REPORT;

    @Override
    public Integer call() throws IOException {
        if (source.isEmpty() && report.isEmpty() && forgotten.isEmpty()) {
            throw new WrongUsageException("monitor needs --source, --report or --forget");
        }
        if (source.isEmpty()) {
            Ineffective.refuse(
                    spec, "without --source", "--map", "--date-format", "--time-zone", "--encoding", "--id-per-file");
        }
        if (report.isEmpty()) {
            Ineffective.refuse(spec, "without --report", "--text-retention");
        }
        if (source.isEmpty() && !CampaignMonitor.isState(state)) {
            throw new IOException("no state in " + state + ": begin one with --source");
        }
        if (follow && !source.map(MonitorCommand::canBeFollowed).orElse(false)) {
            throw new WrongUsageException("--follow needs --source FILE");
        }
        Optional<Path> file = source.filter(s -> !isSocket(s));
        if (file.isPresent() && !Input.isStandard(file.get()) && Files.notExists(file.get())) {
            throw new NoSuchFileException(file.get().toString()); // no state is begun for it
        }
        Output.requireFolder(state);
        Output.check(
                Stream.concat(file.stream(), shown.keyFile().stream()).toList(),
                alerts.stream().toList());
        if (report.isPresent() && Output.isSame(report.get(), state)) {
            throw new WrongUsageException("--report must be another folder than --state");
        }
        if (alerts.isPresent()) {
            Output.prepare(alerts.get());
        }
        if (report.isPresent()) {
            Output.requireFolder(report.get());
        }
        pseudonymizer = shown.pseudonymizer();
        try (CampaignMonitor monitor = CampaignMonitor.open(state, settings())) {
            for (String account : forgotten) {
                long posts = monitor.forget(account);
                say(posts + (posts == 1 ? " post" : " posts") + " taken out");
            }
            if (source.isPresent()) {
                watch(monitor, source.get());
            } else if (report.isPresent()) {
                report(monitor.findings().orElseThrow(() -> new IOException("no posts in the window")));
            }
        } finally {
            Interruption.handleNoMore();
        }
        return 0;
    }

    private static boolean canBeFollowed(Path place) {
        return !Input.isStandard(place) && !isSocket(place) && (Files.notExists(place) || Files.isRegularFile(place));
    }

    private static boolean isSocket(Path place) {
        return WebSocketLines.address(place.toString()).isPresent();
    }

    private MonitorSettings settings() {
        return WrongUsageException.check(() -> {
            MonitorSettings settings = MonitorSettings.withDefaults();
            if (!CampaignMonitor.isState(state)) {
                settings = settings.withMemory(Runtime.getRuntime().maxMemory());
            }
            if (report.isPresent()) {
                settings = settings.withFindings(found -> fresh = new SoftReference<>(found));
            }
            if (window.isPresent()) {
                settings = settings.withWindow(window.get());
            }
            if (every.isPresent()) {
                settings = settings.withEvery(every.get());
            }
            if (budget.isPresent()) {
                settings = settings.withAlertBudget(budget(budget.get()));
            }
            if (noText) {
                settings = settings.withoutTexts();
            }
            if (pseudonymizer.isPresent()) {
                settings = settings.withPseudonyms(pseudonymizer.get());
            }
            return alerts.isPresent() ? settings.withAlerts(alerts.get()) : settings;
        });
    }

    private static int budget(String text) {
        try {
            return Integer.parseInt(text.replaceFirst("/(day|d)$", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--alert-budget must be such as 20/day but was '" + text + "'", e);
        }
    }

    private void watch(CampaignMonitor monitor, Path file) throws IOException {
        String name = Input.name(file);
        MonitorFeed feed = new MonitorFeed(monitor, name, alerts.isEmpty());
        Optional<WebSocketLines> socket = WebSocketLines.address(file.toString())
                .map(address -> new WebSocketLines(
                        address, monitor.position().cursor(), WebSocketLines.Patience.DEFAULT, feed));
        feed.afterEachPost(() -> {
            socket.ifPresent(lines -> monitor.mark(lines.cursor()));
            reportNowAndThen();
        });
        Interruption.handleWith(feed::end);
        feed.flushNowAndThen();
        try (Progress progress = new Progress(quiet.on());
                InputStream in = open(file, socket, feed, progress)) {
            progress.reading("watching", follow || socket.isPresent() ? -1 : Input.size(List.of(file)));
            if (in instanceof FollowedFile followed) {
                while (followed.next()) {
                    read(name, in, feed, progress);
                }
            } else {
                read(name, in, feed, progress);
            }
            feed.finish();
            if (report.isPresent()) {
                Optional<Findings> findings = monitor.findings();
                if (findings.isPresent()) {
                    report(findings.get());
                }
            }
        }
        Interruption.handleNoMore();
        Position position = monitor.position();
        say(String.format(
                Locale.ROOT,
                "%d posts accepted, %d alerts; clock %s",
                position.posts(),
                feed.alerts(),
                position.clock().map(Object::toString).orElse("not set")));
        position.counts().forEach((what, count) -> {
            if (count > 0) {
                say(String.format(Locale.ROOT, "  %s: %d", what, count));
            }
        });
    }

    private void read(String name, InputStream in, MonitorFeed feed, Progress progress) throws IOException {
        ReadSummary read = input.asked(() -> input.reader().read(name, in, feed));
        read.warnings().forEach(doubt -> progress.warn(name + ": " + doubt));
    }

    private InputStream open(Path file, Optional<WebSocketLines> socket, MonitorFeed feed, Progress progress)
            throws IOException {
        if (socket.isPresent()) {
            return socket.get();
        }
        return follow ? new FollowedFile(file, feed) : Input.open(file, progress);
    }

    private void say(String line) {
        if (!quiet.on()) {
            Terminal.say(line);
        }
    }

    private void reportNowAndThen() {
        Findings findings = fresh.get();
        if (report.isPresent() && findings != null && System.nanoTime() - lastReport > NANOS_PER_REPORT) {
            Unchecked.run(() -> report(findings));
        }
    }

    private void report(Findings findings) throws IOException {
        fresh.clear();
        Names names = shown.names(findings.corpus(), pseudonymizer);
        ReportWriter writer = ReportWriter.withDefaults()
                .withVersion(Version.current())
                .withLocale(Language.current().locale());
        try (ReportFolder folder = shown.open(report.orElseThrow())) {
            WrittenReport written = writer.write(findings, names, Provenance.none(), folder);
            written.warnings().forEach(doubt -> Terminal.say("vigie: warning: " + doubt));
        }
        lastReport = System.nanoTime();
    }
}
