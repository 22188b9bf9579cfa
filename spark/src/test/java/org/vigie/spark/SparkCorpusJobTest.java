/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cli.CorpusService;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Post;

class SparkCorpusJobTest {
    private static final CorpusService.Search SEARCH = NearDuplicates::withDefaults;

    @TempDir
    Path folder;

    /** More than a batch and a chunk hold, in no order of time; some texts come again, some differ in case only. */
    private static List<Post> posts() {
        String[] words = "le bac part the ferry leaves quay tard late jeden abend морем 7 ?".split(" ", -1);
        SplittableRandom random = new SplittableRandom(1);
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 13_000; i++) {
            StringBuilder text = new StringBuilder(i % 50 == 0 ? "\ud83d" : "");
            for (int w = 0; w < 5; w++) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            String said = i % 3 == 0 ? text.toString().toUpperCase(Locale.ROOT) : text.toString();
            Instant time = Instant.ofEpochSecond(1_700_000_000 + random.nextInt(100_000));
            posts.add(
                    Post.builder("p" + i, "a" + random.nextInt(90), time, said).build());
        }
        return posts;
    }

    @Test
    void manyBatchesMakeTheCorpusOfOneMachine() throws IOException {
        CorpusBuilder one = Corpus.builder().withDuplicates(SEARCH.get());
        try (CorpusJob job = new CorpusJob(Local.session(3), false, SEARCH)) {
            for (Post post : posts()) {
                assertThat(job.post(post)).isTrue();
                one.post(post);
            }
            assertThat(job.post(posts().get(4))).isFalse();
            assertThat(job.size()).isEqualTo(13_000);
            Corpus expected = one.build();

            Corpus found = job.build();

            assertThat(found.texts()).isEqualTo(expected.texts());
            for (int row = 0; row < expected.size(); row++) {
                assertThat(found.time(row)).isEqualTo(expected.time(row));
                assertThat(found.language(row)).isEqualTo(expected.language(row));
                assertThat(found.text(row)).isEqualTo(expected.text(row));
            }
            assertThat(found.duplicates().pairs())
                    .isEqualTo(expected.duplicates().pairs());
        }
    }

    @Test
    void aTableWithTwoPostsOfOneIdOrAHoleIsRefused() throws IOException {
        SparkSession session = Local.session(2);
        List<Row> rows = new ArrayList<>();
        for (String id : new String[] {"p1", "p2", "p1", "p3", ""}) {
            rows.add(RowFactory.create(id, "a", 1_700_000_000_000L, id.equals("p3") ? null : "text of " + id));
        }
        String table = folder.resolve("posts.parquet").toString();
        session.createDataFrame(rows, StructType.fromDDL("id STRING, account STRING, millis BIGINT, text STRING"))
                .write()
                .parquet(table);

        try (CorpusJob job = new CorpusJob(session, false, SEARCH)) {
            assertThatThrownBy(() -> job.table(table))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("of 5 rows 3 are not so");
        }
    }
}
