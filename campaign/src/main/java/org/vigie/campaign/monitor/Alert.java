/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a monitor says: something to look at, never a verdict. All times are those of posts. Immutable and thread-safe.
 *
 * @param number its place among the alerts of a state, from 1
 * @param kind what happened
 * @param keyKind what the key is: {@code all}, {@code text}, {@code campaign} or the name of an {@link
 *     org.vigie.posts.ObjectKind}
 * @param key the hashtag, link, domain, target; a campaign's name; empty for {@code all} and {@code text}
 * @param time when it could be said: the end of the bin, the post that was one too many, or the time of the findings
 * @param onset the estimated begin; the first post of a campaign
 * @param posts the posts of the key in the bin, or the posts of the copies or the campaign
 * @param accounts the different accounts of those posts
 * @param expected what the past of the key gives for what was counted; absent where there is no past
 * @param pValue the probability of so many without a change; absent where nothing is tested
 * @param qValue the false discovery rate over all keys, or over all candidates of campaigns
 * @param names the accounts, at most {@value #MOST_NAMES} of them; pseudonyms if the monitor has a key
 * @param evidence ids of posts that show it, at most {@value #MOST_EVIDENCE}; pseudonyms if the monitor has a key
 * @param text the begin of the text in question; empty where there is none or texts are withheld
 * @param withheld how many fast alarms the budget has held back since the alert before this one
 */
public record Alert(
        long number,
        Kind kind,
        String keyKind,
        String key,
        Instant time,
        Instant onset,
        long posts,
        long accounts,
        OptionalDouble expected,
        OptionalDouble pValue,
        OptionalDouble qValue,
        List<String> names,
        List<String> evidence,
        String text,
        long withheld) {
    /** The most accounts that are named. */
    public static final int MOST_NAMES = 50;

    /** The most posts that are named. */
    public static final int MOST_EVIDENCE = 5;

    /** What happened. */
    public enum Kind {
        /** A key has more posts, or posts of more accounts, than its past explains. */
        RISE,
        /** A text is copied by many accounts within a day. */
        COPIES,
        /** A campaign is found that was not known. */
        CAMPAIGN_APPEARED,
        /** A known campaign has many more accounts. */
        CAMPAIGN_GROWN,
        /** A known campaign acts on other things. */
        CAMPAIGN_CHANGED,
        /** A known campaign has stopped, or is no longer found. */
        CAMPAIGN_ENDED;

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
     * Copies the lists.
     *
     * @param number as {@link #number()}
     * @param kind as {@link #kind()}
     * @param keyKind as {@link #keyKind()}
     * @param key as {@link #key()}
     * @param time as {@link #time()}
     * @param onset as {@link #onset()}
     * @param posts as {@link #posts()}
     * @param accounts as {@link #accounts()}
     * @param expected as {@link #expected()}
     * @param pValue as {@link #pValue()}
     * @param qValue as {@link #qValue()}
     * @param names as {@link #names()}
     * @param evidence as {@link #evidence()}
     * @param text as {@link #text()}
     * @param withheld as {@link #withheld()}
     */
    public Alert {
        names = List.copyOf(names);
        evidence = List.copyOf(evidence);
    }

    /**
     * The name of the alert: its time and number. The same posts in the same order give the same names.
     *
     * @return the name, such as {@code 20161006T110500Z-17}
     */
    public String id() {
        return time.toString().replaceAll("[-:]|\\.\\d+", "") + "-" + number;
    }

    /**
     * The alert as a line of JSON: docs/formats/alerts.md.
     *
     * @return the line, with its line feed
     */
    public String toJson() {
        return AlertJson.write(this);
    }
}
