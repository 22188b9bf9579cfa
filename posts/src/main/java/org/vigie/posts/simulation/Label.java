/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

/**
 * The truth about one simulated post. Immutable and thread-safe.
 *
 * @param campaign the campaign that the account works for, empty for an organic account
 * @param kind the {@link CampaignKind#label() campaign kind} of a planted post; {@link #CAMOUFLAGE} for what else a
 *     campaign's account posts; for an organic account {@link #PLAIN}, {@link #REPOST}, {@link #HEADLINE},
 *     {@link #SHARE_BUTTON}, {@link #PETITION}, {@link #FAN}, {@link #QUOTE}, {@link #DECLARED_BOT} or
 *     {@link #SYNDICATED}
 * @param planted whether the post is part of a campaign's common work
 */
public record Label(String campaign, String kind, boolean planted) {
    /** An everyday post or answer. */
    public static final String PLAIN = "plain";

    /** An organic account repeats somebody's post. */
    public static final String REPOST = "repost";

    /** A breaking headline passed on with its link by many within hours. */
    public static final String HEADLINE = "headline";

    /** A text made by a site's share button. */
    public static final String SHARE_BUTTON = "share-button";

    /** A petition's ready-made text with its link and its addressee. */
    public static final String PETITION = "petition";

    /** Supporters of a team during its match. */
    public static final String FAN = "fan";

    /** A well-known quotation. */
    public static final String QUOTE = "quote";

    /** An account that says it is run by a timer. */
    public static final String DECLARED_BOT = "declared-bot";

    /** Agency copy printed by sister outlets. */
    public static final String SYNDICATED = "syndicated";

    /** An everyday post by a campaign's account. */
    public static final String CAMOUFLAGE = "camouflage";
}
