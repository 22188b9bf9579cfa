/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.site.figures.Figures;

final class FiguresTest {
    private static final Path IMAGES = Path.of("../docs/images");

    @Test
    void committedFiguresAreThoseThatAreDrawn() throws IOException {
        Map<String, String> drawn = Figures.all();
        for (Map.Entry<String, String> figure : drawn.entrySet()) {
            assertThat(IMAGES.resolve(figure.getKey()))
                    .as("draw it again, see CONTRIBUTING.md")
                    .usingCharset(StandardCharsets.UTF_8)
                    .hasContent(figure.getValue());
            assertThat(figure.getValue().length()).as(figure.getKey()).isLessThan(30_000);
        }
        try (Stream<Path> files = Files.list(IMAGES)) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".svg")))
                    .containsExactlyInAnyOrderElementsOf(drawn.keySet());
        }
    }
}
