/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class KeyedRateMonitorsTest {
    private static Map<String, Long> background(Random random, int keys) {
        Map<String, Long> counts = new HashMap<>();
        for (int i = 0; i < keys; i++) {
            // About one event a key in three bins.
            counts.merge("#étiquette" + random.nextInt(keys * 3), 1L, Long::sum);
        }
        return counts;
    }

    @Test
    void tenThousandQuietKeysPageNobodyAndOneLoudKeyDoes() {
        KeyedRateMonitors monitors = KeyedRateMonitors.withDefaults();
        Random random = new Random(1);
        int falseAlarms = 0;
        for (int t = 0; t < 288; t++) {
            falseAlarms += monitors.update(300.0 * t, background(random, 3500)).size();
        }
        // The budget: at most one bin in twenty with any alarm.
        assertThat(falseAlarms).isLessThanOrEqualTo(14);
        assertThat(monitors.size()).isGreaterThan(10_000);
        Map<String, Long> counts = background(random, 3500);
        counts.put("#выборы", 40L);
        counts.put("#選挙", 60L);
        List<KeyedRateMonitors.Alarm> alarms = monitors.update(300.0 * 288, counts);
        assertThat(alarms).extracting(KeyedRateMonitors.Alarm::key).containsExactly("#選挙", "#выборы");
        assertThat(alarms).allMatch(a -> a.qValue() <= 0.05 && a.score().alarm());
        // At rest after the alarm.
        assertThat(monitors.update(300.0 * 289, Map.of("#選挙", 60L))).isEmpty();
    }

    @Test
    void memoryIsBoundedAndTheOldestKeyGoesFirst() {
        KeyedRateMonitors monitors = KeyedRateMonitors.withDefaults().withCapacity(3);
        monitors.update(0, Map.of("a", 1L, "b", 1L, "c", 1L));
        monitors.update(300, Map.of("a", 1L));
        monitors.update(600, Map.of("d", 1L));
        assertThat(monitors.size()).isEqualTo(3);
        String state = new String(monitors.toBytes(), java.nio.charset.StandardCharsets.UTF_16BE);
        assertThat(state).doesNotContain("bb");
        KeyedRateMonitors all = KeyedRateMonitors.fromBytes(monitors.toBytes());
        for (int i = 0; i < 100; i++) {
            all.update(900 + 300.0 * i, Map.of("key" + i, 1L));
        }
        assertThat(all.size()).isEqualTo(3);
    }

    @Test
    void savedCollectionsContinueWhereTheyWere() {
        KeyedRateMonitors monitors = KeyedRateMonitors.withDefaults()
                .withMonitor(RateMonitor.withDefaults().withBaseline(0.1, 24))
                .withFalseDiscoveryRate(0.2);
        Random random = new Random(3);
        for (int t = 0; t < 50; t++) {
            monitors.update(300.0 * t, background(random, 20));
        }
        // A key may be any string, even half a character.
        monitors.update(300.0 * 50, Map.of("\uD83D", 2L, "", 1L));
        KeyedRateMonitors restored = KeyedRateMonitors.fromBytes(monitors.toBytes());
        assertThat(restored.toBytes()).isEqualTo(monitors.toBytes());
        Map<String, Long> burst = Map.of("\uD83D", 90L, "#étiquette3", 12L, "nouveau", 30L);
        List<KeyedRateMonitors.Alarm> alarms = monitors.update(300.0 * 51, burst);
        assertThat(alarms).isNotEmpty();
        assertThat(restored.update(300.0 * 51, burst)).isEqualTo(alarms);
    }

    @Test
    void rejectsWithRuleAndValue() {
        KeyedRateMonitors monitors = KeyedRateMonitors.withDefaults();
        monitors.update(600, Map.of());
        assertThatThrownBy(() -> monitors.update(599, Map.of()))
                .hasMessage("time must not be before that of the last update, 600.0, but was 599.0");
        assertThatThrownBy(() -> monitors.withCapacity(0)).hasMessageContaining("capacity must be in [1, ");
        assertThatThrownBy(() -> monitors.withFalseDiscoveryRate(1))
                .hasMessage("rate must be in (0.0, 1.0) but was 1.0");
        byte[] before = monitors.toBytes();
        assertThatThrownBy(() -> monitors.update(900, Map.of("a", 3L, "b", -2L)))
                .hasMessage("count of b must be in [0, 9007199254740992] but was -2");
        assertThatThrownBy(() -> monitors.update(1e300, Map.of("a", 3L)))
                .hasMessage("time must be within 1e15 bins of 0 but was 1.0E300");
        assertThatThrownBy(() -> monitors.update(Double.NaN, Map.of())).hasMessage("time must be finite but was NaN");
        assertThat(monitors.toBytes()).isEqualTo(before);
    }

    @Test
    void everyDamageIsRefused() {
        KeyedRateMonitors monitors = KeyedRateMonitors.withDefaults();
        monitors.update(600, Map.of("ä", 3L, "b", 1L));
        States.assertDamageIsRefused(monitors.toBytes(), KeyedRateMonitors::fromBytes);
    }

    @Test
    void theStateOfThisVersionIsReadAsItWasWritten() {
        byte[] bytes = States.golden("KeyedRateMonitors-3");
        KeyedRateMonitors monitors = KeyedRateMonitors.fromBytes(bytes);
        assertThat(monitors.toBytes()).isEqualTo(bytes);
        assertThat(monitors.update(300 * 60, Map.of("pont", 90L, "météo", 2L)))
                .extracting(KeyedRateMonitors.Alarm::key)
                .containsExactly("pont");
    }

    @Test
    void alarmsAreImmutable() {
        List<KeyedRateMonitors.Alarm> alarms = KeyedRateMonitors.withDefaults().update(0, Map.of("k", 90L));
        assertThat(alarms).hasSize(1);
        assertThatThrownBy(alarms::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void absurdStatesAreRefused() {
        KeyedRateMonitors all = KeyedRateMonitors.withDefaults();
        for (int bin = 0; bin < 20; bin++) {
            all.update(3600.0 * bin, Map.of("#a", 3L + bin % 4, "#ب", 1L));
        }
        int refused = States.mutate(all.toBytes(), bytes -> {
            KeyedRateMonitors restored = KeyedRateMonitors.fromBytes(bytes);
            byte[] again = restored.toBytes();
            try {
                for (KeyedRateMonitors.Alarm alarm : restored.update(3600.0 * 20, Map.of("#a", 90L))) {
                    assertThat(alarm.score().pValue()).isBetween(0.0, 1.0);
                }
            } catch (IllegalArgumentException e) {
                // A last update that is later, or other bins: for the caller to see.
                assertThat(e).hasMessageStartingWith("time must ");
                assertThat(restored.toBytes()).isEqualTo(again);
            }
        });
        assertThat(refused).isPositive();
    }

    @Test
    void aKeyThatComesTwiceIsRefused() {
        KeyedRateMonitors all = KeyedRateMonitors.withDefaults();
        all.update(0, new TreeMap<>(Map.of("a", 3L, "b", 3L)));
        byte[] bytes = all.toBytes();
        for (int at = 0; at + 1 < bytes.length; at++) {
            if (bytes[at] == 0 && bytes[at + 1] == 'b') {
                bytes[at + 1] = 'a';
            }
        }
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, bytes.length - 4);
        ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) sum.getValue());
        assertThatThrownBy(() -> KeyedRateMonitors.fromBytes(bytes)).hasMessage("keys must differ but two are a");
    }
}
