/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
import static org.apache.spark.sql.functions.col;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.nlp.text.TextNormalizer;
import org.vigie.spark.SparkDuplicates;

/**
 * Pairs of texts with a Jaccard of 0.8 or more over shingles of five characters, by Vigie or by Spark MLlib. How to run it:
 * docs/benchmarks/spark.md.
 */
public final class SelfJoin {
    private static final int SHINGLE = 5;
    private static final double THRESHOLD = 0.8;
    /** Spreads the hashes of strings, whose low bits are close. */
    private static final int SPREAD = 0x9E3779B1;

    private static final int FEATURES = 1 << 20;

    private SelfJoin() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            System.err.println("SelfJoin vigie|mllib TEXTS TABLES, a text a line");
            System.exit(2);
        }
        TextNormalizer normalizer = NearDuplicates.withDefaults().normalizer();
        LinkedHashSet<String> texts = new LinkedHashSet<>();
        Files.readAllLines(Path.of(args[1])).forEach(line -> texts.add(normalizer.normalize(line)));
        SparkSession session = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 8)
                .getOrCreate();
        session.sparkContext().setLogLevel("ERROR");
        boolean isOurs = args[0].equals("vigie");
        Dataset<Row> rows = session.createDataFrame(
                        isOurs ? strings(texts) : vectors(texts),
                        new StructType()
                                .add("id", DataTypes.LongType, false)
                                .add("text", isOurs ? DataTypes.StringType : new VectorUDT(), false))
                .repartition(8)
                .persist();
        System.out.println("distinct texts: " + rows.count());
        double before = cpu();
        long pairs = isOurs
                ? SparkDuplicates.withDefaults().detect(rows).pairs().count()
                : new MinHashLSH()
                        .setNumHashTables(Integer.parseInt(args[2]))
                        .setInputCol("text")
                        .setOutputCol("hashes")
                        .setSeed(1)
                        .fit(rows)
                        .approxSimilarityJoin(rows, rows, 1 - THRESHOLD, "distance")
                        .where(col("datasetA.id").lt(col("datasetB.id")))
                        .count();
        System.out.printf("%s: %d pairs, %.1f s of the processor's time%n", args[0], pairs, cpu() - before);
        session.stop();
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static List<Row> strings(Iterable<String> texts) {
        List<Row> rows = new ArrayList<>();
        texts.forEach(text -> rows.add(RowFactory.create((long) rows.size(), text)));
        return rows;
    }

    private static List<Row> vectors(Iterable<String> texts) {
        List<Row> rows = new ArrayList<>();
        texts.forEach(text -> {
            TreeSet<Integer> features = new TreeSet<>();
            for (int i = 0; i + SHINGLE <= text.length(); i++) {
                features.add(Math.floorMod(text.substring(i, i + SHINGLE).hashCode() * SPREAD, FEATURES));
            }
            if (!features.isEmpty()) { // MLlib takes no empty set
                rows.add(RowFactory.create((long) rows.size(), vector(features)));
            }
        });
        return rows;
    }

    private static Vector vector(TreeSet<Integer> features) {
        double[] ones = new double[features.size()];
        Arrays.fill(ones, 1);
        return Vectors.sparse(FEATURES, features.stream().mapToInt(Integer::intValue).toArray(), ones);
    }
}
