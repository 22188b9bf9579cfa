/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.vigie.graph.network.NetworkFormat;
import org.vigie.report.exchange.Sharing;

/** The formats that reports have of themselves, by the names under which users ask for them. Thread-safe. */
public final class ReportFormats {
    private static final Map<String, List<ReportFormat>> BY_NAME = byName(Sharing.withDefaults());

    private ReportFormats() {}

    private static Map<String, List<ReportFormat>> byName(Sharing sharing) {
        return ImmutableMap.<String, List<ReportFormat>>builder()
                .put("html", List.of(new HtmlPage()))
                .put("json", List.of(new CampaignsJson()))
                .put(
                        "csv",
                        List.of(
                                new CampaignsCsv(),
                                new AccountsCsv(),
                                new PostsCsv(),
                                new ClustersCsv(),
                                new BurstsCsv(),
                                new EdgesCsv()))
                .put("gexf", List.of(new NetworkFile("network.gexf", NetworkFormat.GEXF)))
                .put("graphml", List.of(new NetworkFile("network.graphml", NetworkFormat.GRAPHML)))
                .put("stix", List.of(new StixFile(sharing)))
                .put("misp", List.of(new MispFile(sharing)))
                .buildOrThrow();
    }

    /**
     * Returns the names of formats.
     *
     * @return {@code html}, {@code json}, {@code csv}, {@code gexf}, {@code graphml}, {@code stix}, {@code misp}
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
        return named(name, BY_NAME);
    }

    /**
     * Returns the formats that a name stands for, with settings for what goes to partners.
     *
     * @param name one of {@link #names()}
     * @param sharing the settings of {@code stix} and {@code misp}
     * @return one format or, for {@code csv}, several
     * @throws IllegalArgumentException if there is no such name
     */
    public static List<ReportFormat> named(String name, Sharing sharing) {
        return named(name, byName(sharing));
    }

    private static List<ReportFormat> named(String name, Map<String, List<ReportFormat>> byName) {
        List<ReportFormat> formats = byName.get(name);
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
