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
                        new ModelRows.Row(2, -5, new short[] {(short) 0x0005, (short) 0x0180}),
                        new ModelRows.Row(1, 77, new short[] {(short) 0x017F}),
                        new ModelRows.Row(1, -1, new short[0]))));
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
        assertThat(back.rows.counts).containsExactly(0, 2, 1, 0, 0, 0, 0);
        assertThat(back.rows.keys).containsExactly(77, -1, -5);
        assertThat(back.rows.entries).containsExactly((short) 0x017F, (short) 0x0005, (short) 0x0180);
        assertThat(bytes(back)).isEqualTo(bytes(content));
    }

    @Test
    void beginsAsDocumented() throws IOException {
        assertThat(HexFormat.of().formatHex(bytes(sample()), 0, 8)).isEqualTo("56474c4d00000001");
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
                .hasMessage("language model: version must be 1 but was 9");
        assertThatThrownBy(() -> ModelFormat.read(new ByteArrayInputStream(good, 0, good.length - 1)))
                .hasMessageContaining("body must have");
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
