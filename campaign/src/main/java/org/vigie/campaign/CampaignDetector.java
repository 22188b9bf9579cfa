/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.campaign.ProgressListener.Stage;
import org.vigie.core.burst.Kleinberg;
import org.vigie.core.stats.FalseDiscovery;
import org.vigie.nlp.duplicate.DuplicateCluster;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.nlp.language.LanguageIdentifier;

/**
 * Finds campaigns: accounts that act together beyond chance, with the content they share, in the time they share it.
 *
 * <p>Near-duplicate texts, links, hashtags, reposted and answered posts are objects. An object is synchronous when the
 * acts on it are closer within the fine window than the hours explain (interval jitter, Amarasingham et al. 2012), at
 * least twice as close as expected, at a false discovery rate over all objects (Benjamini and Hochberg 1995).
 * Synchronous objects that share more accounts than chance gives are joined into candidates. A candidate becomes a
 * campaign only on a second, independent kind of evidence: its accounts come back to its objects in other hours more
 * often than accounts drawn by their activity would. Its q-value is the larger of the two. Slower rings are found by
 * pairs of accounts that meet on text after text ({@link org.vigie.graph.backbone.ConfigurationNull}) and are tested
 * for synchrony within a day; slow drips by accounts that come back on other days to several texts that hardly anybody
 * else posts. See docs/methods/campaigns.md.
 *
 * <p>It never looks at what a text means: another word in all texts alike, another name of a hashtag change nothing.
 *
 * <p>The same posts and parameters give the same report on any machine and number of threads, in whatever order the
 * posts come. Memory: the posts and about 400 bytes a post. Immutable and thread-safe; one call uses up to two threads.
 */
public final class CampaignDetector {
    /** Objects of fewer accounts can't be told from chance. */
    private static final int MIN_CARRIERS = 4;

    /** So many coarse windows are a day by default: the time in which a ring may act on one object. */
    private static final int DAY = 12;

    private static final int TIMELINE_BINS = 1_500;

    /** The language of a text of which normalisation leaves nothing (BCP 47). */
    private static final String UNDETERMINED = "und";

    private final Settings settings;

    /** The parameters; never changed once a CampaignDetector has them. */
    private static final class Settings {
        private NearDuplicates duplicates;
        private Kleinberg kleinberg;
        private Duration window;
        private Duration interval;
        private double alpha;
        private int minAccounts;
        private int minBurstPosts;
        private long seed;
        private ProgressListener listener;

        Settings(
                NearDuplicates duplicates,
                Kleinberg kleinberg,
                Duration window,
                Duration interval,
                double alpha,
                int minAccounts,
                int minBurstPosts,
                long seed,
                ProgressListener listener) {
            this.duplicates = duplicates;
            this.kleinberg = kleinberg;
            this.window = window;
            this.interval = interval;
            this.alpha = alpha;
            this.minAccounts = minAccounts;
            this.minBurstPosts = minBurstPosts;
            this.seed = seed;
            this.listener = listener;
        }

        Settings copy() {
            return new Settings(
                    duplicates, kleinberg, window, interval, alpha, minAccounts, minBurstPosts, seed, listener);
        }
    }

    private CampaignDetector changed(Consumer<Settings> change) {
        Settings copy = settings.copy();
        change.accept(copy);
        return new CampaignDetector(copy);
    }

    private CampaignDetector(Settings settings) {
        this.settings = settings;
    }

    /**
     * The defaults: near-duplicates at Jaccard 0.8, a fine window of 10 minutes inside coarse ones of 2 hours, alpha
     * 0.05, campaigns of at least 5 accounts, bursts of series with at least 20 posts.
     *
     * @return the detector
     */
    public static CampaignDetector withDefaults() {
        return new CampaignDetector(new Settings(
                NearDuplicates.withDefaults(),
                Kleinberg.withDefaults(),
                Duration.ofMinutes(10),
                Duration.ofHours(2),
                0.05,
                5,
                20,
                1,
                stage -> {}));
    }

    /**
     * Sets how near-duplicate texts are found.
     *
     * @param duplicates the search
     * @return the changed detector
     */
    public CampaignDetector with(NearDuplicates duplicates) {
        return changed(s -> s.duplicates = duplicates);
    }

    /**
     * Sets the windows.
     *
     * @param fine acts so close are together; at least 1 ms
     * @param coarse the time in which an act could as well have come at another moment; at least twice {@code fine}
     * @return the changed detector
     * @throws IllegalArgumentException if they are not so
     */
    public CampaignDetector withWindows(Duration fine, Duration coarse) {
        if (fine.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("the fine window must be at least 1 ms but was " + fine);
        }
        if (coarse.compareTo(fine.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "the coarse window must be at least twice the fine one, " + fine + ", but was " + coarse);
        }
        return changed(s -> {
            s.window = fine;
            s.interval = coarse;
        });
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
        return changed(s -> s.alpha = alpha);
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
        return changed(s -> s.minAccounts = accounts);
    }

    /**
     * Sets the seed of everything that draws.
     *
     * @param seed any number
     * @return the changed detector
     */
    public CampaignDetector withSeed(long seed) {
        return changed(s -> {
            s.duplicates = s.duplicates.withSeed(seed);
            s.seed = seed;
        });
    }

    /**
     * Sets who hears of the progress.
     *
     * @param listener hears when a stage begins
     * @return the changed detector
     */
    public CampaignDetector with(ProgressListener listener) {
        return changed(s -> s.listener = listener);
    }

    /**
     * Finds campaigns.
     *
     * @param input posts with unique ids, in any order; not copied, only referred to
     * @return what was found
     * @throws IllegalArgumentException if there are no posts
     */
    public CampaignReport detect(List<Post> input) {
        if (input.isEmpty()) {
            throw new IllegalArgumentException("there are no posts");
        }
        Settings s = settings;
        PostTable posts = PostTable.of(input);
        s.listener.stage(Stage.DUPLICATES);
        DuplicateReport duplicates = s.duplicates.detect(texts(posts));
        s.listener.stage(Stage.LANGUAGES);
        String[] languages = languages(posts, duplicates);
        Map<Integer, TextCluster> clusters = clusters(posts, duplicates, languages);

        s.listener.stage(Stage.NETWORK);
        List<Layer> layers = Stream.of(ObjectKind.values())
                .parallel()
                .map(kind -> Layer.of(kind, posts, duplicates))
                .toList();
        List<Layer> carried =
                layers.parallelStream().map(l -> l.carried(MIN_CARRIERS)).toList();
        Synchrony synchrony = new Synchrony(s.window.toMillis(), s.interval.toMillis(), s.seed)
                .onGrid(posts.time(0), posts.resolution());
        List<SynchronousObject> objects = new ObjectTester(synchrony, s.alpha).test(posts, carried);
        GroupFinder finder = new GroupFinder(posts, synchrony, s.minAccounts);
        List<Group> groups = new ArrayList<>(finder.find(objects));
        Synchrony day = new Synchrony(s.window.toMillis(), DAY * s.interval.toMillis(), s.seed)
                .onGrid(posts.time(0), posts.resolution());
        groups.addAll(new RingFinder(posts, s.window, s.minAccounts, MIN_CARRIERS, s.seed)
                .find(carried, new ObjectTester(day, s.alpha), finder, groups));
        groups.addAll(new DripFinder(posts, s.interval.toMillis(), DAY * s.interval.toMillis(), s.minAccounts, s.alpha)
                .find(carried, finder, groups));
        TestedNetwork edges = new EdgeFinder(s.interval).find(posts, carried, groups);

        s.listener.stage(Stage.BURSTS);
        List<SeriesBurst> bursts = bursts(posts, layers, clusters);

        s.listener.stage(Stage.CAMPAIGNS);
        double[] q = qValues(groups);
        List<Campaign> campaigns =
                new CampaignAssembler(posts, edges.network(), languages, clusters).assemble(groups, q, s.alpha);
        return new CampaignReport(
                parameters(),
                traffic(posts, languages),
                campaigns,
                groups.size(),
                s.alpha * campaigns.size(),
                List.copyOf(clusters.values()),
                bursts,
                edges,
                campaignOf(posts, campaigns));
    }

    /** Both kinds of evidence must hold, so a group has the larger of their q-values. */
    private static double[] qValues(List<Group> groups) {
        double[] q = FalseDiscovery.benjaminiHochberg(
                groups.stream().mapToDouble(Group::returnsP).toArray());
        for (int g = 0; g < q.length; g++) {
            q[g] = Math.max(q[g], groups.get(g).timingQ());
        }
        return q;
    }

    private static List<String> texts(PostTable posts) {
        return new AbstractList<>() {
            @Override
            public String get(int i) {
                return posts.post(i).text();
            }

            @Override
            public int size() {
                return posts.size();
            }
        };
    }

    /** Identifies each distinct text once. */
    private static String[] languages(PostTable posts, DuplicateReport duplicates) {
        LanguageIdentifier identifier = LanguageIdentifier.load();
        String[] tags = new String[posts.size()];
        IntStream.range(0, tags.length)
                .parallel()
                .filter(i -> duplicates.firstCopyOf(i) == i)
                .forEach(
                        i -> tags[i] = identifier.identify(posts.post(i).text()).tag());
        for (int i = 0; i < tags.length; i++) {
            int copied = duplicates.firstCopyOf(i);
            tags[i] = copied < 0 ? UNDETERMINED : tags[copied];
        }
        return tags;
    }

    /** Clusters that more than one account wrote, by the number that the duplicate report gave them. */
    private static Map<Integer, TextCluster> clusters(PostTable posts, DuplicateReport duplicates, String[] languages) {
        List<DuplicateCluster> shared = new ArrayList<>();
        for (DuplicateCluster cluster : duplicates.clusters()) {
            if (accounts(posts, cluster) > 1) {
                shared.add(cluster);
            }
        }
        shared.sort(Comparator.comparingInt((DuplicateCluster c) -> -c.size()).thenComparingInt(DuplicateCluster::id));
        Map<Integer, TextCluster> clusters = new LinkedHashMap<>();
        for (DuplicateCluster cluster : shared) {
            int[] rows = cluster.members();
            Post example = posts.post(cluster.medoid());
            clusters.put(
                    cluster.id(),
                    new TextCluster(
                            clusters.size() + 1,
                            cluster.type(),
                            example.text(),
                            languages[cluster.medoid()],
                            Arrays.stream(rows)
                                    .mapToObj(r -> posts.post(r).id())
                                    .toList(),
                            accounts(posts, cluster),
                            posts.post(rows[0]).time(),
                            posts.post(rows[rows.length - 1]).time()));
        }
        return clusters;
    }

    private static int accounts(PostTable posts, DuplicateCluster cluster) {
        return (int)
                Arrays.stream(cluster.members()).map(posts::account).distinct().count();
    }

    /** Bursts, with text clusters under the numbers of the report. */
    private List<SeriesBurst> bursts(PostTable posts, List<Layer> layers, Map<Integer, TextCluster> clusters) {
        List<SeriesBurst> bursts = new ArrayList<>();
        for (SeriesBurst b : new BurstFinder(posts, settings.kleinberg, settings.minBurstPosts).find(layers)) {
            if (b.series().equals(ObjectKind.TEXT.label())) {
                TextCluster cluster = clusters.get(Integer.parseInt(b.key()));
                if (cluster != null) {
                    bursts.add(b.withKey(Integer.toString(cluster.id())));
                }
            } else {
                bursts.add(b);
            }
        }
        return bursts;
    }

    private static Traffic traffic(PostTable posts, String[] languages) {
        long first = posts.time(0);
        long last = posts.time(posts.size() - 1);
        Duration bin = binFor(last - first);
        long start = Math.floorDiv(first, bin.toMillis());
        Integer[] counts = new Integer[(int) (Math.floorDiv(last, bin.toMillis()) - start) + 1];
        Arrays.fill(counts, 0);
        for (int i = 0; i < posts.size(); i++) {
            counts[(int) (Math.floorDiv(posts.time(i), bin.toMillis()) - start)]++;
        }
        return new Traffic(
                posts.size(),
                posts.accounts().size(),
                Instant.ofEpochMilli(first),
                Instant.ofEpochMilli(last),
                CampaignAssembler.count(List.of(languages)),
                bin,
                List.of(counts));
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

    private static List<Integer> campaignOf(PostTable posts, List<Campaign> campaigns) {
        Integer[] campaignOf = new Integer[posts.accounts().size()];
        Arrays.fill(campaignOf, -1);
        for (int c = 0; c < campaigns.size(); c++) {
            for (Campaign.Member member : campaigns.get(c).members()) {
                int account = posts.number(member.account());
                campaignOf[account] = campaignOf[account] < 0 ? c : campaignOf[account];
            }
        }
        return List.of(campaignOf);
    }

    private Map<String, String> parameters() {
        Settings s = settings;
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("duplicates", s.duplicates.toString());
        parameters.put("bursts", s.kleinberg.toString());
        parameters.put("window", s.window.toString());
        parameters.put("coarse-window", s.interval.toString());
        parameters.put("alpha", String.format(Locale.ROOT, "%s", s.alpha));
        parameters.put("min-accounts", Integer.toString(s.minAccounts));
        parameters.put("min-text-length", Integer.toString(PostObjects.MIN_TEXT_LENGTH));
        parameters.put("min-burst-posts", Integer.toString(s.minBurstPosts));
        parameters.put("min-synchrony-ratio", String.format(Locale.ROOT, "%s", Synchrony.MIN_RATIO));
        parameters.put("min-drip-ratio", String.format(Locale.ROOT, "%s", DripFinder.MIN_RATIO));
        parameters.put("seed", Long.toString(s.seed));
        return parameters;
    }
}
