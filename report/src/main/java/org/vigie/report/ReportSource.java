/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.vigie.campaign.CampaignReport;
import org.vigie.posts.Post;
import org.vigie.posts.exports.ReadSummary;
import org.vigie.posts.PostSource.Reject;

/**
 * What a report is written from.
 *
 * @param report what was found
 * @param posts the posts in which it was found, in any order; not copied
 * @param inputs what was read, by file
 * @param rejects the rows that were refused
 * @param timings how long each stage took, in order; goes into the manifest only
 */
public record ReportSource(
        CampaignReport report,
        List<Post> posts,
        List<ReadSummary> inputs,
        List<Reject> rejects,
        Map<String, Duration> timings) {
    /**
     * A source that came from no file.
     *
     * @param report what was found
     * @param posts the posts in which it was found
     * @return the source
     */
    public static ReportSource of(CampaignReport report, List<Post> posts) {
        return new ReportSource(report, posts, List.of(), List.of(), Map.of());
    }

    /**
     * Says which files were read.
     *
     * @param files what was read, by file
     * @param refused the rows that were refused
     * @return the changed source
     */
    public ReportSource withInputs(List<ReadSummary> files, List<Reject> refused) {
        return new ReportSource(report, posts, files, refused, timings);
    }

    /**
     * Says how long the stages took.
     *
     * @param stages duration by name of the stage, in order
     * @return the changed source
     */
    public ReportSource withTimings(Map<String, Duration> stages) {
        return new ReportSource(report, posts, inputs, rejects, stages);
    }
}
