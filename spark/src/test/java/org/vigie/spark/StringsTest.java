/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class StringsTest {
    private static byte[] written(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static String[] sentAndBack(String... values) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(written(new Strings(values))))) {
            return ((Strings) in.readObject()).values();
        }
    }

    @Test
    void everyStringComesBackAsItWas() throws IOException, ClassNotFoundException {
        String[] values = {
            "",
            "quay",
            "caf\u00e9",
            "\u00ff",
            "\u0100",
            "\u0436\u0443\u043a",
            "\ud83d\ude00",
            "\ud83d alone",
            "\udc00",
            "\u0000",
            "a",
            "q".repeat(70_000),
            "\u0436".repeat(70_000),
            "z",
            ""
        };

        assertThat(sentAndBack(values)).containsExactly(values);
        assertThat(sentAndBack()).isEmpty();
    }

    @Test
    void aStringTakesItsCharactersAndFourBytes() throws IOException {
        String[] values = new String[1_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = "0123456789".repeat(10);
        }

        assertThat(written(new Strings(values)).length).isLessThan(1_000 * 104 + 1_000);
    }
}
