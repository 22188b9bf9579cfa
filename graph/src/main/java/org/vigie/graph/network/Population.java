/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import java.time.Duration;
import java.util.List;

/**
 * What a network was drawn from: the accounts and objects before any edge was kept, which every null model of an edge
 * needs.
 *
 * <p>An incidence is an account that acted on an object, counted once however often it did. A co-incidence is a pair of
 * accounts that acted on one object within the window, counted once per object.
 *
 * @param accounts the number of accounts that acted at all, with an edge or without
 * @param objects the number of objects acted on at all
 * @param incidences the number of distinct (account, object) pairs
 * @param coIncidences the number of distinct (object, pair of accounts) triples within the window
 * @param window the window that was asked for
 * @param shared the objects with at least one co-incidence, in the order of their identifiers
 */
public record Population(
        int accounts, int objects, long incidences, long coIncidences, Duration window, List<ObjectSummary> shared) {
    /**
     * Checks the counts and takes a copy of the list.
     *
     * @param accounts the number of accounts that acted at all
     * @param objects the number of objects acted on at all
     * @param incidences the number of distinct (account, object) pairs
     * @param coIncidences the number of distinct (object, pair of accounts) triples within the window
     * @param window the window that was asked for
     * @param shared the objects with at least one co-incidence
     * @throws IllegalArgumentException if a count is below 0
     */
    public Population {
        if (accounts < 0 || objects < 0 || incidences < 0 || coIncidences < 0) {
            throw new IllegalArgumentException("counts must be >= 0 but were " + accounts + ", " + objects + ", "
                    + incidences + ", " + coIncidences);
        }
        shared = List.copyOf(shared);
    }

    /**
     * Returns the number of pairs of accounts that could have had an edge: the number of tests of a network.
     *
     * @return n (n - 1) / 2
     */
    public long accountPairs() {
        return (long) accounts * (accounts - 1) / 2;
    }

    /**
     * Returns the hot objects: those whose window had to be shortened, or that were left out, to keep to the limit of
     * co-actions per object.
     *
     * @return the objects, in the order of their identifiers
     */
    public List<ObjectSummary> limited() {
        return shared.stream().filter(o -> o.window().compareTo(window) < 0).toList();
    }

    /**
     * Returns a population of which nothing is known but the number of accounts, for networks that were not drawn from
     * actions.
     *
     * @param accounts the number of accounts
     * @return the population
     */
    public static Population ofAccounts(int accounts) {
        return new Population(accounts, 0, 0, 0, Duration.ZERO, List.of());
    }
}
