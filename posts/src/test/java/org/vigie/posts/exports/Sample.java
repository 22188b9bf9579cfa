/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.List;

/** A small input in the shape of each known export, with invented content, and what is right for it. */
record Sample(String export, String input, List<String> posts, String setAside) {
    private static Sample of(String export, String input, String... posts) {
        return new Sample(export, input, List.of(posts), "{}");
    }

    private Sample aside(String counts) {
        return new Sample(export, input, posts, counts);
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private static final String HARBOUR_X2 =
            "{'id':'11','text':'Quay closed','author_id':'7','created_at':'2022-01-01T00:00:00.000Z','lang':'en'";

    static List<Sample> all() {
        return List.of(
                of(
                        "vigie",
                        "id,account,time,text,repost_of\np1,ann,2024-01-01T00:00:00Z,Quay closed,p0\n",
                        "p1|ann|2024-01-01T00:00:00Z|Quay closed|[]|[]|[]|p0||"),
                of(
                        "coortweet",
                        lines(
                                "object_id,account_id,content_id,timestamp_share",
                                "o1,ann,c1,1640995200",
                                "NA,bob,c2,1640995201"),
                        "c1/o1|ann|2022-01-01T00:00:00Z||[o1]|[]|[]|||",
                        "c2/NA|bob|2022-01-01T00:00:01Z||[]|[]|[]|||"),
                of(
                        "coornet",
                        lines(
                                "\"\",\"platformId\",\"platform\",\"date\",\"message\",\"link\",\"postUrl\",\"expanded\",\"account.id\",\"account.name\"",
                                "\"1\",\"9_9\",\"Facebook\",\"2022-01-01 00:00:00\",\"Quay closed\",\"https://sh.example/1\",\"https://fb.example/1\",\"https://paper.example/quay\",7,\"Port\""),
                        "https://fb.example/1|7|2022-01-01T00:00:00Z|Quay closed|[https://paper.example/quay]|[]|[]|||"),
                of(
                        "qut",
                        lines(
                                "\uFEFFmessage_id,user_id,username,repost_id,reply_id,message,timestamp,urls",
                                "1,u1,ann,r1,,Quay closed,1640995200,\"['']\"",
                                "2,u2,bob,,1,So it is,1640995201,\"['https://paper.example/quay']\"",
                                "3,u3,cat,,,No,1640995202,nan"),
                        "1|u1|2022-01-01T00:00:00Z|Quay closed|[]|[]|[]|r1||",
                        "2|u2|2022-01-01T00:00:01Z|So it is|[https://paper.example/quay]|[]|[]||1|",
                        "3|u3|2022-01-01T00:00:02Z|No|[]|[]|[]|||"),
                of(
                        "x-v2",
                        json("{'data':[" + HARBOUR_X2 + "},"
                                + "{'id':'12','text':'RT @zed: The quay is clo\u2026','author_id':'8',"
                                + "'created_at':'2022-01-01T00:00:01.000Z','referenced_tweets':[{'type':'retweeted','id':'5'}]},"
                                + "{'id':'13','text':'short','note_tweet':{'text':'long text'},'author_id':'7',"
                                + "'created_at':'2022-01-01T00:00:02.000Z','referenced_tweets':[{'type':'quoted','id':'4'},"
                                + "{'type':'replied_to','id':'5'}],'entities':{'urls':[{'url':'https://t.example/1',"
                                + "'expanded_url':'https://paper.example/quay'}],'hashtags':[{'tag':'Quay'}],"
                                + "'mentions':[{'username':'zed'}]}}],"
                                + "'includes':{'tweets':[{'id':'5','text':'The quay is closed for good'}],"
                                + "'users':[{'id':'7','created_at':'2011-01-01T00:00:00.000Z'}]},'meta':{'result_count':3}}\n"
                                + "{'data':" + HARBOUR_X2.replace("'11'", "'14'") + "},'matching_rules':[{'id':'5'}]}\n"
                                + "{'meta':{'result_count':0}}\n"),
                        "11|7|2022-01-01T00:00:00Z|Quay closed|[]|[]|[]|||en|2011-01-01T00:00:00Z",
                        "12|8|2022-01-01T00:00:01Z|RT @zed: The quay is closed for good|[]|[]|[zed]|5||",
                        "13|7|2022-01-01T00:00:02Z|long text|[https://paper.example/quay]|[quay]|[zed]||5||2011-01-01T00:00:00Z",
                        "14|7|2022-01-01T00:00:00Z|Quay closed|[]|[]|[]|||en"),
                of(
                        "x-v1.1",
                        json("{'created_at':'Sat Jan 01 00:00:00 +0000 2022','id':147500000000000001,"
                                + "'id_str':'147500000000000001','text':'RT @zed: clo\u2026','full_text':'RT @zed: closed',"
                                + "'user':{'id_str':'7','screen_name':'ann','created_at':'Sat Jan 01 00:00:00 +0000 2011'},"
                                + "'retweeted_status':{'id_str':'900','user':{'id':5}},"
                                + "'entities':{'hashtags':[{'text':'quay'}],'urls':[{'url':'https://t.example/1',"
                                + "'expanded_url':'https://paper.example/1'}],'user_mentions':[{'screen_name':'zed'}]},"
                                + "'in_reply_to_status_id':null,'lang':'en'}"),
                        "147500000000000001|7|2022-01-01T00:00:00Z|RT @zed: closed|[https://paper.example/1]|[quay]|[zed]|900||en|2011-01-01T00:00:00Z"),
                of(
                        "twarc-csv",
                        lines(
                                "id,conversation_id,referenced_tweets.replied_to.id,referenced_tweets.retweeted.id,author_id,created_at,text,lang,entities.hashtags,entities.mentions,entities.urls,author.created_at",
                                "11,11,,5,7,2022-01-01T00:00:00.000Z,RT @zed: shut,en,\"[{\"\"tag\"\": \"\"quay\"\"}]\",\"[{\"\"username\"\": \"\"zed\"\"}]\",\"[{\"\"start\"\": 1, \"\"url\"\": \"\"https://t.example/1\"\", \"\"expanded_url\"\": \"\"https://paper.example/1\"\"}]\",2011-01-01T00:00:00.000Z"),
                        "11|7|2022-01-01T00:00:00Z|RT @zed: shut|[https://paper.example/1]|[quay]|[zed]|5||en|2011-01-01T00:00:00Z"),
                of(
                        "tcat",
                        lines(
                                "id,time,created_at,from_user_name,text,lang,in_reply_to_status_id,from_user_id,from_user_created_at",
                                "11,1640995200,2022-01-01 00:00:00,ann,@zed shut #quay,en,5,7,2011-01-01 00:00:00"),
                        "11|7|2022-01-01T00:00:00Z|@zed shut #quay|[]|[quay]|[zed]||5|en|2011-01-01T00:00:00Z"),
                of(
                        "hydrator",
                        lines(
                                "coordinates,created_at,hashtags,media,urls,favorite_count,id,in_reply_to_status_id,lang,retweet_id,text,tweet_url,user_created_at,user_id,user_screen_name",
                                ",Sat Jan 01 00:00:00 +0000 2022,quay port,,https://paper.example/1,0,11,,en,5,RT @zed: shut,https://x.example/1,Sat Jan 01 00:00:00 +0000 2011,7,ann"),
                        "11|7|2022-01-01T00:00:00Z|RT @zed: shut|[https://paper.example/1]|[quay, port]|[zed]|5||en|2011-01-01T00:00:00Z"),
                of(
                        "twint",
                        lines(
                                "id,conversation_id,created_at,date,time,timezone,user_id,username,tweet,language,mentions,urls,hashtags,retweet_id",
                                "11,11,2022-01-01 02:00:00 CEST,2022-01-01,02:00:00,+0200,7,ann,\"shut, says mayor\",en,\"[{'screen_name': 'zed', 'name': 'Zed', 'id': '5'}]\",['https://paper.example/1'],['quay'],"),
                        "11|7|2022-01-01T00:00:00Z|shut, says mayor|[https://paper.example/1]|[quay]|[zed]|||en"),
                of(
                        "twitwi",
                        lines(
                                "id,timestamp_utc,local_time,user_screen_name,text,lang,to_tweetid,user_id,user_timestamp_utc,retweeted_id,links,mentioned_names,hashtags",
                                "11,1640995200,2022-01-01T01:00:00,ann,shut,en,4,7,1293840000,5,https://a.example/1|https://b.example/2,zed|bob,quay|port"),
                        "11|7|2022-01-01T00:00:00Z|shut|[https://a.example/1, https://b.example/2]|[quay, port]|[zed, bob]|5|4|en|2011-01-01T00:00:00Z"),
                of(
                        "snscrape",
                        json(
                                "{'_type':'snscrape.modules.twitter.Tweet','date':'2022-01-01T00:00:00+00:00','rawContent':'shut',"
                                        + "'id':147500000000000001,'user':{'username':'ann','id':7,'created':'2011-01-01T00:00:00+00:00'},"
                                        + "'lang':'en','links':[{'url':'https://paper.example/1','tcourl':'https://t.example/1'}],"
                                        + "'retweetedTweet':null,'hashtags':['quay'],'mentionedUsers':[{'username':'zed','id':5}],"
                                        + "'inReplyToTweetId':4}"),
                        "147500000000000001|7|2022-01-01T00:00:00Z|shut|[https://paper.example/1]|[quay]|[zed]||4|en|2011-01-01T00:00:00Z"),
                of(
                        "twscrape",
                        json(
                                "{'id':147500000000000001,'id_str':'147500000000000001','date':'2022-01-01 00:00:00+00:00',"
                                        + "'user':{'id':7,'id_str':'7','username':'ann'},'lang':'en','rawContent':'shut','hashtags':['quay'],"
                                        + "'mentionedUsers':[],'links':[],'retweetedTweet':{'id':900,'user':{'id':5}}}"),
                        "147500000000000001|7|2022-01-01T00:00:00Z|shut|[]|[quay]|[]|900||en"),
                of(
                        "twitter-io",
                        lines(
                                "tweetid,userid,user_screen_name,account_creation_date,tweet_language,tweet_text,tweet_time,in_reply_to_tweetid,retweet_tweetid,hashtags,urls,user_mentions",
                                "11,h=,h=,2011-01-01,en,Hi,2022-01-01 00:00,absent,5,\"['one', 'two']\",\"['https://a.example/?x=1,2', 'https://b.example']\",['44']",
                                "12,h=,h=,2011-01-01,und,O'Neil's,2022-01-01 00:01,4,,[],,"),
                        "11|h=|2022-01-01T00:00:00Z|Hi|[https://a.example/?x=1,2, https://b.example]|[one, two]|[44]|5||en|2011-01-01T00:00:00Z",
                        "12|h=|2022-01-01T00:01:00Z|O'Neil's|[]|[]|[]||4|und|2011-01-01T00:00:00Z"),
                of(
                        "538",
                        lines(
                                "external_author_id,author,content,region,language,publish_date,post_type,tweet_id,tco1_step1,tco2_step1",
                                "9.06000000000e+17,HARBOUR,\"\"\"Quoted\"\" start\",Unknown,English,1/2/2017 19:58,RETWEET,81,https://paper.example/1,"),
                        "81|HARBOUR|2017-01-02T19:58:00Z|\"Quoted\" start|[https://paper.example/1]|[]|[]|||English"),
                of(
                        "crowdtangle-facebook",
                        lines(
                                "Page Name,User Name,Facebook Id,Post Created,Total Interactions,URL,Message,Link,Final Link",
                                "Port,port,7,2021-05-01 10:15:26 EDT,\"1,234\",https://fb.example/1,Quay closed,https://sh.example/1,https://paper.example/1"),
                        "https://fb.example/1|7|2021-05-01T14:15:26Z|Quay closed|[https://paper.example/1]|[]|[]|||"),
                of(
                        "crowdtangle-facebook",
                        lines(
                                "User Name,Facebook Id,Likes at Posting,Created,Type,URL,Message,Link,Final Link,Description",
                                "port,7,10,2020-06-01 10:15:26 EST,Link,https://fb.example/1,Quay closed,https://paper.example/1,,"),
                        "https://fb.example/1|7|2020-06-01T15:15:26Z|Quay closed|[https://paper.example/1]|[]|[]|||"),
                of(
                        "crowdtangle-instagram",
                        lines(
                                "Account,User Name,Followers at Posting,Post Created,Type,URL,Link,Photo,Title,Description",
                                "Port pics,port,\"12,000\",2022-01-01 00:00:00 UTC,Photo,https://ig.example/p/1/,https://ig.example/p/1/,https://cdn.example/1.jpg,,Shut #quay"),
                        "https://ig.example/p/1/|port|2022-01-01T00:00:00Z|Shut #quay|[]|[quay]|[]|||"),
                of(
                        "meta-content-library",
                        lines(
                                "id,post_owner.id,post_owner.name,creation_time,text,link_attachment.link,lang",
                                "9,7,Port,2022-01-01T00:00:00+0000,Quay closed,https://paper.example/1,en"),
                        "9|7|2022-01-01T00:00:00Z|Quay closed|[https://paper.example/1]|[]|[]|||en"),
                of(
                        "4cat",
                        lines(
                                "id,thread_id,chat,author,author_username,body,reply_to,timestamp,unix_timestamp,entities_linked",
                                "port-1,port,port,77,ann,Shut https://paper.example/1,,2022-01-01 00:00:00,1640995200,https://paper.example/1",
                                "port-2,port,port,,,A channel,,2022-01-01 00:00:01,1640995201,"),
                        "port-1|77|2022-01-01T00:00:00Z|Shut https://paper.example/1|[https://paper.example/1]|[]|[]|||",
                        "port-2|port|2022-01-01T00:00:01Z|A channel|[]|[]|[]|||"),
                of(
                        "4cat",
                        lines(
                                "id,thread_id,timestamp,unix_timestamp,body,author,author_id,language_guess,hashtags,urls,mentions",
                                "11,11,2022-01-01 00:00:00,1640995200,Shut,ann,7,en,\"quay,port\",\"https://a.example,https://b.example\",\"zed,bob\""),
                        "11|7|2022-01-01T00:00:00Z|Shut|[https://a.example, https://b.example]|[quay, port]|[zed, bob]|||en"),
                of(
                                "telegram-desktop",
                                json("{'chats':{'about':'x','list':[{'name':'A','id':55,'messages':["
                                        + "{'id':1,'type':'service','date':'2022-01-01T00:00:00','actor_id':'user1','text':'','text_entities':[]},"
                                        + "{'id':2,'type':'message','date':'2022-01-01T01:00:00','date_unixtime':'1640995200',"
                                        + "'from':'Port','from_id':'channel9','author':'Jo','text':['see ',{'type':'text_link','text':'here',"
                                        + "'href':'https://paper.example/1'}],'text_entities':[{'type':'plain','text':'see '},"
                                        + "{'type':'text_link','text':'here','href':'https://paper.example/1'}]}]},"
                                        + "{'name':'B','id':56,'messages':[{'id':2,'type':'message','date':'2022-01-01T01:00:00',"
                                        + "'date_unixtime':'1640995200','from_id':'user7','reply_to_message_id':1,'text':'#quay',"
                                        + "'text_entities':[{'type':'hashtag','text':'#quay'}]}]}]}}"),
                                "55/2|channel9|2022-01-01T00:00:00Z|see here|[https://paper.example/1]|[]|[]|||",
                                "56/2|user7|2022-01-01T00:00:00Z|#quay|[]|[quay]|[]||56/1|")
                        .aside("{service messages=1}"),
                of(
                                "telethon",
                                json(
                                        "{'_':'Message','id':12,'peer_id':{'_':'PeerChannel','channel_id':55},'date':'2022-01-01T00:00:00+00:00',"
                                                + "'message':'Shut','from_id':{'_':'PeerUser','user_id':7},'fwd_from':{'from_id':{'channel_id':99},"
                                                + "'channel_post':5},'reply_to':{'reply_to_msg_id':11}}\n"
                                                + "{'_':'MessageService','id':13,'peer_id':{'_':'PeerChannel','channel_id':55},"
                                                + "'date':'2022-01-01T00:00:00+00:00','action':{'_':'MessageActionPinMessage'}}\n"
                                                + "{'_':'Message','id':14,'peer_id':{'_':'PeerChannel','channel_id':55},"
                                                + "'date':'2022-01-01T00:00:01+00:00','message':'Post','from_id':null}"),
                                "55/12|7|2022-01-01T00:00:00Z|Shut|[]|[]|[]|99/5|55/11|",
                                "55/14|55|2022-01-01T00:00:01Z|Post|[]|[]|[]|||")
                        .aside("{service messages=1}"),
                of(
                                "bluesky-jetstream",
                                json(
                                        jetstream(
                                                        "k1",
                                                        "create",
                                                        "app.bsky.feed.post",
                                                        "'text':'Shut #quay','langs':['en','fr'],"
                                                                + "'facets':[{'features':[{'tag':'quay'}]}],"
                                                                + "'embed':{'external':{'uri':'https://paper.example/1'}},"
                                                                + "'reply':{'parent':{'uri':'at://p'}}")
                                                + jetstream(
                                                        "k2",
                                                        "create",
                                                        "app.bsky.feed.like",
                                                        "'subject':{'uri':'at://z'}")
                                                + jetstream(
                                                        "k3",
                                                        "create",
                                                        "app.bsky.graph.follow",
                                                        "'subject':'did:plc:z'")
                                                + jetstream("k4", "delete", "app.bsky.feed.post", "")
                                                + jetstream(
                                                        "k5",
                                                        "create",
                                                        "app.bsky.feed.repost",
                                                        "'subject':{'uri':'at://z'}")
                                                + jetstream(
                                                        "k6", "update", "app.bsky.actor.profile", "'description':'x'")
                                                + jetstream("k7", "update", "app.bsky.feed.post", "'text':'x'")
                                                + "{'did':'did:plc:a','time_us':1640995200000000,'kind':'identity','identity':{'did':'d'}}\n"),
                                "at://did:plc:a/app.bsky.feed.post/k1|did:plc:a|2022-01-01T00:00:00Z|Shut #quay|[https://paper.example/1]|[quay]|[]||at://p|en",
                                "at://did:plc:a/app.bsky.feed.repost/k5|did:plc:a|2022-01-01T00:00:00Z||[]|[]|[]|at://z||")
                        .aside("{deletions=1, events of kind identity=1, follows=1, likes=1, profiles=1, updates=1}"),
                of(
                        "bluesky-search",
                        json(
                                "{'posts':[{'uri':'at://a/1','cid':'c','author':{'did':'did:plc:a','handle':'ann.example',"
                                        + "'createdAt':'2011-01-01T00:00:00Z'},'record':{'createdAt':'2022-01-01T00:00:00.000Z','langs':['en'],"
                                        + "'text':'Shut','embed':{'external':{'uri':'https://paper.example/1'}}},'indexedAt':'2022-01-01T00:00:01Z'}]}"),
                        "at://a/1|did:plc:a|2022-01-01T00:00:00Z|Shut|[https://paper.example/1]|[]|[]|||en|2011-01-01T00:00:00Z"),
                of(
                        "bluesky-feed",
                        json("{'feed':[{'post':{'uri':'at://a/1','author':{'did':'did:plc:a'},'record':{'createdAt':"
                                + "'2022-01-01T00:00:00Z','text':'Shut'}}},{'post':{'uri':'at://a/1','author':{'did':'did:plc:a'},"
                                + "'record':{'createdAt':'2022-01-01T00:00:00Z','text':'Shut'}},'reason':{'by':{'did':'did:plc:b'},"
                                + "'indexedAt':'2022-01-01T00:05:00Z'}}],'cursor':'x'}"),
                        "at://a/1|did:plc:a|2022-01-01T00:00:00Z|Shut|[]|[]|[]|||",
                        "at://a/1#did:plc:b|did:plc:b|2022-01-01T00:05:00Z|Shut|[]|[]|[]|at://a/1||"),
                of(
                        "mastodon",
                        json(
                                "[{'id':'1','uri':'https://m.example/1','created_at':'2022-01-01T00:00:00.000Z','language':'sv',"
                                        + "'account':{'acct':'z@b.example','created_at':'2011-01-01T00:00:00Z'},"
                                        + "'content':'<p>a &lt;b&gt; &mdash; caf&eacute;<br/><a href=\\\"x\\\">https://<i>paper.example/1</i></a></p>',"
                                        + "'tags':[{'name':'Quay'}],'mentions':[{'acct':'zed'}],'reblog':null},"
                                        + "{'id':'2','uri':'https://m.example/2','created_at':'2022-01-01T00:00:01.000Z',"
                                        + "'account':{'acct':'y'},'content':'','reblog':{'id':'1','uri':'https://m.example/1','content':'<p>x</p>'}}]"),
                        "https://m.example/1|z@b.example|2022-01-01T00:00:00Z|a <b> \u2014 caf\u00e9 https://paper.example/1|[https://paper.example/1]|[quay]|[zed]|||sv|2011-01-01T00:00:00Z",
                        "https://m.example/2|y|2022-01-01T00:00:01Z|x|[]|[]|[]|https://m.example/1||"),
                of(
                                "activitypub",
                                json(
                                        "{'@context':'x','type':'OrderedCollection','totalItems':3,'orderedItems':[{'id':'c1','type':'Create',"
                                                + "'actor':'https://m.example/ann','published':'2022-01-01T00:00:00Z','object':{'id':'n1',"
                                                + "'content':'<p>Shut</p>','tag':[{'type':'Mention','name':'@zed'},{'type':'Hashtag','name':'#quay'}]}},"
                                                + "{'id':'a1','type':'Announce','actor':'https://m.example/ann','published':'2022-01-01T00:00:01Z',"
                                                + "'object':'n0'},{'id':'l1','type':'Like','actor':'https://m.example/ann',"
                                                + "'published':'2022-01-01T00:00:02Z','object':'n0'}]}"),
                                "n1|https://m.example/ann|2022-01-01T00:00:00Z|Shut|[]|[quay]|[zed]|||",
                                "a1|https://m.example/ann|2022-01-01T00:00:01Z||[]|[]|[]|n0||")
                        .aside("{other activities=1}"),
                of(
                                "reddit-submissions",
                                json(
                                        "{'author':'ann','created_utc':1640995200,'id':'rt1','title':'Shut','selftext':'for a month',"
                                                + "'url':'https://paper.example/1','permalink':'/r/x/rt1','author_created_utc':1293840000,"
                                                + "'crosspost_parent':'t3_aaa'}\n{'author':'[deleted]','created_utc':1640995201,'id':'rt2',"
                                                + "'title':'x','selftext':'[removed]'}\n"),
                                "t3_rt1|ann|2022-01-01T00:00:00Z|Shut\nfor a month|[https://paper.example/1]|[]|[]|t3_aaa|||2011-01-01T00:00:00Z")
                        .aside("{posts of deleted accounts=1}"),
                of(
                        "reddit-comments",
                        json(
                                "{'kind':'Listing','data':{'children':[{'kind':'t1','data':{'author':'ann','created_utc':1640995200,"
                                        + "'id':'hc1','body':'Shut','link_id':'t3_rt1','parent_id':'t1_hc0'}}]}}"),
                        "t1_hc1|ann|2022-01-01T00:00:00Z|Shut|[]|[]|[]||t1_hc0|"),
                of(
                        "reddit-comments",
                        json(
                                "[{'kind':'Listing','data':{'children':[{'kind':'t1','data':{'author':'ann','created_utc':1640995200,"
                                        + "'id':'c1','body':'Shut','link_id':'t3_a','parent_id':'t3_a','replies':{'kind':'Listing','data':"
                                        + "{'children':[{'kind':'t1','data':{'author':'bob','created_utc':1640995201,'id':'c2','body':'No',"
                                        + "'link_id':'t3_a','parent_id':'t1_c1','replies':''}}]}}}}]}}]"),
                        "t1_c1|ann|2022-01-01T00:00:00Z|Shut|[]|[]|[]||t3_a|",
                        "t1_c2|bob|2022-01-01T00:00:01Z|No|[]|[]|[]||t1_c1|"),
                of(
                        "facebook-graph",
                        json(
                                "{'data':[{'id':'5_1','message':'Shut','created_time':'2022-01-01T00:00:00+0000','from':{'id':'5','name':'Ann'},"
                                        + "'link':'https://paper.example/1','comments':{'data':[{'id':'5_2','message':'No','created_time':"
                                        + "'2022-01-01T00:00:01+0000','from':{'id':'6'},'parent':{'id':'5_1'}}]}}],'paging':{'next':'x'}}"),
                        "5_1|5|2022-01-01T00:00:00Z|Shut|[https://paper.example/1]|[]|[]|||",
                        "5_2|6|2022-01-01T00:00:01Z|No|[]|[]|[]||5_1|"),
                of(
                        "tiktok-research",
                        json(
                                "{'data':{'videos':[{'id':7091,'create_time':1640995200,'username':'ann','video_description':'Shut #quay',"
                                        + "'hashtag_names':['quay']}],'cursor':100},'error':{'code':'ok','message':''}}"),
                        "7091|ann|2022-01-01T00:00:00Z|Shut #quay|[]|[quay]|[]|||"),
                of(
                        "youtube-api",
                        json(
                                "{'kind':'youtube#commentThreadListResponse','items':[{'kind':'youtube#commentThread','id':'U1','snippet':{"
                                        + "'videoId':'v1','topLevelComment':{'id':'U1','snippet':{'textDisplay':'Shut &amp; dry',"
                                        + "'authorDisplayName':'@ann','authorChannelId':{'value':'UCann'},"
                                        + "'publishedAt':'2022-01-01T00:00:00Z'}}},'replies':{'comments':[{'id':'U1.1','snippet':{"
                                        + "'textOriginal':'yes','authorChannelId':{'value':'UCbob'},'publishedAt':'2022-01-01T00:00:01Z',"
                                        + "'parentId':'U1'}}]}}]}"),
                        "U1|UCann|2022-01-01T00:00:00Z|Shut & dry|[]|[]|[]||v1|",
                        "U1.1|UCbob|2022-01-01T00:00:01Z|yes|[]|[]|[]||U1|"),
                of(
                                "youtube-videos",
                                json(
                                        "{'items':[{'id':{'kind':'youtube#video','videoId':'v7'},'snippet':{'publishedAt':'2022-01-01T00:00:00Z',"
                                                + "'channelId':'UCann','title':'Quay','description':'Shut #quay'}},"
                                                + "{'id':{'kind':'youtube#channel','channelId':'UCbob'},'snippet':{'publishedAt':'2022-01-01T00:00:00Z',"
                                                + "'channelId':'UCbob','title':'Bob'}}]}"),
                                "v7|UCann|2022-01-01T00:00:00Z|Quay\nShut #quay|[]|[quay]|[]|||")
                        .aside("{channels=1}"),
                of(
                        "youtube-comment-downloader",
                        json(
                                "{'cid':'U1.x','text':'Shut','time':'2 years ago','author':'@ann','channel':'UCann','reply':true,"
                                        + "'time_parsed':1640995200.5}"),
                        "U1.x|UCann|2022-01-01T00:00:00.500Z|Shut|[]|[]|[]||U1|"),
                of(
                        "vk",
                        json(
                                "{'response':{'count':1,'items':[{'id':12,'from_id':-77,'owner_id':-77,'date':1640995200,'text':'Shut',"
                                        + "'attachments':[{'type':'link','link':{'url':'https://paper.example/1'}}],"
                                        + "'copy_history':[{'id':5,'owner_id':-99,'text':'orig'}]}]}}"),
                        "-77/12|-77|2022-01-01T00:00:00Z|Shut|[https://paper.example/1]|[]|[]|-99/5||"),
                of(
                        "weibo",
                        lines(
                                "\uFEFFid,bid,user_id,\u7528\u6237\u6635\u79f0,\u5fae\u535a\u6b63\u6587,\u827e\u7279\u7528\u6237,\u8bdd\u9898,\u53d1\u5e03\u65f6\u95f4,retweet_id",
                                "47,K,7,\u5b89,\u5927\u6865 #\u77f3\u573a#,,\u77f3\u573a,2022-01-01 08:00:00,45"),
                        "47|7|2022-01-01T00:00:00Z|\u5927\u6865 #\u77f3\u573a#|[]|[\u77f3\u573a]|[]|45||"),
                of(
                        "brandwatch",
                        lines(
                                "Report:,Harbour",
                                "From:,Sat Jan 01 00:00:00 UTC 2022",
                                "",
                                "Query Id,Query Name,Date,Title,Snippet,Url,Page Type,Language,Author,Full Text,Expanded URLs,Hashtags,Mentioned Authors,Resource Id",
                                "1,Harbour,2022-01-01 00:00:00.0,,Shut,http://x.example/1,twitter,en,ann,Shut #quay,\"https://a.example/1, https://b.example/\",#quay,@zed,r1"),
                        "r1|ann|2022-01-01T00:00:00Z|Shut #quay|[https://a.example/1, https://b.example/]|[quay]|[zed]|||en"),
                of(
                        "talkwalker",
                        lines(
                                "url;published;title_snippet;content_snippet;lang;source_type;extra_author_attributes.id;extra_author_attributes.name",
                                "http://x.example/1;2022-01-01 00:00:00;;Shut;en;SOCIALMEDIA_TWITTER;ex:7;Ann"),
                        "http://x.example/1|ex:7|2022-01-01T00:00:00Z|Shut|[]|[]|[]|||en"),
                of(
                        "meltwater",
                        lines(
                                "Date\tTime\tDocument ID\tURL\tInput Name\tSource Name\tAuthor Handle\tTitle\tOpening Text\tHit Sentence\tLanguage",
                                "01-Jan-2022\t12:00 AM\td1\thttp://x.example/1\tHarbour\tX\t@ann\t\tOpening\tShut\ten"),
                        "d1|@ann|2022-01-01T00:00:00Z|Shut|[]|[]|[]|||en"),
                of(
                        "rtweet",
                        lines(
                                "user_id,status_id,created_at,screen_name,text,reply_to_status_id,is_retweet,hashtags,urls_expanded_url,mentions_screen_name,lang,retweet_status_id",
                                "x7,x1475,2022-01-01 00:00:00,ann,Quay,NA,TRUE,harbour town,https://paper.example/quay,zed,en,x99"),
                        "1475|7|2022-01-01T00:00:00Z|Quay|[https://paper.example/quay]|[harbour, town]|[zed]|99||en"),
                of(
                        "academictwitter",
                        lines(
                                "tweet_id,user_username,text,created_at,author_id,lang,sourcetweet_type,sourcetweet_id",
                                "11,ann,RT @zed: Quay,2022-01-01T00:00:00.000Z,7,en,retweeted,99",
                                "12,bob,So,2022-01-01T00:00:01.000Z,8,en,replied_to,99",
                                "13,cat,Quoted,2022-01-01T00:00:02.000Z,9,en,quoted,99"),
                        "11|7|2022-01-01T00:00:00Z|RT @zed: Quay|[]|[]|[zed]|99||en",
                        "12|8|2022-01-01T00:00:01Z|So|[]|[]|[]||99|en",
                        "13|9|2022-01-01T00:00:02Z|Quoted|[]|[]|[]|||en"),
                of("x-notices", json("{'delete':{'status':{'id':5,'user_id':7}}}\n{'limit':{'track':9}}\n"))
                        .aside("{deletions=1, notices of the stream=1}"),
                of(
                        "telegram-table",
                        lines(
                                "message_id,chat_id,sender_id,date,message,reply_to_msg_id",
                                "1,-1009,7,2022-01-01 00:00:00+00:00,Quay,",
                                "2,-1009,,2022-01-01 00:00:01+00:00,Shut,1.0"),
                        "-1009/1|7|2022-01-01T00:00:00Z|Quay|[]|[]|[]|||",
                        "-1009/2|-1009|2022-01-01T00:00:01Z|Shut|[]|[]|[]||-1009/1|"),
                of(
                        "snscrape-channels",
                        json(
                                lines(
                                        "{'_type':'snscrape.modules.telegram.TelegramPost','url':'https://t.me/s/port_news/12','date':'2022-01-01T00:00:00+00:00','content':'Quay','outlinks':['https://paper.example/1']}",
                                        "{'_type':'snscrape.modules.vkontakte.VKontaktePost','url':'https://vk.com/wall-77_13','date':'2022-01-01T00:00:01+00:00','content':'Shut','outlinks':[]}")),
                        "port_news/12|port_news|2022-01-01T00:00:00Z|Quay|[https://paper.example/1]|[]|[]|||",
                        "-77/13|-77|2022-01-01T00:00:01Z|Shut|[]|[]|[]|||"),
                of(
                                "reddit-stubs",
                                json(
                                        "{'kind':'more','data':{'count':3,'name':'t1_x','id':'x','parent_id':'t1_a','children':['x']}}\n"))
                        .aside("{places of comments that are not in the file=1}"),
                of(
                        "imageboard",
                        json(
                                "{'posts':[{'no':570,'resto':0,'now':'01/01/22(Sat)00:00:00','time':1640995200,'name':'Anonymous','id':'Ab1','sub':'Quay','com':'shut &amp; gone','replies':3},"
                                        + "{'no':571,'resto':570,'time':1640995201,'name':'Anonymous','id':'Cd2','com':'<a href=#p570 class=quotelink>&gt;&gt;570</a><br>so https://paper.exa<wbr>mple/1'},"
                                        + "{'no':572,'resto':570,'time':1640995202,'name':'Anonymous','id':'Ab1','com':'&gt;&gt;571 &gt;&gt;570'},"
                                        + "{'no':573,'resto':570,'time':1640995203,'name':'Ann','trip':'!t','com':'Road'}]}"),
                        "570|Ab1|2022-01-01T00:00:00Z|Quay\nshut & gone|[]|[]|[]|||",
                        "571|Cd2|2022-01-01T00:00:01Z|>>570 so https://paper.example/1|[https://paper.example/1]|[]|[]||570|",
                        "572|Ab1|2022-01-01T00:00:02Z|>>571 >>570|[]|[]|[]||571|",
                        "573|!t|2022-01-01T00:00:03Z|Road|[]|[]|[]||570|"),
                of(
                        "imageboard",
                        json(
                                "[{'page':1,'threads':[{'no':570,'resto':0,'time':1640995200,'name':'Anonymous','id':'Ab1','com':'Quay','last_replies':[{'no':571,'resto':570,'time':1640995201,'id':'Cd2','com':'Shut'}]}]}]"),
                        "570|Ab1|2022-01-01T00:00:00Z|Quay|[]|[]|[]|||",
                        "571|Cd2|2022-01-01T00:00:01Z|Shut|[]|[]|[]||570|"),
                of(
                        "4cat-imageboard",
                        lines(
                                "thread_id,id,timestamp,unix_timestamp,subject,body,author,author_type,author_type_id,author_trip,country_code",
                                "570,570,2022-01-01 00:00:00,1640995200,Quay,shut &amp; gone,Anonymous,Ab1,,,GB",
                                "570,571,2022-01-01 00:00:01,1640995201,,\">>570\nso\",Anonymous,Cd2,,,GB"),
                        "570|Ab1|2022-01-01T00:00:00Z|Quay\nshut & gone|[]|[]|[]|||",
                        "571|Cd2|2022-01-01T00:00:01Z|>>570\nso|[]|[]|[]||570|"),
                of(
                        "youtube-data-tools-videos",
                        lines(
                                "position,channelId,channelTitle,videoId,publishedAt,publishedAtSQL,videoTitle,videoDescription,tags,caption",
                                "1,UCann,Ann,v1,2022-01-01T00:00:00Z,2022-01-01 00:00:00,Quay,shut for good,\"quay,port\",false"),
                        "v1|UCann|2022-01-01T00:00:00Z|Quay\nshut for good|[]|[quay, port]|[]|||"),
                of(
                        "youtube-data-tools-comments",
                        lines(
                                "id,replyCount,likeCount,publishedAt,authorName,text,authorChannelId,isReply,isReplyTo",
                                "c1,0,1,2022-01-01T00:00:00Z,@ann,Quay shut,UCann,1,c0"),
                        "c1|UCann|2022-01-01T00:00:00Z|Quay shut|[]|[]|[]||c0|"),
                of(
                                "bluesky-records",
                                json(
                                        "{'records':[{'uri':'at://did:plc:a/app.bsky.feed.post/k1','value':{'$type':'app.bsky.feed.post','text':'Quay','createdAt':'2022-01-01T00:00:00Z','langs':['en']}},"
                                                + "{'uri':'at://did:plc:a/app.bsky.feed.repost/k2','value':{'$type':'app.bsky.feed.repost','createdAt':'2022-01-01T00:00:01Z','subject':{'uri':'at://did:plc:z/app.bsky.feed.post/z'}}},"
                                                + "{'uri':'at://did:plc:a/app.bsky.feed.like/k3','value':{'$type':'app.bsky.feed.like','createdAt':'2022-01-01T00:00:02Z'}}],'cursor':'k3'}"),
                                "at://did:plc:a/app.bsky.feed.post/k1|did:plc:a|2022-01-01T00:00:00Z|Quay|[]|[]|[]|||en",
                                "at://did:plc:a/app.bsky.feed.repost/k2|did:plc:a|2022-01-01T00:00:01Z||[]|[]|[]|at://did:plc:z/app.bsky.feed.post/z||")
                        .aside("{likes=1}"),
                of(
                        "comments",
                        lines(
                                "post_id,comment_id,page_name,user_name,comment_date,comment",
                                "p1,c1,Port,ann,2022-01-01 00:00:00,Shut"),
                        "c1|ann|2022-01-01T00:00:00Z|Shut|[]|[]|[Port]||p1|"),
                of(
                        "names in other languages",
                        "fecha,hora,usuario,texto\n2022-01-01,00:00,ana,Cerrado\n",
                        "posts.csv:2|ana|2022-01-01T00:00:00Z|Cerrado|[]|[]|[]|||"),
                of(
                        "by column names",
                        lines(
                                "tweet_id,airline_sentiment,name,text,tweet_created",
                                "5.70306E+17,neutral,ann,Shut,2022-01-01 02:00:00 +0200"),
                        "posts.csv:2|ann|2022-01-01T00:00:00Z|Shut|[]|[]|[]|||"),
                of(
                        "by column names",
                        "id,date,time,screen_name,tweet\n1,01-Jan-2022,00:00,ann,Shut\n",
                        "1|ann|2022-01-01T00:00:00Z|Shut|[]|[]|[]|||"));
    }

    private static String jetstream(String key, String operation, String collection, String rec) {
        return "{'did':'did:plc:a','time_us':1640995200000000,'kind':'commit','commit':{'operation':'" + operation
                + "','collection':'" + collection + "','rkey':'" + key + "'"
                + (rec.isEmpty() ? "" : ",'record':{" + rec + "}") + ",'cid':'c" + key + "'}}\n";
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @Override
    public String toString() {
        return export + " (" + posts.size() + ")";
    }
}
