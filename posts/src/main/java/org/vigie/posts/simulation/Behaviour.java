/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

/** Something that posts now and then. */
interface Behaviour {
    /** When it posts next, in seconds after the start, or {@link Arrivals#NEVER}. Never earlier than before. */
    long time();

    /**
     * Writes the post that is due and moves on to the next.
     *
     * @param id the identifier that the post will have
     */
    Draft act(String id);
}
