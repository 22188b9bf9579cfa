/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.posts.Post;

class PostReaderTest {
    @TempDir
    Path folder;

    private final List<Post> posts = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();

    private Post one(String content) throws IOException {
        read(content, Map.of());
        assertThat(rejects).isEmpty();
        assertThat(posts).hasSize(1);
        return posts.get(0);
    }

    private void read(String content, Map<String, String> mapping) throws IOException {
        Path file = Files.writeString(folder.resolve("posts.csv"), content);
        PostReader.withMapping(mapping).read(file, posts::add, rejects::add);
    }

    @Test
    void readsTheCanonicalColumns() throws IOException {
        Post post = one(String.join(
                "",
                "id,account,time,text,language,urls,hashtags,mentions,repost_of,reply_to,platform\n",
                "p1,ana,2024-05-04T10:00:00Z,Bonjour #velo,fr,https://a.example/x https://b.example,velo ville,",
                "jo,p0,,forum\n"));

        assertThat(post)
                .isEqualTo(Post.builder("p1", "ana", Instant.parse("2024-05-04T10:00:00Z"), "Bonjour #velo")
                        .language("fr")
                        .urls(List.of("https://a.example/x", "https://b.example"))
                        .hashtags(List.of("velo", "ville"))
                        .mentions(List.of("jo"))
                        .repostOf("p0")
                        .platform("forum")
                        .build());
    }

    @Test
    void takesEntitiesFromTheTextWhenThereIsNoColumn() throws IOException {
        Post post = one("post_id,author,text,published_at\n1,leo,See https://news.example/a @Mia #Été,1475280000\n");

        assertThat(post.urls()).containsExactly("https://news.example/a");
        assertThat(post.mentions()).containsExactly("mia");
        assertThat(post.hashtags()).containsExactly("été");
        assertThat(post.time()).isEqualTo(Instant.parse("2016-10-01T00:00:00Z"));
    }

    @Test
    void readsCooRTweet() throws IOException {
        Post post = one("object_id,account_id,content_id,timestamp_share\no1,a1,c1,1623881091\n");

        assertThat(post.id()).isEqualTo("c1/o1");
        assertThat(post.urls()).containsExactly("o1");
    }

    @Test
    void readsTheQutToolkit() throws IOException {
        Post post = one(String.join(
                "",
                "\uFEFFmessage_id,user_id,username,repost_id,reply_id,message,timestamp,urls\n",
                "7,u1,name1,r1,,\"Hello there\",59,\"\"\n"));

        assertThat(post.account()).isEqualTo("u1");
        assertThat(post.repostOf()).hasValue("r1");
        assertThat(post.replyTo()).isEmpty();
        assertThat(post.time()).isEqualTo(Instant.ofEpochSecond(59));
    }

    @Test
    void readsTheTwitterArchive() throws IOException {
        Post post = one(String.join(
                "",
                "tweetid,userid,user_screen_name,account_creation_date,tweet_language,tweet_text,tweet_time,",
                "in_reply_to_tweetid,retweet_tweetid,hashtags,urls,user_mentions\n",
                "9,u9,someone,2013-01-02,en,Hi,2016-10-05 20:14,absent,12,\"['one', 'two']\",[],\"['44']\"\n"));

        assertThat(post.hashtags()).containsExactly("one", "two");
        assertThat(post.urls()).isEmpty();
        assertThat(post.mentions()).containsExactly("44");
        assertThat(post.replyTo()).isEmpty();
        assertThat(post.repostOf()).hasValue("12");
        assertThat(post.accountCreated()).hasValue(Instant.parse("2013-01-02T00:00:00Z"));
        assertThat(post.time()).isEqualTo(Instant.parse("2016-10-05T20:14:00Z"));
    }

    @Test
    void readsTrollTweets() throws IOException {
        Post post = one(String.join(
                "",
                "external_author_id,author,content,region,language,publish_date,post_type,tweet_id\n",
                "1,NAME,A text,Unknown,English,10/1/2017 19:58,RETWEET,99\n"));

        assertThat(post.id()).isEqualTo("99");
        assertThat(post.account()).isEqualTo("NAME");
        assertThat(post.time()).isEqualTo(Instant.parse("2017-10-01T19:58:00Z"));
    }

    @Test
    void readsCrowdTangle() throws IOException {
        Post post = one(String.join(
                "",
                "Page Name,User Name,Facebook Id,Post Created,Message,Link,URL\n",
                "Town page,town,123,2020-06-01 10:15:26 UTC,Hello,https://x.example,https://fb.example/1\n"));

        assertThat(post.account()).isEqualTo("123");
        assertThat(post.id()).isEqualTo("https://fb.example/1");
        assertThat(post.urls()).containsExactly("https://x.example");
    }

    @Test
    void reads4Cat() throws IOException {
        Post post = one(String.join(
                "",
                "id,thread_id,author,body,timestamp,unix_timestamp\n",
                "5,4,anon,Text here,2020-06-01 10:15:26,1591006526\n"));

        assertThat(post.time()).isEqualTo(Instant.ofEpochSecond(1_591_006_526));
        assertThat(post.text()).isEqualTo("Text here");
    }

    @Test
    void readsXApiV2() throws IOException {
        Post post = one(String.join(
                "",
                "{\"id\":\"1\",\"text\":\"hi\",\"author_id\":\"7\",\"created_at\":\"2022-01-01T00:00:00.000Z\",",
                "\"lang\":\"en\",\"referenced_tweets\":[{\"type\":\"replied_to\",\"id\":\"5\"},",
                "{\"type\":\"retweeted\",\"id\":\"6\"}],\"entities\":{\"hashtags\":[{\"tag\":\"a\"},{\"tag\":\"b\"}],",
                "\"urls\":[{\"url\":\"https://t.example/1\",\"expanded_url\":\"https://long.example/1\"}]}}\n"));

        assertThat(post.repostOf()).hasValue("6");
        assertThat(post.replyTo()).hasValue("5");
        assertThat(post.hashtags()).containsExactly("a", "b");
        assertThat(post.urls()).containsExactly("https://long.example/1");
    }

    @Test
    void readsTelegram() throws IOException {
        Post post = one(String.join(
                "",
                "{\n \"name\": \"chat\",\n \"messages\": [\n  {\"id\": 3, \"date\": \"2023-02-01T10:00:00\",",
                " \"date_unixtime\": \"1675245600\", \"from\": \"Ann\", \"from_id\": \"user1\",",
                " \"text\": [\"see \", {\"type\": \"link\", \"text\": \"https://a.example\"}],",
                " \"text_entities\": [{\"type\": \"plain\", \"text\": \"see \"},",
                " {\"type\": \"link\", \"text\": \"https://a.example\"}]}\n ]\n}\n"));

        assertThat(post.text()).isEqualTo("see https://a.example");
        assertThat(post.account()).isEqualTo("user1");
        assertThat(post.time()).isEqualTo(Instant.ofEpochSecond(1_675_245_600));
    }

    @Test
    void readsBlueskyAndMastodon() throws IOException {
        read(
                String.join(
                        "",
                        "{\"did\":\"did:plc:a\",\"time_us\":1725911162329308,\"kind\":\"commit\",\"commit\":{\"cid\":\"c1\",",
                        "\"record\":{\"text\":\"salut\",\"langs\":[\"fr\"],",
                        "\"reply\":{\"parent\":{\"uri\":\"at://p\"}}}}}\n",
                        "{\"id\":\"m1\",\"created_at\":\"2024-01-01T00:00:00.000Z\",\"account\":{\"acct\":\"z@b.example\"},",
                        "\"content\":\"<p>Hej &amp; hej<br>d&#229;</p>\",\"language\":\"sv\",",
                        "\"tags\":[{\"name\":\"hej\"}]}\n"),
                Map.of());

        assertThat(rejects).isEmpty();
        assertThat(posts).extracting(Post::text).containsExactly("salut", "Hej & hej då");
        assertThat(posts.get(0).replyTo()).hasValue("at://p");
        assertThat(posts.get(0).time()).isEqualTo(Instant.ofEpochMilli(1_725_911_162_329L));
        assertThat(posts.get(1).hashtags()).containsExactly("hej");
    }

    @Test
    void aMappingOverridesTheNames() throws IOException {
        read("who,when,what,id\nzoe,2024-01-01,hi,1\n", Map.of("account", "who", "time", "When", "text", "what"));

        assertThat(posts).singleElement().satisfies(p -> assertThat(p.account()).isEqualTo("zoe"));
    }

    @Test
    void badRowsAreCountedWithTheirReason() throws IOException {
        read(
                String.join(
                        "",
                        "id,account,time,text\n1,a,2024-01-01T00:00:00Z,x\n1,a,2024-01-01T00:00:00Z,again\n2,,2024-01-01,x\n",
                        "3,b,yesterday,x\n4,b,1900-01-01T00:00:00Z,x\n,b,2024-01-01,x\n5,b,2024-02-30T00:00:00Z,x\n"),
                Map.of());

        assertThat(posts).hasSize(1);
        assertThat(rejects)
                .extracting(Reject::reason)
                .containsExactly(
                        "id '1' was already seen",
                        "has no account",
                        "time is not one that is understood: 'yesterday'",
                        "time must be in the years 1970 to 2100 but was '1900-01-01T00:00:00Z'",
                        "has no id",
                        "time is not one that is understood: '2024-02-30T00:00:00Z'");
    }

    @Test
    void saysWhichColumnIsMissing() {
        assertThatThrownBy(() -> read("id,text\n1,x\n", Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessage("posts.csv: no column for the account among id, text; name it with --map account=COLUMN");
        assertThatThrownBy(() -> PostReader.withMapping(Map.of("colour", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a post has no field 'colour': the fields are id, account, time, text");
    }
}
