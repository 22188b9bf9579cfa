/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import com.amazon.randomcutforest.RandomCutForest;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.core.burst.Burst;
import org.vigie.core.burst.BurstScore;
import org.vigie.core.burst.Kleinberg;
import org.vigie.core.burst.RateMonitor;
import org.vigie.core.burst.RecordMonitor;
import org.vigie.core.burst.SeriesMonitor;

/** Kleinberg's automaton on 100,000 events, and one update of each online monitor beside RandomCutForest. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BurstBenchmark {
    private static final int ROWS = 1 << 16;

    private final double[] times = new double[100_000];
    private final double[] values = new double[ROWS];
    private final SeriesMonitor series = SeriesMonitor.withDefaults();
    private final RecordMonitor records = RecordMonitor.withDefaults();
    private final RateMonitor rates = RateMonitor.withDefaults();
    private final RandomCutForest forest = RandomCutForest.builder()
            .dimensions(8)
            .shingleSize(8)
            .internalShinglingEnabled(true)
            .numberOfTrees(50)
            .sampleSize(256)
            .randomSeed(1)
            .build();
    private int row;

    /** Creates the benchmark. */
    public BurstBenchmark() {}

    /** Makes a stream of events with bursts, and counts with a daily rhythm. */
    @Setup
    public void setUp() {
        Random random = new Random(1);
        for (int i = 1; i < times.length; i++) {
            double scale = i / 1000 % 20 == 0 ? 0.01 : 1;
            times[i] = times[i - 1] - Math.log(1 - random.nextDouble()) * scale;
        }
        for (int t = 0; t < ROWS; t++) {
            double mean = 20 + 10 * Math.sin(2 * Math.PI * t / 288);
            values[t] = Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
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
     * Measures one row of the default monitor.
     *
     * @return the score
     */
    @Benchmark
    public BurstScore seriesMonitor() {
        row++;
        return series.update(row, values[row & ROWS - 1]);
    }

    /**
     * Measures one row.
     *
     * @return the score
     */
    @Benchmark
    public BurstScore recordMonitor() {
        return records.update(values[row++ & ROWS - 1]);
    }

    /**
     * Measures one bin.
     *
     * @return the score
     */
    @Benchmark
    public BurstScore rateMonitor() {
        row++;
        return rates.update(300.0 * row, (long) values[row & ROWS - 1]);
    }

    /**
     * Measures one row of the peer: score, then update.
     *
     * @return the score
     */
    @Benchmark
    public double randomCutForest() {
        float[] point = {(float) values[row++ & ROWS - 1]};
        double score = forest.getAnomalyScore(point);
        forest.update(point);
        return score;
    }
}
