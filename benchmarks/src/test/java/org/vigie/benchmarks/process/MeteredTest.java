/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MeteredTest {
    /** Uses the memory that it is told to. */
    public static final class Hungry {
        private Hungry() {}

        public static void main(String[] args) {
            byte[] memory = new byte[Integer.parseInt(args[0]) << 20];
            java.util.Arrays.fill(memory, (byte) 1);
            System.exit(memory[memory.length / 2] - 1);
        }
    }

    @Test
    void saysWhatAProcessCost(@TempDir Path folder) throws Exception {
        Metered.Usage usage = Metered.run(folder, List.of("-Xmx1g"), Hungry.class, List.of("300"));
        assertThat(usage.wallSeconds()).isPositive();
        assertThat(usage.cpuSeconds()).isPositive();
        if (!Double.isNaN(usage.peakMegabytes())) {
            assertThat(usage.peakMegabytes()).isBetween(300.0, 900.0);
        }
    }

    @Test
    void aFailureSaysWhatWasPrinted(@TempDir Path folder) {
        assertThatThrownBy(() -> Metered.run(folder, List.of(), Hungry.class, List.of("much")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Hungry much ended with code 1 and printed:")
                .hasMessageContaining("NumberFormatException");
    }
}
