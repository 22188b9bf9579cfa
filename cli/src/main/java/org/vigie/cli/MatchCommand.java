/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.report.exchange.Fingerprint;
import org.vigie.report.exchange.FingerprintFile;
import org.vigie.report.exchange.FingerprintMatcher;
import org.vigie.report.exchange.Fingerprinter;
import org.vigie.report.exchange.MatchFormat;
import org.vigie.report.exchange.MatchFormat.Named;
import org.vigie.report.table.CampaignsInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        header = "Says which findings of partners were seen here too.",
        description = {
            "",
            "Compares fingerprints with a run or posts of one's own or with an index (--against), or "
                    + "several files with one another. Fingerprints of the run itself are left out. "
                    + "With --key-file it refuses what was not made with the key; a "
                    + "run or posts can't be compared without it.",
            ""
        })
final class MatchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "F.jsonl", arity = "1..*", description = "Fingerprints of partners, or an index.")
    private List<Path> files = List.of();

    @Option(
            names = "--against",
            paramLabel = "RUN|POSTS|INDEX",
            description = "The folder of a run, a file of posts, or a file of fingerprints.")
    private Optional<Path> against = Optional.empty();

    @Option(names = "--key-file", paramLabel = "K", description = "The key that all partners have.")
    private Optional<Path> keyFile = Optional.empty();

    @Option(
            names = "--on",
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = "Leave out what expired by this day, such as 2026-03-02 (default: today, UTC).")
    private Optional<LocalDate> on = Optional.empty();

    @Option(
            names = "--min-jaccard",
            paramLabel = "J",
            defaultValue = "0.4",
            description = "From which Jaccard on two texts are the same (default: ${DEFAULT-VALUE}).")
    private double minJaccard;

    @Option(
            names = "--merge",
            paramLabel = "INDEX",
            description = "Write all files as one index, each fingerprint once.")
    private Optional<Path> merge = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, csv or json (default: ${DEFAULT-VALUE}).")
    private MatchFormat format;

    @Mixin
    private Quiet quiet;

    /** Fingerprints that count, by id, and under which name each is known here. */
    private record Side(Map<String, Fingerprint> prints, Map<String, String> names) {
        Side() {
            this(new TreeMap<>(), new HashMap<>());
        }

        void add(Fingerprint print, String name) {
            prints.putIfAbsent(print.id(), print);
            names.putIfAbsent(print.id(), name);
        }

        List<Named> match(FingerprintMatcher matcher, Fingerprinter key, Corpus posts, String file) {
            return matcher.match(List.copyOf(prints.values()), posts, key).stream()
                    .map(m -> new Named(name(m.left()), file, m))
                    .toList();
        }

        List<Named> match(FingerprintMatcher matcher, Side other) {
            return matcher.match(List.copyOf(prints.values()), List.copyOf(other.prints.values())).stream()
                    .map(m -> new Named(name(m.left()), other.name(m.right()), m))
                    .toList();
        }

        /** Leaves out what is of these origins: nobody asks what they themselves found. Says how many there were. */
        int leaveOut(Set<String> origins) {
            int before = prints.size();
            prints.values()
                    .removeIf(print -> print.origin().filter(origins::contains).isPresent());
            return before - prints.size();
        }

        private String name(Fingerprint print) {
            return names.getOrDefault(print.id(), "");
        }
    }

    @Override
    public Integer call() throws IOException {
        FingerprintMatcher matcher = WrongUsageException.check(
                () -> FingerprintMatcher.withDefaults().withMinJaccard(minJaccard));
        if (against.isEmpty() && files.size() < 2 && merge.isEmpty()) {
            throw new WrongUsageException("name several files, or what to compare with (--against)");
        }
        files.forEach(file -> Input.requireFile("F.jsonl", file));
        against.ifPresent(path -> Input.requireFile("--against", path));
        merge.ifPresent(path -> Input.requireFile("--merge", path));
        Optional<Fingerprinter> key = Optional.empty();
        if (keyFile.isPresent()) {
            key = Optional.of(Fingerprinter.withKey(Input.key(keyFile.get())));
        }
        Output.check(
                Stream.of(files.stream(), against.stream().map(CampaignsInput::file), keyFile.stream())
                        .flatMap(s -> s)
                        .toList(),
                merge.stream().toList());
        List<FingerprintFile> read = new ArrayList<>();
        for (Path file : files) {
            read.add(read(file, key));
        }
        FingerprintFile all = merged(read);
        if (against.isPresent() && Files.notExists(against.get())) {
            throw new NoSuchFileException(against.get().toString(), null, "no such file or folder");
        }
        Optional<Path> run = against.filter(MatchCommand::isRun);
        List<FingerprintFile> known = new ArrayList<>(List.of(all));
        Optional<Corpus> posts = Optional.empty();
        if (against.isPresent() && run.isEmpty()) {
            // Opened once: a pipe gives what it has once only.
            try (Progress progress = new Progress(quiet.on());
                    InputStream in = new BufferedInputStream(Input.open(against.get(), progress))) {
                if (FingerprintFile.isFingerprints(in)) {
                    String name = against.get().toString();
                    known.add(genuine(name, FingerprintFile.read(name, in), key));
                } else {
                    requireKey(key, all);
                    CorpusBuilder corpus = Corpus.builder();
                    PostInput.read(against.get(), in, new InputOptions(), corpus, progress);
                    posts = Optional.of(corpus.build());
                }
            }
        }
        // A revocation in any of them holds for all of them.
        FingerprintFile together = merged(known);
        LocalDate day = on.orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
        Map<String, Fingerprint> valid = new HashMap<>();
        together.valid(day).forEach(print -> valid.put(print.id(), print));
        List<Named> matches = new ArrayList<>();
        int ownCount = 0;
        if (against.isEmpty()) {
            matches.addAll(among(matcher, read, valid));
        } else {
            Side left = new Side();
            for (int f = 0; f < files.size(); f++) {
                add(left, files.get(f), read.get(f), valid);
            }
            if (posts.isPresent()) {
                Fingerprinter own = requireKey(key, together);
                matches.addAll(left.match(matcher, own, posts.get(), Input.name(against.get())));
            } else {
                Side right = new Side();
                if (run.isPresent()) {
                    Fingerprinter maker = requireKey(key, together);
                    own(right, run.get(), maker, together);
                    ownCount = left.leaveOut(maker.origins(run.get()));
                } else {
                    add(right, against.get(), known.get(1), valid);
                }
                matches.addAll(left.match(matcher, right));
            }
        }
        if (merge.isPresent()) {
            FingerprintCommand.write(all, merge.get());
        }
        Output.Content result = out -> format.write(matches, out);
        if (format == MatchFormat.TEXT) {
            Output.people(result);
        } else {
            Output.standard(result);
        }
        try (Progress progress = new Progress(quiet.on())) {
            Stream.concat(read.stream(), known.stream())
                    .flatMap(file -> file.warnings().stream())
                    .forEach(progress::warn);
            long invalid = all.fingerprints().stream()
                    .map(Fingerprint::id)
                    .filter(id -> !valid.containsKey(id))
                    .count();
            int count = all.fingerprints().size();
            progress.say(count + (count == 1 ? " fingerprint, " : " fingerprints, ") + invalid
                    + " of them expired or revoked; "
                    + (ownCount == 0 ? "" : ownCount + " of this very run left out; ")
                    + matches.size() + (matches.size() == 1 ? " match" : " matches")
                    + (key.isPresent() ? "" : "; nobody checked who made them: that needs --key-file"));
        }
        return 0;
    }

    private static Fingerprinter requireKey(Optional<Fingerprinter> key, FingerprintFile theirs) {
        if (key.isEmpty()) {
            throw new WrongUsageException(
                    "a run or posts are compared under the partners' key; name it with --key-file");
        }
        if (!key.get().keyId().equals(theirs.keyId())) {
            throw new WrongUsageException("the fingerprints were made with the key " + theirs.keyId()
                    + ", but --key-file gives " + key.get().keyId());
        }
        return key.get();
    }

    private static boolean isRun(Path path) {
        return Files.isDirectory(path) || String.valueOf(path.getFileName()).endsWith("campaigns.json");
    }

    private static FingerprintFile read(Path path, Optional<Fingerprinter> key) throws IOException {
        return genuine(path.toString(), FingerprintFile.read(path), key);
    }

    private static FingerprintFile genuine(String path, FingerprintFile file, Optional<Fingerprinter> key)
            throws IOException {
        if (key.isPresent()) {
            List<String> forged = key.get().forged(file);
            if (!forged.isEmpty()) {
                throw new IOException(path + " has " + forged.size()
                        + (forged.size() == 1
                                ? " fingerprint that was not made with this key, or was changed: "
                                : " fingerprints that were not made with this key, or were changed, such as ")
                        + forged.get(0));
            }
        }
        return file;
    }

    private static FingerprintFile merged(List<FingerprintFile> files) {
        return WrongUsageException.check(() -> FingerprintFile.merge(files));
    }

    private static void add(Side side, Path name, FingerprintFile file, Map<String, Fingerprint> valid) {
        for (Fingerprint print : file.fingerprints()) {
            if (valid.containsKey(print.id())) {
                side.add(print, Input.name(name));
            }
        }
    }

    /** The campaigns of one's own run never expire; what was taken back is compared no more. */
    private static void own(Side side, Path run, Fingerprinter key, FingerprintFile theirs) throws IOException {
        Set<String> revoked = new HashSet<>();
        theirs.revocations().forEach(revocation -> revoked.add(revocation.id()));
        key.named(run).forEach((name, print) -> {
            if (!revoked.contains(print.id())) {
                side.add(print, name);
            }
        });
    }

    /** Each file with those after it. */
    private List<Named> among(FingerprintMatcher matcher, List<FingerprintFile> read, Map<String, Fingerprint> valid) {
        List<Side> sides = new ArrayList<>();
        for (int f = 0; f < read.size(); f++) {
            sides.add(new Side());
            add(sides.get(f), files.get(f), read.get(f), valid);
        }
        List<Named> matches = new ArrayList<>();
        for (int a = 0; a < sides.size(); a++) {
            for (int b = a + 1; b < sides.size(); b++) {
                matches.addAll(sides.get(a).match(matcher, sides.get(b)));
            }
        }
        return matches;
    }
}
