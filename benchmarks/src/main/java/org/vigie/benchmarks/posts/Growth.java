/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.posts;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.vigie.benchmarks.process.Metered;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.core.privacy.SecretKey;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.Post;
import org.vigie.posts.PostSource;
import org.vigie.posts.exports.PostReader;

/**
 * Reads ordinary and hostile inputs of one length and of twice that length, in one process with 256 MB of heap. It
 * also hides names in as many texts. Inputs are made while they are read. Arguments: the length in megabytes, and the
 * file for the result.
 */
public final class Growth {
    private static final List<String> HEAP = List.of("-Xmx256m", "-XX:+UseSerialGC");
    private static final int RUNS = 3;
    private static final int MEGABYTE = 1 << 20;
    private static final int LONG_CELL = 200_000;
    private static final String HEADER = "id,account,time,text\n";
    /** Characters of a text and its row in the comparison of redaction, roughly. */
    private static final int PER_NAME = 100;

    private Growth() {}

    /**
     * What came of one kind of input.
     *
     * @param input what it is
     * @param megabytes its length
     * @param seconds processor time for it
     * @param secondsOfTwice processor time for twice as much
     */
    public record Pair(String input, double megabytes, double seconds, double secondsOfTwice) {
        /**
         * How many times as long twice the input takes.
         *
         * @return 2 if time is linear
         */
        public double times() {
            return secondsOfTwice / seconds;
        }
    }

    /**
     * What came of all kinds.
     *
     * @param pairs one a kind
     * @param peakMegabytes the most memory of the process that was resident
     */
    public record Outcome(List<Pair> pairs, double peakMegabytes) {}

    private record Kind(String name, String head, IntFunction<String> unit, String tail) {}

    /**
     * Runs the study in a process of its own.
     *
     * @param scratch a folder for files
     * @param megabytes length of the shorter inputs
     * @return what came of it
     * @throws IOException if the process fails, for example because its memory does not suffice
     * @throws InterruptedException if the wait is interrupted
     */
    public static Outcome measure(Path scratch, int megabytes) throws IOException, InterruptedException {
        Path result = Files.createTempFile(scratch, "growth", ".txt");
        Metered.Usage usage = Metered.run(scratch, HEAP, Growth.class, List.of("" + megabytes, "" + result));
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(result)) {
            String[] cells = line.split("\t", -1);
            pairs.add(new Pair(
                    cells[0],
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3])));
        }
        return new Outcome(pairs, usage.peakMegabytes());
    }

    /**
     * Reads each kind of input.
     *
     * @param args megabytes, the file for the result
     * @throws IOException if an input can't be read, or the result not be written
     */
    public static void main(String[] args) throws IOException {
        int length = Integer.parseInt(args[0]) * MEGABYTE;
        StringBuilder lines = new StringBuilder();
        for (Kind kind : kinds()) {
            read(kind, length / 2); // compiles
            double once = Double.MAX_VALUE;
            double twice = Double.MAX_VALUE;
            for (int run = 0; run < RUNS; run++) {
                once = Math.min(once, read(kind, length));
                twice = Math.min(twice, read(kind, 2 * length));
            }
            line(lines, kind.name(), length, once, twice);
        }
        int names = length / PER_NAME / 4; // whoever hides names keeps all posts
        double once = Double.MAX_VALUE;
        double twice = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            once = Math.min(once, redact(names));
            twice = Math.min(twice, redact(2 * names));
        }
        line(lines, "texts with the names of all accounts, redacted", names * PER_NAME, once, twice);
        Files.writeString(Path.of(args[1]), lines);
    }

    private static void line(StringBuilder lines, String name, int length, double once, double twice) {
        String line =
                String.format(Locale.ROOT, "%s\t%.1f\t%.3f\t%.3f%n", name, (double) length / MEGABYTE, once, twice);
        System.out.print(line);
        lines.append(line);
    }

    private static List<Kind> kinds() {
        return List.of(
                new Kind("posts as CSV", HEADER, i -> i + "," + post(i, ",") + "\n", ""),
                new Kind("posts as JSON Lines", "", i -> json(i) + "\n", ""),
                new Kind("posts in one array on one line", "[", i -> json(i) + ",", "]"),
                new Kind("posts of one page", "{\"data\":[", i -> json(i) + ",", "],\"meta\":{}}"),
                new Kind("posts with posts inside", "", Growth::thread, ""),
                new Kind(
                        "dates that do not say which is the day",
                        HEADER,
                        i -> i + ",a,02/03/2024," + words(i).repeat(9) + "\n",
                        "x,a,13/03/2024,x\n"),
                new Kind("rows that are refused", HEADER, i -> "only " + i + "\n", ""),
                new Kind("quotes that pair up across lines", HEADER, i -> "a\"b,\"\n", ""),
                new Kind("quotes with text behind them", HEADER, i -> "a\"b,\"c\n", ""),
                new Kind("a quote that never closes", HEADER + "1,\"", i -> "x\n", ""),
                new Kind("doubled quotes", HEADER + "1,\"", i -> "\"\"", ""),
                new Kind("blank lines", HEADER, i -> "\n", ""),
                new Kind("texts of less-than signs", "", i -> mastodon(i, "<"), ""),
                new Kind("texts of ampersands", "", i -> mastodon(i, "&"), ""),
                new Kind("backslashes", "{\"a\":\"", i -> "\\", ""),
                new Kind("objects that do not end", "", i -> "{\"a\":1,\n", ""),
                new Kind("objects in objects", "", i -> "{\"a\":", ""),
                new Kind("names that never come again", "", i -> "{\"id\":" + i + ",\"n" + i + "\":1}\n", ""));
    }

    private static String words(int i) {
        return "the quay at pier " + i % 97 + " is shut, says the paper of " + i;
    }

    private static String post(int i, String separator) {
        return "ann" + i % 1000 + separator + (1_700_000_000L + i) + separator + "\"" + words(i) + "\"";
    }

    private static String json(int i) {
        return "{\"id\":" + i + ",\"account\":\"ann" + i % 1000 + "\",\"time\":" + (1_700_000_000L + i) + ",\"text\":\""
                + words(i) + "\"}";
    }

    private static String thread(int i) {
        String inner = json(2 * i + 1);
        String outer = json(2 * i);
        return outer.substring(0, outer.length() - 1) + ",\"comments\":[" + inner + "]}\n";
    }

    private static String mastodon(int i, String sign) {
        return "{\"id\":\"" + i
                + "\",\"created_at\":\"2024-02-13T10:00:00Z\",\"account\":{\"acct\":\"ann\"},\"content\":\""
                + sign.repeat(LONG_CELL) + "\"}\n";
    }

    /** Processor time to read so many bytes of a kind. */
    private static double read(Kind kind, int length) throws IOException {
        long start = cpu();
        PostReader.withDefaults().read("growth", new Made(kind, length), new PostSource.Sink() {
            @Override
            public boolean post(Post post) {
                return true;
            }

            @Override
            public void reject(PostSource.Reject reject) {}
        });
        return (cpu() - start) / 1e9;
    }

    /** Processor time to hide the names of accounts in as many texts, each of which begins as all names do. */
    private static double redact(int accounts) {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            Instant time = Instant.ofEpochSecond(1_700_000_000L + i);
            posts.add(Post.builder("p" + i, "user " + i, time, "user ".repeat(8) + i)
                    .build());
        }
        Corpus corpus = Corpus.of(posts);
        SecretKey key = SecretKey.of("a key of this study only".getBytes(StandardCharsets.UTF_8));
        Names names = Names.plain(corpus).withPseudonyms(Pseudonymizer.withKey(key));
        long start = cpu();
        long characters = 0;
        for (int row = 0; row < accounts; row++) {
            characters += names.text(row).length();
        }
        if (characters == 0) {
            throw new IllegalStateException("no text was given");
        }
        return (cpu() - start) / 1e9;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** An input that is made while it is read. */
    private static final class Made extends InputStream {
        private static final int CHUNK = 1 << 16;

        private final Kind kind;
        private final long length;
        private byte[] bytes;
        private int at;
        private int unit;
        private long made;
        private boolean isEnded;

        Made(Kind kind, long length) {
            this.kind = kind;
            this.length = length;
            this.bytes = kind.head().getBytes(StandardCharsets.UTF_8);
            this.made = bytes.length;
        }

        private boolean more() {
            if (isEnded) {
                return false;
            }
            StringBuilder next = new StringBuilder();
            while (next.length() < CHUNK && made + next.length() < length) {
                next.append(kind.unit().apply(unit++));
            }
            made += next.length();
            isEnded = made >= length;
            bytes = next.append(isEnded ? kind.tail() : "").toString().getBytes(StandardCharsets.UTF_8);
            at = 0;
            return bytes.length > 0 || more();
        }

        @Override
        public int read() {
            return at < bytes.length || more() ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int from, int most) {
            if (most == 0) {
                return 0;
            }
            if (at == bytes.length && !more()) {
                return -1;
            }
            int n = Math.min(most, bytes.length - at);
            System.arraycopy(bytes, at, target, from, n);
            at += n;
            return n;
        }
    }
}
