/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Post;
import org.vigie.posts.PostSource;
import org.vigie.posts.exports.PostReader;
import org.vigie.posts.exports.ReadSummary;

/** Reads files of posts into a corpus, and shows how far it is. */
final class PostInput {
    private PostInput() {}

    static List<ReadSummary> read(List<Path> files, InputOptions options, CorpusBuilder corpus, Progress progress)
            throws IOException {
        return read(files, options, corpus, corpus::size, progress);
    }

    /** Reads one file that is open already into a corpus. */
    static void read(Path file, InputStream in, InputOptions options, CorpusBuilder corpus, Progress progress)
            throws IOException {
        progress.reading("reading", Input.size(List.of(file)));
        ReadSummary summary = summary(file, in, options, corpus, progress);
        requirePosts(List.of(file), List.of(summary), corpus.size());
    }

    private static ReadSummary summary(
            Path file, InputStream in, InputOptions options, PostSource.Sink posts, Progress progress)
            throws IOException {
        PostReader reader = options.reader();
        PostSource.Sink sink = new PostSource.Sink() {
            @Override
            public boolean post(Post post) {
                return posts.post(post);
            }

            @Override
            public void reject(PostSource.Reject reject) {
                progress.reject(reject);
            }
        };
        ReadSummary summary = options.asked(() -> reader.read(Input.name(file), in, sink));
        summary.warnings().forEach(doubt -> progress.warn(summary.file() + ": " + doubt));
        return summary;
    }

    /** Gives the posts of files to a sink, which knows how many it took. */
    static List<ReadSummary> read(
            List<Path> files, InputOptions options, PostSource.Sink posts, IntSupplier size, Progress progress)
            throws IOException {
        Input.requireOneStandard(files);
        progress.reading("reading", Input.size(files));
        List<ReadSummary> inputs = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = Input.open(file, progress)) {
                inputs.add(summary(file, in, options, posts, progress));
            }
        }
        requirePosts(files, inputs, size.getAsInt());
        return inputs;
    }

    private static void requirePosts(List<Path> files, List<ReadSummary> inputs, int size) throws IOException {
        if (size == 0) {
            long refused = inputs.stream().mapToLong(ReadSummary::rejects).sum();
            long setAside = inputs.stream().mapToLong(ReadSummary::setAsideRows).sum();
            throw new IOException("no posts in "
                    + files.stream().map(Input::name).collect(Collectors.joining(", "))
                    + (refused == 0 ? "" : ": " + refused + (refused == 1 ? " row was" : " rows were") + " refused")
                    + (setAside == 0 ? "" : (refused == 0 ? ": " : ", ") + setAside + " set aside"));
        }
    }
}
