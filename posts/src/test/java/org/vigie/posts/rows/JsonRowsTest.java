/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vigie.posts.PostSource.Reject;

class JsonRowsTest {
    private final List<String> rows = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final Map<String, Long> aside = new TreeMap<>();

    private void read(String text, RowReader reader) throws IOException {
        rows.clear();
        rejects.clear();
        aside.clear();
        RowReader.Handler handler = new RowReader.Handler() {
            @Override
            public void row(Row row) {
                rows.add(row.line() + ":" + row.get("id") + "|" + row.page("id") + "|"
                        + row.joined("includes.users", row.get("by"), "name"));
            }

            @Override
            public boolean isAccount(Set<String> names) {
                return names.contains("user_id");
            }

            @Override
            public void setAside(String what, long count) {
                aside.merge(what, count, Long::sum);
            }
        };
        RowSummary summary = reader.read(
                "x", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), handler, rejects::add);
        assertThat(summary.rows())
                .isEqualTo(rows.size()
                        + rejects.size()
                        + aside.values().stream().mapToLong(n -> n).sum());
    }

    private void read(String text) throws IOException {
        read(
                text,
                RowReader.withDefaults()
                        .withPostColumns(
                                Set.of("time", "date", "created_at"),
                                Set.of("account", "author", "user_id"),
                                Set.of("text")));
    }

    @Test
    void readsObjectsHoweverTheyAreLaidOut() throws IOException {
        read("{\"id\":1}\n{\"id\":2}\n");
        assertThat(rows).containsExactly("1:1||", "2:2||");
        read("{\n \"id\": 1\n}\n{\n \"id\": 2\n}\n");
        assertThat(rows).containsExactly("1:1||", "4:2||");
        read("{\"id\":1},\n{\"id\":2},");
        assertThat(rows).containsExactly("1:1||", "2:2||");
        read("[\n{\"id\":1},\n{\"id\":2},\n]\n");
        assertThat(rows).containsExactly("2:1||", "3:2||");
        read("[{\"id\":1},{\"id\":2}]{\"id\":3}");
        assertThat(rows).containsExactly("1:1||", "1:2||", "1:3||");
        read("[[{\"id\":1}],[{\"id\":2}]]");
        assertThat(rows).containsExactly("1:1||", "1:2||");
        assertThat(rejects).isEmpty();
    }

    @Test
    void aLineMayBeAsLongAsItLikesARowNot() throws IOException {
        String object = "{\"id\":1,\"text\":\"" + "x".repeat(80) + "\"},";
        read(
                "[" + object.repeat(500) + "{\"id\":\"" + "y".repeat(150) + "\"}," + object + "]",
                RowReader.withDefaults().withMaxRecordLength(120));

        assertThat(rows).hasSize(501);
        assertThat(rejects)
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).isEqualTo("longer than 120 characters (159)"));
    }

    @Test
    void pagesGiveTheirFieldsAndWhatStandsBesideRows() throws IOException {
        read("{\"id\":7,\"messages\":[{\"id\":1},{\"id\":2}]}");
        assertThat(rows).containsExactly("1:1|7|", "1:2|7|");
        read("{\"chats\":{\"list\":[{\"id\":7,\"messages\":[{\"id\":1}]},{\"id\":8,\"messages\":[{\"id\":1}]}]}}");
        assertThat(rows).containsExactly("1:1|7|", "1:1|8|");
        read("{\"data\":[{\"id\":1,\"by\":5}],\"includes\":{\"users\":[{\"id\":5,\"name\":\"ann\"}]}}");
        assertThat(rows).containsExactly("1:1||ann");
        read("{\"data\":{\"id\":1,\"by\":5},\"includes\":{\"users\":[{\"id\":5,\"name\":\"ann\"}]}}");
        assertThat(rows).containsExactly("1:1||ann");
        read("{\"data\":{\"videos\":[{\"id\":1}]}}", RowReader.withDefaults().withPages(Set.of("Videos")));
        assertThat(rows).containsExactly("1:1||");
    }

    @Test
    void aPageThatIsLongerThanMemoryGivesItsRows() throws IOException {
        String row = "{\"id\":1,\"text\":\"" + "x".repeat(1_000) + "\"},";
        read("{\"id\":7,\"messages\":[" + row.repeat(9_000) + "],\"x\":1}");

        assertThat(rows).hasSize(9_000).allMatch(r -> r.equals("1:1|7|"));
        assertThat(rejects).isEmpty();
    }

    @Test
    void anEmptyPageIsNoRow() throws IOException {
        read("{\"meta\":{\"result_count\":0}}\n{\"data\":[],\"meta\":{}}\n{\"id\":1}\n");

        assertThat(rows).containsExactly("3:1||");
        assertThat(rejects).isEmpty();
    }

    @Test
    void anArrayOfAPostIsNoPage() throws IOException {
        read("""
                {"id":1,"account":"a","time":1,"items":[]}
                {"id":2,"account":"a","time":1,"messages":[{"id":"q","account":"b","time":2}]}
                {"id":3,"time":1,"data":{"id":"q"}}
                """);

        assertThat(rows).containsExactly("1:1||", "2:2||", "3:3||");
    }

    private static final String POST = "{\"id\":%d,\"author\":\"a\",\"date\":\"d\",\"text\":\"caf\u00e9\"}";

    private static String posts(int from, int to) {
        StringBuilder posts = new StringBuilder();
        for (int i = from; i <= to; i++) {
            posts.append(i > from ? "," : "").append(String.format(POST, i));
        }
        return posts.toString();
    }

    @Test
    void whatIsInsideAPostIsReadOrCounted() throws IOException {
        read("{\"id\":1,\"author\":\"a\",\"date\":\"d\",\"text\":\"x\",\"comments\":[" + posts(2, 4)
                + ",{\"n\":5},6]}\n" + String.format(POST, 7));
        assertThat(rows).containsExactly("1:1||", "1:2|1|", "1:3|1|", "1:4|1|", "1:|1|", "2:7||");
        assertThat(rejects).extracting(Reject::content).containsExactly("6");
        read("{\"id\":1,\"author\":\"a\",\"date\":\"d\",\"text\":\"x\",\"quoted\":{\"in\":[" + posts(2, 4)
                + ",{\"n\":5},6]}}\n" + String.format(POST, 7));
        assertThat(rows).containsExactly("1:1||", "2:7||");
        assertThat(rejects)
                .hasSize(3)
                .allSatisfy(r -> assertThat(r.reason())
                        .isEqualTo("is one of the 'quoted.in' of another post, which is read as one row"))
                .allSatisfy(r -> assertThat(r.line()).isEqualTo(1))
                .extracting(Reject::content)
                .containsExactly(posts(2, 2), posts(3, 3), posts(4, 4));
    }

    @Test
    void aPageMayHaveAnyNameOrSayWhosePostsItHas() throws IOException {
        read("{\"ok\":true,\"trouv\u00e9s\":[" + posts(1, 2) + "],\"n\":2}\n" + String.format(POST, 3));
        assertThat(rows).containsExactly("1:1||", "1:2||", "2:3||");
        read("{\"data\":[" + posts(1, 1) + "],\"pinned\":[" + posts(2, 2)
                + "],\"tags\":[{\"id\":9}],\"includes\":{\"x\":[" + posts(8, 8) + "]}}");
        assertThat(rows).containsExactly("1:1||", "1:2||");
        assertThat(aside).isEqualTo(Map.of("posts beside the rows of a page", 1L));
        read("{\"user_id\":5,\"created_at\":\"y\",\"posts\":[" + posts(1, 2) + "]}");
        assertThat(rows).containsExactly("1:1||", "1:2||");
        assertThat(aside).isEqualTo(Map.of("accounts", 1L));
        read("{\"hits\":{\"total\":2,\"hits\":[{\"_id\":\"q\",\"_source\":" + posts(1, 1) + "},{\"_source\":"
                + posts(2, 2) + "}]}}");
        assertThat(rows).containsExactly("1:1||", "1:2||");
        assertThat(rejects).isEmpty();
    }

    @Test
    void aPageOfAnyNameMayBeLongerThanARow() throws IOException {
        String longPost = String.format(POST, 1).replace("caf\u00e9", "x".repeat(900));
        read("{\"ok\":true,\"found\":[" + (longPost + ",").repeat(1999) + longPost + "]}");
        assertThat(rows).hasSize(2000);
        assertThat(rejects).isEmpty();
    }

    @Test
    void whatIsWrongCostsOneRow() throws IOException {
        read("{\"id\":0,\n{\"id\":1}\n{\"id\":2}\n");
        assertThat(rows).containsExactly("2:1||", "3:2||");
        assertThat(rejects).extracting(Reject::line).containsExactly(1L);
        read("{\"id\":0}\n{\"id\":\"x\n{\"id\":2}\n");
        assertThat(rows).containsExactly("1:0||", "3:2||");
        assertThat(rejects).extracting(Reject::line).containsExactly(2L);
        read("[{\"id\":0},{\"id\":1,\"x\":},{\"id\":2}]");
        assertThat(rows).containsExactly("1:0||", "1:2||");
        assertThat(rejects).hasSize(1);
        read("[{\"id\":0},5,\"a, b\",null,{\"id\":1}]");
        assertThat(rows).containsExactly("1:0||", "1:1||");
        assertThat(rejects).extracting(Reject::content).containsExactly("5", "\"a, b\"", "null");
    }

    @Test
    void aFileThatEndsTooEarlySaysSo() throws IOException {
        read("[{\"id\":0},{\"id\":1}");
        assertThat(rows).hasSize(2);
        assertThat(rejects).extracting(Reject::reason).containsExactly("the file ends before its JSON does");
        read("{\"messages\":[{\"id\":0}");
        assertThat(rows).hasSize(0);
        assertThat(rejects).hasSize(1);
    }

    @Test
    void anObjectOfVeryManyNamesIsRefused() throws IOException {
        StringBuilder wide = new StringBuilder("{\"id\":1");
        for (int i = 0; i < 20_000; i++) {
            wide.append(",\"k").append(i).append("\":1");
        }
        read(wide + "}\n{\"id\":2}\n");
        assertThat(rows).containsExactly("2:2||");
        assertThat(rejects).extracting(Reject::reason).containsExactly("has more than 16384 values");
        StringBuilder wider = new StringBuilder("{\"id\":1");
        for (int i = 0; i < 200_000; i++) {
            wider.append(",\"k").append(i).append("\":1");
        }
        read(wider + "}\n{\"id\":2}\n");
        assertThat(rows).containsExactly("2:2||");
        assertThat(rejects.get(0).reason()).startsWith("longer than 1048576 characters");
    }

    @Test
    void rowsInsideRowsComeAfterThem() throws IOException {
        read(
                "{\"id\":1,\"replies\":{\"comments\":[{\"id\":2},{\"id\":3}]}}",
                RowReader.withDefaults().withNestedRows(Set.of("replies.comments")));

        assertThat(rows).containsExactly("1:1||", "1:2||", "1:3||");
    }
}
