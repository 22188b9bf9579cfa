/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pins what each version makes of texts: a change of these values is a new version. */
class VersionsTest {
    /** The newest Unicode that JDK 17 knows. */
    private static final int KNOWN_UNICODE = 13;

    private static final long FACTOR = 0x5851f42d4c957f2dL;

    private static final List<TextNormalizer> FIRST = List.of(
            TextNormalizer.none().withVersion(NormalizerVersion.V1),
            TextNormalizer.basic().withVersion(NormalizerVersion.V1),
            TextNormalizer.social().withVersion(NormalizerVersion.V1),
            TextNormalizer.social().withVersion(NormalizerVersion.V1).withoutEmoji());

    private static final List<String> TEXTS = texts();

    @Test
    void theFirstNormaliserStays() {
        assertThat(FIRST.stream().map(VersionsTest::sum).toList())
                .containsExactly("ce99ea4d856e4802", "acefafb5f0a8277", "e461fc5b9153f488", "e029f028b5c05aa");
    }

    @Test
    void theFirstShinglerStays() {
        List<Shingler> first = List.of(
                Shingler.characters(5).withVersion(ShinglerVersion.V1),
                Shingler.characters(2).withVersion(ShinglerVersion.V1).withSeed(9),
                Shingler.words(1).withVersion(ShinglerVersion.V1),
                Shingler.words(3).withVersion(ShinglerVersion.V1).withSeed(-1),
                Shingler.forScript().withVersion(ShinglerVersion.V1));
        assertThat(first.stream().map(VersionsTest::sum).toList())
                .containsExactly(
                        "51b974afe3640842",
                        "d93e440ee9138e2c",
                        "9d463bd708d6f891",
                        "b6bc635f30c60d57",
                        "7107d0d8412f6fc1");
    }

    @Test
    void versionsAreNamed() {
        assertThat(FIRST.toString()).isEqualTo("[none v1, basic v1, social v1, social v1 without emoji]");
        assertThat(TextNormalizer.social().version()).isEqualTo(NormalizerVersion.DEFAULT);
        assertThat(Shingler.words(2).withVersion(ShinglerVersion.V1).withSeed(3))
                .hasToString("word:2 v1 seed 3");
        assertThat(Shingler.words(2).version()).isEqualTo(ShinglerVersion.DEFAULT);
    }

    private static String sum(TextNormalizer normalizer) {
        long[] sum = {0};
        TEXTS.forEach(text -> {
            String normal = normalizer.normalize(text);
            for (int i = 0; i < normal.length(); i++) {
                sum[0] = FACTOR * sum[0] + normal.charAt(i);
            }
            sum[0] = FACTOR * sum[0] - normal.length();
        });
        return Long.toHexString(sum[0]);
    }

    private static String sum(Shingler shingler) {
        long[] sum = {0};
        ShingleBuffer buffer = new ShingleBuffer();
        TEXTS.forEach(text -> {
            shingler.shingle(text, buffer);
            for (int i = 0; i < buffer.size(); i++) {
                sum[0] = FACTOR * sum[0] + buffer.elements()[i];
            }
        });
        return Long.toHexString(sum[0]);
    }

    /** Every character in a word, at the start of a mention and of a tag; then characters and signs at random. */
    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (isKnown(c)) {
                String s = Character.toString(c);
                texts.add("Wo" + s + "rd " + s + " @" + s + "me.x #" + s + "Tag" + s + s + s);
            }
        }
        String[] parts = {
            "RT @a: ",
            "1/5 ",
            "(2) ",
            "https://x.org/Ab?c=d ",
            "www.y.fr. ",
            " via @b",
            "\u200b",
            "e\u0301\u0302\u0303",
            "Nooooon!!! ",
            "\ud83d\ude00\ud83d\ude00",
            "\ud800",
            "\u1112\u1161\u11ab",
            "\u0440aypal ",
            "投票日 ",
            "สวัสดี ",
            "नमस्ते ",
            "«Élan» ",
            "\u00a0",
            "\n",
            "STRASSE ",
            "Ｆｕｌｌ",
            "#Tag_1 ",
            "a@b.fr ",
            "1000000 ",
            "...",
            "-",
            "ok "
        };
        Random random = new Random(1);
        for (int text = 0; text < 20_000; text++) {
            StringBuilder built = new StringBuilder();
            for (int part = random.nextInt(9); part >= 0; part--) {
                built.append(parts[random.nextInt(parts.length)]);
            }
            texts.add(built.toString());
        }
        return texts;
    }

    private static boolean isKnown(int codePoint) {
        int age = UCharacter.getAge(codePoint).getMajor();
        return age > 0 && age <= KNOWN_UNICODE && Character.getType(codePoint) != Character.PRIVATE_USE;
    }
}
