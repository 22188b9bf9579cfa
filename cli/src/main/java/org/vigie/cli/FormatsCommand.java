/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.posts.Post;
import org.vigie.posts.exports.Export;
import org.vigie.posts.exports.Field;
import org.vigie.posts.exports.FormatReport;
import org.vigie.posts.exports.ReadSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "formats",
        mixinStandardHelpOptions = true,
        header = "Lists the exports that are read, or says how a file is read.",
        description = {
            "",
            "Without FILE: each export that is known, what it is recognised by and which columns it is read from.",
            "With FILE: the export that was recognised, encoding, separator, format of times, and columns "
                    + "used and ignored. Then what became of the rows, and the first posts. Use it before detect, and "
                    + "where a file is not read right.",
            ""
        })
final class FormatsCommand implements Callable<Integer> {
    private static final int WIDTH = 16;
    private static final int SHOWN_TEXT = 100;
    private static final int MAX_ALTERNATIVES = 20;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Posts: CSV, TSV, JSON Lines or JSON, plain or .gz; - for standard input.")
    private Optional<Path> file = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InputOptions input;

    @Mixin
    private Quiet quiet;

    @Override
    public Integer call() throws IOException {
        if (file.isEmpty()) {
            Ineffective.refuse(
                    spec, "without FILE", "--map", "--date-format", "--time-zone", "--encoding", "--id-per-file");
            Output.standard(FormatsCommand::list);
            return 0;
        }
        Path path = file.get();
        try (Progress progress = new Progress(quiet.on())) {
            progress.reading("reading", Input.size(List.of(path)));
            FormatReport report;
            try (InputStream in = Input.open(path, progress)) {
                report = input.asked(() -> input.reader().describe(Input.name(path), in, progress::reject));
            }
            Output.standard(out -> describe(report, out));
            report.summary()
                    .warnings()
                    .forEach(doubt -> progress.warn(report.summary().file() + ": " + doubt));
            if (report.summary().rows() > 0) {
                Table.requireTaken(
                        report.summary().file(),
                        report.summary().rows(),
                        report.summary().rejects(),
                        report.summary().setAsideRows());
            }
        }
        return 0;
    }

    private static void list(Writer out) throws IOException {
        for (Export export : Export.known()) {
            out.write(Language.line(export.name() + ": " + export.description()) + "\n");
            line(out, "  recognised by", recognisedBy(export));
            for (Field field : Field.values()) {
                List<String> columns = export.columns(field);
                if (!columns.isEmpty()) {
                    cells(out, "  " + field.label(), String.join(", ", columns));
                }
            }
            out.write("\n");
        }
        out.write(Language.line(
                        "Other columns are ignored. A file of no known export is read by the usual names of columns.")
                + "\n");
    }

    private static String recognisedBy(Export export) {
        List<String> signs = new ArrayList<>();
        for (String sign : export.signs()) {
            if (sign.split("\\|", -1).length > MAX_ALTERNATIVES) {
                return Language.line("columns for the account and the time, not both of them English");
            }
            signs.add(sign.replace("|", " " + Language.line("or") + " "));
        }
        return String.join(", ", signs);
    }

    private static void describe(FormatReport report, Writer out) throws IOException {
        ReadSummary summary = report.summary();
        line(out, "file", summary.file());
        List<String> names = Arrays.asList(summary.export().split(", ", -1));
        line(out, "export", summary.export().isEmpty() ? Language.line("none: there is no row") : summary.export());
        for (Export export : Export.known()) {
            if (names.contains(export.name())) {
                line(out, "recognised by", recognisedBy(export));
            }
        }
        line(out, "encoding", summary.encoding());
        line(out, "separator", summary.separator());
        line(out, "times", Language.line(times(report)));
        line(
                out,
                "rows",
                Language.line(String.format(
                        Locale.ROOT,
                        "%,d: %,d posts, %,d refused, %,d set aside",
                        summary.rows(),
                        summary.posts(),
                        summary.rejects(),
                        summary.setAsideRows())));
        for (Map.Entry<String, Long> entry : summary.setAside().entrySet()) {
            line(
                    out,
                    "set aside",
                    String.format(Locale.ROOT, "%,d %s", entry.getValue(), Language.line(entry.getKey())));
        }
        for (Map.Entry<Field, List<String>> entry : report.used().entrySet()) {
            cells(out, entry.getKey().label(), Language.line("from " + String.join(", ", entry.getValue())));
        }
        line(
                out,
                "ignored",
                report.ignored().isEmpty() ? Language.line("no column") : String.join(", ", report.ignored()));
        int n = 0;
        for (Post post : report.firstPosts()) {
            line(out, "post " + ++n, shown(post));
        }
    }

    private static String times(FormatReport report) {
        String format = report.summary().dateFormat();
        String zone = report.timeZone().equals("Z") ? "UTC" : report.timeZone();
        return format.isEmpty() ? "none was read" : format + "; in " + zone + " where they name no zone";
    }

    private static String shown(Post post) {
        String text = post.text();
        int end = text.offsetByCodePoints(0, Math.min(SHOWN_TEXT, text.codePointCount(0, text.length())));
        return String.join(
                " | ",
                post.id(),
                post.account(),
                post.time().toString(),
                end < text.length() ? text.substring(0, end) + "\u2026" : text);
    }

    private static void line(Writer out, String name, String value) throws IOException {
        cells(out, Language.line(name), value);
    }

    /** One line, whatever the file holds. */
    private static void cells(Writer out, String name, String value) throws IOException {
        out.write(String.format(Locale.ROOT, "%-" + WIDTH + "s %s", name, Terminal.safe(value)) + "\n");
    }
}
