/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** CrowdTangle's tables of Instagram: the description is the text. */
final class CrowdTangleInstagram {
    static final Export EXPORT = Export.named("crowdtangle-instagram", "CrowdTangle's tables of Instagram")
            .recognisedBy("account", "user_name", "post_created|created", "description", "photo|title")
            .withColumns(Field.ID, "url")
            .withColumns(Field.ACCOUNT, "user_name", "account")
            .withColumns(Field.TIME, "post_created", "created")
            .withColumns(Field.TEXT, "description", "title")
            .withDayFirst(false);

    private CrowdTangleInstagram() {}
}
