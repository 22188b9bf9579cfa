/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.vigie.core.internal.Checks;
import org.vigie.core.stats.FalseDiscovery;

/**
 * Watches the counts of very many keys at once, in bounded memory and with a bounded budget of false alarms.
 *
 * <p>Each key has a {@link RateMonitor}. In each bin the p-values of the keys that would raise an alarm are corrected
 * for the number of keys watched (Benjamini and Hochberg 1995). Keys without events have p = 1 and need not be visited.
 * Only keys with a q-value at or under the false-discovery rate are reported. When nothing happens anywhere, a bin has
 * any alarm with a probability of at most that rate, however many keys there are.
 *
 * <p>Memory is bounded by the capacity, at about 450 bytes per key with its name. Beyond it, the key whose last event
 * is oldest is forgotten. A key that returns is new. O(1) time per key with events and O(d log d) per bin of d such
 * keys. Deterministic: keys are processed in their natural order. {@code with} methods return a new collection that has
 * seen nothing. Mutable through its updates; not thread-safe.
 */
public final class KeyedRateMonitors {
    private static final int KIND = 3;
    private static final int VERSION = 3;

    private final RateMonitor template;
    private final int capacity;
    private final double rate;
    /** In the order of the last event, oldest first. */
    private final LinkedHashMap<String, RateMonitor> monitors = new LinkedHashMap<>(16, 0.75f, true);

    private double lastTime = Double.NEGATIVE_INFINITY;

    /**
     * An alarm for one of the watched keys. Immutable and thread-safe.
     *
     * @param key the key
     * @param count the events of the key in the bin
     * @param score what its monitor says
     * @param qValue the smallest false-discovery rate at which the key would be called in this bin
     */
    public record Alarm(String key, long count, BurstScore score, double qValue) {
        /**
         * Checks the parts.
         *
         * @param key the key
         * @param count the events
         * @param score the score
         * @param qValue in [0, 1]
         * @throws IllegalArgumentException if the count is negative or the q-value not in [0, 1]
         * @throws NullPointerException if the key or the score is null
         */
        public Alarm {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(score, "score");
            Checks.between("count", count, 0, Long.MAX_VALUE);
            Checks.probability("qValue", qValue);
        }
    }

    private KeyedRateMonitors(RateMonitor template, int capacity, double rate) {
        this.template = template;
        this.capacity = capacity;
        this.rate = rate;
    }

    /**
     * A new collection for 100,000 keys at a false-discovery rate of 0.05. Its monitors have the default settings and
     * alpha 0.001. They take a new key for one of 0.05 events per bin, a knowledge worth 24 bins.
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
     * @throws IllegalArgumentException if the number is under 1
     */
    public KeyedRateMonitors withCapacity(int keys) {
        return new KeyedRateMonitors(template, Checks.between("capacity", keys, 1, Integer.MAX_VALUE), rate);
    }

    /**
     * Sets the false-discovery rate of each bin.
     *
     * @param newRate in (0, 1)
     * @return a new collection that has seen nothing
     * @throws IllegalArgumentException if the rate is not in (0, 1)
     */
    public KeyedRateMonitors withFalseDiscoveryRate(double newRate) {
        return new KeyedRateMonitors(template, capacity, Checks.inside("rate", newRate, 0, 1));
    }

    /**
     * Takes the counts of one finished bin.
     *
     * @param time any time inside the bin, in seconds, not before that of the last update
     * @param counts the number of events of each key that had any, each in [0, 2^53]
     * @return the alarms, the surest first
     * @throws IllegalArgumentException if the time is not finite, more than 1e15 bins from 0 or before that of the last
     *     update. Also if a count is not in its range. Nothing is learnt then
     */
    public List<Alarm> update(double time, Map<String, Long> counts) {
        template.bin(time);
        if (time < lastTime) {
            throw new IllegalArgumentException(
                    "time must not be before that of the last update, " + lastTime + ", but was " + time);
        }
        counts.forEach((key, count) -> Checks.between("count of " + key, count, 0, 1L << 53));
        lastTime = time;
        List<Alarm> candidates = new ArrayList<>();
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
            BurstScore score = monitor.update(time, (double) count);
            if (score.alarm()) {
                candidates.add(new Alarm(key, count, score, 1));
            }
        });
        double[] p = candidates.stream().mapToDouble(c -> c.score().pValue()).toArray();
        double[] q = FalseDiscovery.benjaminiHochberg(p, Math.max(p.length, monitors.size()));
        List<Alarm> alarms = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            Alarm c = candidates.get(i);
            if (q[i] <= rate) {
                alarms.add(new Alarm(c.key(), c.count(), c.score(), q[i]));
            } else {
                // It must stay free to be called in the next bin, when the evidence may be enough.
                Objects.requireNonNull(monitors.get(c.key())).withdrawAlarm();
            }
        }
        alarms.sort(Comparator.comparingDouble((Alarm a) -> a.score().pValue())
                .thenComparing(Comparator.comparingLong(Alarm::count).reversed())
                .thenComparing(Alarm::key));
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
     * Saves settings and state. The format has a version and a checksum: see docs/formats/monitor-state.md.
     *
     * @return a new array of bytes
     */
    public byte[] toBytes() {
        return Saved.write(KIND, VERSION, out -> {
            template.writeSettings(out);
            out.writeInt(capacity);
            out.writeDouble(rate);
            out.writeDouble(lastTime);
            out.writeInt(monitors.size());
            for (Map.Entry<String, RateMonitor> entry : monitors.entrySet()) {
                // Characters, not UTF: any string at all must come back.
                out.writeInt(entry.getKey().length());
                out.writeChars(entry.getKey());
                entry.getValue().writeState(out);
            }
        });
    }

    /**
     * Restores a collection that continues exactly where the saved one was.
     *
     * @param bytes the saved state
     * @return the collection
     * @throws IllegalArgumentException if the bytes are damaged, or are not a saved collection of this version
     */
    public static KeyedRateMonitors fromBytes(byte[] bytes) {
        return Saved.read(bytes, KIND, VERSION, "KeyedRateMonitors", in -> {
            RateMonitor template = RateMonitor.readSettings(in);
            int capacity = Checks.between("capacity", in.readInt(), 1, Integer.MAX_VALUE);
            double rate = Checks.inside("rate", in.readDouble(), 0, 1);
            KeyedRateMonitors all = new KeyedRateMonitors(template, capacity, rate);
            all.lastTime = in.readDouble();
            int size = Checks.between("size", in.readInt(), 0, capacity);
            if (size > 0 || all.lastTime != Double.NEGATIVE_INFINITY) {
                template.bin(Checks.finite("time of the last update", all.lastTime));
            }
            for (int i = 0; i < size; i++) {
                int length = Checks.between("key length", in.readInt(), 0, in.available() / 2);
                StringBuilder key = new StringBuilder(length);
                for (int c = 0; c < length; c++) {
                    key.append(in.readChar());
                }
                RateMonitor monitor = template.fresh();
                monitor.readState(in);
                if (all.monitors.put(key.toString(), monitor) != null) {
                    throw new IllegalArgumentException("keys must differ but two are " + key);
                }
            }
            return all;
        });
    }
}
