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

    /** The text came again. */
    void seen(long time, long times) {
        lastSeen = Math.max(lastSeen, time);
        copies += times;
    }
}
