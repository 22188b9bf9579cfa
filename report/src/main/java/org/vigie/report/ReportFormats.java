/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.vigie.graph.network.NetworkFormat;

/** The formats that reports have of themselves, by the names under which users ask for them. Thread-safe. */
public final class ReportFormats {
    private static final Map<String, List<ReportFormat>> BY_NAME = ImmutableMap.of(
            "html", List.of(new HtmlPage()),
            "json", List.of(new CampaignsJson()),
            "gexf", List.of(new NetworkFile("network.gexf", NetworkFormat.GEXF)),
            "graphml", List.of(new NetworkFile("network.graphml", NetworkFormat.GRAPHML)),
            "csv", List.of(new ClustersCsv(), new BurstsCsv(), new EdgesCsv()));

    private ReportFormats() {}

    /**
     * Returns the names of formats.
     *
     * @return {@code html}, {@code json}, {@code gexf}, {@code graphml}, {@code csv}
     */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /**
     * Returns the formats that a name stands for.
     *
     * @param name one of {@link #names()}
     * @return one format or, for {@code csv}, several
     * @throws IllegalArgumentException if there is no such name
     */
    public static List<ReportFormat> named(String name) {
        List<ReportFormat> formats = BY_NAME.get(name);
        if (formats == null) {
            throw new IllegalArgumentException(
                    "format must be one of " + String.join(", ", names()) + " but was '" + name + "'");
        }
        return formats;
    }

    /**
     * Returns all formats.
     *
     * @return the formats of all names, in the order of writing
     */
    public static List<ReportFormat> all() {
        return BY_NAME.values().stream().flatMap(List::stream).toList();
    }
}
