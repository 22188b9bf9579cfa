/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.posts.Corpus;
import org.vigie.posts.Post;
import org.vigie.posts.PostSource.Reject;

class PostReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsTheCanonicalColumns() throws IOException {
        Post post = Reading.of(
                        "id,account,time,text,language,urls,hashtags,mentions,repost_of,reply_to,platform,account_created",
                        "p1,ana,2024-05-04T10:00:00Z,Bonjour #velo,fr,https://a.example/x https://b.example,velo ville,"
                                + "jo,p0,,forum,2013-01-02")
                .only("vigie");

        assertThat(post)
                .isEqualTo(Post.builder("p1", "ana", Instant.parse("2024-05-04T10:00:00Z"), "Bonjour #velo")
                        .language("fr")
                        .urls(List.of("https://a.example/x", "https://b.example"))
                        .hashtags(List.of("velo", "ville"))
                        .mentions(List.of("jo"))
                        .repostOf("p0")
                        .platform("forum")
                        .accountCreated(Instant.parse("2013-01-02T00:00:00Z"))
                        .build());
    }

    @Test
    void takesEntitiesFromTheTextWhenThereIsNoColumn() throws IOException {
        Post post = Reading.of(
                        "post_id,author,text,published_at", "1,leo,See https://news.example/a @Mia #Été,1475280000")
                .only("by column names");

        assertThat(post.urls()).containsExactly("https://news.example/a");
        assertThat(post.mentions()).containsExactly("mia");
        assertThat(post.hashtags()).containsExactly("été");
        assertThat(post.time()).isEqualTo(Instant.parse("2016-10-01T00:00:00Z"));
    }

    @Test
    void aMappingOverridesTheNames() throws IOException {
        Reading read = Reading.of(
                Reading.READER.withMapping(Map.of("account", "who", "time", "When", "text", "what")),
                "who,when,what,id\nzoe,2024-01-01,hi,1\n");

        assertThat(read.posts()).singleElement().satisfies(p -> {
            assertThat(p.account()).isEqualTo("zoe");
            assertThat(p.text()).isEqualTo("hi");
        });
    }

    @Test
    void aMappingToAColumnThatIsNotThereFailsWithTheNearest() {
        PostReader reader = Reading.READER.withMapping(Map.of("text", "twet"));

        assertThatThrownBy(() -> Reading.of(reader, "id,account,time,tweet\n1,a,2024-01-01,x\n"))
                .isInstanceOf(MissingColumnException.class)
                .hasMessage(
                        "posts.csv: no column 'twet' for the text; did you mean 'tweet'? The columns are id, account,"
                                + " time, tweet");
        assertThatThrownBy(() ->
                        Reading.of(reader, "{\"id\":1,\"account\":\"a\",\"time\":\"2024-01-01\",\"tweet\":\"x\"}"))
                .isInstanceOf(MissingColumnException.class)
                .hasMessageContaining("did you mean 'tweet'?");
    }

    @Test
    void badRowsAreCountedWithTheirReason() throws IOException {
        Reading read = Reading.of(
                "id,account,time,text",
                "1,a,2024-01-01T00:00:00Z,x",
                "1,a,2024-01-01T00:00:00Z,again",
                "2,,2024-01-01,x",
                "3,b,yesterday,x",
                "4,b,1900-01-01T00:00:00Z,x",
                "5,b,2024-02-30T00:00:00Z,x",
                "6,None,2024-01-01,x",
                "7,b,NaT,x",
                "8,b,2024-01-01");

        assertThat(read.posts()).hasSize(1);
        assertThat(read.rejects())
                .extracting(Reject::line, Reject::reason)
                .containsExactly(
                        tuple(3L, "id '1' was already seen"),
                        tuple(4L, "has no account"),
                        tuple(5L, "time is not one that is understood: 'yesterday'"),
                        tuple(6L, "time must be in the years 1970 to 2100 but was '1900-01-01T00:00:00Z'"),
                        tuple(7L, "time is impossible: '2024-02-30T00:00:00Z'"),
                        tuple(8L, "has no account: its cell says 'None'"),
                        tuple(9L, "has no time: its cell says 'NaT'"),
                        tuple(10L, "has 3 fields but the header has 4"));
    }

    @Test
    void saysWhichColumnIsMissing() {
        assertThatThrownBy(() -> Reading.of("id,text", "1,x"))
                .isInstanceOf(MissingColumnException.class)
                .hasMessage("posts.csv: no column for the account among id, text; name it with --map account=COLUMN");
        assertThatThrownBy(() -> Reading.of("nr,person_name,when,text", "1,x,2024-01-01,y"))
                .isInstanceOf(MissingColumnException.class)
                .hasMessageEndingWith("name it with --map account=person_name?");
        assertThatThrownBy(() -> PostReader.withDefaults().withMapping(Map.of("colour", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a post has no field 'colour': the fields are id, account, time, text");
    }

    @Test
    void aColumnWithoutANameIsNone() throws IOException {
        Reading with = Reading.of(",id,account,time,text", "0,p1,a,1600000000,hello", "0,p2,b,1600000001,other");
        Reading without = Reading.of("id,account,time,text", "p1,a,1600000000,hello", "p2,b,1600000001,other");

        assertThat(with.posts()).isEqualTo(without.posts());
    }

    @Test
    void twoColumnsOfOneNameAreNotGuessed() throws IOException {
        String table = "id,query,id,account,time,text\n7,q,100,a,1600000000,x\n7,q,101,b,1600000001,y\n";

        assertThatThrownBy(() -> Reading.of(Reading.READER, table))
                .isInstanceOf(MissingColumnException.class)
                .hasMessageContaining("two columns are called 'id'")
                .hasMessageContaining("--map id=id#2");
        assertThat(Reading.of(Reading.READER.withMapping(Map.of("id", "id#2")), table)
                        .posts())
                .extracting(Post::id)
                .containsExactly("100", "101");
    }

    @Test
    void aTableWhoseTextIsNotReadIsRefused() throws IOException {
        assertThatThrownBy(() -> Reading.of("id,account,time,wording", "1,a,1600000000,four words are text"))
                .isInstanceOf(MissingColumnException.class)
                .hasMessageContaining("--map text=wording");
        assertThat(Reading.of("id,account,time,urls", "1,a,1600000000,https://a.example")
                        .summary()
                        .warnings())
                .singleElement()
                .asString()
                .startsWith("no post has a text");
    }

    @Test
    void findsTheHeaderBelowOtherLines() throws IOException {
        Reading read = Reading.of(
                "Report,Loch bridge", "From,Sat Jan 01", "", "id,account,time,text", "1,a,2024-01-01,hello there");
        assertThat(read.posts()).hasSize(1);
        assertThat(Reading.of("sep=;", "id;account;time;text", "1;a;2024-01-01;hi")
                        .posts())
                .hasSize(1);
    }

    @Test
    void readsTablesOfR() throws IOException {
        Reading read = Reading.of(
                "\"id\" \"account\" \"time\" \"text\"", "\"1\" \"x1\" \"a\" \"2024-01-01 00:00:00\" \"hello\"");

        assertThat(read.posts())
                .singleElement()
                .satisfies(p -> assertThat(p.id()).isEqualTo("x1"));
        assertThat(read.summary().separator()).isEqualTo("space");
    }

    @Test
    void wordsForNothingMakeNoEdges() throws IOException {
        StringBuilder table = new StringBuilder("id,account,time,text,repost_of\n");
        List<String> words =
                List.of("", "0", "-1", "False", "N/A", "<NA>", "\\N", "-", "nan", "None", "null", "NA", "absent", "[]");
        words.forEach(word -> table.append("p")
                .append(table.length())
                .append(",a,1600000000,x,")
                .append(word)
                .append('\n'));
        Reading read = Reading.of(Reading.READER, table.toString());

        assertThat(read.posts())
                .hasSize(words.size())
                .allSatisfy(p -> assertThat(p.repostOf()).isEmpty());
    }

    @Test
    void roundedIdsJoinNothingAndCostNoPost() throws IOException {
        Reading read = Reading.of(
                "id,account,time,text,repost_of",
                "1.23457E+18,1.23457E+18,2024-01-01 00:00,hi,1.475e+18",
                "1.23457E+18,1.23457E+18,2024-01-01 00:01,hi,1.475e+18",
                "12,b,2024-01-01 00:02,hi,77.0");

        assertThat(read.posts()).extracting(Post::id).containsExactly("posts.csv:2", "posts.csv:3", "12");
        assertThat(read.posts()).extracting(Post::account).doesNotHaveDuplicates();
        assertThat(read.posts()).extracting(p -> p.repostOf().orElse("")).containsExactly("", "", "77");
        assertThat(read.summary().warnings())
                .containsExactly(
                        "6 ids were rounded by a spreadsheet (1.23457E+18): they join nothing; export again with"
                                + " ids as text");
    }

    @Test
    void idsCanBeOfTheFileOnly() throws IOException {
        Reading read =
                Reading.of(Reading.READER.withIdPerFile(), "id,account,time,text,reply_to\n5,a,1600000000,x,4\n");

        assertThat(read.posts().get(0).id()).isEqualTo("posts.csv/5");
        assertThat(read.posts().get(0).replyTo()).hasValue("posts.csv/4");
    }

    @Test
    void doubtsAreWarnings() throws IOException {
        Reading read = Reading.of("id,account,time,text", "1,a,59,x", "2,b,2031-01-01,caf\uFFFD", "NA,b,2024-01-01,x");

        assertThat(read.summary().warnings())
                .containsExactly(
                        "1 post has a time in 1970: is the column of times the right one, and its unit?",
                        "1 post has a time in the future",
                        "1 of 3 texts has replacement characters: the file, or what it was made of, has another encoding",
                        "1 post has no id: file and line stand for it");
    }

    @Test
    void aFieldThatNobodyNeedsNeverCostsAPost() throws IOException {
        Reading read = Reading.of(
                "id,account,time,text,account_created",
                "1,ana,2026-01-01T10:00:00Z,hello,N/A",
                "2,leo,2026-01-01T10:00:05Z,hello,2012-03-04T00:00:00Z",
                "3,mia,2026-01-01T10:00:09Z,hello,unknown");

        assertThat(read.posts()).extracting(p -> p.accountCreated().isPresent()).containsExactly(false, true, false);
    }

    @Test
    void hashtagsHaveOneSpellingFromColumnsAndFromTexts() throws IOException {
        Reading read = Reading.of(
                "{\"id\":1,\"account\":\"a\",\"time\":1600000000,\"text\":\"x #\u0130STANBUL #CAFE\u0301\","
                        + "\"hashtags\":[\"\u0130STANBUL\",\"CAFE\u0301\"]}",
                "{\"id\":2,\"account\":\"a\",\"time\":1600000000,\"text\":\"x #\u0130STANBUL #CAF\u00c9\"}");

        assertThat(read.posts().get(0).hashtags()).isEqualTo(read.posts().get(1).hashtags());
    }

    @Test
    void isASourceOfPosts() throws IOException {
        Path file = Files.writeString(folder.resolve("posts.csv"), "id,account,time,text\n1,a,1600000000,x\n2,a,,x\n");
        List<ReadSummary> summaries = new ArrayList<>();
        Corpus corpus = Corpus.builder()
                .withoutLanguages()
                .read(Reading.READER.source(file, summaries::add))
                .read(sink ->
                        sink.post(Post.builder("9", "b", Instant.EPOCH, "mine").build()))
                .build();

        assertThat(corpus.size()).isEqualTo(2);
        assertThat(summaries).singleElement().satisfies(s -> {
            assertThat(s.rejects()).isEqualTo(1);
            assertThat(s.sha256()).hasSize(64);
        });
    }

    @Test
    void anExportOfOnesOwnIsOneValue() throws IOException {
        Export forum = Export.named("forum", "Our forum's nightly dump")
                .recognisedBy("nick", "posted", "body")
                .withColumns(Field.ID, "nr")
                .withColumns(Field.ACCOUNT, "nick")
                .withColumns(Field.TIME, "posted")
                .withColumns(Field.TEXT, "body")
                .withValue(Field.REPLY_TO, row -> row.get("thread") + "/0", "thread")
                .withSetAside(row -> row.get("kind").equals("ban") ? "bans" : "");
        Reading read = Reading.of(
                Reading.READER.withExport(forum),
                "nr,nick,posted,body,thread,kind\n1,ann,2024-01-01,hello,t,post\n2,mod,2024-01-01,,t,ban\n");

        assertThat(read.posts())
                .singleElement()
                .satisfies(p -> assertThat(p.replyTo()).hasValue("t/0"));
        assertThat(read.summary().setAside()).isEqualTo(Map.of("bans", 1L));
        assertThat(read.summary().export()).isEqualTo("forum");
        assertThatThrownBy(() -> Export.named("", "x")).hasMessage("the name of an export must not be empty");
    }

    @Test
    void givesFieldsOfRowsThatAreNoPosts() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "tweet,datetime\nhello there,2024-01-01\nx,\n");
        List<String> seen = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        PostReader.withDefaults()
                .readFields(
                        file,
                        List.of(Field.TEXT, Field.TIME),
                        f -> seen.add(f.id() + " " + f.text() + " " + f.time() + " " + f.get(Field.ACCOUNT)),
                        rejects::add);

        assertThat(seen).containsExactly("t.csv:2 hello there 2024-01-01T00:00:00Z ");
        assertThat(rejects).extracting(Reject::reason).containsExactly("has no time");
        assertThatThrownBy(
                        () -> PostReader.withDefaults().readFields(file, List.of(Field.ACCOUNT), f -> {}, rejects::add))
                .isInstanceOf(MissingColumnException.class);
    }

    @Test
    void describesHowAFileIsRead() throws IOException {
        Path file = Files.writeString(
                folder.resolve("q.csv"), "message_id;user_id;message;timestamp;score\n1;u;hello;1645488019;3\n");
        FormatReport report = Reading.READER.describe(file, reject -> {});

        assertThat(report.summary().export()).isEqualTo("qut");
        assertThat(report.summary().separator()).isEqualTo(";");
        assertThat(report.summary().dateFormat()).isEqualTo("seconds since 1970");
        assertThat(report.used()).containsEntry(Field.TEXT, List.of("message")).doesNotContainKey(Field.REPOST_OF);
        assertThat(report.ignored()).containsExactly("score");
        assertThat(report.firstPosts()).hasSize(1);
    }
}
