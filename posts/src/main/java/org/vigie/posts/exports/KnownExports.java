/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.List;

/** The exports that are known, each in a file of its own. The order decides where two would match. */
final class KnownExports {
    static final List<Export> ALL = List.of(
            CooRTweetTable.EXPORT,
            CooRnetShares.EXPORT,
            QutToolkit.EXPORT,
            TwarcCsv.EXPORT,
            AcademicTwitter.EXPORT,
            Rtweet.EXPORT,
            XApi2.EXPORT,
            XApi11.EXPORT,
            XNotices.EXPORT,
            Twint.EXPORT,
            Hydrator.EXPORT,
            Twitwi.EXPORT,
            Tcat.EXPORT,
            Snscrape.EXPORT,
            SnscrapeChannels.EXPORT,
            Twscrape.EXPORT,
            TwitterArchive.EXPORT,
            TrollTweets.EXPORT,
            CrowdTangleInstagram.EXPORT,
            CrowdTangleFacebook.EXPORT,
            FacebookGraph.EXPORT,
            MetaContentLibrary.EXPORT,
            FourCatImageboards.EXPORT,
            FourCat.EXPORT,
            TelegramDesktop.EXPORT,
            Telethon.EXPORT,
            TelegramTables.EXPORT,
            Jetstream.EXPORT,
            BlueskySearch.EXPORT,
            BlueskyFeed.EXPORT,
            BlueskyRecords.EXPORT,
            Mastodon.EXPORT,
            ActivityPub.EXPORT,
            RedditComments.EXPORT,
            RedditSubmissions.EXPORT,
            RedditStubs.EXPORT,
            Imageboards.EXPORT,
            TikTokResearch.EXPORT,
            YouTubeApi.EXPORT,
            YouTubeVideos.EXPORT,
            YouTubeDataToolsVideos.EXPORT,
            YouTubeDataToolsComments.EXPORT,
            YouTubeDownloader.EXPORT,
            Vk.EXPORT,
            Weibo.EXPORT,
            Brandwatch.EXPORT,
            Talkwalker.EXPORT,
            Meltwater.EXPORT,
            CommentTables.EXPORT,
            Canonical.EXPORT,
            LocalNames.EXPORT);

    /** What is asked where no export matches. */
    static final Export BY_NAME = ByName.EXPORT;

    private KnownExports() {}
}
