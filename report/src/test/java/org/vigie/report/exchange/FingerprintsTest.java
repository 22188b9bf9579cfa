/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.core.privacy.SecretKey;
import org.vigie.core.similarity.Signature;
import org.vigie.posts.Corpus;
import org.vigie.posts.Post;
import org.vigie.report.exchange.RunContents.Finding;

/** What partners learn from fingerprints, with the key and without it. */
class FingerprintsTest {
    private static final SecretKey KEY = key("the key of the partners, 32 bytes");
    private static final SecretKey OTHER = key("a key that somebody else made up.");
    private static final Fingerprinter MAKER = Fingerprinter.withKey(KEY);
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-09");

    /** Consonants and vowels of four alphabets: texts of made-up words are alike by intent only. */
    private static final List<List<String>> ALPHABETS = List.of(
            List.of("bcdfghjklmnprstvwz", "aeiou\u00e9"),
            List.of(
                    "\u0431\u0432\u0433\u0434\u0436\u0437\u043a\u043b\u043c\u043d\u043f\u0440\u0441\u0442\u0444\u0445\u0446\u0448",
                    "\u0430\u0435\u0438\u043e\u0443\u044b\u044f"),
            List.of(
                    "\u0628\u062a\u062c\u062d\u062f\u0631\u0632\u0633\u0634\u0635\u0637\u0639\u0641\u0642\u0643\u0644\u0645\u0646",
                    "\u0627\u0648\u064a"),
            List.of(
                    "\u03b2\u03b3\u03b4\u03b6\u03b8\u03ba\u03bb\u03bc\u03bd\u03c0\u03c1\u03c3\u03c4\u03c6\u03c7",
                    "\u03b1\u03b5\u03b7\u03b9\u03bf\u03c5\u03c9"));

    @TempDir
    private Path folder;

    private static SecretKey key(String text) {
        return SecretKey.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(SplittableRandom random, int words) {
        StringBuilder text = new StringBuilder();
        List<String> letters = ALPHABETS.get(random.nextInt(ALPHABETS.size()));
        for (int w = 0; w < words; w++) {
            text.append(w == 0 ? "" : " ");
            for (int s = 2 + random.nextInt(3); s > 0; s--) {
                letters.forEach(kind -> text.append(kind.charAt(random.nextInt(kind.length()))));
            }
        }
        return text.toString();
    }

    /** One word in eight is another one. */
    private static String reworded(SplittableRandom random, String text) {
        String[] words = text.split(" ");
        for (int w = random.nextInt(8); w < words.length; w += 8) {
            words[w] = text(random, 1);
        }
        return String.join(" ", words);
    }

    private static Finding finding(int week, List<String> texts, List<String> links) {
        Instant from = START.plusSeconds(604_800L * week);
        return new Finding("C1", from, from.plusSeconds(7_200), from.plusSeconds(86_400), 24, 843, texts, links);
    }

    private static Fingerprint print(Fingerprinter maker, int week, List<String> texts, List<String> links) {
        return maker.of(finding(week, texts, links), DAY);
    }

    private static List<String> texts(SplittableRandom random, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text(random, 12 + random.nextInt(12)));
        }
        return texts;
    }

    private static String written(FingerprintFile file) throws IOException {
        StringWriter out = new StringWriter();
        file.write(out);
        return out.toString();
    }

    private FingerprintFile file(Fingerprint... prints) {
        return new FingerprintFile(MAKER.keyId(), List.of(prints), List.of(), 0);
    }

    private FingerprintFile reread(String text) throws IOException {
        return FingerprintFile.read(Files.writeString(folder.resolve("f.jsonl"), text));
    }

    @Test
    void theSameCampaignOfAnotherWeekIsFoundThoughHalfOfItIsOthersAndTheRestReworded() {
        SplittableRandom random = new SplittableRandom(7);
        int trials = 400;
        int found = 0;
        for (int trial = 0; trial < trials; trial++) {
            List<String> here = texts(random, 8);
            List<String> there = texts(random, 4);
            here.subList(0, 4).forEach(text -> there.add(reworded(random, text)));
            Fingerprint left = print(MAKER, 0, here, List.of());
            Fingerprint right = print(MAKER, 3, there, List.of());
            List<FingerprintMatch> matches = FingerprintMatcher.withDefaults().match(List.of(left), List.of(right));
            found += matches.size();
            for (FingerprintMatch match : matches) {
                assertThat(match.texts()).isLessThanOrEqualTo(4);
                assertThat(match.overlap()).isLessThanOrEqualTo(0.5);
                assertThat(match.jaccard().standardError()).isBetween(0.0, 0.04);
            }
        }
        assertThat(found).isGreaterThanOrEqualTo((int) (0.95 * trials));
    }

    private static Post post(int id, String account, String text, List<String> links) {
        return Post.builder("p" + id, account, START.plusSeconds(60L * id), text)
                .urls(links.stream().map(link -> "https://" + link).toList())
                .build();
    }

    /** Nobody has to have found it: half of it, reworded, is found among posts of others; what is not there is not. */
    @Test
    void findingsAreFoundAmongPosts() {
        SplittableRandom random = new SplittableRandom(17);
        List<Fingerprint> there = new ArrayList<>();
        List<Fingerprint> elsewhere = new ArrayList<>();
        List<Post> posts = new ArrayList<>();
        for (int f = 0; f < 100; f++) {
            List<String> texts = texts(random, 8);
            there.add(print(MAKER, 0, texts, List.of("news.example/" + f)));
            elsewhere.add(print(MAKER, 0, texts(random, 8), List.of("news.example/x" + f)));
            for (int t = 0; t < 4; t++) {
                posts.add(post(posts.size(), "a" + f + "-" + t, reworded(random, texts.get(t)), List.of()));
            }
            for (int other = 0; other < 20; other++) {
                posts.add(post(posts.size(), "b" + random.nextInt(500), text(random, 14), List.of("news.example/o")));
            }
        }
        Corpus corpus = Corpus.of(posts);
        FingerprintMatcher matcher = FingerprintMatcher.withDefaults();
        List<FingerprintMatch> found = matcher.match(there, corpus, MAKER);
        assertThat(found).hasSizeGreaterThanOrEqualTo(95);
        for (FingerprintMatch match : found) {
            assertThat(match.texts()).isBetween(2, 4);
            assertThat(match.overlap()).isLessThanOrEqualTo(4.0 / 9);
            assertThat(match.right().accounts()).isBetween(2L, 4L);
            assertThat(match.right().first()).isEqualTo(match.right().last());
        }
        assertThat(matcher.match(elsewhere, corpus, MAKER))
                .extracting(FingerprintMatch::texts)
                .isEmpty();
        assertThat(matcher.match(there, corpus, Fingerprinter.withKey(OTHER)))
                .as("another key")
                .isEmpty();
    }

    /** A campaign of links alone, as posts share them: two of four are enough, one and the first page of a site are not. */
    @Test
    void linksAreFoundAmongPosts() {
        Fingerprint theirs = print(
                MAKER, 0, List.of(), List.of("news.example/a", "news.example/b", "news.example/c", "news.example/d"));
        FingerprintMatcher matcher = FingerprintMatcher.withDefaults();
        List<Post> posts = List.of(
                post(0, "amina", "Look", List.of("news.example/a", "news.example")),
                post(61, "bruno", "Look", List.of("news.example/b")),
                post(62, "chidi", "Look", List.of("news.example/z")));
        List<FingerprintMatch> found = matcher.match(List.of(theirs), Corpus.of(posts), MAKER);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).links()).isEqualTo(2);
        assertThat(found.get(0).overlap()).isEqualTo(0.5);
        assertThat(found.get(0).right().posts()).isEqualTo(2);
        assertThat(matcher.match(List.of(theirs), Corpus.of(posts.subList(1, 3)), MAKER))
                .isEmpty();
    }

    @Test
    void aCampaignOfLinksIsFoundByItsLinks() {
        List<String> here = List.of("news.example/a", "news.example/b", "other.example", "video.example/watch?v=1");
        List<String> there = List.of("news.example/b", "other.example", "video.example/watch?v=1", "x.example/1");
        List<FingerprintMatch> matches = FingerprintMatcher.withDefaults()
                .match(List.of(print(MAKER, 0, List.of(), here)), List.of(print(MAKER, 9, List.of(), there)));
        assertThat(matches).hasSize(1);
        assertThat(matches.get(0).links())
                .as("the first page of a site does not count")
                .isEqualTo(2);
        assertThat(matches.get(0).domains()).isEqualTo(3);
        assertThat(matches.get(0).jaccard().jaccard()).isEqualTo(0.5);
        assertThat(FingerprintMatcher.withDefaults()
                        .match(
                                List.of(print(MAKER, 0, List.of(), List.of("news.example", "other.example"))),
                                List.of(print(MAKER, 0, List.of(), List.of("news.example", "other.example")))))
                .isEmpty();
    }

    /** Hashtags, domains and a popular link or phrase in common are no campaign in common. */
    @Test
    void unrelatedFindingsDoNotMatch() {
        SplittableRandom random = new SplittableRandom(11);
        List<Fingerprint> left = new ArrayList<>();
        List<Fingerprint> right = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            List<String> texts = texts(random, 1 + random.nextInt(5));
            texts.replaceAll(text -> text + " #topic" + random.nextInt(20) + " breaking news at https://news.example");
            List<String> links = new ArrayList<>();
            for (int l = random.nextInt(4); l > 0; l--) {
                links.add("news" + random.nextInt(20) + ".example/" + random.nextLong());
            }
            if (i % 10 == 0) {
                texts.add(text(random, 12));
                links.add("news1.example/" + random.nextLong());
                links.add("popular.example/the-video");
            }
            (i % 2 == 0 ? left : right).add(print(MAKER, i % 50, texts, links));
        }
        assertThat(FingerprintMatcher.withDefaults().match(left, right))
                .extracting(FingerprintMatch::texts)
                .isEmpty();
        assertThat(FingerprintMatcher.withDefaults().match(right, left.subList(0, 1)))
                .extracting(FingerprintMatch::texts)
                .isEmpty();
        assertThat(FingerprintMatcher.withDefaults().match(left.subList(0, 9), left))
                .extracting(FingerprintMatch::texts)
                .as("each matches itself")
                .hasSize(9);
    }

    /**
     * Whoever has no key and knows every text and link that there may be, ours among them, can tell none of them: what they
     * compute under keys of their own meets nothing in the file, and nothing in it is a plain hash. -Dvigie.dictionary asks
     * for more texts.
     */
    @Test
    void aDictionaryWithoutTheKeyRecoversNothing() throws IOException {
        SplittableRandom random = new SplittableRandom(13);
        List<String> ours = texts(random, 20);
        List<String> links = List.of("news.example/a", "news.example/b");
        Fingerprint print = print(MAKER, 0, ours, links);
        Set<String> inFile = new HashSet<>();
        print.texts().forEach(t -> inFile.add(Fingerprint.base64(t.toBytes())));
        inFile.addAll(print.links());
        inFile.addAll(print.domains());
        List<String> dictionary = new ArrayList<>(ours);
        while (dictionary.size() < Integer.getInteger("vigie.dictionary", 20_000)) {
            dictionary.add(text(random, 14));
        }
        Fingerprinter guesser = Fingerprinter.withKey(OTHER);
        int recovered = 0;
        double nearest = 0;
        for (int i = 0; i < dictionary.size(); i++) {
            Fingerprint guess = print(guesser, 0, List.of(dictionary.get(i)), i == 0 ? links : List.of());
            for (Signature text : guess.texts()) {
                recovered += inFile.contains(Fingerprint.base64(text.toBytes())) ? 1 : 0;
                for (Signature own : print.texts().subList(0, 2)) {
                    nearest = Math.max(nearest, own.jaccard(text).jaccard());
                }
            }
            recovered += (int) guess.links().stream().filter(inFile::contains).count();
            recovered += (int) guess.domains().stream().filter(inFile::contains).count();
        }
        assertThat(recovered).isZero();
        assertThat(nearest).as("no text stands out among the guesses").isLessThan(0.1);
        int withKey = 0;
        for (String text : ours) {
            withKey += print(MAKER, 0, List.of(text), List.of()).texts().stream()
                            .map(t -> Fingerprint.base64(t.toBytes()))
                            .anyMatch(inFile::contains)
                    ? 1
                    : 0;
        }
        assertThat(withKey).as("who has the key can try guesses").isEqualTo(20);
    }

    @Test
    void noTextAccountOrObjectIsInTheFile() throws IOException {
        Fingerprint print = print(
                MAKER,
                0,
                List.of("The old stone bridge at Kettlebrae is shut today, says the mayor #Kettlebrae @canary_account"),
                List.of("canary.example/page"));
        String file = written(file(print)).toLowerCase(Locale.ROOT);
        assertThat(file).doesNotContain("kettlebrae", "canary", "bridge", "example");
        assertThat(print.hashtags()).hasSize(1);
        assertThat(print.domains()).hasSize(1);
        assertThat(print.posts()).as("two digits").isEqualTo(840);
        assertThat(file).doesNotContain(KEY.id(), "partners");
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        Fingerprint a = print(MAKER, 0, texts(random, 40), List.of("news.example/a"));
        Fingerprint b = print(MAKER, 0, List.of(), List.of("news.example/a", "news.example/b"));
        assertThat(a.texts()).hasSize(32);
        String text = written(file(a, b));
        FingerprintFile back = reread(text);
        assertThat(back.fingerprints()).containsExactly(a, b);
        assertThat(written(back)).isEqualTo(text);
        assertThat(MAKER.forged(back)).isEmpty();
        assertThat(text.length()).isLessThan(12_000);
        assertThat(print(MAKER, 0, List.of(), List.of("news.example/b", "news.example/a")))
                .as("order says nothing")
                .isEqualTo(b);
    }

    @Test
    void aChangedLineIsSeenByWhoHasTheKey() throws IOException {
        Fingerprint print = print(MAKER, 0, List.of(), List.of("news.example/a", "news.example/b"));
        String longer = written(file(print)).replace("\"expires\":\"2027-03-09\"", "\"expires\":\"2099-03-09\"");
        assertThat(MAKER.forged(reread(Closing.of(longer)))).containsExactly(print.id());
        assertThat(Fingerprinter.withKey(OTHER).forged(file(print))).containsExactly(print.id());
        // Whoever has the key can sign what they like, but not under an id that stands for something else.
        Fingerprint another =
                print(MAKER, 0, List.of(), List.of("news.example/c")).withId(print.id());
        Fingerprint signed = another.withMac(new KeyedHashes(KEY).mac(another.content()));
        assertThat(MAKER.forged(file(signed))).containsExactly(print.id());
        assertThat(MAKER.forged(file(print))).isEmpty();
        assertThatThrownBy(() -> FingerprintFile.merge(List.of(file(print), file(signed))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("fingerprints of one id must be equal but two of " + print.id() + " differ");
        FingerprintFile revoked = Fingerprinter.withKey(OTHER).revoke(List.of(print.id()));
        assertThat(MAKER.forged(revoked)).containsExactly(print.id());
    }

    /** Without the key nobody sees which one is genuine; a made-up one must not take its place in an index. */
    @Test
    void aMadeUpRevocationReplacesNone() {
        Fingerprint print = print(MAKER, 0, List.of(), List.of("news.example/a", "news.example/b"));
        FingerprintFile genuine = MAKER.revoke(List.of(print.id()));
        FingerprintFile madeUp = new FingerprintFile(
                MAKER.keyId(),
                List.of(),
                List.of(new FingerprintFile.Revocation(print.id(), "AAAAAAAAAAAAAAAAAAAAAA")),
                0);
        for (List<FingerprintFile> files : List.of(List.of(madeUp, genuine), List.of(genuine, madeUp))) {
            assertThatThrownBy(() -> FingerprintFile.merge(files))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("revocations of one id must be equal but two of " + print.id()
                            + " differ: one was changed; name the key, and files that were changed are refused");
        }
        assertThat(FingerprintFile.merge(List.of(genuine, genuine)).revocations())
                .hasSize(1);
    }

    @Test
    void expiredAndRevokedOnesCountNoMore() throws IOException {
        Fingerprint a = print(MAKER, 0, List.of(), List.of("news.example/a", "news.example/b"));
        Fingerprint b =
                print(MAKER.withValidity(Period.ofDays(10)), 0, List.of(), List.of("news.example/c", "news.example/d"));
        FingerprintFile both = FingerprintFile.merge(List.of(file(b), file(a), file(b)));
        assertThat(both.fingerprints()).hasSize(2);
        assertThat(both.valid(DAY.plusDays(9))).hasSize(2);
        assertThat(both.valid(DAY.plusDays(10))).containsExactly(a);
        FingerprintFile merged = FingerprintFile.merge(List.of(both, MAKER.revoke(List.of(a.id()))));
        assertThat(merged.valid(DAY)).containsExactly(b);
        FingerprintFile back = reread(written(merged));
        assertThat(back.valid(DAY)).containsExactly(b);
        assertThat(MAKER.forged(back)).isEmpty();
        assertThatThrownBy(() -> FingerprintFile.merge(
                        List.of(both, Fingerprinter.withKey(OTHER).revoke(List.of(a.id())))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("fingerprints must be of one key but are of " + MAKER.keyId());
        assertThatThrownBy(() -> FingerprintFile.merge(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MAKER.withValidity(Period.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("validity must be at least a day but was P0D");
    }

    @Test
    void hostileFilesAreRefusedWithAReason() throws IOException {
        String good = written(file(print(MAKER, 0, texts(new SplittableRandom(1), 2), List.of("a.example/b"))));
        String old = good.replace("vigie-fingerprints-2", "vigie-fingerprints-1");
        for (String bad : List.of(
                "",
                "[]",
                "{}",
                "nothing",
                good.substring(0, good.length() / 2),
                good.lines().skip(1).findFirst().orElseThrow(),
                good.replace("vigie-fingerprints-2", "vigie-fingerprints-9"),
                good.replace("\"accounts\":24", "\"accounts\":-1"),
                good.replace("\"expires\":\"2027-03-09\"", "\"expires\":\"never\""),
                good.replaceFirst("\"texts\":\\[\"[^\"]{20}", "\"texts\":[\"AAAAAAAAAAAAAAAAAAAA"),
                good.replace("\"links\":[", "\"links\":[" + "\"x\",".repeat(256)),
                good.replace("\"texts\":[", "\"texts\":[" + "\"x\",".repeat(32)),
                good.replace("\"posts\":840", "\"posts\":9223372036854775808"),
                good.replace("\"posts\":840", "\"posts\":8.4"),
                good.replace("\"posts\":840,", ""),
                good.replace("\"links\":", "\"x\":"),
                good.replace("\"withheld\":0", "\"withheld\":-1"),
                good.replace("\"texts\":[", "\"origin\":\"x\",\"texts\":["),
                old.replace("\"withheld\":0", "\"withheld\":9223372036854775807")
                        + old.replace("\"withheld\":0", "\"withheld\":1"),
                good.replace("\"mac\":\"", "\"mac\":\"" + "y".repeat(10_001)),
                old + old.replace(MAKER.keyId(), "0000000000000000"))) {
            assertThatThrownBy(() -> reread(Closing.of(bad)))
                    .as(bad)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("f.jsonl ");
        }
        for (String beyond : List.of(
                "\"z\":" + "[".repeat(3_000),
                "\"withheld\":" + "1".repeat(5_000),
                "\"" + "n".repeat(60_000) + "\":1")) {
            assertThatThrownBy(() -> reread(Closing.of(good.replace("\"withheld\":0", beyond))))
                    .isInstanceOf(IOException.class)
                    .hasMessageEndingWith("f.jsonl: it has levels, a name or a number beyond what is read");
        }
        for (String bad : List.of(
                good.replace("2027-03-09", "qzcanary"),
                good.replaceFirst("\"texts\":\\[\"", "\"texts\":[\"qzcanary\u00e9"),
                good.replace("vigie-fingerprints-2", "qzcanary"),
                good.replace("\"links\":[", "\"links\":[qzcanary,"),
                good.replace("\"id\":", "\"qzcanary\":"),
                old + old.replace(MAKER.keyId(), "qzcanary"))) {
            assertThatThrownBy(() -> reread(Closing.of(bad)))
                    .as(bad)
                    .hasMessageMatching(".*f\\.jsonl line \\d, column \\d+: .*")
                    .hasMessageNotContaining("canary");
        }
    }

    /** What has no place in a fingerprint is named: partners think that they compare all of it. */
    @Test
    void whatIsLeftOutIsSaid() throws IOException {
        StringBuilder texts = new StringBuilder();
        texts(new SplittableRandom(2), 33)
                .forEach(t -> texts.append(texts.isEmpty() ? "" : ",").append("{\"text\":\"" + t + "\"}"));
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 257; i++) {
            links.append(i == 0 ? "" : ",").append("{\"kind\":\"url\",\"key\":\"a" + i + ".example/b\"}");
        }
        String rest =
                "\"first\":\"2026-03-02T08:00:00Z\",\"peak\":\"2026-03-02T08:00:00Z\",\"last\":\"2026-03-02T08:00:00Z\","
                        + "\"accounts\":[1,2,3,4,5],\"posts\":[1],";
        Path run = Files.writeString(
                folder.resolve("campaigns.json"),
                "{\"schema\":\"vigie-campaigns-1\",\"run\":\"r\",\"text_retention\":\"full\",\"traffic\":{\"last\":\"2026-03-02T08:00:00Z\"},"
                        + "\"campaigns\":[{\"id\":\"C1\"," + rest + "\"texts\":[" + texts + "],\"objects\":[" + links
                        + "]},"
                        + "{\"id\":\"C2\"," + rest + "\"texts\":[{\"text\":\"short\"}],\"objects\":[]}]}");
        FingerprintFile made = MAKER.of(run);
        assertThat(made.warnings())
                .containsExactly(
                        "C1 has 33 texts, of which 32 are in its fingerprint",
                        "C1 has 257 links, of which 256 are in its fingerprint",
                        "C1 has 257 domains, of which 256 are in its fingerprint",
                        "C2 has no text that is long enough and no link: its fingerprint matches none");
        assertThat(reread(written(made)).fingerprints()).isEqualTo(made.fingerprints());
        assertThat(MAKER.forged(made)).isEmpty();
        assertThat(MAKER.withMinAccounts(6).of(run).withheld()).isEqualTo(2);
    }

    /** What is too short to tell anything takes no place from what is long enough. */
    @Test
    void shortTextsTakeNoPlace() {
        List<String> texts = new ArrayList<>(Collections.nCopies(40, "Vote now #tomorrow"));
        List<String> whole = texts(new SplittableRandom(5), 33);
        texts.addAll(whole.subList(0, 32));
        Fingerprint print = print(MAKER, 0, texts, List.of());
        assertThat(print.texts()).hasSize(32);
        assertThat(print.hashtags()).hasSize(1);
        assertThat(print.texts()).isEqualTo(print(MAKER, 0, whole, List.of()).texts());
    }

    @Test
    void rulesAreSaidWithTheValue() {
        assertThatThrownBy(() -> FingerprintMatcher.withDefaults().withMinJaccard(0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Jaccard of texts must be in [0.3, 1] but was 0.1");
        assertThatThrownBy(() -> MAKER.revoke(List.of("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ids to revoke must have 16 letters, digits, - and _, but one is 'x'");
        assertThatThrownBy(() -> MAKER.withMinAccounts(1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Version 1 may never change: partners compare files of years. */
    @Test
    void version1IsPinned() {
        Fingerprint print = print(
                MAKER, 0, List.of("The old stone bridge is shut today, says the mayor"), List.of("news.example/a"));
        assertThat(List.of(MAKER.keyId(), print.links().get(0), print.id(), print.mac()))
                .containsExactly("443f53f578e824ca", "Sf-wij4F2Mr6l42N", "SPGxBnb37wOZo17R", "nGq3fJeAZOs3EJRnr-g5zQ");
    }
}
