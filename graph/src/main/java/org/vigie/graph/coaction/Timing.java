/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

/**
 * What the times of two accounts say. How often did they meet, and how often would they if each had done the same
 * things in another order?
 *
 * @param meetings objects on which both acted within the window, each with contents of its own on both sides. Three
 *     shared hashtags in one pair of posts count as 1
 * @param expected the mean number of meetings if each account's times were permuted among its contents
 * @param bound a number that the probability of so many meetings under such permutations does not exceed, in [0, 1]
 */
public record Timing(int meetings, double expected, double bound) {}
