/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.posts.Post;
import org.vigie.posts.PostSource.Reject;

/** What of JSON is a post, a page of posts, or neither: no post vanishes, and nothing else becomes one. */
class PagesTest {
    private static final String TIME = "\"2024-02-13T10:00:00Z\"";

    private static String comment(String id) {
        return "{\"id\":\"" + id + "\",\"author\":\"bob\",\"created_utc\":1707818500,\"body\":\"The quay " + id + "\"}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"comments", "Comments", "replies", "top_comments", "items", "posts", "answers"})
    void aPostWithPostsInsideIsAPostAndSoAreThey(String name) throws IOException {
        Reading read = Reading.of("{\"id\":\"s\",\"author\":\"ann\",\"created_utc\":1707818400,\"title\":\"Quay shut\","
                + "\"selftext\":\"\",\"" + name + "\":[" + comment("c1") + "," + comment("c2") + "],\"score\":3}");

        assertThat(read.rejects()).isEmpty();
        assertThat(read.posts()).extracting(Post::text).containsExactly("Quay shut", "The quay c1", "The quay c2");
        assertThat(read.summary().setAside()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"caption\":null,", "\"caption\":\"\",", "\"text\":\"\","})
    void aPostWithoutACaptionIsOne(String caption) throws IOException {
        Reading read = Reading.of("[{\"id\":\"p\",\"ownerUsername\":\"ann\",\"timestamp\":" + TIME + "," + caption
                + "\"latestComments\":[{\"id\":\"c\",\"text\":\"hi\",\"ownerUsername\":\"bob\",\"timestamp\":" + TIME
                + ",\"replies\":[{\"id\":\"d\",\"text\":\"ho\",\"ownerUsername\":\"eve\",\"timestamp\":" + TIME
                + "}]}],\"images\":[\"i\"]}]");

        assertThat(read.rejects()).isEmpty();
        assertThat(read.posts())
                .extracting(p -> p.id() + "|" + p.account() + "|" + p.text())
                .containsExactly("p|ann|", "c|bob|hi", "d|eve|ho");
    }

    @Test
    void postsDeepInsideAPostAreNamed() throws IOException {
        String inner =
                "{\"id\":\"c\",\"text\":\"h\u00e9 }\",\"created_at\":1707818400,\"owner\":{\"username\":\"bob\"}}";
        Reading read = Reading.of("\n{\"id\":\"p\",\"username\":\"ann\",\"timestamp\":" + TIME
                + ",\"caption\":\"x\",\"edge_comment\":{\"count\":1,\"edges\":[{\"node\":" + inner
                + "},{\"node\":{}}]}}");

        assertThat(read.posts()).extracting(Post::id).containsExactly("p");
        assertThat(read.rejects())
                .extracting(Reject::line, Reject::reason, Reject::content)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        2L,
                        "is one of the 'edge_comment.edges.node' of another post, which is read as one row",
                        inner));
    }

    @Test
    void whatAPostRepeatsIsAPartOfIt() throws IOException {
        Reading read = Reading.of(
                "{\"id\":1,\"owner_id\":-5,\"from_id\":7,\"date\":1707818400,\"text\":\"\",\"copy_history\":["
                        + "{\"id\":2,\"owner_id\":-6,\"from_id\":-6,\"date\":1707818000,\"text\":\"Quay shut\"}]}");

        assertThat(read.only("vk").repostOf()).contains("-6/2");
    }

    @Test
    void whatIsAttachedToAPostIsAPartOfIt() throws IOException {
        Reading read = Reading.of(
                "{\"id\":1,\"owner_id\":-5,\"from_id\":7,\"date\":1707818400,\"text\":\"x\",\"attachments\":["
                        + "{\"type\":\"photo\",\"photo\":{\"id\":2,\"owner_id\":-6,\"date\":1707818000,\"text\":\"Quay\"}}]}");

        assertThat(read.only("vk").text()).isEqualTo("x");
    }

    @Test
    void threadsOfVkAndBlueskyAreRead() throws IOException {
        Reading vk = Reading.of(
                "{\"response\":{\"items\":[{\"id\":1,\"owner_id\":-5,\"from_id\":7,\"date\":1707818400,\"text\":\"x\","
                        + "\"thread\":{\"count\":1,\"items\":[{\"id\":2,\"owner_id\":-5,\"from_id\":8,\"date\":1707818400,\"text\":\"y\"}]}}]}}");
        assertThat(vk.rejects()).isEmpty();
        assertThat(vk.posts()).extracting(Post::id).containsExactly("-5/1", "-5/2");

        String post =
                "\"post\":{\"uri\":\"at://%s/1\",\"author\":{\"did\":\"%s\"},\"record\":{\"text\":\"t\",\"createdAt\":"
                        + TIME + "},\"indexedAt\":" + TIME + "}";
        Reading bluesky = Reading.of("{\"thread\":{" + post.replace("%s", "a") + ",\"replies\":[{"
                + post.replace("%s", "b") + ",\"replies\":[{" + post.replace("%s", "c") + ",\"replies\":[]}]}]}}");
        assertThat(bluesky.rejects()).isEmpty();
        assertThat(bluesky.posts()).extracting(Post::account).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"found\":[{},%1$s,%2$s]}",
                "{\"found\":[{\"type\":\"promo\",\"x\":[1]},%1$s,%2$s]}",
                "{\"posts\":[\"a]\",%1$s,%2$s]}",
                "{\"posts\":[null, %1$s,%2$s]}",
                "{\"1\":%1$s,\"2\":%2$s}",
                "{\"tweets\":{\"1\":%1$s,\"2\":%2$s}}",
            })
    void pagesMayBeginWithAnythingAndMapsArePages(String page) throws IOException {
        Reading read = Reading.of(String.format(page, comment("c1"), comment("c2")));

        assertThat(read.posts()).extracting(Post::id).containsExactly("c1", "c2");
    }

    @Test
    void whatLacksATimeIsRefusedNotAPage() throws IOException {
        Reading read = Reading.of(
                "{\"id\":\"v\",\"channel\":\"ann\",\"title\":\"Quay shut\",\"comments\":[" + comment("c") + "]}");

        assertThat(read.posts()).extracting(Post::id).containsExactly("c");
        assertThat(read.rejects()).extracting(Reject::reason).containsExactly("has no time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"a\",\"b\"]", "[]", "[1]", "[null]", "null", "{}"})
    void anArrayOfAnythingElseIsNoPage(String videos) throws IOException {
        Reading read = Reading.of(
                Reading.READER.withMapping(Map.of("account", "nick", "time", "when", "text", "words")),
                "{\"nick\":\"ann\",\"when\":" + TIME + ",\"words\":\"x\",\"videos\":" + videos + "}\n");
        assertThat(read.rejects()).isEmpty();
        assertThat(read.posts()).extracting(Post::account).containsExactly("ann");

        Reading unknown =
                Reading.of("{\"nick\":\"ann\",\"when\":" + TIME + ",\"words\":\"x\",\"videos\":" + videos + "}");
        assertThat(unknown.rejects().size() + unknown.summary().setAsideRows()).isEqualTo(1);
    }

    @Test
    void pagesMayHaveColumnsThatAreMapped() throws IOException {
        String page = "{\"ok\":1,\"liste\":[{\"nick\":\"ann\",\"when\":" + TIME + ",\"words\":\"x\"},{\"nick\":\"bob\","
                + "\"when\":" + TIME + ",\"words\":\"y\"}]}";
        PostReader reader = Reading.READER.withMapping(Map.of("account", "nick", "time", "when", "text", "words"));

        assertThat(Reading.of(reader, page).posts()).extracting(Post::account).containsExactly("ann", "bob");
        assertThat(Reading.of(reader, page.replace("liste", "data")).posts()).hasSize(2);
        assertThat(Reading.of(
                                reader,
                                "{\"nick\":\"ann\",\"when\":" + TIME
                                        + ",\"words\":\"\",\"items\":[{\"nick\":\"bob\",\"when\":" + TIME
                                        + ",\"words\":\"y\"}]}")
                        .posts())
                .hasSize(2);
    }

    @Test
    void pagesMayHaveColumnsOfUsualNames() throws IOException {
        for (String item : new String[] {
            "{\"autor\":\"ann\",\"datum\":" + TIME + ",\"nachricht\":\"x\"}",
            "{\"sender_screen_name\":\"ann\",\"posted_time\":" + TIME + ",\"post_message\":\"x\"}",
            "{\"user\":{\"username\":\"ann\"},\"upload_date\":" + TIME + ",\"headline\":\"x\"}",
            "{\"id\":\"c\",\"snippet\":{\"authorChannelId\":{\"value\":\"ann\"},\"publishedAt\":" + TIME
                    + ",\"textOriginal\":\"x\",\"videoId\":\"v\"}}"
        }) {
            Reading read = Reading.of("{\"ok\":1,\"n\":1,\"gefunden\":[" + item + "]}");
            assertThat(read.rejects()).as(item).isEmpty();
            assertThat(read.posts()).as(item).extracting(Post::account).containsExactly("ann");
        }
    }

    private static final String USER = "{\"id\":\"7\",\"username\":\"ann\",\"created_at\":" + TIME;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "}",
                ",\"name\":\"Ann\"}",
                ",\"name\":\"Ann\",\"description\":\"I shut quays\"}",
                ",\"description\":\"x\",\"public_metrics\":{\"followers_count\":3,\"like_count\":4}}",
                ",\"profile_image_url\":\"https://q.example/a.png\",\"verified\":false,\"url\":\"\"}",
            })
    void accountsAreNoPosts(String rest) throws IOException {
        String user = USER + rest;
        for (String content : new String[] {
            user, "[" + user + "]", "{\"data\":[" + user + "]}", "{\"users\":[" + user + "]}", "{\"data\":" + user + "}"
        }) {
            Reading read = Reading.of(content);
            assertThat(read.posts()).as(content).isEmpty();
            assertThat(read.summary().setAside()).as(content).isEqualTo(Map.of("accounts", 1L));
        }
        String post = "{\"id\":\"1\",\"author_id\":\"7\",\"created_at\":" + TIME + ",\"text\":\"hello\"}";
        Reading page = Reading.of("{\"data\":[" + post + "],\"profiles\":[" + user + "],\"includes\":{\"users\":["
                + user + "],\"tweets\":[" + post.replace("\"1\"", "\"2\"") + "]}}");
        assertThat(page.posts()).extracting(Post::id).containsExactly("1");
        assertThat(page.summary().setAside())
                .isEqualTo(Map.of("accounts", 1L, "posts beside the rows of a page (includes.tweets)", 1L));
    }

    @Test
    void tablesOfAccountsAreNoPosts() throws IOException {
        Reading read = Reading.of(
                "id,username,name,created_at,description,followers_count", "7,ann,Ann,2020-02-13,I shut quays,3");

        assertThat(read.posts()).isEmpty();
        assertThat(read.summary().setAside()).isEqualTo(Map.of("accounts", 1L));
        assertThat(Reading.of("id,username,created_at", "1,ann,2020-02-13").posts())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"text\":\"\"}",
                ",\"urls\":[]}",
                ",\"hashtags\":[\"quay\"]}",
                ",\"retweet_id\":\"8\"}",
                ",\"caption\":null}",
                ",\"text\":null,\"lang\":null}", // as pandas writes it
                ",\"media_url\":\"https://q.example/a.png\"}",
                ",\"description\":\"Quay shut\"}",
                ",\"author_id\":\"7\"}",
            })
    void postsWithTheColumnsOfAccountsStayPosts(String rest) throws IOException {
        assertThat(Reading.of(USER + rest).posts()).hasSize(1);
    }

    @Test
    void whoSaysThatAccountsArePostsIsBelieved() throws IOException {
        assertThat(Reading.of(Reading.READER.withMapping(Map.of("text", "name")), USER + ",\"name\":\"Ann\"}\n")
                        .posts())
                .hasSize(1);
    }

    @Test
    void anAccountWithItsPostsIsAPage() throws IOException {
        Reading read =
                Reading.of(USER + ",\"name\":\"Ann\",\"description\":\"x\",\"tweets\":[{\"id\":\"1\",\"author_id\":"
                        + "\"7\",\"created_at\":" + TIME + ",\"text\":\"hello\"}]}");

        assertThat(read.posts()).extracting(Post::id).containsExactly("1");
        assertThat(read.summary().setAside()).isEqualTo(Map.of("accounts", 1L));
    }

    @Test
    void aPostThatIsLongerThanItMayBeGivesWhatIsInsideIt() throws IOException {
        StringBuilder long1 = new StringBuilder(
                        "{\"id\":\"s\",\"author\":\"ann\",\"created_utc\":1707818400,\"title\":\"x\",")
                .append("\"comments\":[")
                .append(comment("c0"));
        for (int i = 1; i < 130_000; i++) {
            long1.append(',').append(comment("c" + i));
        }
        Reading read = Reading.of(long1 + "]}");

        assertThat(read.posts().size()).isEqualTo(130_000);
        assertThat(read.rejects())
                .extracting(Reject::reason)
                .containsExactly("longer than 1048576 characters: only the posts inside it are read");
    }

    @Test
    void pagesThatGaveNothingAreNamed() throws IOException {
        assertThat(Reading.of("{\"kind\":\"Listing\",\"data\":{\"after\":null,\"dist\":0,\"children\":[]}}")
                        .summary()
                        .rows())
                .isZero();
        assertThat(Reading.of("{\"stamm\":\"x\",\"posts\":[]}").summary().setAside())
                .isEqualTo(Map.of("pages without rows", 1L));
    }

    @Test
    void postsInPostsAreReadSoDeepAndThenCounted() throws IOException {
        StringBuilder thread = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            thread.append("{\"id\":\"")
                    .append(i)
                    .append("\",\"author\":\"ann\",\"created_utc\":1707818400,\"body\":\"x\"");
            thread.append(i < 29 ? ",\"replies\":[" : "}" + "]}".repeat(29));
        }
        Reading read = Reading.of(thread.toString());

        assertThat(read.posts()).hasSize(17);
        assertThat(read.rejects()).hasSize(13).allMatch(r -> r.reason().contains("of another post"));
    }

    @Test
    void whatIsNoPostAmongPostsUnderTheirIdsIsCounted() throws IOException {
        Reading read = Reading.of("{\"1\":" + comment("c1") + ",\"2\":{\"author\":\"eve\",\"body\":\"x\"},\"3\":"
                + comment("c3") + ",\"info\":{\"took\":1}}");

        assertThat(read.posts()).extracting(Post::id).containsExactly("c1", "c3");
        assertThat(read.summary().setAside()).isEqualTo(Map.of("objects among posts that are none", 1L));
        assertThat(read.summary().rows()).isEqualTo(3);
    }

    @Test
    void answersUnderTheirIdsAreNamed() throws IOException {
        String inner = comment("c2").replace("}", ",\"replies\":{\"c3\":" + comment("c3") + "}}");
        Reading read =
                Reading.of(comment("c1").replace("}", ",\"comments\":{\"c2\":" + inner + ",\"count\":{\"n\":1}}}"));

        assertThat(read.posts()).extracting(Post::id).containsExactly("c1");
        assertThat(read.rejects())
                .extracting(Reject::reason, Reject::content)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "is one of the 'comments.c2.replies.c3' of another post, which is read as one row",
                                comment("c3")),
                        org.assertj.core.groups.Tuple.tuple(
                                "is one of the 'comments.c2' of another post, which is read as one row", inner));
    }

    @Test
    void namesMayBeEscaped() throws IOException {
        Reading read = Reading.of("{\"id\":\"s\",\"\\u0061uthor\":\"ann\",\"created_utc\":1707818400,"
                + "\"b\\u006fdy\":\"Quay\",\"comm\\u0065nts\":[" + comment("c1") + "]}");

        assertThat(read.rejects()).isEmpty();
        assertThat(read.posts()).extracting(Post::id).containsExactly("s", "c1");
    }

    @Test
    void pagesTooDeepToBeReadAreSaid() throws IOException {
        String page = "{\"data\":".repeat(80) + "[" + comment("c1") + "]" + "}".repeat(80);

        assertThat(Reading.of(page).rejects())
                .extracting(Reject::reason)
                .containsExactly("stands more than 64 levels deep");
    }

    @Test
    void namesOfAFileAreNotSaidOfItsPages() throws IOException {
        Reading read = Reading.of("{\"data\":[" + comment("c1") + "],\"ann\":{\"diary\":[" + comment("c2") + "]}}");

        assertThat(read.summary().setAside()).isEqualTo(Map.of("posts beside the rows of a page", 1L));
    }
}
