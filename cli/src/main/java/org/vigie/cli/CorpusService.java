/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.Serializable;
import java.util.function.Supplier;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.posts.Corpus;
import org.vigie.posts.PostSource;
import org.vigie.posts.exports.ReadSummary;

/** Makes the corpus of {@code detect} on other machines. The spark module is one; the command line does without it. */
public interface CorpusService {
    /** Makes the search where it runs: its settings travel, it does not. */
    @FunctionalInterface
    interface Search extends Supplier<NearDuplicates>, Serializable {}

    /**
     * Tells whether an input is a table that the service reads by itself.
     *
     * @param path a file, a folder or an address
     * @return whether {@link Job#table} takes it
     */
    boolean isTable(String path);

    /**
     * Starts a corpus.
     *
     * @param master where the work goes
     * @param search how near-duplicates are found
     * @return the corpus that is being made
     * @throws IOException if it can't be started
     */
    Job open(String master, Search search) throws IOException;

    /** Takes the posts and makes the corpus. */
    interface Job extends PostSource.Sink, AutoCloseable {
        /**
         * Tells how many posts were given by now, tables left aside.
         *
         * @return the number of posts
         */
        int size();

        /**
         * Takes a table of posts.
         *
         * @param path its address
         * @return what was read
         * @throws IOException if it can't be read, or has not the columns of posts
         */
        ReadSummary table(String path) throws IOException;

        /**
         * Makes the corpus, near-duplicates included.
         *
         * @return the corpus that one machine makes of the same posts
         * @throws IOException if the work failed
         */
        Corpus build() throws IOException;

        @Override
        void close() throws IOException;
    }
}
