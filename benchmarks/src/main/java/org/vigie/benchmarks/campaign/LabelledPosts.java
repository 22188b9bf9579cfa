/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.vigie.benchmarks.process.Metered;
import org.vigie.campaign.evaluation.Evaluation;
import org.vigie.campaign.evaluation.Labels;
import org.vigie.campaign.evaluation.ReportedGroup;
import org.vigie.campaign.evaluation.ReportedGroup.Kind;
import org.vigie.posts.Post;

/**
 * Vigie and its rivals on real posts whose accounts are labelled. Each is a process of its own that reads the file,
 * runs one method with its defaults and writes the groups. Arguments: a folder of pairs {@code X.csv.gz} and {@code
 * X.truth.csv}, and a folder for files.
 */
public final class LabelledPosts {
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC");
    /** Below this many accounts a group of a rival is no campaign but a small group. */
    private static final int LEAST_CAMPAIGN = 5;

    /** Which of the posts are used. Parts and samples show how far a result depends on these very posts. */
    public enum Part {
        /** All posts. */
        ALL,
        /** The first half by time. */
        FIRST_HALF,
        /** The second half by time. */
        SECOND_HALF,
        /** Accounts whose name has an even hash. */
        EVEN_ACCOUNTS,
        /** Accounts whose name has an odd hash. */
        ODD_ACCOUNTS,
        /** Each post with probability one half. */
        HALF_OF_POSTS,
        /** Each post with probability one quarter. */
        QUARTER_OF_POSTS,
        /** Half of the accounts, in the second half by time. */
        HALF_OF_ACCOUNTS_AND_TIME;

        /**
         * The name in tables: lower case with spaces.
         *
         * @return the name
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        List<Post> of(List<Post> posts) {
            return switch (this) {
                case HALF_OF_POSTS -> Copies.sampled(posts, 0.5, 1);
                case QUARTER_OF_POSTS -> Copies.sampled(posts, 0.25, 1);
                case HALF_OF_ACCOUNTS_AND_TIME -> SECOND_HALF.of(EVEN_ACCOUNTS.of(posts));
                default -> half(posts);
            };
        }

        private List<Post> half(List<Post> posts) {
            long median = posts.stream()
                    .mapToLong(post -> post.time().toEpochMilli())
                    .sorted()
                    .skip(posts.size() / 2)
                    .findFirst()
                    .orElse(0);
            return posts.stream()
                    .filter(post -> switch (this) {
                        case ALL -> true;
                        case FIRST_HALF -> post.time().toEpochMilli() < median;
                        case SECOND_HALF -> post.time().toEpochMilli() >= median;
                        case EVEN_ACCOUNTS -> isEven(post.account());
                        case ODD_ACCOUNTS -> !isEven(post.account());
                        default -> throw new IllegalStateException("not a half: " + this);
                    })
                    .toList();
        }

        /** The hash of a string is specified; its low bit alone would be the parity of the last characters. */
        private static boolean isEven(String account) {
            return Integer.bitCount(account.hashCode() * 0x9E3779B9) % 2 == 0;
        }
    }

    /** Which rivals run beside {@code vigie detect}. */
    public enum Rivals {
        /** All of them. */
        ALL,
        /** Those that find most. */
        STRONG,
        /** None: a check of what {@code vigie detect} finds. */
        NONE;

        /**
         * Those of the full study.
         *
         * @param part which of the posts
         * @return all for all posts, the strong ones for a part
         */
        public static Rivals of(Part part) {
            return part == Part.ALL ? ALL : STRONG;
        }

        private boolean has(Contender contender) {
            return switch (contender) {
                case VIGIE -> true;
                case CO_TWEET_DAY, TEXT_POOL_RULE, TEXT_POOL -> this != NONE;
                default -> this == ALL;
            };
        }
    }

    /**
     * One method on one file.
     *
     * @param file the file's name
     * @param part which of its posts
     * @param method the method's name
     * @param evaluation how far its groups agree with the labels of the accounts that post
     * @param usage what the process cost, reading included
     */
    public record Outcome(String file, Part part, String method, Evaluation evaluation, Metered.Usage usage) {
        /**
         * Counts campaigns.
         *
         * @return groups of at least five accounts
         */
        public long groups() {
            return evaluation.groups().stream()
                    .filter(group -> group.kind() == Kind.CAMPAIGN)
                    .count();
        }

        /**
         * Counts false campaigns.
         *
         * @return groups of at least five accounts of which most are unlabelled
         */
        public long groupsOfOthers() {
            return evaluation.mostlyOthers().stream()
                    .filter(group -> group.kind() == Kind.CAMPAIGN)
                    .count();
        }
    }

    private LabelledPosts() {}

    /**
     * Runs one method where three arguments follow its name (file, part, result), else the study.
     *
     * @param args see the class; or a method, a file of posts, a part, a file for the groups
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the wait is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 4) {
            run(Contender.valueOf(args[0]), Path.of(args[1]), Part.valueOf(args[2]), Path.of(args[3]));
            return;
        }
        for (LabelledFile file : LabelledFile.in(Path.of(args[0]))) {
            for (Part part : Part.values()) {
                measure(file, part, Rivals.of(part), method -> true, Path.of(args[1]))
                        .forEach(LabelledPosts::print);
            }
        }
    }

    private static void print(Outcome o) {
        Evaluation.Score score = o.evaluation.campaigns();
        System.out.printf(
                Locale.ROOT,
                "%s, %s, %s: %d accounts, %d right, precision %.3f, recall %.3f; %d groups, %d of others, with small"
                        + " ones %d accounts, %d right; %.1f s, %.0f MB%n",
                o.file,
                o.part.label(),
                o.method,
                score.reported(),
                score.right(),
                score.precision(),
                score.recall(),
                o.groups(),
                o.groupsOfOthers(),
                o.evaluation.withSmallGroups().reported(),
                o.evaluation.withSmallGroups().right(),
                o.usage.cpuSeconds(),
                o.usage.peakMegabytes());
    }

    /**
     * Runs methods on a part of a file.
     *
     * @param file the file
     * @param part which of its posts
     * @param rivals which rivals run beside it
     * @param isAsked which methods are asked about, by their names
     * @param scratch a folder for files
     * @return an outcome for each method
     * @throws IOException if a process fails
     * @throws InterruptedException if the wait is interrupted
     */
    public static List<Outcome> measure(
            LabelledFile file, Part part, Rivals rivals, Predicate<String> isAsked, Path scratch)
            throws IOException, InterruptedException {
        Labels labels = Labels.read(file.truth(), reject -> {});
        List<Outcome> outcomes = new ArrayList<>();
        for (Contender contender : Contender.values()) {
            if (rivals.has(contender) && isAsked.test(contender.title())) {
                Path result = Files.createTempFile(scratch, "groups", ".csv");
                Metered.Usage usage = Metered.run(
                        scratch,
                        OPTIONS,
                        LabelledPosts.class,
                        List.of(contender.name(), file.posts().toString(), part.name(), result.toString()));
                outcomes.add(new Outcome(file.name(), part, contender.title(), evaluation(result, labels), usage));
            }
        }
        return outcomes;
    }

    /** Writes a row for each account of a group, and for each account of none. */
    private static void run(Contender contender, Path file, Part part, Path result) throws IOException {
        List<Post> posts = part.of(new LabelledFile("", file, file).read());
        List<ReportedGroup> groups = contender.groups(posts);
        Set<String> others = new TreeSet<>();
        posts.forEach(post -> others.add(post.account()));
        try (CsvWriter csv = CsvWriter.builder().build(result)) {
            csv.writeRecord("group", "kind", "account");
            for (ReportedGroup group : groups) {
                for (String account : group.accounts()) {
                    csv.writeRecord(group.id(), group.kind().name(), account);
                    others.remove(account);
                }
            }
            others.forEach(account -> csv.writeRecord("", "", account));
        }
    }

    /** Recall is of the accounts that post in this part. */
    private static Evaluation evaluation(Path result, Labels labels) throws IOException {
        Map<String, String> present = new LinkedHashMap<>();
        Map<String, List<String>> accounts = new LinkedHashMap<>();
        Map<String, Kind> kinds = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(result)) {
            for (NamedCsvRecord row : rows) {
                String account = row.getField("account");
                labels.label(account).ifPresent(label -> present.put(account, label));
                if (!row.getField("group").isEmpty()) {
                    accounts.computeIfAbsent(row.getField("group"), unused -> new ArrayList<>())
                            .add(account);
                    kinds.put(row.getField("group"), Kind.valueOf(row.getField("kind")));
                }
            }
        }
        List<ReportedGroup> groups = new ArrayList<>();
        accounts.forEach((id, members) -> {
            boolean isSmall = kinds.get(id) == Kind.CAMPAIGN && members.size() < LEAST_CAMPAIGN;
            groups.add(new ReportedGroup(id, isSmall ? Kind.SMALL_GROUP : kinds.get(id), members, List.of()));
        });
        return Evaluation.of(groups, Labels.of(present));
    }
}
