/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Every account of a run as columns of primitives: this, and nothing that grows with posts, sets the memory. */
final class Accounts {
    static final int ORGANIC = -1;
    private static final int HANDLE_BITS = 24;
    private static final int HANDLE_MASK = (1 << HANDLE_BITS) - 1;
    /** Enough for every run, and leaves the upper handles to people who are only spoken to. */
    static final int LIMIT = 1 << (HANDLE_BITS - 1);

    private static final String CONSONANTS = "bcdfghklmnprstvz";
    private static final String VOWELS = "aeio";
    private static final int FIRST_OFFSET = -12;

    private final Instant start;
    private final int handleKey;
    private final byte[] language;
    private final byte[] topic;
    private final byte[] secondTopic;
    private final byte[] group;
    private final short[] ageDays;
    private final int[] campaign;
    private final float[] activity;
    private int size;

    Accounts(int capacity, Instant start, Dice dice) {
        this.start = start;
        handleKey = (int) dice.bits() & HANDLE_MASK;
        language = new byte[capacity];
        topic = new byte[capacity];
        secondTopic = new byte[capacity];
        group = new byte[capacity];
        ageDays = new short[capacity];
        campaign = new int[capacity];
        activity = new float[capacity];
    }

    /** Number of groups that share one daily curve: whole-hour zones from -12 to +14 times habits. */
    static final int GROUPS = 27 * Rhythm.HABITS;

    static int offsetOfGroup(int group) {
        return group / Rhythm.HABITS + FIRST_OFFSET;
    }

    static int habitOfGroup(int group) {
        return group % Rhythm.HABITS;
    }

    /**
     * Adds somebody.
     *
     * @param spoken index of the language
     * @param offset UTC offset in hours
     * @param level expected share of everyday posts, relative to other accounts; 0 for none
     * @param days age at the start of the run
     * @param owner index of the campaign, or {@link #ORGANIC}
     */
    int add(int spoken, int offset, double level, double days, int owner, Dice dice) {
        int index = size++;
        language[index] = (byte) spoken;
        group[index] = (byte) ((offset - FIRST_OFFSET) * Rhythm.HABITS + habit(dice.uniform()));
        topic[index] = (byte) popular(dice);
        int second = popular(dice);
        secondTopic[index] = (byte) (second == topic[index] ? (second + 1) % Phrasebook.TOPICS.size() : second);
        ageDays[index] = (short) Math.min(6000, Math.max(1, days));
        campaign[index] = owner;
        activity[index] = (float) level;
        return index;
    }

    private static int habit(double u) {
        return u < 0.25 ? 0 : u < 0.8 ? 1 : 2;
    }

    /** Some topics draw more people than others: a gentle Zipf law. */
    private static int popular(Dice dice) {
        double u = dice.uniform();
        return (int) (Phrasebook.TOPICS.size() * StrictMath.pow(u, 1.4));
    }

    int size() {
        return size;
    }

    int language(int account) {
        return language[account];
    }

    int topic(int account) {
        return topic[account];
    }

    int secondTopic(int account) {
        return secondTopic[account];
    }

    int group(int account) {
        return group[account];
    }

    int campaign(int account) {
        return campaign[account];
    }

    double activity(int account) {
        return activity[account];
    }

    Instant created(int account) {
        return start.minus(ageDays[account], ChronoUnit.DAYS).minus(account % 86_399L, ChronoUnit.SECONDS);
    }

    /** A pronounceable name, different for every index; it says nothing about the account. */
    String handle(int account) {
        int bits = scatter(account);
        StringBuilder name = new StringBuilder(10);
        for (int shift = HANDLE_BITS - 6; shift >= 0; shift -= 6) {
            int syllable = bits >>> shift;
            name.append(CONSONANTS.charAt(syllable >>> 2 & 15)).append(VOWELS.charAt(syllable & 3));
        }
        return name.append((bits >>> 5 ^ bits) & 63).toString();
    }

    /** The name of somebody who never posts in the run. */
    String stranger(int number) {
        return handle(HANDLE_MASK - number);
    }

    /** One-to-one on 24 bits: odd multiplications and xor-shifts can be undone. */
    private int scatter(int value) {
        int bits = (value ^ handleKey) & HANDLE_MASK;
        bits = bits * 0x9E3779B1 & HANDLE_MASK;
        bits ^= bits >>> 13;
        bits = bits * 0x85EBCA6B & HANDLE_MASK;
        return bits ^ bits >>> 11;
    }
}
