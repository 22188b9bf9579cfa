/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import java.util.Locale;
import java.util.Objects;

/**
 * How findings are written for partners: what may be passed on, which groups are large enough, and for which platforms.
 * Names and texts are shown as {@link org.vigie.posts.Names} says, here as everywhere. Immutable and thread-safe.
 */
public final class Sharing {
    /** The default for the least number of accounts of a campaign that is shared. */
    public static final int DEFAULT_MIN_ACCOUNTS = 5;

    private final Tlp tlp;
    private final StixProfile profile;
    private final boolean incidents;
    private final boolean mispObjects;
    private final int minAccounts;

    /** To whom a partner may pass it on: the Traffic Light Protocol, version 2.0 (FIRST, 2022). */
    public enum Tlp {
        /** To anybody. */
        CLEAR,
        /** Within the community. */
        GREEN,
        /** Within the organisation and to its clients. */
        AMBER,
        /** Within the organisation. */
        AMBER_STRICT,
        /** To nobody. */
        RED;

        /**
         * The name in files and options: lower case.
         *
         * @return the name, such as {@code amber+strict}
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '+');
        }

        /**
         * Finds a level by its label.
         *
         * @param label one of the labels, in any case
         * @return the level
         * @throws IllegalArgumentException if there is none of that label
         */
        public static Tlp of(String label) {
            for (Tlp tlp : values()) {
                if (tlp.label().equalsIgnoreCase(label)) {
                    return tlp;
                }
            }
            throw new IllegalArgumentException(
                    "tlp must be clear, green, amber, amber+strict or red but was '" + label + "'");
        }
    }

    /** Which types of objects STIX may have. */
    public enum StixProfile {
        /** The types of STIX 2.1. */
        STANDARD,
        /** OpenCTI's types of information manipulation too: channels, narratives, media content. */
        OPENCTI
    }

    private Sharing(Tlp tlp, StixProfile profile, boolean incidents, boolean mispObjects, int minAccounts) {
        this.tlp = tlp;
        this.profile = profile;
        this.incidents = incidents;
        this.mispObjects = mispObjects;
        this.minAccounts = minAccounts;
    }

    /**
     * The defaults: amber, the types of STIX 2.1 without incidents, MISP attributes without objects, campaigns of at least
     * five accounts.
     *
     * @return the settings
     */
    public static Sharing withDefaults() {
        return new Sharing(Tlp.AMBER, StixProfile.STANDARD, false, false, DEFAULT_MIN_ACCOUNTS);
    }

    /**
     * Sets to whom a partner may pass it on.
     *
     * @param newTlp the level
     * @return the changed settings
     */
    public Sharing withTlp(Tlp newTlp) {
        return new Sharing(Objects.requireNonNull(newTlp, "newTlp"), profile, incidents, mispObjects, minAccounts);
    }

    /**
     * Sets the types of STIX objects.
     *
     * @param newProfile the profile
     * @return the changed settings
     */
    public Sharing withStixProfile(StixProfile newProfile) {
        return new Sharing(tlp, Objects.requireNonNull(newProfile, "newProfile"), incidents, mispObjects, minAccounts);
    }

    /**
     * Writes a STIX incident for each campaign too, its determination {@code suspected}.
     *
     * @return the changed settings
     */
    public Sharing withIncidents() {
        return new Sharing(tlp, profile, true, mispObjects, minAccounts);
    }

    /**
     * Writes MISP objects of published templates in place of plain attributes. MISP reads them; its published JSON Schema
     * of format 2.4 does not know them.
     *
     * @return the changed settings
     */
    public Sharing withMispObjects() {
        return new Sharing(tlp, profile, incidents, true, minAccounts);
    }

    /**
     * Sets the least number of accounts of a campaign that is shared. Others are counted and not written: a small group can
     * be recognised whatever its names are replaced by.
     *
     * @param accounts at least 2
     * @return the changed settings
     * @throws IllegalArgumentException if the number is below 2
     */
    public Sharing withMinAccounts(int accounts) {
        if (accounts < 2) {
            throw new IllegalArgumentException(
                    "least number of shared accounts must be at least 2 but was " + accounts);
        }
        return new Sharing(tlp, profile, incidents, mispObjects, accounts);
    }

    /**
     * Returns to whom a partner may pass it on.
     *
     * @return the level
     */
    public Tlp tlp() {
        return tlp;
    }

    /**
     * Returns the types of STIX objects.
     *
     * @return the profile
     */
    public StixProfile stixProfile() {
        return profile;
    }

    /**
     * Tells whether each campaign is a STIX incident too.
     *
     * @return true if it is
     */
    public boolean incidents() {
        return incidents;
    }

    /**
     * Tells whether MISP objects are written.
     *
     * @return true if they are
     */
    public boolean mispObjects() {
        return mispObjects;
    }

    /**
     * Returns the least number of accounts of a campaign that is shared.
     *
     * @return the number
     */
    public int minAccounts() {
        return minAccounts;
    }
}
