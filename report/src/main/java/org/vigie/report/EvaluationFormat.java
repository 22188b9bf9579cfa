/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.vigie.campaign.evaluation.Evaluation;
import org.vigie.campaign.evaluation.Evaluation.GroupScore;
import org.vigie.campaign.evaluation.Evaluation.LabelScore;
import org.vigie.campaign.evaluation.Evaluation.Score;
import org.vigie.campaign.evaluation.ReportedGroup.Kind;
import org.vigie.core.file.Shown;
import org.vigie.report.table.CsvTable;
import org.vigie.report.table.Json;

/** How an {@link Evaluation} is written: docs/formats/evaluation.md has the fields. */
public enum EvaluationFormat {
    /** Sentences and short tables for people. */
    TEXT {
        @Override
        public void write(Evaluation evaluation, Writer out) throws IOException {
            text(evaluation, out);
        }
    },
    /** One row a group and one a campaign of the labels. */
    CSV {
        @Override
        public void write(Evaluation evaluation, Writer out) throws IOException {
            csv(evaluation, out);
        }
    },
    /** Everything, for programs. */
    JSON {
        @Override
        public void write(Evaluation evaluation, Writer out) {
            json(evaluation, out);
        }
    };

    private static final int SHOWN_LABELS = 30;

    /**
     * Writes an evaluation, the same bytes for the same evaluation.
     *
     * @param evaluation what to write
     * @param out where to; it is not closed
     * @throws IOException if it can't be written
     */
    public abstract void write(Evaluation evaluation, Writer out) throws IOException;

    private static void text(Evaluation e, Writer out) throws IOException {
        Score score = e.campaigns();
        List<GroupScore> campaigns = of(e, g -> g.kind() == Kind.CAMPAIGN);
        List<GroupScore> small = of(e, g -> g.kind() == Kind.SMALL_GROUP);
        out.write(line(
                "%d accounts in %d campaigns: %d right, %d wrong, %d unlabelled",
                score.reported(), campaigns.size(), score.right(), score.wrong(), score.unlabelled()));
        out.write(line(
                "precision %s, recall %s (%d labelled accounts), F1 %s",
                share(score.precision()), share(score.recall()), score.labelled(), share(score.f1())));
        if (!small.isEmpty()) {
            Score all = e.withSmallGroups();
            out.write(line(
                    "with %d small groups: %d accounts, %d right; precision %s, recall %s, F1 %s",
                    small.size(),
                    all.reported(),
                    all.right(),
                    share(all.precision()),
                    share(all.recall()),
                    share(all.f1())));
        }
        if (e.posts().isPresent()) {
            Score posts = e.posts().get();
            out.write(line(
                    "posts: %d in campaigns, %d right; precision %s, recall %s (%d labelled)",
                    posts.reported(),
                    posts.right(),
                    share(posts.precision()),
                    share(posts.recall()),
                    posts.labelled()));
        }
        out.write(line(
                "groups of mostly organic or unlabelled accounts: %d",
                e.mostlyOthers().size()));
        List<GroupScore> near = of(e, g -> g.kind() == Kind.NEAR_MISS && g.right() > 0);
        out.write(line("labelled accounts in near misses only: %d", e.nearMissed()));
        groups(out, campaigns);
        groups(out, small);
        groups(out, near);
        if (e.labels().size() > 1) {
            out.write("\nlabel, accounts: in campaigns, in small groups, in near misses; most in\n");
            for (LabelScore l : e.labels().stream().limit(SHOWN_LABELS).toList()) {
                out.write(line(
                        "  %s, %d: %d, %d, %d; %s",
                        printable(l.label()),
                        l.accounts(),
                        l.inCampaigns(),
                        l.inSmallGroups(),
                        l.inNearMisses(),
                        l.group().isEmpty() ? "-" : l.group() + " (" + l.inGroup() + ")"));
            }
            if (e.labels().size() > SHOWN_LABELS) {
                out.write(line("  and %d more; --format csv has all", e.labels().size() - SHOWN_LABELS));
            }
        }
    }

    private static void groups(Writer out, List<GroupScore> groups) throws IOException {
        if (!groups.isEmpty()) {
            out.write(line(
                    "%n%s, accounts: right, wrong, unlabelled; label of most",
                    groups.get(0).kind().label()));
        }
        for (GroupScore g : groups) {
            out.write(line(
                    "  %s, %d: %d, %d, %d; %s%s",
                    printable(g.id()),
                    g.accounts(),
                    g.right(),
                    g.wrong(),
                    g.unlabelled(),
                    g.label().isEmpty() ? "-" : printable(g.label()),
                    g.ofLabel() < g.right() ? " (" + g.ofLabel() + ")" : ""));
        }
    }

    private static void csv(Evaluation e, Writer out) throws IOException {
        CsvTable table = new CsvTable(
                out,
                "what",
                "name",
                "accounts",
                "right",
                "wrong",
                "unlabelled",
                "precision",
                "recall",
                "f1",
                "label",
                "in_label_or_group");
        total(table, "campaigns", e.campaigns());
        total(table, "campaigns and small groups", e.withSmallGroups());
        e.posts().ifPresent(posts -> total(table, "posts", posts));
        for (GroupScore g : e.groups()) {
            table.own(g.kind().label())
                    .given(printable(g.id()))
                    .number(g.accounts())
                    .number(g.right())
                    .number(g.wrong());
            table.number(g.unlabelled())
                    .number(g.right() / (double) g.accounts())
                    .own("")
                    .own("");
            table.given(printable(g.label())).number(g.ofLabel()).end();
        }
        for (LabelScore l : e.labels()) {
            int found = l.inCampaigns() + l.inSmallGroups();
            table.own("label")
                    .given(printable(l.label()))
                    .number(l.accounts())
                    .number(found)
                    .own("")
                    .own("")
                    .own("");
            table.number(found / (double) l.accounts())
                    .own("")
                    .given(printable(l.group()))
                    .number(l.inGroup())
                    .end();
        }
    }

    private static void total(CsvTable table, String name, Score score) {
        table.own("total")
                .own(name)
                .number(score.reported())
                .number(score.right())
                .number(score.wrong());
        table.number(score.unlabelled())
                .number(score.precision())
                .number(score.recall())
                .number(score.f1());
        table.own("").own("").end();
    }

    private static void json(Evaluation e, Writer out) {
        try (Json json = Json.indented(out)) {
            json.object().put("schema", "vigie-evaluation-1");
            total(json, "campaigns", e.campaigns());
            total(json, "with_small_groups", e.withSmallGroups());
            e.posts().ifPresent(posts -> total(json, "posts", posts));
            json.put("near_missed", e.nearMissed());
            json.put("groups_of_others", e.mostlyOthers().size());
            json.array("groups");
            for (GroupScore g : e.groups()) {
                json.object().put("id", g.id()).put("kind", g.kind().label()).put("accounts", g.accounts());
                json.put("right", g.right()).put("wrong", g.wrong()).put("unlabelled", g.unlabelled());
                json.put("label", g.label()).put("of_label", g.ofLabel()).endObject();
            }
            json.endArray().array("labels");
            for (LabelScore l : e.labels()) {
                json.object().put("label", l.label()).put("accounts", l.accounts());
                json.put("in_campaigns", l.inCampaigns()).put("in_small_groups", l.inSmallGroups());
                json.put("in_near_misses", l.inNearMisses())
                        .put("group", l.group())
                        .put("in_group", l.inGroup());
                json.endObject();
            }
            json.endArray().endObject();
        }
    }

    private static void total(Json json, String name, Score score) {
        json.object(name).put("reported", score.reported()).put("labelled", score.labelled());
        json.put("right", score.right()).put("wrong", score.wrong()).put("unlabelled", score.unlabelled());
        json.put("precision", score.precision())
                .put("recall", score.recall())
                .put("f1", score.f1())
                .endObject();
    }

    private static List<GroupScore> of(Evaluation evaluation, Predicate<GroupScore> which) {
        return evaluation.groups().stream().filter(which).toList();
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format.replace("%n", "\n") + "\n", values);
    }

    /** A name from a file may hold what moves a terminal's cursor. */
    private static String printable(String name) {
        return Shown.line(name);
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
