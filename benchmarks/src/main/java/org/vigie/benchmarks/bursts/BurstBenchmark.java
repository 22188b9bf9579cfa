/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import com.amazon.randomcutforest.RandomCutForest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.core.burst.BatchedKleinberg;
import org.vigie.core.burst.Burst;
import org.vigie.core.burst.Kleinberg;
import org.vigie.core.monitor.BurstScore;
import org.vigie.core.monitor.KeyedRateMonitors;
import org.vigie.core.monitor.RateMonitor;
import org.vigie.core.monitor.RecordMonitor;
import org.vigie.core.monitor.SeriesMonitor;

/** Kleinberg's automata on whole streams, and one update of each online monitor beside RandomCutForest. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BurstBenchmark {
    private static final int ROWS = 1 << 16;
    private static final int KEYS = 100_000;
    private static final int KEYS_A_BIN = 1000;

    private final double[] times = new double[100_000];
    private final long[] relevant = new long[10_000];
    private final long[] totals = new long[10_000];
    private final double[] counts = new double[ROWS];
    private final double[] numbers = new double[ROWS];
    private final SeriesMonitor ofCounts = SeriesMonitor.withDefaults();
    private final SeriesMonitor ofNumbers = SeriesMonitor.withDefaults();
    private final RecordMonitor records = RecordMonitor.withDefaults();
    private final RateMonitor rates = RateMonitor.withDefaults();
    private final KeyedRateMonitors keyed = KeyedRateMonitors.withDefaults().withCapacity(KEYS);
    private final List<Map<String, Long>> bins = new ArrayList<>();
    private final RandomCutForest forest = RandomCutForest.builder()
            .dimensions(8)
            .shingleSize(8)
            .internalShinglingEnabled(true)
            .numberOfTrees(50)
            .sampleSize(256)
            .randomSeed(1)
            .build();
    private double[] tenThousand = new double[0];
    private int row;

    /** Creates the benchmark. */
    public BurstBenchmark() {}

    /** Makes a stream of events with bursts, series with a daily rhythm, and bins that go round 100,000 keys. */
    @Setup
    public void setUp() {
        Draw draw = new Draw(1);
        for (int i = 1; i < times.length; i++) {
            times[i] = times[i - 1] + draw.exponential(i / 1000 % 20 == 0 ? 0.01 : 1);
        }
        tenThousand = Arrays.copyOf(times, 10_000);
        for (int t = 0; t < totals.length; t++) {
            totals[t] = 100L + draw.below(100);
            relevant[t] = draw.poisson(t / 100 % 10 == 0 ? 12 : 4);
        }
        for (int t = 0; t < ROWS; t++) {
            double mean = 20 + 10 * Math.sin(2 * Math.PI * t / 288);
            numbers[t] = mean + Math.sqrt(mean) * draw.gaussian();
            counts[t] = draw.poisson(mean);
        }
        for (int bin = 0; bin < KEYS / KEYS_A_BIN; bin++) {
            Map<String, Long> counted = new LinkedHashMap<>();
            for (int k = 0; k < KEYS_A_BIN; k++) {
                counted.put("key" + (bin * KEYS_A_BIN + k), 1 + draw.poisson(0.5));
            }
            bins.add(counted);
            keyed.update(300.0 * bin, counted);
        }
        row = bins.size();
    }

    /**
     * Measures 10,000 events.
     *
     * @return the bursts
     */
    @Benchmark
    public List<Burst> kleinberg10kEvents() {
        return Kleinberg.withDefaults().detect(tenThousand);
    }

    /**
     * Measures 100,000 events.
     *
     * @return the bursts
     */
    @Benchmark
    public List<Burst> kleinberg100kEvents() {
        return Kleinberg.withDefaults().detect(times);
    }

    /**
     * Measures 10,000 bins.
     *
     * @return the bursts
     */
    @Benchmark
    public List<Burst> batchedKleinberg10kBins() {
        return BatchedKleinberg.withDefaults().detect(relevant, totals);
    }

    /**
     * Measures one row of the default monitor on counts.
     *
     * @return the score
     */
    @Benchmark
    public BurstScore seriesMonitorOnCounts() {
        row++;
        return ofCounts.update(row, counts[row & ROWS - 1]);
    }

    /**
     * Measures one row of the default monitor on real numbers.
     *
     * @return the score
     */
    @Benchmark
    public BurstScore seriesMonitorOnNumbers() {
        row++;
        return ofNumbers.update(row, numbers[row & ROWS - 1]);
    }

    /**
     * Measures one row.
     *
     * @return the score
     */
    @Benchmark
    public BurstScore recordMonitor() {
        row++;
        return records.update(row, counts[row & ROWS - 1]);
    }

    /**
     * Measures one bin.
     *
     * @return the score
     */
    @Benchmark
    public BurstScore rateMonitor() {
        row++;
        return rates.update(300.0 * row, counts[row & ROWS - 1]);
    }

    /**
     * Measures the count of one key among 100,000 that are watched, 1,000 of which have events in a bin.
     *
     * @return the alarms
     */
    @Benchmark
    @OperationsPerInvocation(KEYS_A_BIN)
    public List<KeyedRateMonitors.Alarm> keyedRateMonitorsOfManyKeys() {
        row++;
        return keyed.update(300.0 * row, bins.get(row % bins.size()));
    }

    /**
     * Measures one row of the peer: score, then update.
     *
     * @return the score
     */
    @Benchmark
    public double randomCutForest() {
        float[] point = {(float) counts[row++ & ROWS - 1]};
        double score = forest.getAnomalyScore(point);
        forest.update(point);
        return score;
    }
}
