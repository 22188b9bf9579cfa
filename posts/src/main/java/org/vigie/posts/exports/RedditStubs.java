/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** What stands in Reddit's threads for comments that were not fetched ({@code "kind": "more"}). */
final class RedditStubs {
    static final Export EXPORT = Export.named("reddit-stubs", "places of comments that Reddit did not send")
            .recognisedBy("count", "children", "parent_id", "name")
            .withSetAside(row -> "places of comments that are not in the file");

    private RedditStubs() {}
}
