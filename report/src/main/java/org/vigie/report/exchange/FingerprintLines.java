/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.core.similarity.Signature;
import org.vigie.report.table.JsonInput;

/** Reads lines of fingerprints; whatever a partner sends takes memory in proportion to its length. */
final class FingerprintLines {
    private static final int MOST_CHARACTERS = 10_000;
    private static final Map<String, Integer> MOST_IN_A_LIST = Map.of(
            "texts", Fingerprinter.MOST_TEXTS,
            "links", Fingerprinter.MOST_OBJECTS,
            "domains", Fingerprinter.MOST_OBJECTS,
            "hashtags", Fingerprinter.MOST_OBJECTS);

    private final List<Fingerprint> prints = new ArrayList<>();
    private final List<FingerprintFile.Revocation> revocations = new ArrayList<>();
    private String key = "";
    private long withheld;
    private boolean isOlder;
    private Optional<Line> closing = Optional.empty();

    /** The members of one line. */
    private static final class Line {
        final Map<String, String> texts = new HashMap<>();
        final Map<String, Long> counts = new HashMap<>();
        final Map<String, List<String>> lists = new HashMap<>();

        Line(JsonInput in) {
            in.members(name -> {
                switch (name) {
                    case "withheld", "accounts", "posts", "fingerprints", "revocations" -> counts.put(name, in.count());
                    case "texts", "links", "domains", "hashtags" -> lists.put(name, list(in, name));
                    default -> {
                        if (in.isText()) {
                            texts.put(name, bounded(in, "a text"));
                        }
                    }
                }
            });
        }

        private static List<String> list(JsonInput in, String name) {
            int most = MOST_IN_A_LIST.getOrDefault(name, 0);
            List<String> list = new ArrayList<>();
            in.elements(() -> {
                list.add(bounded(in, name));
                if (list.size() > most) {
                    throw new IllegalArgumentException(name + " must be at most " + most);
                }
            });
            return list;
        }

        private static String bounded(JsonInput in, String name) {
            String text = in.text();
            if (text.length() > MOST_CHARACTERS) {
                throw new IllegalArgumentException(
                        name + " must have at most " + MOST_CHARACTERS + " characters but has " + text.length());
            }
            return text;
        }

        private static <T> T member(Map<String, T> members, String name) {
            T value = members.get(name);
            if (value == null) {
                throw new IllegalArgumentException("it has no " + name);
            }
            return value;
        }

        String text(String name) {
            return member(texts, name);
        }

        String id(String name) {
            String id = text(name);
            if (!Fingerprint.isId(id)) {
                throw new IllegalArgumentException(name + " must be an id of 16 letters, digits, - and _");
            }
            return id;
        }

        LocalDate day(String name) {
            try {
                return LocalDate.parse(text(name));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(name + " must be a day such as 2026-03-02", e);
            }
        }

        long count(String name) {
            return member(counts, name);
        }

        List<String> list(String name) {
            return member(lists, name);
        }
    }

    private FingerprintLines() {}

    static FingerprintFile read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder, not a file");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(file.toString(), bytes);
        }
    }

    static FingerprintFile read(String name, InputStream bytes) throws IOException {
        FingerprintLines lines = new FingerprintLines();
        SummedLines summed = new SummedLines(bytes);
        JsonInput.each(name, summed, in -> lines.add(new Line(in)));
        return lines.whole(name, summed.sum());
    }

    private FingerprintFile whole(String name, String sum) throws IOException {
        if (key.isEmpty()) {
            throw new IOException(name + " is no file of vigie fingerprint");
        }
        if (isOlder) {
            return new FingerprintFile(
                    key,
                    prints,
                    revocations,
                    withheld,
                    List.of(name + " is of the older format " + FingerprintFile.OLDER_SCHEMA
                            + ", which can't show whether it is whole; vigie match --merge writes it anew"));
        }
        if (closing.isEmpty()) {
            throw new IOException(name + " has no closing line: part of it is missing; get it again");
        }
        long promisedPrints = closing.get().count("fingerprints");
        long promisedRevocations = closing.get().count("revocations");
        if (promisedPrints != prints.size() || promisedRevocations != revocations.size()) {
            throw new IOException(name + " has " + prints.size() + count(prints.size(), " fingerprint") + " and "
                    + revocations.size() + count(revocations.size(), " revocation") + ", but its closing line says "
                    + promisedPrints + " and " + promisedRevocations + "; get it again");
        }
        if (!closing.get().text("sha256").equals(sum)) {
            throw new IOException(
                    name + " was changed after it was written: its closing line has another sum; get it again");
        }
        return new FingerprintFile(key, prints, revocations, withheld);
    }

    private static String count(int number, String thing) {
        return number == 1 ? thing : thing + "s";
    }

    private void add(Line line) {
        if (closing.isPresent()) {
            throw new IllegalArgumentException(
                    "nothing may follow the closing line; vigie match --merge puts files together");
        } else if (line.texts.containsKey("schema")) {
            head(line);
        } else if (key.isEmpty()) {
            throw new IllegalArgumentException("the first line must name the schema of vigie fingerprint");
        } else if (line.texts.containsKey("sha256") && !isOlder) {
            line.count("fingerprints");
            line.count("revocations");
            closing = Optional.of(line);
        } else if (line.texts.containsKey("revoked")) {
            revocations.add(new FingerprintFile.Revocation(line.id("revoked"), line.text("mac")));
        } else {
            prints.add(print(line));
        }
    }

    private void head(Line line) {
        boolean isOld = line.text("schema").equals(FingerprintFile.OLDER_SCHEMA);
        if (!(isOld || line.text("schema").equals(FingerprintFile.SCHEMA))
                || !line.text("method").equals(KeyedHashes.METHOD)) {
            throw new IllegalArgumentException("another version wrote it: schema and method must be "
                    + FingerprintFile.SCHEMA + " and " + KeyedHashes.METHOD);
        }
        if (!key.isEmpty() && !(isOld && isOlder)) {
            throw new IllegalArgumentException(
                    "the first line must come once; vigie match --merge puts files together");
        }
        if (!key.isEmpty() && !key.equals(line.text("key"))) {
            throw new IllegalArgumentException("all lines must be of one key");
        }
        isOlder = isOld;
        key = line.id("key");
        withheld = FingerprintFile.sum(withheld, line.count("withheld"));
    }

    private static Fingerprint print(Line line) {
        return new Fingerprint(
                line.id("id"),
                line.day("issued"),
                line.day("expires"),
                line.day("first"),
                line.day("peak"),
                line.day("last"),
                line.count("accounts"),
                line.count("posts"),
                line.list("texts").stream().map(text -> signature(text, 128)).toList(),
                Optional.ofNullable(line.texts.get("whole")).map(text -> signature(text, 256)),
                line.list("links"),
                line.list("domains"),
                line.list("hashtags"),
                line.texts.containsKey("origin") ? Optional.of(line.id("origin")) : Optional.empty(),
                line.text("mac"));
    }

    private static Signature signature(String base64, int components) {
        Signature signature;
        try {
            signature = Signature.fromBytes(Base64.getUrlDecoder().decode(base64));
        } catch (IllegalArgumentException e) { // its message has signs of the file
            throw new IllegalArgumentException("texts and whole must be signatures", e);
        }
        if (signature.components().length != components || signature.bits() != 8) {
            throw new IllegalArgumentException("a signature must have " + components + " components of 8 bits but has "
                    + signature.components().length + " of " + signature.bits());
        }
        return signature;
    }
}
