/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.posts.Post;
import org.vigie.posts.simulation.Simulator;

/** What statements in the documentation may use without declaring it; one that declares the same name hides it. */
public class Given {
    /** A folder to write to. */
    protected final Path folder;

    /** Posts, as a file. */
    protected final Path file;

    /** The same posts. */
    protected final List<Post> posts;

    /** Their texts. */
    protected final List<String> texts;

    /** Accounts that some detector named. */
    protected final List<String> foundAccounts;

    /** Anything that can be written to. */
    protected final Writer writer = new StringWriter();

    Given(Path folder) throws IOException {
        Simulator simulator = Simulator.withDefaults().withPosts(2_000);
        this.folder = folder;
        file = folder.resolve("posts.csv");
        simulator.write(file, folder.resolve("truth.csv"));
        posts = new ArrayList<>();
        simulator.run((post, label) -> posts.add(post));
        texts = posts.stream().map(Post::text).toList();
        foundAccounts = posts.stream().map(Post::account).distinct().toList();
    }

    /** For the classes that are made of the documentation's blocks. */
    protected Given(Given other) {
        folder = other.folder;
        file = other.file;
        posts = other.posts;
        texts = other.texts;
        foundAccounts = other.foundAccounts;
    }
}
