/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.report.exchange.MadeUp.DAY;
import static org.vigie.report.exchange.MadeUp.KEY;
import static org.vigie.report.exchange.MadeUp.MAKER;
import static org.vigie.report.exchange.MadeUp.OTHER;
import static org.vigie.report.exchange.MadeUp.print;
import static org.vigie.report.exchange.MadeUp.text;
import static org.vigie.report.exchange.MadeUp.texts;
import static org.vigie.report.exchange.MadeUp.written;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.vigie.core.similarity.Signature;

/** What partners learn from fingerprints, with the key and without it. */
class FingerprintsTest {
    @TempDir
    private Path folder;

    private FingerprintFile file(Fingerprint... prints) {
        return new FingerprintFile(MAKER.keyId(), List.of(prints), List.of(), 0);
    }

    private FingerprintFile reread(String text) throws IOException {
        return FingerprintFile.read(Files.writeString(folder.resolve("f.jsonl"), text));
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
