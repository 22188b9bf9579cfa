/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.findings.Findings;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.core.privacy.SecretKey;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.Post;
import org.vigie.posts.exports.ReadSummary;
import org.vigie.posts.simulation.Simulator;

/** The whole way from simulated posts to files: golden bytes, hidden names, threads. */
class SimulatedReportTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/report-1");
    private static final Path ACTUAL = Path.of("target/golden/report-1");
    /** A name of these tests or a pseudonym, and the apostrophe before one that a spreadsheet would run. */
    private static final Pattern NAME = Pattern.compile("'?(zqzqzq\\d{5}qzqzqz|[A-Za-z0-9_-]{16})");

    /** Those of the files for partners are made of names, and say nothing by their order. */
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final List<String> ORDERED = List.of(
            "campaigns.json",
            "campaigns.csv",
            "accounts.csv",
            "posts.csv",
            "clusters.csv",
            "bursts.csv",
            "stix.json",
            "misp.json");
    private static final Pseudonymizer KEYED =
            Pseudonymizer.withKey(SecretKey.of("a key of the tests, long enough".getBytes(StandardCharsets.UTF_8)));
    private static final List<Post> POSTS = simulated();
    private static final Findings FOUND = detect(POSTS, 2);

    @TempDir
    Path folder;

    private static List<Post> simulated() {
        List<Post> posts = new ArrayList<>();
        Simulator.withDefaults().withPosts(3_000).withPlantedShare(0.15).run((post, label) -> posts.add(post));
        return List.copyOf(posts);
    }

    private static Findings detect(List<Post> posts, int threads) {
        CorpusBuilder builder = Corpus.builder().withThreads(threads);
        posts.forEach(builder::post);
        return CampaignDetector.withDefaults().withThreads(threads).detect(builder.build());
    }

    private static Path write(Findings findings, Names names, Path to) throws IOException {
        ReadSummary input = TestFindings.input("ab", 3_000);
        return ReportWriter.withDefaults()
                .withVersion("golden")
                .write(findings, names, Provenance.none().withInputs(List.of(input)), to)
                .folder();
    }

    /**
     * A changed score, p-value, order or layout breaks it. What was written stays in target/golden/report-1; if the
     * change is meant, copy the four files that are compared from there.
     */
    @Test
    void reportHasItsGoldenBytes() throws IOException {
        assertThat(FOUND.campaigns()).isNotEmpty();
        write(FOUND, Names.plain(FOUND.corpus()), ACTUAL);
        Files.writeString(ACTUAL.resolve("hashes.txt"), hashes(ACTUAL));
        for (String file : List.of("campaigns.json", "bursts.csv", "edges.csv", "hashes.txt")) {
            assertThat(ACTUAL.resolve(file)).hasSameTextualContentAs(GOLDEN.resolve(file));
        }
    }

    private static String hashes(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        read(folder).forEach((name, text) -> {
            if (!name.equals("hashes.txt")) {
                lines.append(sha256(text)).append("  ").append(name).append('\n');
            }
        });
        return lines.toString();
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() throws IOException {
        Map<String, String> two = read(write(FOUND, Names.plain(FOUND.corpus()), folder.resolve("2")));
        for (int threads : new int[] {1, 5}) {
            Findings findings = detect(POSTS, threads);
            Path to = folder.resolve(Integer.toString(threads));
            assertThat(read(write(findings, Names.plain(findings.corpus()), to)))
                    .isEqualTo(two);
        }
    }

    @Test
    void theOrderOfPostsChangesNothing() throws IOException {
        List<Post> reversed = new ArrayList<>(POSTS);
        Collections.reverse(reversed);
        Findings findings = detect(reversed, 2);
        assertThat(read(write(findings, Names.plain(findings.corpus()), folder.resolve("reversed"))))
                .isEqualTo(read(write(FOUND, Names.plain(FOUND.corpus()), folder.resolve("given"))));
    }

    @Test
    void hiddenNamesIdsAndTextsAreInNoOutput() throws IOException {
        List<Post> posts = renamed(i -> i);
        Findings findings = detect(posts, 2);
        Names hidden = Names.plain(findings.corpus()).withPseudonyms(KEYED).withRetention(Names.Retention.NONE);
        read(write(findings, hidden, folder)).forEach((file, text) -> {
            String lower = text.toLowerCase(Locale.ROOT);
            assertThat(lower).as(file).doesNotContain("zqzqzq", "qzqzqz");
            for (Post post : posts) {
                String own = post.text().toLowerCase(Locale.ROOT);
                if (own.length() >= Corpus.MIN_TEXT_LENGTH) {
                    assertThat(lower.contains(own.substring(0, Corpus.MIN_TEXT_LENGTH)))
                            .as("%s has %s", file, own)
                            .isFalse();
                }
            }
        });
        Names snippets = hidden.withRetention(Names.Retention.SNIPPET);
        read(write(findings, snippets, folder))
                .forEach((file, text) ->
                        assertThat(text.toLowerCase(Locale.ROOT)).as(file).doesNotContain("zqzqzq", "qzqzqz"));
    }

    @Test
    void theOrderOfOutputsDoesNotDependOnNames() throws IOException {
        Findings rising = detect(renamed(i -> i), 2);
        Findings falling = detect(renamed(i -> 99_999 - i), 2);
        for (boolean hidden : new boolean[] {false, true}) {
            Map<String, String> a = inNumbers(rising, hidden, i -> i);
            Map<String, String> b = inNumbers(falling, hidden, i -> 99_999 - i);
            for (String file : ORDERED) {
                assertThat(b.get(file)).as(file).isEqualTo(a.get(file));
            }
            assertThat(pairs(b.get("edges.csv"))).isEqualTo(pairs(a.get("edges.csv")));
        }
    }

    /** Files with the names, shown or hidden, of accounts replaced by numbers that both inputs have in common. */
    private Map<String, String> inNumbers(Findings findings, boolean hidden, IntUnaryOperator back) throws IOException {
        Names plain = Names.plain(findings.corpus());
        Names names = hidden ? plain.withPseudonyms(KEYED) : plain;
        Map<String, String> numbers = new HashMap<>();
        for (int account = 0; account < findings.corpus().accounts(); account++) {
            String name = plain.account(account);
            String number = "#" + back.applyAsInt(Integer.parseInt(name.substring(6, 11)));
            numbers.put(KEYED.pseudonym("account", name), number);
            numbers.put(name, number);
        }
        Map<String, String> files = read(write(findings, names, folder.resolve(Boolean.toString(hidden))));
        files.replaceAll((file, text) -> NAME.matcher(UUID.matcher(text).replaceAll("uuid"))
                .replaceAll(m -> numbers.getOrDefault(m.group(1), Matcher.quoteReplacement(m.group()))));
        return files;
    }

    private static Set<String> pairs(String edges) {
        assertThat(edges)
                .startsWith("source,target,weight,first,last,co_actions,objects,mean_delta,min_delta,source_contents,"
                        + "target_contents,symmetry,lead,p,q,campaign\n");
        Set<String> pairs = new TreeSet<>();
        edges.lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            boolean turned = cells[0].compareTo(cells[1]) > 0;
            pairs.add(cells[turned ? 1 : 0] + " " + cells[turned ? 0 : 1] + " " + cells[6] + " " + cells[5] + " "
                    + cells[13] + " " + cells[14] + " " + cells[15]);
        });
        assertThat(pairs).isNotEmpty();
        return pairs;
    }

    /** The posts with ids and accounts that are found wherever they stand: five digits between zqzqzq and qzqzqz. */
    private static List<Post> renamed(IntUnaryOperator number) {
        Map<String, String> accounts = new HashMap<>();
        UnaryOperator<String> account = a -> accounts.computeIfAbsent(
                a, k -> String.format(Locale.ROOT, "zqzqzq%05dqzqzqz", number.applyAsInt(accounts.size())));
        List<Post> posts = new ArrayList<>();
        for (Post p : POSTS) {
            posts.add(Post.builder("zqzqzq-" + p.id() + "-qzqzqz", account.apply(p.account()), p.time(), p.text())
                    .urls(p.urls())
                    .hashtags(p.hashtags())
                    .mentions(p.mentions().stream().map(account).toList())
                    .repostOf(p.repostOf().map(id -> "zqzqzq-" + id + "-qzqzqz").orElse(""))
                    .replyTo(p.replyTo().map(id -> "zqzqzq-" + id + "-qzqzqz").orElse(""))
                    .build());
        }
        return posts;
    }

    /** All files but the manifest, which lists the others' hashes. */
    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (!name.equals("manifest.json")) {
                    texts.put(name, Files.readString(file));
                }
            }
        }
        return texts;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
