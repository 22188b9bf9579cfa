/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.posts.Post;
import org.vigie.posts.PostSource.Reject;

/** What collecting tools and pandas make of exports, and what is said of files that are none. */
class ToolsTest {
    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @Test
    void textsOfOlderTelegramKeepTheirPartsInOrder() throws IOException {
        Post post = Reading.of(json("{'name':'Port','type':'private_group','id':9,'messages':[{'id':2,'type':'message',"
                        + "'date':'2024-02-13T10:00:00','from':'Ann','from_id':4460,'text':['see ',"
                        + "{'type':'link','text':'https://paper.example/1'},' and ',{'type':'text_link','text':'here',"
                        + "'href':'https://b.example/2'},'!']}]}"))
                .only("telegram-desktop");

        assertThat(post.text()).isEqualTo("see https://paper.example/1 and here!");
        assertThat(post.urls()).containsExactlyInAnyOrder("https://b.example/2", "https://paper.example/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'_type': 'User', 'username': 'ann', 'id': 7, 'followersCount': %d}",
                "{'id': 7, 'id_str': '7', 'screen_name': 'ann', 'followers_count': %d}",
                "{\"\"screen_name\"\": \"\"7\"\", \"\"followers\"\": %d}"
            })
    void anAccountInACellIsOneAccountHoweverItsFollowersGrow(String user) throws IOException {
        Reading read = Reading.of(
                "id,date,text,user",
                "1,2024-02-13,Quay,\"" + String.format(user, 12) + "\"",
                "2,2024-02-14,Shut,\"" + String.format(user, 13) + "\"");

        assertThat(read.posts()).extracting(Post::account).containsExactly("7", "7");
    }

    @Test
    void tablesThatPandasMakesOfSnscrapeAreOfSnscrape() throws IOException {
        Post post = Reading.of(
                        "url,date,renderedContent,id,user,lang,tcooutlinks,outlinks,mentionedUsers",
                        "https://x.example/1,2024-02-13 10:00:00+00:00,Quay,1,\"{'username': 'ann', 'id': 7}\",en,"
                                + "['https://t.example/1'],['https://paper.example/1'],\"[{'username': 'zed', 'id': 5}]\"")
                .only("snscrape");

        assertThat(post.account()).isEqualTo("7");
        assertThat(post.urls()).containsExactly("https://paper.example/1");
        assertThat(post.mentions()).containsExactly("zed");
    }

    @Test
    void cellsThatListObjectsGiveWhatTheyAreCalled() throws IOException {
        Post post = Reading.of(
                        "tweetid,userid,tweetcreatedts,text,hashtags,mentions,urls,usercreatedts",
                        "1,7,2024-02-13 10:00:00.000000,Quay,\"[{'text': 'Quay', 'indices': [1, 5]}]\","
                                + "\"[{'screen_name': 'zed', 'id': 5}]\",\"[{'url': 'https://t.example/1', 'expanded_url': "
                                + "'https://paper.example/1'}]\",2011-01-01 00:00:00")
                .only("by column names");

        assertThat(post.hashtags()).containsExactly("quay");
        assertThat(post.mentions()).containsExactly("zed");
        assertThat(post.urls()).containsExactly("https://paper.example/1");
        assertThat(post.accountCreated()).isPresent();
    }

    @Test
    void anchorsOfTheFediverseAreLinksWhateverTheySay() throws IOException {
        String content =
                "<p>See <a href=\\\"https://paper.example/1?a=1&amp;b=2\\\" rel=\\\"nofollow noopener\\\">the paper</a> &lt; "
                        + "<a href=\\\"https://s.example/@zed\\\" class=\\\"u-url mention\\\">@zed</a> "
                        + "<a href='https://s.example/tags/quay' class='mention hashtag' rel='tag'>#quay</a></p>";
        Post post = Reading.of(
                        "{\"id\":\"1\",\"created_at\":\"2024-02-13T10:00:00Z\",\"account\":{\"acct\":\"ann\"},\"content\":\""
                                + content + "\",\"tags\":[{\"name\":\"quay\"}],\"mentions\":[{\"acct\":\"zed\"}]}")
                .only("mastodon");

        assertThat(post.text()).isEqualTo("See the paper < @zed #quay");
        assertThat(post.urls()).containsExactly("https://paper.example/1?a=1&b=2");
        assertThat(Reading.of(
                                "{\"id\":\"1/a\",\"type\":\"Create\",\"actor\":\"ann\",\"published\":\"2024-02-13T10:00:00Z\",\"object\":"
                                        + "{\"id\":\"1\",\"content\":\"" + content + "\"}}")
                        .only("activitypub")
                        .urls())
                .containsExactly("https://paper.example/1?a=1&b=2");
    }

    @Test
    void repostsThatXHasCutAreWhole() throws IOException {
        Post post = Reading.of(
                        json(
                                "{'created_at':'Tue Feb 13 10:00:00 +0000 2024','id_str':'2','text':'RT @ann: Quay sh\u2026',"
                                        + "'user':{'id_str':'8'},'entities':{'urls':[],'hashtags':[]},'retweeted_status':{'id_str':'1',"
                                        + "'text':'Quay shut and\u2026','extended_tweet':{'full_text':'Quay shut and no word',"
                                        + "'entities':{'urls':[{'expanded_url':'https://paper.example/1'}],'hashtags':[{'text':'quay'}]}}}}"))
                .only("x-v1.1");

        assertThat(post.text()).isEqualTo("RT @ann: Quay shut and no word");
        assertThat(post.urls()).containsExactly("https://paper.example/1");
        assertThat(post.hashtags()).containsExactly("quay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13-Feb-2024 10:00AM,10:00 AM",
                "13-Feb-2024,10:00 AM",
                "13-Feb-2024 10:00AM,",
                "2024-02-13 10:00,"
            })
    void meltwatersDatesHaveTheTimeOrNot(String times) throws IOException {
        Post post = Reading.of("Date,Time,URL,Hit Sentence,Source", times + ",https://x.example/1,Quay,ann")
                .only("meltwater");

        assertThat(post.time()).hasToString("2024-02-13T10:00:00Z");
    }

    @Test
    void answersThatRedditDidNotSendAreCounted() throws IOException {
        Reading read =
                Reading.of(json("{'kind':'Listing','data':{'children':[{'kind':'t1','data':{'id':'a','author':'ann',"
                        + "'created_utc':1707818400,'body':'Quay','link_id':'t3_s','parent_id':'t3_s','replies':{'kind':'Listing',"
                        + "'data':{'children':[{'kind':'t1','data':{'id':'b','author':'bob','created_utc':1707818460,'body':'Shut',"
                        + "'link_id':'t3_s','parent_id':'t1_a','replies':''}},{'kind':'more','data':{'count':3,'name':'t1_x','id':'x',"
                        + "'parent_id':'t1_a','children':['x','y','z']}}]}}}}]}}"));

        assertThat(read.posts()).extracting(Post::id).containsExactly("t1_a", "t1_b");
        assertThat(read.rejects()).isEmpty();
        assertThat(read.summary().setAside()).containsOnlyKeys("places of comments that are not in the file");
    }

    @Test
    void tagsAndSubjectsOf4CatAreRead() throws IOException {
        Post post = Reading.of(
                        "id,thread_id,timestamp,author,tags,subject,body",
                        "1,1,2024-02-13 10:00,ann,\"quay,port\",Shut,")
                .only("4cat");

        assertThat(post.hashtags()).containsExactly("quay", "port");
        assertThat(post.text()).isEqualTo("Shut");
    }

    @Test
    void timesThatASpreadsheetHasRoundedAreSaid() throws IOException {
        Reading read = Reading.of(
                "id,account,time,text",
                "1,a,1.70782E+12,x",
                "2,b,1.7E+12,x",
                "3,c,1.7078184E12,x",
                "4,d,1707818400000,x");

        assertThat(read.summary().warnings())
                .containsExactly(
                        "2 times have the few digits of a spreadsheet (1.70782E+12): they may be hours or days off;"
                                + " export again with times as text");
    }

    @Test
    void rowsInsidePostsAreSaid() throws IOException {
        Reading read = Reading.of(json("{'id':'1','account':'ann','time':'2024-02-13','text':'Quay','messages':["
                + "{'id':'2','account':'bob','time':'2024-02-13','text':'Shut','comments':["
                + "{'id':'3','account':'cat','time':'2024-02-13','text':'No'}]}]}"));

        assertThat(read.posts()).extracting(Post::id).containsExactly("1", "2", "3");
        assertThat(read.summary().warnings())
                .containsExactly("2 rows stand inside other posts, as comments do, and are rows of their own");
    }

    @Test
    void escapesOfJapaneseMailsAreSaid() throws IOException {
        assertThat(Reading.of("id,account,time,text", "1,a,2024-02-13,\u001b$B66\u001b(B")
                        .summary()
                        .warnings())
                .containsExactly(
                        "1 text has the escapes of ISO-2022: name the encoding with --encoding, such as ISO-2022-JP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id^account^time^text", "id\u0001account\u0001time\u0001text", "id account time text", "- id: 1"
            })
    void aTableOfOneCellSaysWhatStandsBetweenCells(String header) {
        assertThatThrownBy(() -> Reading.of(header, "1"))
                .isInstanceOf(MissingColumnException.class)
                .hasMessageStartingWith("posts.csv: no column for the account; the first line is one cell, '")
                .hasMessageEndingWith(
                        "': put commas, semicolons, tabs or bars between cells, and the names of columns first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[['id','text'],['1','x']]", "[note] Ann: Quay", "{''id'': ''1''}"})
    void whatHoldsNoObjectSaysWhatAPostLooksLike(String content) throws IOException {
        assertThat(Reading.of(content.replace("''", "~").replace('\'', '"').replace('~', '\''))
                        .summary()
                        .warnings())
                .singleElement()
                .asString()
                .startsWith(
                        "no row is a JSON object: posts are tables with a header, or objects such as {\"id\": \"1\"");
    }

    @Test
    void columnsInPlaceOfRowsSayHowToWriteThem() throws IOException {
        assertThat(Reading.of(json("{'account':['ann','bob'],'time':['2024-02-13','2024-02-14'],'text':['x','y']}"))
                        .summary()
                        .warnings())
                .containsExactly("no row is a post; the first has account, time, text: write one object a row (pandas:"
                        + " orient='records', lines=True)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"window.YTD.tweets.part0 = [ {", "found([{", "var posts = ["})
    void scriptsSayWhatToDelete(String start) {
        assertThatThrownBy(() -> Reading.of(start, "\"id\":\"1\"}])"))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "posts.csv: the file is JavaScript: delete what stands before its first bracket, and what stands"
                                + " behind the last");
    }

    @Test
    void postsInWhatIsNoPostAreNamed() throws IOException {
        String post = "{'id':'1','account':'ann','time':'2024-02-13','text':'Quay'}";
        Reading read = Reading.of(json("{'found':{'edges':[{'node':" + post + "}]}}"));

        assertThat(read.rejects())
                .extracting(Reject::reason)
                .contains(
                        "is one of the 'found.edges.node' of another object, which is no post: write posts one a line");
    }
}
