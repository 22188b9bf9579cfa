/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.posts.Post;
import org.vigie.posts.PostSource;
import org.vigie.posts.PostSource.Reject;

/** What comes out of an input: for tests. */
record Reading(List<Post> posts, List<Reject> rejects, ReadSummary summary) {
    static final PostReader READER = PostReader.withDefaults().withNow(Instant.parse("2026-06-01T00:00:00Z"));

    static Reading of(String... lines) throws IOException {
        return of(READER, String.join("\n", lines) + "\n");
    }

    static Reading of(PostReader reader, String content) throws IOException {
        return of(reader, content.getBytes(StandardCharsets.UTF_8));
    }

    static Reading of(PostReader reader, byte[] content) throws IOException {
        List<Post> posts = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        PostSource.Sink sink = new PostSource.Sink() {
            @Override
            public boolean post(Post post) {
                return ids.add(post.id()) && posts.add(post);
            }

            @Override
            public void reject(Reject reject) {
                rejects.add(reject);
            }
        };
        ReadSummary summary = reader.read("posts.csv", new ByteArrayInputStream(content), sink);
        assertThat(summary.posts()).isEqualTo(posts.size());
        assertThat(summary.rejects()).isEqualTo(rejects.size());
        assertThat(summary.rows())
                .as("nothing disappears")
                .isEqualTo(posts.size() + rejects.size() + summary.setAsideRows());
        return new Reading(posts, rejects, summary);
    }

    /** The only post, with nothing refused and no doubt. */
    Post only(String export) {
        assertThat(rejects).isEmpty();
        assertThat(summary.warnings()).isEmpty();
        assertThat(summary.export()).isEqualTo(export);
        assertThat(posts).hasSize(1);
        return posts.get(0);
    }
}
