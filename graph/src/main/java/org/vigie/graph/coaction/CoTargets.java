/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.vigie.core.internal.Checks;

/**
 * Makes actions out of one text or tactic being directed at many targets: the same reply under many posts, the same words
 * to many accounts. The object is the text; it counts for the accounts that used it on several targets.
 *
 * <p>O(a) for a approaches. Deterministic. Immutable and thread-safe.
 */
public final class CoTargets {
    private final int minTargets;

    private CoTargets(int minTargets) {
        this.minTargets = minTargets;
    }

    /**
     * Returns the layer for at least 2 distinct targets per text over all accounts.
     *
     * @return the layer
     */
    public static CoTargets withDefaults() {
        return new CoTargets(2);
    }

    /**
     * Returns this layer with another least number of targets.
     *
     * @param targets the least number of distinct targets of a text, >= 1
     * @return the layer
     * @throws IllegalArgumentException if the number is below 1
     */
    public CoTargets withMinTargets(int targets) {
        Checks.atLeast("min targets", targets, 1);
        return new CoTargets(targets);
    }

    /**
     * An account directed a text at a target.
     *
     * @param account who
     * @param text the text or its cluster, or the name of a tactic
     * @param target the post replied to or the account mentioned
     * @param content the post that carries it
     * @param time when
     */
    public record Approach(String account, String text, String target, String content, Instant time) {
        /**
         * Refuses null.
         *
         * @param account who
         * @param text the text
         * @param target the target
         * @param content the post
         * @param time when
         */
        public Approach {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(time, "time");
        }
    }

    /**
     * Returns the actions on texts that were directed at enough targets.
     *
     * @param approaches the approaches
     * @return the actions, in the order of the approaches; the object is the text
     */
    public Actions actions(List<Approach> approaches) {
        Map<String, Set<String>> targets = new HashMap<>();
        for (Approach a : approaches) {
            targets.computeIfAbsent(a.text(), k -> new HashSet<>()).add(a.target());
        }
        Actions.Builder builder = Actions.builder();
        for (Approach a : approaches) {
            if (targets.getOrDefault(a.text(), Set.of()).size() >= minTargets) {
                builder.add(a.account(), a.text(), a.content(), a.time());
            }
        }
        // A text may be spelled like a content; nobody is the author of a text.
        Actions actions = builder.build();
        int[] nobody = new int[actions.objectCount()];
        Arrays.fill(nobody, Actions.NOBODY);
        return actions.withAuthors(nobody);
    }
}
