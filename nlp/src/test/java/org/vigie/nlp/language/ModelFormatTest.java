/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class ModelFormatTest {
    private static final Labels LATIN =
            new Labels(List.of(new Labels.Label("fr", Scripts.LATIN), new Labels.Label("en", Scripts.LATIN)));

    private static ModelFormat.Content sample() {
        return content(
                LATIN,
                ModelRows.Row.word(-5, (short) 0x0005, (short) 0x0180),
                ModelRows.Row.gram("ab", (short) 0x017F),
                ModelRows.Row.gram("é"),
                ModelRows.Row.word(7, (short) 0x0001),
                ModelRows.Row.gram("a"));
    }

    private static ModelFormat.Content content(Labels labels, ModelRows.Row... rows) {
        float[] scale = new float[Scripts.count()];
        Arrays.fill(scale, 0.5f);
        float[][] temperature = new float[Scripts.count()][LanguageModel.LENGTH_CLASSES];
        for (float[] t : temperature) {
            Arrays.fill(t, 1.25f);
        }
        return new ModelFormat.Content(
                labels, scale, new int[] {3, -4}, temperature, ModelRows.of(List.of(rows), labels));
    }

    /** The sample with other bytes as its only part. */
    private static byte[] withPart(byte[] part) throws IOException {
        ModelFormat.Content good = sample();
        return bytes(new ModelFormat.Content(
                good.labels, good.scale, good.bias, good.temperature, new ModelRows(good.rows.size, List.of(part))));
    }

    private static byte[] bytes(ModelFormat.Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFormat.write(content, out);
        return out.toByteArray();
    }

    @Test
    void comesBackAsItWas() throws IOException {
        LanguageModel back = ModelFormat.read(new ByteArrayInputStream(bytes(sample())));
        assertThat(back.labels.size()).isEqualTo(2);
        assertThat(back.labels.get(1)).isEqualTo(new Labels.Label("en", Scripts.LATIN));
        assertThat(back.bias).containsExactly(3, -4);
        assertThat(back.scale[Scripts.LATIN]).isEqualTo(0.5f);
        assertThat(back.softmax(Scripts.LATIN, 9).factor).isEqualTo(0.5 / 1.25);
        assertThat(weights(back, 1, hash("a"))).isEmpty();
        assertThat(weights(back, 2, hash("ab"))).containsExactly((short) 0x017F);
        assertThat(weights(back, Ngrams.WORD, 7)).containsExactly((short) 0x0001);
        assertThat(weights(back, Ngrams.WORD, -5)).containsExactly((short) 0x0005, (short) 0x0180);
        assertThat(back.weights.find(2, hash("b"))).isZero();
    }

    private static int hash(String gram) {
        int hash = Ngrams.SEED;
        for (int i = 0; i < gram.length(); i++) {
            hash = Ngrams.extend(hash, gram.charAt(i));
        }
        return hash;
    }

    private static short[] weights(LanguageModel model, int order, int key) {
        int value = model.weights.find(order, key);
        assertThat(value >>> 8).isPositive();
        return Arrays.copyOfRange(model.weights.narrow, value >>> 8, (value >>> 8) + (value & 0xFF));
    }

    @Test
    void manyRowsComeBackFromSeveralParts() throws IOException {
        List<ModelRows.Row> rows = new ArrayList<>();
        for (int w = 0; w < 400_000; w++) {
            rows.add(ModelRows.Row.word(w * 0x9E3779B1, (short) ((w & 1) << 8 | 1 + w % 100)));
        }
        ModelFormat.Content content = content(LATIN, rows.toArray(ModelRows.Row[]::new));
        assertThat(content.rows.parts).hasSizeGreaterThan(2);
        LanguageModel back = ModelFormat.read(new ByteArrayInputStream(bytes(content)));
        for (int w = 0; w < rows.size(); w++) {
            assertThat(weights(back, Ngrams.WORD, w * 0x9E3779B1)).isEqualTo(rows.get(w).entries);
        }
    }

    @Test
    void isWrittenAsDocumented() throws IOException {
        byte[] bytes = bytes(sample());
        assertThat(HexFormat.of().formatHex(bytes, 0, 8)).isEqualTo("56474c4d00000003");
        ByteBuffer body = ByteBuffer.wrap(inflated(bytes));
        int headSize = body.getInt();
        body.position(Integer.BYTES + headSize - 9 * Integer.BYTES);
        int[] counts = new int[9];
        body.asIntBuffer().get(counts);
        // Rows of one to five characters, words, narrow entries, longs of wide rows, parts.
        assertThat(counts).containsExactly(2, 1, 0, 0, 0, 2, 4, 0, 1);
        body.position(Integer.BYTES + headSize);
        assertThat(body.getInt()).isEqualTo(body.remaining());
        byte[] part = new byte[body.remaining()];
        body.get(part);
        assertThat(HexFormat.of().formatHex(part))
                .isEqualTo("00000003" + "00000002" + "00000004" + "00000006" // n-grams, words, bytes of both
                        + "00000000" + "00000002" + "00000002" + "00000000".repeat(6) // entries by size class
                        + "010201" + "6162e901" // orders; a, b, é
                        + "08" + "f4ffffff0f" // 7 and 2^32 - 5, as steps from -1
                        + "0001000102" // sizes
                        + "0100" + "0000" // labels, as steps: of rows of one, of rows of two
                        + "7f01" + "0580"); // weights
    }

    @Test
    void refusesWhatIsNoModel() throws IOException {
        byte[] good = bytes(sample());
        byte[] magic = good.clone();
        magic[0] = 0;
        assertThatThrownBy(() -> ModelFormat.read(new ByteArrayInputStream(magic)))
                .isInstanceOf(IOException.class)
                .hasMessage("language model: magic number must be 56474c4d but was 00474c4d");
        byte[] version = good.clone();
        version[7] = 9;
        assertThatThrownBy(() -> ModelFormat.read(new ByteArrayInputStream(version)))
                .hasMessage("language model: version must be 3 but was 9");
        assertThatThrownBy(() -> ModelFormat.read(new ByteArrayInputStream(good, 0, good.length - 1)))
                .hasMessageContaining("body must have");
    }

    @Test
    void refusesRowsThatAreNoTree() throws IOException {
        byte[] part = sample().rows.parts.get(0).clone();
        int firstMark = Integer.BYTES * (4 + ModelRows.CLASSES);
        for (int order : new int[] {0, 2}) {
            part[firstMark] = (byte) order;
            byte[] bytes = withPart(part);
            assertThatThrownBy(() -> ModelFormat.read(new ByteArrayInputStream(bytes)))
                    .hasMessage("language model: order must be in [1, 1] but was " + order);
        }
    }

    @Test
    void refusesPartsOfAnotherSize() throws IOException {
        byte[] part = sample().rows.parts.get(0);
        byte[] bytes = withPart(Arrays.copyOf(part, part.length + 1));
        assertThatThrownBy(() -> ModelFormat.read(new ByteArrayInputStream(bytes)))
                .hasMessage("language model: part must have " + part.length + " bytes but had " + (part.length + 1));
        byte[] none = withPart(new byte[Integer.BYTES * (4 + ModelRows.CLASSES)]);
        assertThatThrownBy(() -> ModelFormat.read(new ByteArrayInputStream(none)))
                .hasMessage("language model: weights must fill 4 places but filled 0");
    }

    @Test
    void refusesARowOfTwoScripts() throws IOException {
        ModelFormat.Content good = sample();
        Labels two =
                new Labels(List.of(new Labels.Label("fr", Scripts.LATIN), new Labels.Label("ru", Scripts.CYRILLIC)));
        byte[] bytes = bytes(new ModelFormat.Content(two, good.scale, good.bias, good.temperature, good.rows));
        assertThatThrownBy(() -> ModelFormat.read(new ByteArrayInputStream(bytes)))
                .hasMessage("language model: a row must be of one script but had labels 0 and 1");
    }

    @Test
    void refusesScriptsThatAreMixed() throws IOException {
        Labels mixed = new Labels(List.of(
                new Labels.Label("fr", Scripts.LATIN),
                new Labels.Label("ru", Scripts.CYRILLIC),
                new Labels.Label("en", Scripts.LATIN)));
        ModelFormat.Content good = sample();
        byte[] bytes = bytes(new ModelFormat.Content(
                mixed, good.scale, new int[3], good.temperature, ModelRows.of(List.of(), mixed)));
        assertThatThrownBy(() -> ModelFormat.read(new ByteArrayInputStream(bytes)))
                .hasMessage("language model: labels of a script must stand together but 2 does not");
    }

    @Test
    void anyDamageIsSeen() throws IOException {
        byte[] good = bytes(sample());
        for (int bit = 0; bit < good.length * Byte.SIZE; bit++) {
            byte[] bad = good.clone();
            bad[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThatThrownBy(() -> ModelFormat.read(new ByteArrayInputStream(bad)))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("language model: ");
        }
    }

    private static byte[] inflated(byte[] model) throws IOException {
        return new InflaterInputStream(new ByteArrayInputStream(model, 16, model.length - 16)).readAllBytes();
    }
}
