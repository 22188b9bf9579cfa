/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.vigie.core.stats.FalseDiscovery;

/**
 * Watches the counts of very many keys at once, in bounded memory and with a bounded budget of false alarms.
 *
 * <p>Each key has a {@link RateMonitor}. In each bin the p-values of the keys that would raise an alarm are corrected for
 * the number of keys watched (Benjamini and Hochberg 1995; keys without events have p = 1 and need not be visited), and
 * only those with a q-value at or under the false-discovery rate are reported. When nothing happens anywhere, a bin has
 * any alarm with a probability of at most that rate, however many keys there are.
 *
 * <p>Memory is bounded by the capacity, at about 500 bytes a key with its name: beyond it, the key whose last event is
 * oldest is forgotten. A key that returns is new. O(1) time a key with events and O(d log d) a bin of d such keys.
 * Deterministic: keys are processed in their natural order. {@code with} methods return a new collection that has seen
 * nothing. Mutable through its updates; not thread-safe.
 */
public final class KeyedRateMonitors {
    private static final int KIND = 3;
    private static final int VERSION = 2;

    private final RateMonitor template;
    private final int capacity;
    private final double rate;
    /** In the order of the last event, oldest first. */
    private final LinkedHashMap<String, RateMonitor> monitors = new LinkedHashMap<>(16, 0.75f, true);

    private double lastTime = Double.NEGATIVE_INFINITY;

    private KeyedRateMonitors(RateMonitor template, int capacity, double rate) {
        this.template = template;
        this.capacity = capacity;
        this.rate = rate;
    }

    /**
     * A new collection for 100,000 keys at a false-discovery rate of 0.05, with monitors of the default settings that
     * take a new key for one of 0.05 events a bin (worth 24 bins), alpha 0.001.
     *
     * @return the collection
     */
    public static KeyedRateMonitors withDefaults() {
        RateMonitor template = RateMonitor.withDefaults().withAlpha(0.001).withBaseline(0.05, 24);
        return new KeyedRateMonitors(template, 100_000, 0.05);
    }

    /**
     * Sets the settings of the monitors.
     *
     * @param newTemplate a monitor whose settings every key gets
     * @return a new collection that has seen nothing
     */
    public KeyedRateMonitors withMonitor(RateMonitor newTemplate) {
        return new KeyedRateMonitors(newTemplate.fresh(), capacity, rate);
    }

    /**
     * Sets the largest number of keys.
     *
     * @param keys at least 1
     * @return a new collection that has seen nothing
     */
    public KeyedRateMonitors withCapacity(int keys) {
        return new KeyedRateMonitors(template, Checks.between("capacity", keys, 1, Integer.MAX_VALUE), rate);
    }

    /**
     * Sets the false-discovery rate of each bin.
     *
     * @param newRate in (0, 1)
     * @return a new collection that has seen nothing
     */
    public KeyedRateMonitors withFalseDiscoveryRate(double newRate) {
        return new KeyedRateMonitors(template, capacity, Checks.inside("rate", newRate, 0, 1));
    }

    /**
     * Takes the counts of one finished bin.
     *
     * @param time any time inside the bin, in seconds; not before the bin of the last update
     * @param counts the number of events of each key that had any
     * @return the alarms, the surest first
     */
    public List<KeyedAlarm> update(double time, Map<String, Long> counts) {
        Checks.finite("time", time);
        if (time < lastTime) {
            throw new IllegalArgumentException(
                    "time must not be before that of the last update, " + lastTime + ", but was " + time);
        }
        lastTime = time;
        List<KeyedAlarm> candidates = new ArrayList<>();
        new TreeMap<>(counts).forEach((key, count) -> {
            RateMonitor monitor = monitors.get(key);
            if (monitor == null) {
                if (monitors.size() >= capacity) {
                    var oldest = monitors.entrySet().iterator();
                    oldest.next();
                    oldest.remove();
                }
                monitor = template.fresh();
                monitors.put(key, monitor);
            }
            BurstScore score = monitor.update(time, count);
            if (score.alarm()) {
                candidates.add(new KeyedAlarm(key, count, score, 1));
            }
        });
        double[] p = candidates.stream().mapToDouble(c -> c.score().pValue()).toArray();
        double[] q = FalseDiscovery.benjaminiHochberg(p, Math.max(p.length, monitors.size()));
        List<KeyedAlarm> alarms = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            KeyedAlarm c = candidates.get(i);
            if (q[i] <= rate) {
                alarms.add(new KeyedAlarm(c.key(), c.count(), c.score(), q[i]));
            } else {
                // It must stay free to be called in the next bin, when the evidence may be enough.
                Objects.requireNonNull(monitors.get(c.key())).withdrawAlarm();
            }
        }
        alarms.sort(Comparator.comparingDouble((KeyedAlarm a) -> a.score().pValue())
                .thenComparing(Comparator.comparingLong(KeyedAlarm::count).reversed())
                .thenComparing(KeyedAlarm::key));
        return List.copyOf(alarms);
    }

    /**
     * The number of keys in memory.
     *
     * @return the number, at most the capacity
     */
    public int size() {
        return monitors.size();
    }

    /**
     * Saves settings and state; the format has a version.
     *
     * @return a new array of bytes
     */
    public byte[] toBytes() {
        return Saved.write(KIND, VERSION, out -> {
            template.write(out);
            out.writeInt(capacity);
            out.writeDouble(rate);
            out.writeDouble(lastTime);
            out.writeInt(monitors.size());
            for (Map.Entry<String, RateMonitor> entry : monitors.entrySet()) {
                // Characters, not UTF: any string at all must come back.
                out.writeInt(entry.getKey().length());
                out.writeChars(entry.getKey());
                entry.getValue().write(out);
            }
        });
    }

    /**
     * Restores a collection that continues exactly where the saved one was.
     *
     * @param bytes the saved state
     * @return the collection
     */
    public static KeyedRateMonitors fromBytes(byte[] bytes) {
        return Saved.read(bytes, KIND, VERSION, "KeyedRateMonitors", in -> {
            RateMonitor template = RateMonitor.read(in);
            int capacity = Checks.between("capacity", in.readInt(), 1, Integer.MAX_VALUE);
            KeyedRateMonitors all = new KeyedRateMonitors(template, capacity, in.readDouble());
            all.lastTime = in.readDouble();
            int size = Checks.between("size", in.readInt(), 0, capacity);
            for (int i = 0; i < size; i++) {
                int length = Checks.between("key length", in.readInt(), 0, in.available() / 2);
                StringBuilder key = new StringBuilder(length);
                for (int c = 0; c < length; c++) {
                    key.append(in.readChar());
                }
                all.monitors.put(key.toString(), RateMonitor.read(in));
            }
            return all;
        });
    }
}
