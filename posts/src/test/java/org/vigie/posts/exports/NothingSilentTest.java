/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.posts.Post;

/** What a file says is read, or it is said that it is not. */
class NothingSilentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "coortweet;object_id,account_id,content_id,timestamp_share;o,ann,c,1700000000",
                "qut;message_id,user_id,message,timestamp;m,ann,hello,1700000000",
                "hydrator;tweet_url,user_screen_name,retweet_id,created_at;u,ann,,2024-02-13",
                "crowdtangle-facebook;page_name,post_created,message,url;ann,2024-02-13,hello,u",
                "meta-content-library;post_owner.id,creation_time;ann,2024-02-13",
                "4cat;thread_id,body,timestamp,author;t,hello,2024-02-13,ann",
                "names in other languages;compte,horodatage;ann,2024-02-13",
            })
    void aColumnOfACanonicalNameIsReadBesideAnyExport(String export, String header, String row) throws IOException {
        List<String> names = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        Map<String, String> given = Map.of(
                "text",
                "the quay",
                "language",
                "nl",
                "urls",
                "https://q.example",
                "hashtags",
                "kade",
                "mentions",
                "bob",
                "repost_of",
                "r",
                "reply_to",
                "a",
                "platform",
                "forum",
                "account_created",
                "2020-01-02");
        given.forEach((name, cell) -> {
            names.add(name);
            cells.add(cell);
        });
        Reading read = Reading.of(header + "," + String.join(",", names), row + "," + String.join(",", cells));
        assertThat(read.summary().export()).isEqualTo(export);
        Post post = read.posts().get(0);

        assertThat(post.text()).isIn("the quay", "hello");
        assertThat(post.language()).contains("nl");
        assertThat(post.urls()).isNotEmpty();
        assertThat(post.hashtags()).containsExactly("kade");
        assertThat(post.mentions()).containsExactly("bob");
        assertThat(post.repostOf()).contains("r");
        assertThat(post.replyTo()).contains("a");
        assertThat(post.platform()).contains("forum");
        assertThat(post.accountCreated()).isPresent();
        FormatReport report = Reading.READER.describe(
                "x",
                new ByteArrayInputStream(
                        (header + "," + String.join(",", names) + "\n" + row + "," + String.join(",", cells) + "\n")
                                .getBytes(StandardCharsets.UTF_8)),
                reject -> {});
        assertThat(report.ignored()).doesNotContainAnyElementsOf(names);
    }

    @Test
    void objectsOfAnExportMayHaveCanonicalNamesToo() throws IOException {
        Post post = Reading.of("{\"id\":\"1\",\"author_id\":\"7\",\"created_at\":\"2024-02-13T10:00:00Z\","
                        + "\"text\":\"de kade #dicht\",\"language\":\"nl\",\"platform\":\"x\",\"hashtags\":[]}")
                .only("x-v2");

        assertThat(post.language()).contains("nl");
        assertThat(post.platform()).contains("x");
    }

    @Test
    void aColumnThatAnExportReadsOtherwiseIsNotTakenForTheCanonicalOne() throws IOException {
        Post post = Reading.of(
                        "id,conversation_id,created_at,date,time,timezone,user_id,username,tweet,mentions",
                        "1,1,2024-02-13 11:00:00 CET,2024-02-13,11:00:00,+0100,7,ann,hello,"
                                + "\"[{'screen_name': 'bob', 'name': 'Bob', 'id': '8'}]\"")
                .only("twint");

        assertThat(post.time()).hasToString("2024-02-13T10:00:00Z");
        assertThat(post.mentions()).containsExactly("bob");
    }

    @Test
    void aMappingIsTheOnlyColumn() throws IOException {
        Reading read = Reading.of(
                Reading.READER.withMapping(Map.of("text", "note")),
                "object_id,account_id,content_id,timestamp_share,text,note\no,a,c,1700000000,wrong,\n");

        assertThat(read.posts().get(0).text()).isEmpty();
    }

    @Test
    void membersOfAGroupAreNotOneAccount() throws IOException {
        Reading read = Reading.of(
                "chat_id,chat_type,message_id,date,message,sender_name",
                "-1001,supergroup,1,2024-02-13,hello,\u0410\u043d\u043d\u0430",
                "-1001,supergroup,2,2024-02-13,hello,Jos\u00e9",
                "-1001,supergroup,3,2024-02-13,hello,NaN");

        assertThat(read.posts())
                .extracting(Post::account)
                .containsExactly("\u0410\u043d\u043d\u0430", "Jos\u00e9", "-1001");
        assertThat(read.summary().warnings())
                .containsExactly("1 post of a group name no sender: the group is their one account; export senders, or"
                        + " name their column with --map account=COLUMN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat_id,message_id,date,message\n-77,1,2024-02-13,x\n",
                "chat_id,message_id,date,message,is_group\n77,1,2024-02-13,x,True\n",
                "peer_id,message_id,date,message\nPeerChat(chat_id=77),1,2024-02-13,x\n",
                "[{\"chat\":{\"id\":77,\"type\":\"ChatType.GROUP\"},\"id\":1,\"message_id\":1,\"date\":\"2024-02-13\",\"text\":\"x\"}]",
                "{\"_\":\"Message\",\"id\":1,\"peer_id\":{\"_\":\"PeerChat\",\"chat_id\":77},\"date\":\"2024-02-13\",\"message\":\"x\"}",
            })
    void aGroupWithoutSendersIsSaid(String content) throws IOException {
        assertThat(Reading.of(Reading.READER, content).summary().warnings())
                .singleElement()
                .asString()
                .startsWith("1 post of a group name");
        String channel = content.replace("-77", "-10077")
                .replace(",True", ",False")
                .replace("GROUP", "CHANNEL")
                .replace("PeerChat", "PeerChannel")
                .replace("chat_id\":77", "channel_id\":77");
        assertThat(Reading.of(Reading.READER, channel).summary().warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\N", "N/A", "<NA>", "null", "None", "NaN", "nan", "NA", "-", "#N/A", "undefined", "[]", "NaT"})
    void wordsForNothingAreNothingInAnyCell(String word) throws IOException {
        for (String cell :
                List.of(word, "\"['" + word + "']\"", "\"['" + word + "', 'caf\u00e9']\"", "caf\u00e9|" + word)) {
            Post post = Reading.of(
                            "id,account,time,text,language,urls,hashtags,mentions,repost_of,platform,account_created",
                            "1,a,2024-02-13,x," + word + "," + cell + "," + cell + "," + cell + "," + word + "," + word
                                    + "," + word)
                    .only("vigie");
            List<String> expected = cell.contains("caf\u00e9") ? List.of("caf\u00e9") : List.of();
            assertThat(post.urls()).isEqualTo(expected);
            assertThat(post.hashtags()).isEqualTo(expected);
            assertThat(post.mentions()).isEqualTo(expected);
            assertThat(post.language()).isEmpty();
            assertThat(post.repostOf()).isEmpty();
            assertThat(post.platform()).isEmpty();
            assertThat(post.accountCreated()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nat", "none", "null", "NA", "undefined", "absent", "-", "[]", "nan"})
    void anItemOfAJsonListIsAnItemWhateverWordItIs(String word) throws IOException {
        String item = "\"" + word + "\"";
        Post post = Reading.of("{\"id\":\"1\",\"account\":\"a\",\"time\":1700000000,\"text\":\"x\",\"hashtags\":["
                        + item + ",null,\"\"],\"mentions\":[\"@" + word + "\"],\"language\":" + item + "}")
                .only("vigie");
        assertThat(post.hashtags()).containsExactly(word.toLowerCase(java.util.Locale.ROOT));
        assertThat(post.mentions()).containsExactly(word);
        assertThat(post.language()).as("a value is a cell").isEmpty();
        assertThat(Reading.of("{\"id\":\"1\",\"author_id\":\"7\",\"created_at\":1700000000,\"text\":\"x\",\"entities\":"
                                + "{\"hashtags\":[{\"tag\":" + item + "}],\"mentions\":[{\"username\":" + item + "}]}}")
                        .only("x-v2"))
                .satisfies(p -> assertThat(p.hashtags()).hasSize(1))
                .satisfies(p -> assertThat(p.mentions()).hasSize(1));
    }

    private record Fields(List<String> taken, ReadSummary summary) {
        static Fields of(PostReader reader, String content, List<Field> needed) throws IOException {
            List<String> taken = new ArrayList<>();
            ReadSummary summary = reader.readFields(
                    "t.csv",
                    new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                    needed,
                    f -> taken.add(f.id() + "|" + f.text()),
                    reject -> {});
            assertThat(summary.rows()).isEqualTo(summary.posts() + summary.rejects() + summary.setAsideRows());
            assertThat(summary.posts()).isEqualTo(taken.size());
            return new Fields(taken, summary);
        }
    }

    @Test
    void rowsThatAreNoPostsAreSetAsideInJobsOfTextsToo() throws IOException {
        Fields table = Fields.of(Reading.READER, "id,text\n1,\u00e9t\u00e9\nID,Text\n2,hiver\n", List.of(Field.TEXT));
        assertThat(table.taken()).containsExactly("1|\u00e9t\u00e9", "2|hiver");
        assertThat(table.summary().setAside()).isEqualTo(Map.of("repeated headers", 1L));

        Fields events = Fields.of(
                Reading.READER,
                "{\"did\":\"d\",\"time_us\":1,\"kind\":\"commit\",\"commit\":{\"operation\":\"create\",\"collection\":"
                        + "\"app.bsky.feed.like\",\"rkey\":\"k\"}}\n"
                        + "{\"did\":\"d\",\"time_us\":1,\"kind\":\"commit\",\"commit\":{\"operation\":\"create\",\"collection\":"
                        + "\"app.bsky.feed.post\",\"rkey\":\"k\",\"record\":{\"text\":\"hallo\"}}}\n",
                List.of(Field.TEXT));
        assertThat(events.taken()).containsExactly("at://d/app.bsky.feed.post/k|hallo");
        assertThat(events.summary().setAside()).isEqualTo(Map.of("likes", 1L));
    }

    @Test
    void idsAreSaidAsInPosts() throws IOException {
        Fields read =
                Fields.of(Reading.READER, "id,text\n1.23457E+18,a\n1.23457E+18,b\n12.0,c\n,d\n", List.of(Field.TEXT));
        assertThat(read.taken()).containsExactly("t.csv:2|a", "t.csv:3|b", "12|c", "t.csv:5|d");
        assertThat(read.summary().warnings())
                .containsExactly("2 ids were rounded by a spreadsheet (1.23457E+18): they join nothing; export again"
                        + " with ids as text");

        assertThat(Fields.of(Reading.READER, "[{\"text\":\"a\"},{\"text\":\"b\"}]", List.of(Field.TEXT))
                        .taken())
                .as("two rows of one line are two")
                .containsExactly("t.csv:1|a", "t.csv:1.1|b");
        assertThat(Fields.of(Reading.READER.withIdPerFile(), "id,text\n7,a\n", List.of(Field.TEXT))
                        .taken())
                .containsExactly("t.csv/7|a");
    }

    @Test
    void twoColumnsOfOneNameAreSaid() throws IOException {
        String table = "id,account,time,text,text,lang,lang\n1,a,2024-02-13,one,two,fr,de\n";
        Reading read = Reading.of(Reading.READER, table);
        assertThat(read.posts().get(0).text()).isEqualTo("one");
        assertThat(read.summary().warnings())
                .containsExactly(
                        "two columns are called 'text': the first is read for the field text, the other is not; say"
                                + " which is meant with --map text=text or --map text=text#2",
                        "two columns are called 'lang': the first is read for the field language, the other is not; say"
                                + " which is meant with --map language=lang or --map language=lang#2");
        Reading second = Reading.of(Reading.READER.withMapping(Map.of("text", "text#2", "language", "lang")), table);
        assertThat(second.posts().get(0).text()).isEqualTo("two");
        assertThat(second.summary().warnings()).isEmpty();
    }

    @Test
    void anAccountsBirthThatIsNotUnderstoodIsSaid() throws IOException {
        Reading read = Reading.of(
                "id,account,time,text,account_created",
                "1,a,2024-02-13,x,yesterday",
                "2,b,2024-02-13,x,02/03/2020",
                "3,c,2024-02-13,x,2020-01-02");
        assertThat(read.posts()).hasSize(3);
        assertThat(read.summary().warnings())
                .containsExactly(
                        "2 times at which an account was opened are not understood, the first on line 2: left out");
    }
}
