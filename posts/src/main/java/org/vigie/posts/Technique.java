/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

/**
 * A technique of the DISARM framework (DISARM Foundation, CC BY-SA 4.0), by its number and name.
 *
 * @param id the number
 * @param name the name
 */
public record Technique(String id, String name) {
    /** Use Copypasta. */
    public static final Technique COPYPASTA = new Technique("T0084.001", "Use Copypasta");

    /** Flood Information Space. */
    public static final Technique FLOOD = new Technique("T0049", "Flood Information Space");

    /** Flood Existing Hashtag. */
    public static final Technique FLOOD_HASHTAG = new Technique("T0049.002", "Flood Existing Hashtag");

    /** Conduct Swarming. */
    public static final Technique SWARMING = new Technique("T0049.005", "Conduct Swarming");

    /** Amplify Existing Narrative. */
    public static final Technique AMPLIFY = new Technique("T0118", "Amplify Existing Narrative");
}
