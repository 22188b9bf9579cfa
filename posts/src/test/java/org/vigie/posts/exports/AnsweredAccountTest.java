/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.posts.Post;

/** Whom a post answers, or on whose page it stands, counts as mentioned. */
class AnsweredAccountTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "vigie;id,account,time,text,reply_to_account;1,ann,2024-01-01,Shut,mp",
                "x-v1.1;{'id_str':'1','user':{'id_str':'7'},'created_at':'2024-01-01','text':'Shut','in_reply_to_screen_name':'mp'};",
                "x-v2;{'id':'1','author_id':'7','created_at':'2024-01-01','text':'Shut','in_reply_to_user':{'username':'mp'}};",
                "x-v2;{'data':[{'id':'1','author_id':'7','created_at':'2024-01-01','text':'Shut','in_reply_to_user_id':'9'}],"
                        + "'includes':{'users':[{'id':'9','username':'mp'}]}};",
                "twarc-csv;id,author_id,created_at,text,conversation_id,referenced_tweets.replied_to.id,in_reply_to_username;"
                        + "1,7,2024-01-01,Shut,4,4,mp",
                "rtweet;status_id,screen_name,created_at,is_retweet,text,reply_to_screen_name;1,ann,2024-01-01,FALSE,Shut,mp",
                "hydrator;tweet_url,user_screen_name,retweet_id,created_at,id,text,in_reply_to_screen_name;"
                        + "u,ann,,2024-01-01,1,Shut,mp",
                "twitwi;id,timestamp_utc,user_screen_name,retweeted_id,text,to_username;1,1640995200,ann,,Shut,mp",
                "tcat;id,from_user_name,from_user_id,time,text,to_user_name;1,ann,7,1640995200,Shut,mp",
                "twitter-io;tweetid,userid,tweet_text,tweet_time,in_reply_to_userid;1,7,Shut,2024-01-01 10:00,mp",
                "twscrape;{'id_str':'1','user':{'id_str':'7'},'date':'2024-01-01','rawContent':'Shut','inReplyToUser':{'username':'mp'}};",
                "snscrape;{'_type':'x','id':'1','user':{'username':'ann'},'date':'2024-01-01','rawContent':'Shut',"
                        + "'inReplyToUser':{'username':'mp'}};",
                "bluesky-search;{'uri':'at://did:plc:a/app.bsky.feed.post/1','author':{'did':'did:plc:a'},'record':"
                        + "{'createdAt':'2024-01-01','text':'Shut','reply':{'parent':{'uri':'at://mp/app.bsky.feed.post/2'}}}};",
                "bluesky-feed;{'post':{'uri':'at://did:plc:a/app.bsky.feed.post/1','author':{'did':'did:plc:a'},'record':"
                        + "{'createdAt':'2024-01-01','text':'Shut','reply':{'parent':{'uri':'at://mp/app.bsky.feed.post/2'}}}}};",
                "bluesky-records;{'uri':'at://did:plc:a/app.bsky.feed.post/1','value':{'$type':'app.bsky.feed.post',"
                        + "'createdAt':'2024-01-01','text':'Shut','reply':{'parent':{'uri':'at://mp/app.bsky.feed.post/2'}}}};",
                "bluesky-jetstream;{'did':'did:plc:a','time_us':1640995200000000,'kind':'commit','commit':{'operation':'create',"
                        + "'collection':'app.bsky.feed.post','rkey':'1','record':{'text':'Shut','reply':{'parent':"
                        + "{'uri':'at://mp/app.bsky.feed.post/2'}}}}};",
                "reddit-comments;{'id':'c1','author':'ann','created_utc':1640995200,'body':'Shut','link_id':'t3_a',"
                        + "'parent_id':'t3_a','link_author':'mp'};",
                "youtube-api;{'id':'U1','snippet':{'channelId':'mp','videoId':'v1','topLevelComment':{'id':'U1','snippet':"
                        + "{'textOriginal':'Shut','authorChannelId':{'value':'UCann'},'publishedAt':'2024-01-01'}}}};",
                "vk;{'id':12,'from_id':7,'owner_id':'mp','post_id':3,'date':1640995200,'text':'Shut'};",
                "comments;comment_id,post_id,page_name,username,comment_date,comment;1,p,mp,ann,2024-01-01,Shut",
                "comments;comment_id,video_id,channel_id,author_id,published_at,text;1,v,mp,ann,2024-01-01,Shut",
                "by column names;id,author,created,body,video_owner;1,ann,2024-01-01,Shut,@mp",
                "names in other languages;compte,horodatage,texte,post_author;ann,2024-01-01,Shut,mp",
            })
    void isAsTheExportTellsIt(String export, String head, String row) throws IOException {
        Reading read = Reading.of(Reading.READER, (row == null ? head.replace('\'', '"') : head + "\n" + row) + "\n");

        assertThat(read.rejects()).isEmpty();
        assertThat(read.summary().export()).isEqualTo(export);
        assertThat(read.posts()).extracting(Post::mentions).containsExactly(List.of("mp"));
    }

    @Test
    void ofTwintItIsTheFirstOfTheConversationAndNoPost() throws IOException {
        Post post = Reading.of(
                        "id,conversation_id,created_at,user_id,username,tweet,reply_to",
                        "1,1,2024-01-01,7,ann,Shut,\"[{'screen_name': 'mp', 'id': '5'}, {'screen_name': 'zed', 'id': '6'}]\"")
                .only("twint");

        assertThat(post.mentions()).containsExactly("mp");
        assertThat(post.replyTo()).isEmpty();
    }

    @Test
    void standsBehindThoseWhomTheTextNames() throws IOException {
        Post post = Reading.of("id,account,time,text,reply_to_account", "1,ann,2024-01-01,@bob Shut it,mp")
                .only("vigie");

        assertThat(post.mentions()).containsExactly("bob", "mp");
    }

    @Test
    void isNotOneself() throws IOException {
        Post post = Reading.of("id,account,time,text,reply_to_account", "1,ann,2024-01-01,Shut,ann")
                .only("vigie");

        assertThat(post.mentions()).isEmpty();
    }

    @Test
    void isNobodyIfASpreadsheetHasRoundedIt() throws IOException {
        Reading read = Reading.of("id,account,time,text,reply_to_account", "1,ann,2024-01-01,Shut,1.23457E+18");

        assertThat(read.posts().get(0).mentions()).isEmpty();
        assertThat(read.summary().warnings()).anyMatch(w -> w.startsWith("1 id was rounded by a spreadsheet"));
    }

    @Test
    void aCommentIsNamedByItsOwnIdAndAnswersTheCommentOrThePost() throws IOException {
        Reading read = Reading.of(
                "post_id,comment_id,parent_comment_id,page_id,user_name,time,text",
                "p1,c1,,mp,ann,2024-01-01T10:00,Shut",
                "p1,c2,c1,mp,bob,2024-01-01T11:00,Is it");

        assertThat(read.posts()).extracting(Post::id).containsExactly("c1", "c2");
        assertThat(read.posts()).extracting(Post::account).containsExactly("ann", "bob");
        assertThat(read.posts()).extracting(p -> p.replyTo().orElse("")).containsExactly("p1", "c1");
    }

    @Test
    void aFileOfCommentsWithoutTheVideoSaysSoUntilAColumnNamesIt() throws IOException {
        String row = "{\"cid\":\"U1\",\"text\":\"Shut\",\"channel\":\"UCann\",\"time_parsed\":1640995200%s}\n";
        Reading silent = Reading.of(Reading.READER, row.formatted(""));
        Reading told = Reading.of(Reading.READER, row.formatted(",\"reply_to_account\":\"mp\""));
        Reading mapped = Reading.of(
                Reading.READER.withMapping(Map.of("reply_to_account", "owner")), row.formatted(",\"owner\":\"mp\""));

        assertThat(silent.summary().warnings())
                .singleElement()
                .asString()
                .startsWith("1 post of a file that does not say whose video");
        assertThat(told.only("youtube-comment-downloader").mentions()).containsExactly("mp");
        assertThat(mapped.only("youtube-comment-downloader").mentions()).containsExactly("mp");
    }
}
