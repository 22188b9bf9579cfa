/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.vigie.core.stats.FalseDiscovery;

/**
 * Tests candidate groups on the two independent kinds of evidence that a campaign needs. Content: objects
 * carried by the same accounts. Timing: acts within minutes of one another, given the hours. A group is as unlikely as the less
 * unlikely of the two (an intersection-union test, Berger 1982), and q-values are taken over all groups.
 */
final class CampaignTester {
    /** Twice as many close pairs as the hours explain: a statistically sure but small excess accuses nobody. */
    static final double MIN_RATIO = 2;

    private final Synchrony synchrony;
    private final PostTable posts;

    CampaignTester(Synchrony synchrony, PostTable posts) {
        this.synchrony = synchrony;
        this.posts = posts;
    }

    /**
     * A tested group.
     *
     * @param group the group
     * @param acts its acts, by layer
     * @param timing the test of the layer that shows most synchrony
     * @param timingLayer that layer
     * @param timingP its p-value, corrected for the number of layers that were tested
     * @param q the q-value of the larger p-value
     */
    record Tested(
            Group group,
            List<GroupActs> acts,
            Synchrony.Result timing,
            ObjectKind timingLayer,
            double timingP,
            double q) {
        double p() {
            return Math.max(group.content(), timingP);
        }

        boolean isCampaign(double alpha) {
            return q <= alpha && timing.ratio() >= MIN_RATIO;
        }
    }

    List<Tested> test(List<Group> groups, List<Layer> carried) {
        int[] groupOf = Group.ofAccounts(groups, posts.accounts().size());
        List<List<GroupActs>> acts = new ArrayList<>();
        groups.forEach(g -> acts.add(new ArrayList<>()));
        for (Layer layer : carried) {
            List<GroupActs> ofLayer = GroupActs.of(layer, layer.within(groups), posts, groupOf, groups.size());
            for (int g = 0; g < groups.size(); g++) {
                acts.get(g).add(ofLayer.get(g));
            }
        }
        List<Tested> tested = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            tested.add(test(groups.get(g), acts.get(g)));
        }
        double[] q = FalseDiscovery.benjaminiHochberg(
                tested.stream().mapToDouble(Tested::p).toArray());
        for (int g = 0; g < q.length; g++) {
            Tested t = tested.get(g);
            tested.set(g, new Tested(t.group, t.acts, t.timing, t.timingLayer, t.timingP, q[g]));
        }
        return tested;
    }

    private Tested test(Group group, List<GroupActs> acts) {
        Synchrony.Result best = new Synchrony.Result(0, 0, 1);
        ObjectKind layer = ObjectKind.TEXT;
        int layers = 0;
        for (GroupActs ofLayer : acts) {
            List<long[]> times = ofLayer.times(posts, synchrony);
            if (!times.isEmpty()) {
                layers++;
                Synchrony.Result result = synchrony.test(times);
                boolean better = result.pValue() < best.pValue()
                        || (result.pValue() == best.pValue() && result.ratio() > best.ratio());
                if (better) {
                    best = result;
                    layer = ofLayer.layer().kind();
                }
            }
        }
        return new Tested(group, acts, best, layer, Math.min(1, best.pValue() * Math.max(1, layers)), 1);
    }

    /** The signal of timing as evidence. */
    static Evidence evidence(Tested tested, List<String> examples) {
        return new Evidence(
                Evidence.Kind.TIMING,
                "synchrony",
                tested.timing().observed(),
                OptionalDouble.of(tested.timing().expected()),
                OptionalDouble.of(tested.timingP()),
                examples);
    }
}
