/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.SharedObject;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;
import org.vigie.report.table.CsvTable;

/** Writes posts.csv: see docs/formats/campaigns-csv.md. */
final class PostsCsv implements ReportFormat {
    @Override
    public String file() {
        return "posts.csv";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        CsvTable csv = new CsvTable(out, "post", "campaign", "account", "time", "kind", "object", "role");
        for (Campaign campaign : report.findings().campaigns()) {
            new Rows(campaign, report).write(csv);
        }
    }

    /** An object that a post touches: its number is a cluster's for a text. */
    private record Touch(ObjectKind kind, int object, boolean isFirst) {}

    /** The posts of one campaign. */
    private static final class Rows {
        private final Campaign campaign;
        private final Corpus corpus;
        private final Names names;
        private final Map<Integer, List<Touch>> touches = new HashMap<>();

        Rows(Campaign campaign, Report report) {
            this.campaign = campaign;
            this.corpus = report.findings().corpus();
            this.names = report.names();
            for (int i = 0; i < campaign.rows().length(); i++) {
                touches.put(campaign.rows().get(i), new ArrayList<>(1));
            }
            for (TextCluster text : campaign.texts()) {
                touch(ObjectKind.TEXT, text.id(), text.rows().stream());
            }
            for (SharedObject object : campaign.objects()) {
                if (!object.kind().equals(ObjectKind.TEXT)) {
                    ObjectLayer layer = corpus.layer(object.kind());
                    IntStream acts = IntStream.range(layer.start(object.object()), layer.start(object.object() + 1));
                    touch(object.kind(), object.object(), acts.map(layer::row));
                }
            }
        }

        /** Rows come in order of time, so that the first of the campaign's is its first post on the object. */
        private void touch(ObjectKind kind, int object, IntStream rows) {
            boolean isFirst = true;
            for (PrimitiveIterator.OfInt all = rows.iterator(); all.hasNext(); ) {
                List<Touch> of = touches.get(all.nextInt());
                if (of != null) {
                    of.add(new Touch(kind, object, isFirst));
                    isFirst = false;
                }
            }
        }

        void write(CsvTable csv) {
            for (int i = 0; i < campaign.rows().length(); i++) {
                int row = campaign.rows().get(i);
                List<Touch> of = touches.getOrDefault(row, List.of());
                for (Touch touch : of) {
                    start(csv, row).own(touch.kind().name()).given(name(touch));
                    csv.own(touch.isFirst() ? "first" : "repeat").end();
                }
                if (of.isEmpty()) {
                    start(csv, row).own("").own("").own("other").end();
                }
            }
        }

        private CsvTable start(CsvTable csv, int row) {
            csv.given(names.post(row)).own(campaign.id()).given(names.account(corpus.account(row)));
            return csv.time(corpus.time(row));
        }

        private String name(Touch touch) {
            return touch.kind().equals(ObjectKind.TEXT)
                    ? Integer.toString(touch.object())
                    : names.object(touch.kind(), touch.object());
        }
    }
}
