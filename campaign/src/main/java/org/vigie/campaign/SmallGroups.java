/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Findings.SmallGroup;
import org.vigie.core.column.IntList;
import org.vigie.core.parallel.Parallel;
import org.vigie.core.stats.FalseDiscovery;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/**
 * Finds pairs and small groups: fewer accounts than a campaign has, none of them in a campaign, that share several own
 * specific texts. The steps are those of {@link PoolFinder} with texts of two accounts. The test asks for the account
 * with least evidence, and q-values are among the small groups alone. Outlets that each link to a site of their own are
 * left out.
 */
final class SmallGroups {
    private final PoolData data;
    private final Corpus corpus;
    private final Parameters parameters;
    private final PoolSettings settings = PoolSettings.smallGroups();

    /** An account that links to one site in more than this share of its posts has its home there. */
    private static final double HOME = 0.75;

    /** Those reported, and how many were tested. */
    record Outcome(List<SmallGroup> reported, int tested) {}

    SmallGroups(PoolData data, Parameters parameters) {
        this.data = data;
        this.corpus = data.corpus;
        this.parameters = parameters;
    }

    /** @param taken accounts of campaigns */
    Outcome find(BitSet taken) {
        Incidences texts = data.texts();
        List<int[]> groups = new PoolGroups(texts, new PoolCore(texts, settings), settings.merge())
                .find().stream()
                        .filter(g -> g.length > 1 && g.length < parameters.minAccounts())
                        .filter(g -> IntStream.of(g).noneMatch(taken::get))
                        .toList();
        if (groups.isEmpty()) {
            return new Outcome(List.of(), 0);
        }
        int active = (int) IntStream.range(0, texts.accounts)
                .filter(a -> texts.ofAccount(a) >= settings.objects())
                .count();
        Strata strata = data.strataOfTexts();
        PoolTest.Result[] results = new PoolTest.Result[groups.size()];
        Parallel.run(parameters.threads(), results.length, () -> {
            PoolTest test = new PoolTest(corpus, texts, strata, settings, data.languageOf, data.speakers);
            return g -> results[g] = test.testSmall(groups.get(g), active);
        });
        double[] p = new double[results.length];
        for (int g = 0; g < p.length; g++) {
            p[g] = results[g].pValue;
        }
        double[] q = FalseDiscovery.benjaminiHochberg(p);
        int[] homes = homes();
        List<SmallGroup> reported = new ArrayList<>();
        for (int g = 0; g < q.length; g++) {
            int[] members = results[g].members.toArray();
            if (q[g] <= parameters.alpha() && !areOutlets(members, homes)) {
                reported.add(reported(results[g], q[g]));
            }
        }
        reported.sort(Comparator.comparingDouble(SmallGroup::pValue)
                .thenComparing(s -> s.rows().get(0)));
        return new Outcome(List.copyOf(reported), results.length);
    }

    /** The site that each account links to in most of its posts, or -1. */
    private int[] homes() {
        int[] homes = new int[corpus.accounts()];
        Arrays.fill(homes, -1);
        if (corpus.kinds().contains(ObjectKind.DOMAIN)) {
            ObjectLayer sites = corpus.layer(ObjectKind.DOMAIN);
            for (int site = 0; site < sites.objects(); site++) {
                Map<Integer, Integer> posts = new HashMap<>();
                for (int a = sites.start(site); a < sites.start(site + 1); a++) {
                    posts.merge(corpus.account(sites.row(a)), 1, Integer::sum);
                }
                int home = site;
                posts.forEach((account, n) -> {
                    if (n > HOME * corpus.postsOf(account)) {
                        homes[account] = home;
                    }
                });
            }
        }
        return homes;
    }

    /** Whether each posts under a site of its own: outlets of one house, who say openly who they are. */
    private static boolean areOutlets(int[] members, int[] homes) {
        int[] sites = IntStream.of(members).map(a -> homes[a]).toArray();
        return IntStream.of(sites).allMatch(s -> s >= 0)
                && IntStream.of(sites).distinct().count() == sites.length;
    }

    private SmallGroup reported(PoolTest.Result result, double q) {
        BitSet members = new BitSet();
        for (int m = 0; m < result.members.size(); m++) {
            members.set(result.members.get(m));
        }
        ObjectLayer layer = corpus.layer(ObjectKind.TEXT);
        IntStream.Builder rows = IntStream.builder();
        IntList texts = new IntList();
        for (int at = 0; at < result.objects.size(); at++) {
            int[] own = IntStream.of(layer.rows(result.objects.get(at)))
                    .filter(r -> members.get(corpus.account(r)))
                    .toArray();
            if (IntStream.of(own).map(corpus::account).distinct().count() > 1) {
                texts.add(result.objects.get(at));
                IntStream.of(own).forEach(rows::add);
            }
        }
        return new SmallGroup(
                ImmutableIntArray.copyOf(result.members.toArray()),
                ImmutableIntArray.copyOf(texts.toArray()),
                ImmutableIntArray.copyOf(rows.build().sorted().distinct()),
                result.fewest,
                result.fewestExpected,
                result.all == 0 ? 0 : result.shared / (double) result.all,
                result.pValue,
                q);
    }
}
