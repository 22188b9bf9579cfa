/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.evaluation.ReportedGroup;
import org.vigie.campaign.evaluation.ReportedGroup.Kind;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.compat.CooRTweet;
import org.vigie.graph.compat.CooRTweetNetwork;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.Post;

/** Methods that name groups of accounts, on the same posts: Vigie's with its defaults, and the rivals, compactly. */
enum Contender {
    /** The whole method with its defaults. */
    VIGIE("vigie detect", Contender::vigie),
    /** Pairs of accounts with two own texts in common within a window; groups are components. */
    CO_TWEET_10_MIN("co-tweet, 10 min", posts -> coTweet(posts, Duration.ofMinutes(10))),
    /** The same within a day. */
    CO_TWEET_DAY("co-tweet, a day", posts -> coTweet(posts, Duration.ofDays(1))),
    /** CooRTweet on own texts, edges above the .95 quantile of weights. */
    COORTWEET_10_MIN("CooRTweet, 10 min, q .95", posts -> cooRTweet(posts, Duration.ofMinutes(10))),
    /** The same within a day. */
    COORTWEET_DAY("CooRTweet, a day, q .95", posts -> cooRTweet(posts, Duration.ofDays(1))),
    /** TF-IDF cosine over shared own texts, accounts above the .95 quantile of eigenvector centrality. */
    SIMILARITY_NETWORK("similarity network, q .95", posts -> similarityNetwork(posts, 0.95)),
    /** The same at the median, where more accounts stay. */
    SIMILARITY_NETWORK_HALF("similarity network, q .5", posts -> similarityNetwork(posts, 0.5)),
    /** Two texts that three others also have, a tenth of all own texts: no groups, so all are one. */
    TEXT_POOL_RULE("text pool, two-line rule", Contender::textPoolRule),
    /** The same, linked by exclusive texts, divided by label propagation; groups of 5 and more. */
    TEXT_POOL("text pool, label propagation", Contender::textPool);

    /** A text that so many posted joins too many pairs to say anything. */
    private static final int MOST_CARRIERS = 3000;

    private static final int LEAST_CARRIERS = 4;
    private static final double SHARE = 0.1;
    private static final int LEAST_GROUP = 5;

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // the functions above keep nothing
    private final Function<List<Post>, List<ReportedGroup>> method;

    Contender(String title, Function<List<Post>, List<ReportedGroup>> method) {
        this.title = title;
        this.method = method;
    }

    String title() {
        return title;
    }

    /** Campaigns, small groups and near misses, by names of accounts. */
    List<ReportedGroup> groups(List<Post> posts) {
        return method.apply(posts);
    }

    private static List<ReportedGroup> vigie(List<Post> posts) {
        Corpus corpus = Corpus.of(posts);
        return ReportedGroup.of(CampaignDetector.withDefaults().detect(corpus), Names.plain(corpus));
    }

    private static List<ReportedGroup> coTweet(List<Post> posts, Duration window) {
        OwnTexts own = new OwnTexts(posts);
        AccountGraph graph = new AccountGraph(own.accounts.size());
        Map<Long, Integer> common = new HashMap<>();
        for (List<OwnTexts.Act> acts : own.byText()) {
            Set<Long> pairs = new HashSet<>();
            int from = 0;
            for (int i = 0; i < acts.size() && acts.size() <= MOST_CARRIERS; i++) {
                while (acts.get(i).millis() - acts.get(from).millis() > window.toMillis()) {
                    from++;
                }
                for (int j = from; j < i; j++) {
                    long a = Math.min(acts.get(i).account(), acts.get(j).account());
                    long b = Math.max(acts.get(i).account(), acts.get(j).account());
                    if (a != b) {
                        pairs.add(a << 32 | b);
                    }
                }
            }
            pairs.forEach(pair -> common.merge(pair, 1, Integer::sum));
        }
        common.forEach((pair, texts) -> {
            if (texts >= 2) {
                graph.add((int) (pair >>> 32), pair.intValue(), texts);
            }
        });
        return named(own, graph.components(all(own)));
    }

    private static List<ReportedGroup> cooRTweet(List<Post> posts, Duration window) {
        OwnTexts own = new OwnTexts(posts);
        Actions.Builder actions = Actions.builder();
        int number = 0;
        for (OwnTexts.Act act : own.acts) {
            actions.add(own.accounts.get(act.account()), own.texts.get(act.text()), "post" + number++, act.millis());
        }
        CooRTweetNetwork network = CooRTweet.withDefaults()
                .withWindow(window)
                .withMinParticipation(2)
                .detect(actions.build())
                .network(0.95);
        Map<String, Integer> numberOf = new TreeMap<>();
        for (int a = 0; a < own.accounts.size(); a++) {
            numberOf.put(own.accounts.get(a), a);
        }
        AccountGraph graph = new AccountGraph(own.accounts.size());
        for (CooRTweetNetwork.Edge edge : network.edges()) {
            if (edge.aboveThreshold()) {
                graph.add(numberOf.get(edge.from()), numberOf.get(edge.to()), edge.weight());
            }
        }
        return named(own, graph.components(all(own)));
    }

    private static List<ReportedGroup> similarityNetwork(List<Post> posts, double quantile) {
        OwnTexts own = new OwnTexts(posts);
        int[][] carriers = own.carriers();
        double[] idf = new double[carriers.length];
        Arrays.setAll(idf, t -> Math.log(own.accounts.size() / (double) carriers[t].length));
        double[] norm = new double[own.accounts.size()];
        Map<Long, Integer> uses = new HashMap<>();
        own.acts.forEach(act -> uses.merge((long) act.account() << 32 | act.text(), 1, Integer::sum));
        uses.forEach((use, count) -> norm[(int) (use >>> 32)] += Math.pow(count * idf[use.intValue()], 2));
        AccountGraph graph = new AccountGraph(own.accounts.size());
        for (int t = 0; t < carriers.length; t++) {
            int[] who = carriers[t];
            for (int i = 0; i < who.length && who.length <= MOST_CARRIERS; i++) {
                for (int j = 0; j < i; j++) {
                    double product =
                            idf[t] * idf[t] * uses.get((long) who[i] << 32 | t) * uses.get((long) who[j] << 32 | t);
                    graph.add(who[j], who[i], product / Math.sqrt(norm[who[i]] * norm[who[j]]));
                }
            }
        }
        double[] centrality = graph.eigenvectorCentrality();
        double[] sorted = IntStream.range(0, centrality.length)
                .filter(a -> !graph.linked(a).isEmpty())
                .mapToDouble(a -> centrality[a])
                .sorted()
                .toArray();
        double least = sorted.length == 0 ? 1 : sorted[(int) (quantile * (sorted.length - 1))];
        boolean[] central = new boolean[centrality.length];
        for (int a = 0; a < central.length; a++) {
            central[a] = centrality[a] >= least;
        }
        return named(own, graph.components(central));
    }

    private static List<ReportedGroup> textPoolRule(List<Post> posts) {
        OwnTexts own = new OwnTexts(posts);
        boolean[] in = inPool(own, own.carriers());
        List<Integer> accounts =
                IntStream.range(0, in.length).filter(a -> in[a]).boxed().toList();
        return accounts.isEmpty() ? List.of() : named(own, List.of(accounts));
    }

    private static List<ReportedGroup> textPool(List<Post> posts) {
        OwnTexts own = new OwnTexts(posts);
        int[][] carriers = own.carriers();
        boolean[] in = inPool(own, carriers);
        AccountGraph graph = new AccountGraph(in.length);
        for (int t = 0; t < carriers.length; t++) {
            int[] inside = Arrays.stream(carriers[t]).filter(a -> in[a]).toArray();
            if (isShareable(own, carriers, t) && 2 * inside.length >= carriers[t].length) {
                for (int i = 0; i < inside.length; i++) {
                    for (int j = 0; j < i; j++) {
                        graph.add(inside[j], inside[i], 1 / Math.log(2 + inside.length));
                    }
                }
            }
        }
        return named(
                own,
                graph.labelPropagation(1).stream()
                        .filter(group -> group.size() >= LEAST_GROUP)
                        .toList());
    }

    private static boolean isShareable(OwnTexts own, int[][] carriers, int text) {
        return carriers[text].length >= LEAST_CARRIERS && hasWords(own.texts.get(text));
    }

    private static boolean hasWords(String text) {
        return text.chars().filter(c -> c == ' ').count() >= 2;
    }

    private static boolean[] inPool(OwnTexts own, int[][] carriers) {
        int[][] texts = own.textsOfAccounts();
        boolean[] in = new boolean[texts.length];
        for (int a = 0; a < in.length; a++) {
            long all = IntStream.of(texts[a])
                    .filter(t -> hasWords(own.texts.get(t)))
                    .count();
            long shared = IntStream.of(texts[a])
                    .filter(t -> isShareable(own, carriers, t))
                    .count();
            in[a] = shared >= 2 && shared >= SHARE * all;
        }
        return in;
    }

    private static boolean[] all(OwnTexts own) {
        boolean[] all = new boolean[own.accounts.size()];
        Arrays.fill(all, true);
        return all;
    }

    /** The largest first. */
    private static List<ReportedGroup> named(OwnTexts own, List<List<Integer>> groups) {
        List<List<Integer>> sorted = new ArrayList<>(groups);
        sorted.sort((a, b) -> Integer.compare(b.size(), a.size()));
        Map<String, List<String>> named = new LinkedHashMap<>();
        sorted.forEach(group -> named.put("G" + (named.size() + 1), own.names(group)));
        return named.entrySet().stream()
                .map(entry -> new ReportedGroup(entry.getKey(), Kind.CAMPAIGN, entry.getValue(), List.of()))
                .toList();
    }
}
