/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** Shares of the R package CooRnet, from CrowdTangle. */
final class CooRnetShares {
    static final Export EXPORT = Export.named(
                    "coornet", "CooRnet's table of shares, and the posts of CrowdTangle's API")
            .recognisedBy("account.id", "date", "posturl|platformid", "link|expanded")
            .withColumns(Field.ID, "posturl", "platformid")
            .withColumns(Field.ACCOUNT, "account.id", "account.platformid", "account.name")
            .withColumns(Field.TIME, "date")
            .withColumns(Field.TEXT, "message", "description", "title")
            .withColumns(Field.URLS, "expanded", "expandedlinks.expanded", "link")
            .withColumns(Field.PLATFORM, "platform");

    private CooRnetShares() {}
}
