/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.posts.Post;
import org.vigie.posts.exports.PostReader;

/**
 * Posts and the labels of their accounts.
 *
 * @param name what the pair is called
 * @param posts the posts, {@code X.csv.gz}
 * @param truth the labels, {@code X.truth.csv}
 */
public record LabelledFile(String name, Path posts, Path truth) {
    private static final String POSTS = ".csv.gz";

    /**
     * Lists the pairs of a folder.
     *
     * @param folder the folder
     * @return the pairs by name; none if there is no such folder
     * @throws IOException if it cannot be listed
     */
    public static List<LabelledFile> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(POSTS))
                    .map(name -> name.substring(0, name.length() - POSTS.length()))
                    .filter(name -> Files.exists(folder.resolve(name + ".truth.csv")))
                    .sorted()
                    .map(name ->
                            new LabelledFile(name, folder.resolve(name + POSTS), folder.resolve(name + ".truth.csv")))
                    .toList();
        }
    }

    /**
     * Reads the posts.
     *
     * @return the posts in the order of the file
     * @throws IOException if they cannot be read
     */
    public List<Post> read() throws IOException {
        List<Post> all = new ArrayList<>();
        PostReader.withDefaults().read(posts, all::add);
        return all;
    }
}
