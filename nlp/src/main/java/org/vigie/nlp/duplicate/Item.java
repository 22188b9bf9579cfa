/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

/** A distinct text of a {@link NearDuplicateIndex}. */
final class Item {
    private final long id;
    private final String text;
    private long lastSeen;
    private long copies;
    /** The {@link Parity} of its shingles, from when it is in an index; as numbers, since there are many items. */
    private int size;

    private long low;
    private long high;

    Item(long id, String text, long lastSeen, long copies) {
        this.id = id;
        this.text = text;
        this.lastSeen = lastSeen;
        this.copies = copies;
    }

    long id() {
        return id;
    }

    String text() {
        return text;
    }

    long lastSeen() {
        return lastSeen;
    }

    long copies() {
        return copies;
    }

    void setParity(Parity parity) {
        size = parity.size();
        low = parity.low();
        high = parity.high();
    }

    /** Whether the Jaccard of this text and a set may be at least a threshold. */
    boolean mayReach(Parity set, double threshold) {
        int bits = Parity.differing(low, high, set.low(), set.high());
        return Parity.mayReach(size, set.size(), bits, threshold);
    }

    /** The text came again. */
    void seen(long time, long times) {
        lastSeen = Math.max(lastSeen, time);
        copies += times;
    }
}
