/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.findings;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.Technique;

/**
 * A set of accounts and content that act together beyond chance, with the evidence. It describes behaviour: it says
 * nothing of truth, opinion or who is behind it, and only a person can confirm it.
 *
 * @param id its name in the report: C1, C2, ... by rank
 * @param score how marked the behaviour is, in [0, 1], the mean of {@code scoreParts}; it ranks and is no probability
 * @param scoreParts what the score is made of, each in [0, 1]
 * @param pValue the probability that so many accounts alike share as much by chance
 * @param qValue the false discovery rate at which it is reported among all candidates (Benjamini and Hochberg), never
 *     below the p-value
 * @param members the accounts, those with most posts in the campaign first
 * @param texts the text clusters they share, those with most accounts first
 * @param languages posts of the campaign by language, the most frequent first
 * @param objects the other things they act on, those with most accounts first
 * @param mentions the accounts they mention, with the number of posts, the most mentioned first
 * @param rows the campaign's posts, in order of time
 * @param first the time of the first post
 * @param peak the middle of the hour with most posts
 * @param last the time of the last post
 * @param density the share of its account pairs that an edge joins
 * @param evidence the signals
 * @param support what else is unusual about the accounts, each with a p-value of its own; it never makes a finding
 * @param techniques DISARM techniques that the evidence matches
 * @param state whether a person has reviewed it
 */
public record Campaign(
        String id,
        double score,
        Map<String, Double> scoreParts,
        double pValue,
        double qValue,
        List<Member> members,
        List<TextCluster> texts,
        Map<String, Integer> languages,
        List<SharedObject> objects,
        List<Mention> mentions,
        ImmutableIntArray rows,
        Instant first,
        Instant peak,
        Instant last,
        double density,
        List<Evidence> evidence,
        List<Support> support,
        List<Technique> techniques,
        State state) {

    /**
     * Copies the lists.
     *
     * @param id as {@link #id()}
     * @param score as {@link #score()}
     * @param scoreParts as {@link #scoreParts()}; its order is kept
     * @param pValue as {@link #pValue()}
     * @param qValue as {@link #qValue()}
     * @param members as {@link #members()}
     * @param texts as {@link #texts()}
     * @param languages as {@link #languages()}; its order is kept
     * @param objects as {@link #objects()}
     * @param mentions as {@link #mentions()}
     * @param rows as {@link #rows()}
     * @param first as {@link #first()}
     * @param peak as {@link #peak()}
     * @param last as {@link #last()}
     * @param density as {@link #density()}
     * @param evidence as {@link #evidence()}
     * @param support as {@link #support()}
     * @param techniques as {@link #techniques()}
     * @param state as {@link #state()}
     * @throws IllegalArgumentException if the score, the density or a p- or q-value is not in [0, 1], or the q-value is
     *     below the p-value
     */
    public Campaign {
        checkShare("score", score);
        checkShare("density", density);
        checkShare("p-value", pValue);
        checkShare("q-value", qValue);
        if (qValue < pValue) {
            throw new IllegalArgumentException(
                    "the q-value must be at least the p-value, " + pValue + ", but was " + qValue);
        }
        scoreParts = ImmutableMap.copyOf(scoreParts);
        members = List.copyOf(members);
        texts = List.copyOf(texts);
        languages = ImmutableMap.copyOf(languages);
        objects = List.copyOf(objects);
        mentions = List.copyOf(mentions);
        evidence = List.copyOf(evidence);
        support = List.copyOf(support);
        techniques = List.copyOf(techniques);
    }

    private static void checkShare(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("the " + what + " must be in [0, 1] but was " + value);
        }
    }

    /**
     * Returns the campaign with other supporting tests.
     *
     * @param newSupport what they say
     * @return the changed campaign
     */
    public Campaign withSupport(List<Support> newSupport) {
        return with(id, newSupport);
    }

    /**
     * Returns the campaign under another name.
     *
     * @param newId the name
     * @return the changed campaign
     */
    public Campaign withId(String newId) {
        return with(Objects.requireNonNull(newId, "newId"), support);
    }

    private Campaign with(String newId, List<Support> newSupport) {
        return new Campaign(
                newId,
                score,
                scoreParts,
                pValue,
                qValue,
                members,
                texts,
                languages,
                objects,
                mentions,
                rows,
                first,
                peak,
                last,
                density,
                evidence,
                newSupport,
                techniques,
                state);
    }

    /** How far the finding has come. */
    public enum State {
        /** Found by the detector; nobody has looked yet. */
        MACHINE_SUSPECTED,
        /** A person has looked and agrees. */
        CONFIRMED,
        /** A person has looked and disagrees. */
        DISMISSED;

        /**
         * The name in files: lower case with hyphens.
         *
         * @return the name
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * An account's part.
     *
     * @param account the account's number
     * @param posts its posts in the campaign
     * @param allPosts its posts in the whole input
     * @param first its first post in the campaign
     * @param lead the share of its co-actions inside the campaign in which it came first
     */
    public record Member(int account, int posts, int allPosts, Instant first, double lead) {}

    /**
     * An object that a campaign's accounts act on.
     *
     * @param kind its kind
     * @param object its number
     * @param accounts how many of the campaign's accounts act on it
     * @param posts how many of the campaign's posts are on it
     * @param allAccounts how many accounts of the whole input act on it
     */
    public record SharedObject(ObjectKind kind, int object, int accounts, int posts, int allAccounts) {}

    /**
     * An account that a campaign's posts mention.
     *
     * @param object its number as an object of {@link ObjectKind#MENTION}
     * @param posts how many of the campaign's posts mention it
     */
    public record Mention(int object, int posts) {}

    /**
     * Something unusual about a campaign's accounts, compared with all others. Several of ten such tests may have a small
     * p-value by chance in some campaign: read them as leads.
     *
     * @param test the name of the test: lower case with hyphens
     * @param observed how many of the accounts or things in common show it
     * @param of how many could
     * @param expected the same among as many others
     * @param pValue the probability of so many by chance, in [0, 1]
     * @param account the number of the account that it is about, if it is about one
     */
    public record Support(String test, long observed, long of, double expected, double pValue, OptionalInt account) {
        /**
         * Checks the numbers.
         *
         * @param test as {@link #test()}
         * @param observed as {@link #observed()}
         * @param of as {@link #of()}
         * @param expected as {@link #expected()}
         * @param pValue as {@link #pValue()}
         * @param account as {@link #account()}
         * @throws IllegalArgumentException if {@code observed} is not in [0, of] or the p-value is not in [0, 1]
         */
        public Support {
            if (observed < 0 || observed > of) {
                throw new IllegalArgumentException("observed must be in [0, " + of + "] but was " + observed);
            }
            if (!(pValue >= 0 && pValue <= 1)) {
                throw new IllegalArgumentException("the p-value must be in [0, 1] but was " + pValue);
            }
        }

        /**
         * A test that is about no account in particular.
         *
         * @param test as {@link #test()}
         * @param observed as {@link #observed()}
         * @param of as {@link #of()}
         * @param expected as {@link #expected()}
         * @param pValue as {@link #pValue()}
         * @throws IllegalArgumentException if {@code observed} is not in [0, of] or the p-value is not in [0, 1]
         */
        public Support(String test, long observed, long of, double expected, double pValue) {
            this(test, observed, of, expected, pValue, OptionalInt.empty());
        }
    }
}
