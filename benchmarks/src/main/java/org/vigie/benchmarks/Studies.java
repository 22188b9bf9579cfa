/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;
import org.vigie.benchmarks.bursts.BurstStudies;
import org.vigie.benchmarks.bursts.KleinbergReference;
import org.vigie.benchmarks.bursts.SeriesStudy;
import org.vigie.benchmarks.bursts.SurgeStudy;
import org.vigie.benchmarks.graph.CoActionRuns;
import org.vigie.benchmarks.graph.CooRTweetParity;
import org.vigie.benchmarks.graph.FalsePositiveStudy;
import org.vigie.benchmarks.graph.MethodParity;
import org.vigie.benchmarks.graph.NetworkRuns;
import org.vigie.benchmarks.graph.ToolkitParity;
import org.vigie.benchmarks.language.CompareLanguageIdentifiers;
import org.vigie.benchmarks.language.HeldOutAccuracy;
import org.vigie.benchmarks.language.LoadTime;
import org.vigie.benchmarks.language.WithoutLabel;
import org.vigie.benchmarks.posts.Fuzz;
import org.vigie.benchmarks.posts.Growth;
import org.vigie.benchmarks.similarity.DuplicateAccuracy;
import org.vigie.benchmarks.similarity.DuplicateScale;
import org.vigie.benchmarks.similarity.Footer;
import org.vigie.benchmarks.similarity.IndexStream;
import org.vigie.benchmarks.similarity.SignatureComparison;
import org.vigie.graph.coaction.Actions;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.nlp.language.LanguageIdentifier;

/** All studies, in the order in which they run. */
final class Studies {
    private static final List<Study> LEAVES = List.of(
            new Study("similarity", "SignatureTurns", Study.Needs.NOTHING, Studies::signatureTurns),
            new Study("similarity", "DuplicateAccuracy", Study.Needs.DATA, Studies::duplicateAccuracy),
            new Study("similarity", "DuplicateScale", Study.Needs.NOTHING, Studies::duplicateScale),
            new Study("similarity", "Footer", Study.Needs.NOTHING, Studies::footer),
            new Study("similarity", "IndexStream", Study.Needs.NOTHING, Studies::indexStream),
            new Study("language", "Identifiers", Study.Needs.DATA, Studies::identifiers),
            new Study("language", "LoadTime", Study.Needs.NOTHING, Studies::loadTime),
            new Study("language", "HeldOut", Study.Needs.DATA, Studies::heldOut),
            new Study("language", "WithoutLabel", Study.Needs.NOTHING, Studies::withoutLabel),
            new Study("graph", "CooRTweet", Study.Needs.DATA, Studies::cooRTweet),
            new Study("graph", "QutToolkit", Study.Needs.DATA, Studies::toolkit),
            new Study("graph", "Methods", Study.Needs.DATA, Studies::methods),
            new Study("graph", "FalsePositives", Study.Needs.DATA, Studies::falsePositives),
            new Study("graph", "CoActionRuns", Study.Needs.NOTHING, Studies::coActionRuns),
            new Study("graph", "NetworkRuns", Study.Needs.NOTHING, Studies::networkRuns),
            new Study("bursts", "Kleinberg", Study.Needs.DATA, Studies::kleinberg),
            new Study("bursts", "Calibration", Study.Needs.NOTHING, Studies::calibration),
            new Study("bursts", "Series", Study.Needs.NOTHING, Studies::series),
            new Study("bursts", "Surge", Study.Needs.DATA, Studies::surge),
            new Study("posts", "Fuzz", Study.Needs.NOTHING, Studies::fuzz),
            new Study("posts", "Growth", Study.Needs.NOTHING, Studies::growth));

    static final List<Study> ALL = Stream.of(LEAVES, CampaignStudies.ALL, MonitorStudies.ALL)
            .flatMap(List::stream)
            .toList();

    private Studies() {}

    /** JMH measures one after the other; here they take turns, which is fairer on a busy machine. */
    private static void signatureTurns(Settings settings, Measurements results) {
        for (SignatureComparison.Row row : SignatureComparison.measure(settings.full() ? 200 : 60)) {
            results.group("similarity", "SignatureTurns[elements=" + row.elements() + "]")
                    .less(row.name(), "time", row.nanos(), "ns")
                    .less(row.name(), "RMSE at J = 0.8", row.error(), "");
        }
    }

    private static void duplicateAccuracy(Settings settings, Measurements results) throws Exception {
        Measurements.Group group = results.group("similarity", "DuplicateAccuracy");
        for (DuplicateAccuracy.Accuracy accuracy : DuplicateAccuracy.measure(
                settings.data("posts/ira-2016-10.csv.gz"),
                settings.data("duplicates/ira-2016-10.pairs-char5-0.8.csv.gz"))) {
            String subject = "vigie " + accuracy.method().name().toLowerCase(Locale.ROOT);
            group.more(subject, "recall", accuracy.recall(), "")
                    .more(subject, "precision", accuracy.precision(), "")
                    .less(subject, "wall", accuracy.seconds(), "s");
        }
    }

    private static void duplicateScale(Settings settings, Measurements results) {
        int posts = settings.full() ? 1_000_000 : 100_000;
        DuplicateScale.Scale scale =
                DuplicateScale.measure(DuplicateScale.simulated(posts), NearDuplicates.withDefaults());
        Measurements.Group group = results.group("similarity", "DuplicateScale");
        for (DuplicateScale.Run run : scale.runs()) {
            group.less("vigie, " + run.posts() + " simulated posts", "wall", run.seconds(), "s")
                    .less("vigie, " + run.posts() + " simulated posts", "CPU", run.cpuSeconds(), "s");
        }
        group.less("vigie", "growth exponent", scale.exponent(), "")
                .less("vigie", "memory beyond a distinct text", scale.bytesPerDistinct(), "B");
    }

    private static void footer(Settings settings, Measurements results) {
        Footer.measure(Footer.WARM_UP, 3); // compiled before it is timed
        for (int texts : settings.full() ? new int[] {5_000, 20_000, 50_000, 200_000} : new int[] {5_000, 20_000}) {
            Footer.Run run = Footer.measure(texts, texts > 50_000 ? 1 : 9);
            results.group("similarity", "Footer[texts=" + texts + "]")
                    .more("vigie", "recall", run.recall(), "")
                    .less("vigie", "wall", run.seconds(), "s")
                    .less("exact join", "wall", run.exactSeconds(), "s");
        }
    }

    private static void indexStream(Settings settings, Measurements results) {
        int texts = settings.full() ? 200_000 : 40_000;
        IndexStream.ordinary(texts, 1); // compiled before it is timed
        List<Double> one = new ArrayList<>();
        List<Double> two = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> ratiosApart = new ArrayList<>();
        for (int turn = 0; turn < 5; turn++) {
            one.add(IndexStream.ordinary(texts, 1).milliseconds());
            two.add(IndexStream.ordinary(texts, 2).milliseconds());
            ratios.add(one.get(turn) / two.get(turn));
            ratiosApart.add(one.get(turn) / IndexStream.apart(texts, 2).milliseconds());
        }
        Measurements.Group group = results.group("similarity", "IndexStream");
        group.less("posts, one thread", "an add", median(one, time -> time), "ms")
                .less("posts, two threads", "an add", median(two, time -> time), "ms")
                .more("posts, two threads", "times as fast", median(ratios, ratio -> ratio), "")
                .more("posts, two threads, an index each", "times as fast", median(ratiosApart, ratio -> ratio), "");
        for (int flood : new int[] {texts / 4, texts / 2, texts}) {
            group.less("a flood of " + flood, "an add", IndexStream.flood(flood).milliseconds(), "ms");
        }
    }

    private static void identifiers(Settings settings, Measurements results) throws Exception {
        Measurements.Group group = results.group("language", "Identifiers");
        CompareLanguageIdentifiers.Settings quick = CompareLanguageIdentifiers.Settings.quick();
        CompareLanguageIdentifiers.Settings all = CompareLanguageIdentifiers.Settings.withDefaults();
        CompareLanguageIdentifiers.Settings most = settings.full() ? all : quick;
        List<String> detectors = most.detectors().stream()
                .filter(name -> settings.asks("language", "Identifiers", name))
                .toList();
        for (CompareLanguageIdentifiers.Result result : CompareLanguageIdentifiers.compare(
                settings.data("language/dev.tsv.gz"),
                new CompareLanguageIdentifiers.Settings(detectors, quick.categories(), most.sample()))) {
            String subject = result.detector();
            result.byCategory()
                    .forEach((category, measure) -> group.more(subject, category, measure.accuracy(), "%")
                            .more(subject, category + " speed", measure.textsPerSecond(), "texts/CPU s"));
            group.more(subject, "mean", mean(result.byCategory().values(), m -> m.accuracy()), "%")
                    .less(subject, "heap", result.heapMegabytes(), "MB");
        }
    }

    private static void loadTime(Settings settings, Measurements results) throws Exception {
        Measurements.Group group = results.group("language", "LoadTime");
        LoadTime.measure(settings.full() ? 7 : 1, name -> settings.asks("language", "LoadTime", name))
                .forEach((name, costs) -> group.less(name, "first answer", median(costs, LoadTime.Cost::millis), "ms")
                        .less(name, "heap", median(costs, LoadTime.Cost::heapMegabytes), "MB"));
    }

    private static void withoutLabel(Settings settings, Measurements results) throws IOException {
        WithoutLabel.Result found = WithoutLabel.measure(LanguageIdentifier.load());
        results.group("language", "WithoutLabel")
                .less("languages with a list", "sentences named", 100.0 * found.listedSaid() / found.listed(), "%")
                .less("languages without", "sentences named", 100.0 * found.unknownSaid() / found.unknown(), "%")
                .more("languages with a label", "sentences right", 100.0 * found.right() / found.labelled(), "%");
    }

    private static void heldOut(Settings settings, Measurements results) throws Exception {
        HeldOutAccuracy.Result result =
                HeldOutAccuracy.measure(LanguageIdentifier.load(), settings.data("language/train"), Set.of("gd:bible"));
        results.group("language", "HeldOut")
                .more("vigie", "lines", HeldOutAccuracy.Result.mean(result.lines()), "%")
                .more("vigie", "pairs", HeldOutAccuracy.Result.mean(result.pairs()), "%")
                .more("vigie", "words", HeldOutAccuracy.Result.mean(result.words()), "%")
                .less(
                        "vigie",
                        "expected calibration error",
                        result.calibration().error(),
                        "");
    }

    private static void cooRTweet(Settings settings, Measurements results) {
        CooRTweetParity.Outcome outcome = CooRTweetParity.compare(settings.data("coordination/coortweet"));
        results.group("graph", "CooRTweet")
                .less("vigie", "differences", outcome.differences().size(), "")
                .more(
                        "vigie",
                        "median of times as fast as its recorded run",
                        median(outcome.runs(), run -> run.reference() / run.seconds()),
                        "");
    }

    private static void toolkit(Settings settings, Measurements results) throws Exception {
        ToolkitParity.Outcome outcome = ToolkitParity.compare(settings.data("coordination/toolkit"));
        results.group("graph", "QutToolkit")
                .more("vigie", "outputs compared", outcome.files(), "")
                .less("vigie", "differences", outcome.different().size(), "");
    }

    private static void methods(Settings settings, Measurements results) {
        MethodParity.Outcome outcome =
                MethodParity.compare(settings.data("coordination/coortweet"), settings.data("coordination/methods"));
        for (MethodParity.Comparison comparison : outcome.comparisons()) {
            results.group("graph", "Methods[values]")
                    .more(
                            "vigie " + comparison.what(),
                            "share found",
                            (double) comparison.equal() / comparison.expected(),
                            "")
                    .less("vigie " + comparison.what(), "largest difference", comparison.worst(), "");
        }
        for (MethodParity.Modularity modularity : outcome.modularities()) {
            results.group("graph", "Methods[modularity=" + modularity.tag() + "]")
                    .more("vigie Leiden", "one run", modularity.leiden(), "")
                    .more("vigie Leiden", "best of 20", modularity.leidenBest(), "")
                    .more("reference Leiden", "one run", modularity.leidenReference(), "")
                    .more("reference Leiden", "best of 20", modularity.leidenReference(), "")
                    .more("vigie Louvain", "best of 20", modularity.louvainBest(), "")
                    .more("reference Louvain", "best of 20", modularity.louvainReference(), "");
        }
    }

    /** The share of edges with q at most 0.05 where times were shuffled: none of it is coordination. */
    private static void falsePositives(Settings settings, Measurements results) {
        Map<String, Actions> data = FalsePositiveStudy.data(
                settings.data("coordination/coortweet"), settings.data("posts/ira-2016-10.csv.gz"));
        Measurements.Group group = results.group("graph", "FalsePositives");
        List<FalsePositiveStudy.Calibration> all = FalsePositiveStudy.calibrations(data, settings.full() ? 10 : 2);
        for (FalsePositiveStudy.Calibration calibration : all) {
            String subject = calibration.data() + ", " + calibration.window() + " s";
            group.less(subject, "joint null", calibration.share().joint(), "")
                    .less(subject, "shuffled null alone", calibration.share().shuffled(), "")
                    .less(
                            subject,
                            "configuration null alone",
                            calibration.share().configuration(),
                            "")
                    .less(
                            subject,
                            "hypergeometric null alone",
                            calibration.share().hypergeometric(),
                            "");
        }
        group.less(
                "vigie",
                "joint null",
                all.stream().mapToDouble(c -> c.share().joint()).max().orElseThrow(),
                "");
    }

    private static void coActionRuns(Settings settings, Measurements results) {
        Measurements.Group group = results.group("graph", "CoActionRuns");
        List<CoActionRuns.Run> runs = IntStream.of(
                        settings.full() ? new int[] {100_000, 1_000_000, 2_400_000} : new int[] {100_000, 1_000_000})
                .mapToObj(size -> CoActionRuns.run("simulated", Integer.toString(size), "60"))
                .toList();
        for (CoActionRuns.Run run : runs) {
            group.less("vigie, " + run.actions() + " actions", "CPU", run.cpuSeconds(), "s")
                    .more("vigie, " + run.actions() + " actions", "edges", run.edges(), "");
        }
        group.less(
                "vigie",
                "growth exponent",
                CoActionRuns.growthExponent(runs.get(runs.size() - 2), runs.get(runs.size() - 1)),
                "");
    }

    private static void networkRuns(Settings settings, Measurements results) {
        Measurements.Group group = results.group("graph", "NetworkRuns");
        for (NetworkRuns.Step step : NetworkRuns.run(settings.full() ? 1_250_000 : 125_000)) {
            group.less("vigie " + step.name(), "CPU", step.cpuSeconds(), "s")
                    .more("vigie " + step.name(), "result", step.value(), "");
        }
    }

    private static void kleinberg(Settings settings, Measurements results) throws Exception {
        for (KleinbergReference.Parity parity : KleinbergReference.compare(settings.data("bursts/kleinberg"))) {
            results.group("bursts", "Kleinberg[reference=" + parity.tool() + "]")
                    .more("vigie", "outputs compared", parity.files(), "")
                    .more("vigie", "share equal", (double) parity.equal() / parity.files(), "");
        }
    }

    private static void calibration(Settings settings, Measurements results) {
        int streams = settings.full() ? 10_000 : 720;
        Measurements.Group group = results.group("bursts", "Calibration");
        List<BurstStudies.Calibration> all = BurstStudies.calibration(streams);
        rates(group, "vigie RateMonitor", all, false);
        rates(group, "vigie RateMonitor, hour of the week after four days", all, true);
        group.less(
                        "vigie SeriesMonitor",
                        "share of alarms (worst kind)",
                        all.stream()
                                .mapToDouble(BurstStudies.Calibration::seriesAlarms)
                                .max()
                                .orElseThrow(),
                        "")
                .less(
                        "vigie Kleinberg",
                        "streams with a burst of p <= 0.05",
                        BurstStudies.kleinbergCalibration(streams).significant(),
                        "");
    }

    private static void rates(
            Measurements.Group group, String subject, List<BurstStudies.Calibration> all, boolean daily) {
        List<BurstStudies.Calibration> kinds =
                all.stream().filter(c -> c.daily() == daily).toList();
        group.less(subject, "share of p <= 0.001 (worst kind)", worst(kinds, BurstStudies.Calibration::thousandth), "")
                .less(
                        subject,
                        "share of p <= 0.01 (worst kind)",
                        worst(kinds, BurstStudies.Calibration::hundredth),
                        "");
    }

    private static double worst(
            List<BurstStudies.Calibration> kinds, ToDoubleFunction<BurstStudies.Calibration> share) {
        return kinds.stream().mapToDouble(share).max().orElseThrow();
    }

    private static void series(Settings settings, Measurements results) {
        for (String corpus : SeriesStudy.corpora()) {
            String name = "Series[kinds=" + corpus + "]";
            String ofVolumes = "Series[kinds=" + corpus + ", measure=VUS-PR]";
            if (!settings.asks("bursts", name) && !settings.asks("bursts", ofVolumes)) {
                continue;
            }
            Measurements.Group group = results.group("bursts", name);
            Measurements.Group volumes = results.group("bursts", ofVolumes);
            for (SeriesStudy.Outcome outcome : SeriesStudy.compare(2, 1, corpus, settings.full())) {
                group.more(outcome.detector(), "score", outcome.score(), "")
                        .more(outcome.detector(), "score at 0.5", outcome.atHalf(), "")
                        .more(outcome.detector(), "VUS-PR", outcome.volume(), "")
                        .more(outcome.detector(), "VUS-PR after probation", outcome.volumeAfter(), "")
                        .more(outcome.detector(), "windows found", (double) outcome.found() / outcome.windows(), "");
                volumes.more(outcome.detector(), "mean", outcome.volume(), "");
                outcome.volumeByFamily().forEach((kind, volume) -> volumes.more(outcome.detector(), kind, volume, ""));
            }
        }
    }

    private static void surge(Settings settings, Measurements results) throws Exception {
        SurgeStudy.Surge all = SurgeStudy.study(settings.data("posts/ira-2016-10.csv.gz"), 5)
                .surges()
                .get(0);
        Measurements.Group group = results.group("bursts", "Surge");
        group.more("vigie RateMonitor", "alarms", all.alarm().isPresent() ? 1 : 0, "");
        all.onset()
                .ifPresent(onset -> group.less(
                        "vigie RateMonitor",
                        "hours between its onset and Kleinberg's",
                        Duration.between(all.burstFrom(), onset).abs().toMinutes() / 60.0,
                        ""));
    }

    /** Damaged files of every export, in a process with 256 MB: nothing but the documented exception, and no row lost. */
    private static void fuzz(Settings settings, Measurements results) throws Exception {
        Fuzz.Outcome outcome = Fuzz.measure(settings.scratch(), settings.full() ? 10_000 : 200, 1);
        results.group("posts", "Fuzz")
                .more("vigie", "exports", (double) outcome.exports(), "")
                .more("vigie", "damaged inputs", (double) outcome.inputs(), "")
                .more("vigie", "rows", (double) outcome.rows(), "")
                .less("vigie", "undocumented exceptions", (double) outcome.exceptions(), "")
                .less("vigie", "hangs", (double) outcome.hangs(), "")
                .less("vigie", "inputs with rows unaccounted for", (double) outcome.unaccounted(), "");
    }

    /** Ordinary and hostile inputs of one length and of twice that length, in a process with 256 MB. */
    private static void growth(Settings settings, Measurements results) throws Exception {
        Growth.Outcome outcome = Growth.measure(settings.scratch(), settings.full() ? 16 : 1);
        Measurements.Group group = results.group("posts", "Growth");
        for (Growth.Pair pair : outcome.pairs()) {
            group.more(pair.input(), "length", pair.megabytes(), "MB")
                    .less(pair.input(), "CPU", pair.seconds(), "s")
                    .less(pair.input(), "CPU for twice the length", pair.secondsOfTwice(), "s")
                    .less(pair.input(), "times as long", pair.times(), "");
        }
        group.less("all, in one process", "peak memory", outcome.peakMegabytes(), "MB");
    }

    private static <T> double median(Collection<T> items, ToDoubleFunction<T> value) {
        return Median.withDefaults().evaluate(items.stream().mapToDouble(value).toArray());
    }

    private static <T> double mean(Collection<T> items, ToDoubleFunction<T> value) {
        return items.stream().mapToDouble(value).average().orElseThrow();
    }
}
