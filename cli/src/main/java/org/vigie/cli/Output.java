/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vigie.core.file.Shown;
import org.vigie.core.file.WholeFile;
import org.vigie.report.table.CsvTable;
import picocli.CommandLine.Option;

/**
 * Where results go. A file appears under its name only when it is whole; a device or a pipe is written to ({@link
 * WholeFile}); {@code -} and {@code /dev/stdout} are standard output. There, no character of the input acts on a terminal
 * or starts a line; in files, content is exact.
 */
final class Output {
    private static final Path STANDARD = Path.of("-");

    @Option(
            names = "--raw-csv",
            description =
                    "Write cells that a spreadsheet would run as formulas as they are, to compare bytes with other"
                            + " tools.")
    private boolean raw;

    /** Writes one result. */
    @FunctionalInterface
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /** Writes one table. */
    @FunctionalInterface
    interface TableContent {
        void writeTo(CsvTable csv) throws IOException;
    }

    /** Writes cells, of which those from the input follow a rule. */
    @FunctionalInterface
    interface CellContent {
        void writeTo(Writer out, UnaryOperator<String> rule) throws IOException;
    }

    /** Writes a table to a place, or to standard output if there is none. */
    void table(Optional<Path> place, TableContent content) throws IOException {
        cells(place, (out, rule) -> content.writeTo(new CsvTable(out, rule)));
    }

    /** Writes cells to a place, or to standard output if there is none. */
    void cells(Optional<Path> place, CellContent content) throws IOException {
        Path to = place.orElse(STANDARD);
        if (isStandard(to)) {
            standard(out -> content.writeTo(out, this::shown));
        } else {
            file(to, out -> content.writeTo(out, cell -> raw ? cell : Shown.cell(cell)));
        }
    }

    /** A table on standard output. */
    CsvTable table(Writer out) {
        return new CsvTable(out, this::shown);
    }

    /** A cell on standard output. */
    String shown(String cell) {
        String line = Terminal.safe(cell);
        return raw ? line : Shown.cell(line);
    }

    private static boolean isStandard(Path place) {
        return place.equals(STANDARD) || WholeFile.isStandardOutput(place);
    }

    /**
     * Fails before the work, not after it, where results can't go. Such are a folder's name, a folder that can't be
     * made, the name of an input, and that of another result.
     *
     * @param inputs everything that is read
     * @param results everything that will be written
     */
    static void check(List<Path> inputs, List<Path> results) throws IOException {
        List<Path> earlier = new ArrayList<>();
        for (Path result : results) {
            requireFile(result);
            for (Path input : inputs) {
                if (!Input.isStandard(input) && (isSame(result, input) || isSame(WholeFile.part(result), input))) {
                    throw new WrongUsageException("the result " + result + " would replace the input " + input
                            + ": name another file for it");
                }
            }
            for (Path other : earlier) {
                if ((isStandard(result) && isStandard(other)) || isSame(result, other)) {
                    throw new WrongUsageException(
                            "two results would go to " + result + ": name a file of its own for each");
                }
            }
            earlier.add(result);
        }
    }

    /** One file, whatever the links and names that lead to it. */
    static boolean isSame(Path a, Path b) throws IOException {
        if (Files.exists(a) && Files.exists(b)) {
            return Files.isSameFile(a, b);
        }
        return real(a).equals(real(b));
    }

    /** The path without links, as far as it exists. */
    private static Path real(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        Path parent = path.getParent();
        if (parent == null) {
            return path;
        }
        try {
            return path.toRealPath();
        } catch (NoSuchFileException e) { // not there yet, or a pipe, which has no name of its own
            return real(parent).resolve(path.getFileName());
        }
    }

    private static void requireFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("can't write " + file + ": it is a folder");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            requireFolder(folder);
        }
    }

    /** Fails if a folder can't be made because it, or one that it is in, is a file. */
    static void requireFolder(Path folder) throws IOException {
        for (Path p = folder.toAbsolutePath(); p != null && !Files.isDirectory(p); p = p.getParent()) {
            if (Files.exists(p)) {
                throw new IOException("can't write into " + folder + ": " + p + " is a file");
            }
        }
    }

    /** Makes the folder that a file goes to. */
    static void prepare(Path file) throws IOException {
        requireFile(file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
    }

    private static void file(Path file, Content content) throws IOException {
        prepare(file); // an empty folder would be replaced
        WholeFile.write(file, bytes -> {
            Writer out = utf8(bytes);
            content.writeTo(out);
            out.flush();
        });
    }

    private static Writer utf8(OutputStream bytes) {
        return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
    }

    /** Standard output for people, in the language of the run. */
    static void people(Content content) throws IOException {
        StringWriter english = new StringWriter();
        content.writeTo(english);
        standard(out -> out.write(Language.text(english.toString())));
    }

    /** Standard output as UTF-8 whatever the terminal's locale, flushed at the end; fails if nobody reads it. */
    static void standard(Content content) throws IOException {
        PrintStream stdout = System.out;
        OutputStream checked = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                stdout.write(bytes, from, length);
                flush(); // a reader that has gone ends the work at once, not at the end
            }

            @Override
            public void flush() throws IOException {
                stdout.flush();
                StandardOutput.check();
            }
        };
        Writer out = utf8(checked);
        content.writeTo(out);
        out.flush();
    }
}
