/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import com.google.common.primitives.ImmutableIntArray;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.campaign.ProgressListener.Stage;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.SeriesBurst;
import org.vigie.campaign.findings.TestedNetwork;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.campaign.findings.Traffic;
import org.vigie.core.burst.Kleinberg;
import org.vigie.core.internal.Checks;
import org.vigie.nlp.duplicate.DuplicateCluster;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectLayer;

/**
 * Finds campaigns: accounts that share a good part of their own posts with the others, and with hardly anybody else. Or
 * they write to the same people in the same hours, in whatever words. They share more than people of the same languages, hours, hashtags and sources do.
 *
 * <p>Texts count at every pace, from minutes to weeks; links and reposts where they are closer in time than the hours
 * explain. The core of accounts and objects is found first (a two-mode core after S. B. Seidman 1983), divided into
 * groups by label propagation, and each group is tested: how many accounts alike would share as much with it by chance?
 * Hashtags are no evidence; they explain. The q-value is over all groups (Benjamini and Hochberg 1995). See
 * docs/methods/campaigns.md for the equations.
 *
 * <p>It never looks at what a text means: another word in all texts alike, another name of a hashtag change nothing.
 *
 * <p>The same corpus and parameters give the same findings on any machine and number of threads. Memory: about 100 bytes
 * a post beyond the corpus. Immutable and thread-safe.
 */
public final class CampaignDetector {
    private static final int TIMELINE_BINS = 1_500;

    private final Parameters parameters;
    private final List<CandidateFinder> finders;
    private final List<SupportingTest> support;
    private final ProgressListener listener;

    private CampaignDetector(
            Parameters parameters,
            List<CandidateFinder> finders,
            List<SupportingTest> support,
            ProgressListener listener) {
        this.parameters = parameters;
        this.finders = finders;
        this.support = support;
        this.listener = listener;
    }

    /**
     * The defaults: a fine window of 10 minutes inside coarse ones of 2 hours, alpha 0.05 and campaigns of at least 5
     * accounts. Series with at least 20 posts have bursts, and there are two threads. How near-duplicates are found is
     * the corpus's own.
     *
     * @return the detector
     */
    public static CampaignDetector withDefaults() {
        return new CampaignDetector(
                new Parameters(Kleinberg.withDefaults(), Duration.ofMinutes(10), Duration.ofHours(2), 0.05, 5, 20, 2),
                List.of(),
                List.of(),
                stage -> {});
    }

    private CampaignDetector with(Parameters changed) {
        return new CampaignDetector(changed, finders, support, listener);
    }

    /**
     * Sets the windows.
     *
     * @param fine acts so close are together; at least 1 ms
     * @param coarse the time in which an act could as well have come at another moment; at least twice {@code fine}, and
     *     at most 2^60 ms
     * @return the changed detector
     * @throws IllegalArgumentException if they are not so
     */
    public CampaignDetector withWindows(Duration fine, Duration coarse) {
        if (fine.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("the fine window must be at least 1 ms but was " + fine);
        }
        if (coarse.dividedBy(2).compareTo(fine) < 0) {
            throw new IllegalArgumentException(
                    "the coarse window must be at least twice the fine one, " + fine + ", but was " + coarse);
        }
        Checks.millis("the coarse window", coarse);
        return with(parameters.withWindows(fine, coarse));
    }

    /**
     * Sets the false discovery rate of campaigns.
     *
     * @param alpha the largest q-value that is reported, in (0, 1)
     * @return the changed detector
     * @throws IllegalArgumentException if it is not in (0, 1)
     */
    public CampaignDetector withAlpha(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be in (0, 1) but was " + alpha);
        }
        return with(parameters.withAlpha(alpha));
    }

    /**
     * Sets how many accounts a campaign has at least. Small groups are often outlets of one house or one operator's
     * declared services.
     *
     * @param accounts the least number, at least 2
     * @return the changed detector
     * @throws IllegalArgumentException if it is below 2
     */
    public CampaignDetector withMinAccounts(int accounts) {
        if (accounts < 2) {
            throw new IllegalArgumentException("accounts must be at least 2 but was " + accounts);
        }
        return with(parameters.withMinAccounts(accounts));
    }

    /**
     * Sets how many threads may work, the caller's included; the findings are the same for any number.
     *
     * @param threads at least 1
     * @return the changed detector
     * @throws IllegalArgumentException if it is below 1
     */
    public CampaignDetector withThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1 but was " + threads);
        }
        return with(parameters.withThreads(threads));
    }

    /**
     * Looks for another kind of evidence too, after those that are always looked for.
     *
     * @param finder finds candidates
     * @return the changed detector
     */
    public CampaignDetector withFinder(CandidateFinder finder) {
        List<CandidateFinder> more = new ArrayList<>(finders);
        more.add(finder);
        return new CampaignDetector(parameters, List.copyOf(more), support, listener);
    }

    /**
     * Asks another question about each campaign, after those that are always asked. It never makes a finding.
     *
     * @param test asks it
     * @return the changed detector
     */
    public CampaignDetector withSupport(SupportingTest test) {
        List<SupportingTest> more = new ArrayList<>(support);
        more.add(test);
        return new CampaignDetector(parameters, finders, List.copyOf(more), listener);
    }

    /**
     * Sets who hears of the progress.
     *
     * @param newListener hears when a stage begins
     * @return the changed detector
     */
    public CampaignDetector withListener(ProgressListener newListener) {
        return new CampaignDetector(parameters, finders, support, Objects.requireNonNull(newListener, "newListener"));
    }

    /**
     * Finds campaigns.
     *
     * @param corpus the posts
     * @return what was found
     * @throws IllegalArgumentException if there are no posts, or a finder's candidate has nobody, unknown numbers or
     *     posts of other accounts
     */
    public Findings detect(Corpus corpus) {
        if (corpus.size() == 0) {
            throw new IllegalArgumentException("there are no posts");
        }
        Parameters p = parameters;
        listener.stage(Stage.DUPLICATES);
        List<TextCluster> clusters = clusters(corpus);

        listener.stage(Stage.GROUPS);
        List<ObjectLayer> layers = corpus.kinds().stream().map(corpus::layer).toList();
        List<ObjectLayer> carried = layers.stream()
                .map(layer -> layer.carried(PoolSettings.carriersOf(layer.kind())))
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        PoolData data = new PoolData(corpus);
        for (CandidateFinder finder : allFinders(data)) {
            List<Candidate> found = finder.find(corpus, carried, List.copyOf(candidates));
            found.forEach(candidate -> candidate.checkIn(corpus));
            candidates.addAll(found);
        }

        listener.stage(Stage.NETWORK);
        TestedNetwork edges = new EdgeFinder(p.interval(), p.threads()).find(corpus, carried, candidates);

        listener.stage(Stage.BURSTS);
        List<SeriesBurst> bursts = new BurstFinder(corpus, p, objectsOf(clusters)).find(layers);

        listener.stage(Stage.CAMPAIGNS);
        Decision decision = new Decision(corpus, candidates, p.alpha(), p.minAccounts());
        List<Campaign> campaigns = withSupport(
                corpus, new CampaignAssembler(corpus, p.interval(), clusters).assemble(decision.reported()));
        ImmutableIntArray campaignOf = campaignOf(corpus, campaigns);
        BitSet taken = new BitSet();
        IntStream.range(0, corpus.accounts())
                .filter(a -> campaignOf.get(a) >= 0)
                .forEach(taken::set);
        SmallGroups.Outcome small = new SmallGroups(data, p).find(taken);
        return new Findings(
                corpus,
                describe(corpus),
                traffic(corpus, data.ofUnknownAddressee()),
                campaigns,
                decision.nearMisses(),
                small.reported(),
                small.tested(),
                p.alpha() * campaigns.size(),
                clusters,
                bursts,
                edges,
                campaignOf,
                p.minAccounts());
    }

    private List<Campaign> withSupport(Corpus corpus, List<Campaign> campaigns) {
        if (campaigns.isEmpty()) {
            return campaigns;
        }
        List<Function<Campaign, Optional<Campaign.Support>>> tests = new ArrayList<>(SupportingTests.of(corpus));
        support.forEach(test -> tests.add(campaign -> test.test(corpus, campaign)));
        return campaigns.stream()
                .map(c -> c.withSupport(
                        tests.stream().flatMap(test -> test.apply(c).stream()).toList()))
                .toList();
    }

    private List<CandidateFinder> allFinders(PoolData data) {
        List<CandidateFinder> all = new ArrayList<>();
        all.add((corpus, carried, known) -> new PoolFinder(data, parameters).find());
        all.addAll(finders);
        return all;
    }

    /** Clusters that more than one account wrote, the largest first. */
    private static List<TextCluster> clusters(Corpus corpus) {
        record Shared(DuplicateCluster cluster, int accounts) {}
        List<Shared> shared = new ArrayList<>();
        for (DuplicateCluster cluster : corpus.duplicates().clusters()) {
            int accounts = accounts(corpus, cluster);
            if (accounts > 1) {
                shared.add(new Shared(cluster, accounts));
            }
        }
        shared.sort(Comparator.comparingInt((Shared s) -> -s.cluster().size())
                .thenComparingInt(s -> s.cluster().id()));
        List<TextCluster> clusters = new ArrayList<>();
        for (Shared s : shared) {
            DuplicateCluster cluster = s.cluster();
            clusters.add(new TextCluster(
                    clusters.size() + 1,
                    cluster.id(),
                    cluster.type(),
                    cluster.medoid(),
                    corpus.language(cluster.medoid()),
                    ImmutableIntArray.copyOf(cluster.members()),
                    s.accounts()));
        }
        return clusters;
    }

    private static int accounts(Corpus corpus, DuplicateCluster cluster) {
        return (int)
                IntStream.of(cluster.members()).map(corpus::account).distinct().count();
    }

    /** The objects that clusters are. */
    private static BitSet objectsOf(List<TextCluster> clusters) {
        BitSet objects = new BitSet();
        clusters.forEach(c -> objects.set(c.object()));
        return objects;
    }

    private static Traffic traffic(Corpus corpus, int ofUnknownAddressee) {
        long first = corpus.time(0);
        long last = corpus.time(corpus.size() - 1);
        Duration bin = binFor(last - first);
        long start = Math.floorDiv(first, bin.toMillis());
        Integer[] counts = new Integer[(int) (Math.floorDiv(last, bin.toMillis()) - start) + 1];
        Arrays.fill(counts, 0);
        for (int i = 0; i < corpus.size(); i++) {
            counts[(int) (Math.floorDiv(corpus.time(i), bin.toMillis()) - start)]++;
        }
        return new Traffic(
                corpus.size(),
                corpus.accounts(),
                Instant.ofEpochMilli(first),
                Instant.ofEpochMilli(last),
                CampaignAssembler.languages(corpus, IntStream.range(0, corpus.size())),
                bin,
                List.of(counts),
                ofUnknownAddressee);
    }

    /** The shortest usual bin that keeps a timeline readable. */
    private static Duration binFor(long span) {
        return Stream.of(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10),
                        Duration.ofHours(1),
                        Duration.ofHours(6),
                        Duration.ofDays(1))
                .filter(bin -> span / bin.toMillis() <= TIMELINE_BINS)
                .findFirst()
                .orElse(Duration.ofDays(7));
    }

    private static ImmutableIntArray campaignOf(Corpus corpus, List<Campaign> campaigns) {
        int[] campaignOf = new int[corpus.accounts()];
        Arrays.fill(campaignOf, -1);
        for (int c = 0; c < campaigns.size(); c++) {
            for (Campaign.Member member : campaigns.get(c).members()) {
                int account = member.account();
                campaignOf[account] = campaignOf[account] < 0 ? c : campaignOf[account];
            }
        }
        return ImmutableIntArray.copyOf(campaignOf);
    }

    private Map<String, String> describe(Corpus corpus) {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("duplicates", corpus.search().toString());
        text.putAll(describe());
        return text;
    }

    /**
     * Returns what findings depend on, as reports name it, and the classes of finders and tests of one's own.
     *
     * @return the parameters in words; equal for detectors that are set alike, whatever their threads and listener
     */
    @Override
    public String toString() {
        Map<String, String> text = describe();
        Stream.concat(finders.stream(), support.stream())
                .map(Object::getClass)
                .forEach(own -> text.merge("own", own.isHidden() ? "a lambda" : own.getName(), (a, b) -> a + ", " + b));
        return text.toString();
    }

    private Map<String, String> describe() {
        Parameters p = parameters;
        Map<String, String> text = new LinkedHashMap<>();
        text.put("bursts", p.kleinberg().toString());
        text.put("window", p.window().toString());
        text.put("coarse-window", p.interval().toString());
        text.put("alpha", String.format(Locale.ROOT, "%s", p.alpha()));
        text.put("min-accounts", Integer.toString(p.minAccounts()));
        text.put("min-text-length", Integer.toString(Corpus.MIN_TEXT_LENGTH));
        text.put("min-burst-posts", Integer.toString(p.minBurstPosts()));
        return text;
    }
}
