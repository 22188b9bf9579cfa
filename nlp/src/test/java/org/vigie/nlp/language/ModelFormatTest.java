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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelFormatTest {
    private static ModelFormat.Content sample() {
        float[] scale = new float[Scripts.count()];
        Arrays.fill(scale, 0.5f);
        float[][] temperature = new float[Scripts.count()][LanguageModel.LENGTH_CLASSES];
        for (float[] t : temperature) {
            Arrays.fill(t, 1.5f);
        }
        return new ModelFormat.Content(
                List.of(new LanguageModel.Label("fr", Scripts.LATIN), new LanguageModel.Label("en", Scripts.LATIN)),
                scale,
                new int[] {3, -4},
                temperature,
                ModelRows.of(List.of(
                        ModelRows.Row.word(-5, (short) 0x0005, (short) 0x0180),
                        ModelRows.Row.gram("ab", (short) 0x017F),
                        ModelRows.Row.gram("é"),
                        ModelRows.Row.word(7, (short) 0x0001),
                        ModelRows.Row.gram("a"))));
    }

    private static byte[] bytes(ModelFormat.Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFormat.write(content, out);
        return out.toByteArray();
    }

    @Test
    void comesBackAsItWas() throws IOException {
        ModelFormat.Content content = sample();
        ModelFormat.Content back = ModelFormat.read(new ByteArrayInputStream(bytes(content)));
        assertThat(back.labels).isEqualTo(content.labels);
        assertThat(back.bias).isEqualTo(content.bias);
        assertThat(back.scale).isEqualTo(content.scale);
        assertThat(back.temperature).isDeepEqualTo(content.temperature);
        assertThat(back.rows.depths).containsExactly(1, 2, 1);
        assertThat(back.rows.letters).containsExactly('a', 'b', 'é');
        assertThat(back.rows.words).containsExactly(7, -5);
        assertThat(back.rows.sizes).containsExactly(0, 1, 0, 1, 2);
        assertThat(back.rows.entries).containsExactly((short) 0x017F, (short) 0x0001, (short) 0x0005, (short) 0x0180);
        assertThat(bytes(back)).isEqualTo(bytes(content));
    }

    @Test
    void beginsAsDocumented() throws IOException {
        assertThat(HexFormat.of().formatHex(bytes(sample()), 0, 8)).isEqualTo("56474c4d00000002");
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
                .hasMessage("language model: version must be 2 but was 9");
        assertThatThrownBy(() -> ModelFormat.read(new ByteArrayInputStream(good, 0, good.length - 1)))
                .hasMessageContaining("body must have");
    }

    @Test
    void refusesRowsThatAreNoTree() throws IOException {
        ModelFormat.Content content = sample();
        content.rows.depths[0] = 2;
        byte[] orphan = bytes(content);
        assertThatThrownBy(() -> ModelFormat.read(new ByteArrayInputStream(orphan)))
                .hasMessage("language model: depth must be in [1, 1] but was 2");
        content.rows.depths[0] = 0;
        byte[] none = bytes(content);
        assertThatThrownBy(() -> ModelFormat.read(new ByteArrayInputStream(none)))
                .hasMessage("language model: depth must be in [1, 1] but was 0");
    }

    @Test
    void refusesARowOfTwoScripts() throws IOException {
        ModelFormat.Content good = sample();
        ModelFormat.Content mixed = new ModelFormat.Content(
                List.of(new LanguageModel.Label("fr", Scripts.LATIN), new LanguageModel.Label("ru", Scripts.CYRILLIC)),
                good.scale,
                good.bias,
                good.temperature,
                good.rows);
        byte[] bytes = bytes(mixed);
        assertThatThrownBy(() -> ModelFormat.read(new ByteArrayInputStream(bytes)))
                .hasMessage("language model: a row must be of one script but had labels 0 and 1");
    }

    @Test
    void anyDamageIsSeen() throws IOException {
        byte[] good = bytes(sample());
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> ModelFormat.read(new ByteArrayInputStream(bad)))
                    .isInstanceOf(IOException.class);
        }
    }
}
