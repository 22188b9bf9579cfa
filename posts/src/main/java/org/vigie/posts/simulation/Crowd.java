/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.util.Arrays;
import java.util.List;

/** Finds accounts: by what they post a day, by when they are awake, by language and interest. */
final class Crowd {
    private final int[][] members = new int[Accounts.GROUPS][];
    private final double[][] cumulative = new double[Accounts.GROUPS][];
    private final int[][] speakers;
    private final int[][] interested;

    Crowd(Accounts accounts, List<Speakers> languages) {
        int[] sizes = new int[Accounts.GROUPS];
        int[] speakerSizes = new int[languages.size()];
        int topics = Phrasebook.TOPICS.size();
        int[] interestedSizes = new int[languages.size() * topics];
        for (int account = 0; account < accounts.size(); account++) {
            if (accounts.activity(account) > 0) {
                sizes[accounts.group(account)]++;
                if (accounts.campaign(account) == Accounts.ORGANIC) {
                    int language = accounts.language(account);
                    speakerSizes[language]++;
                    interestedSizes[language * topics + accounts.topic(account)]++;
                    interestedSizes[language * topics + accounts.secondTopic(account)]++;
                }
            }
        }
        for (int group = 0; group < members.length; group++) {
            members[group] = new int[sizes[group]];
            cumulative[group] = new double[sizes[group]];
        }
        speakers = Arrays.stream(speakerSizes).mapToObj(int[]::new).toArray(int[][]::new);
        interested = Arrays.stream(interestedSizes).mapToObj(int[]::new).toArray(int[][]::new);
        fill(accounts, topics);
    }

    private void fill(Accounts accounts, int topics) {
        int[] used = new int[members.length];
        int[] usedSpeakers = new int[speakers.length];
        int[] usedInterested = new int[interested.length];
        for (int account = 0; account < accounts.size(); account++) {
            if (accounts.activity(account) > 0) {
                int group = accounts.group(account);
                int place = used[group]++;
                members[group][place] = account;
                cumulative[group][place] = accounts.activity(account) + (place == 0 ? 0 : cumulative[group][place - 1]);
                if (accounts.campaign(account) == Accounts.ORGANIC) {
                    int language = accounts.language(account);
                    speakers[language][usedSpeakers[language]++] = account;
                    int first = language * topics + accounts.topic(account);
                    interested[first][usedInterested[first]++] = account;
                    int second = language * topics + accounts.secondTopic(account);
                    interested[second][usedInterested[second]++] = account;
                }
            }
        }
    }

    /** Everyday posts of each group, relative to the others. */
    double[] groupWeights() {
        return Arrays.stream(cumulative)
                .mapToDouble(group -> group.length == 0 ? 0 : group[group.length - 1])
                .toArray();
    }

    /** An account of a group, in proportion to activity. */
    int draw(int group, Dice dice) {
        return members[group][dice.index(cumulative[group], cumulative[group].length)];
    }

    /** Organic accounts of a language; not to be changed. */
    int[] speakers(int language) {
        return speakers[language];
    }

    /** Organic accounts of a language with a topic among their two; not to be changed. */
    int[] interested(int language, int topic) {
        return interested[language * Phrasebook.TOPICS.size() + topic];
    }

    /** Walks over accounts in an order that looks random, each once until all had their turn. */
    static final class Walk {
        private final int[] accounts;
        private final int stride;
        private int position;

        Walk(int[] accounts, Dice dice) {
            this.accounts = accounts;
            position = dice.below(accounts.length);
            int candidate = 1 + dice.below(accounts.length);
            while (gcd(candidate, accounts.length) != 1) {
                candidate++;
            }
            stride = candidate;
        }

        int next() {
            position = (int) (((long) position + stride) % accounts.length);
            return accounts[position];
        }

        private static int gcd(int a, int b) {
            return b == 0 ? a : gcd(b, a % b);
        }
    }
}
