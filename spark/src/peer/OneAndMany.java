/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.posts.Post;
import org.vigie.posts.simulation.Simulator;
import org.vigie.spark.SparkCoordination;
import org.vigie.spark.SparkDuplicates;

/**
 * One detector over simulated posts, on one machine or over partitions; those that the memory does not hold twice are written
 * to a folder first. How to run it: docs/benchmarks/spark.md.
 */
public final class OneAndMany {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int PARTITIONS = Integer.getInteger("spark.sql.shuffle.partitions", 8);
    private static final int ROWS_OF_FILE = 500_000;

    private OneAndMany() {}

    public static void main(String[] args) {
        if (args.length < 3 || args.length > 4) {
            System.err.println("OneAndMany duplicates|coordination one|many POSTS [FOLDER], or OneAndMany both write POSTS FOLDER");
            System.exit(2);
        }
        boolean isText = args[0].equals("duplicates");
        int posts = Integer.parseInt(args[2]);
        List<Row> rows = new ArrayList<>();
        if (args[1].equals("write")) {
            write(posts, args[3]);
        } else if (args[1].equals("one")) {
            simulate(posts, post -> add(rows, post, isText));
            double before = cpu();
            long found = isText ? pairs(rows) : edges(rows);
            System.out.printf("%s: %d rows, %d found, %.1f s of the processor's time%n", args[0], rows.size(), found, cpu() - before);
        } else if (args.length == 4) {
            // Rows that the plan was given would stay in its memory beside the table.
            many(isText, session().read().parquet(args[3] + "/" + args[0]).repartition(PARTITIONS).persist());
        } else {
            simulate(posts, post -> add(rows, post, isText));
            many(isText, session().createDataFrame(rows, schema(isText)).repartition(PARTITIONS).persist());
        }
    }

    private static void simulate(int posts, Consumer<Post> sink) {
        Simulator.withDefaults()
                .withPosts(posts)
                .withSeed(7)
                .withCampaigns(12)
                .run((post, label) -> sink.accept(post));
    }

    private static void add(List<Row> rows, Post post, boolean isText) {
        if (isText) {
            rows.add(RowFactory.create((long) rows.size(), post.text()));
        } else {
            addActions(rows, post);
        }
    }

    private static void write(int posts, String folder) {
        List<Row> texts = new ArrayList<>();
        List<Row> actions = new ArrayList<>();
        long[] next = new long[1];
        simulate(posts, post -> {
            texts.add(RowFactory.create(next[0]++, post.text()));
            addActions(actions, post);
            if (texts.size() == ROWS_OF_FILE) {
                write(texts, true, folder);
                write(actions, false, folder);
            }
        });
        write(texts, true, folder);
        write(actions, false, folder);
        session().stop();
    }

    private static void write(List<Row> rows, boolean isText, String folder) {
        session()
                .createDataFrame(rows, schema(isText))
                .coalesce(1)
                .write()
                .mode("append")
                .parquet(folder + (isText ? "/duplicates" : "/coordination"));
        rows.clear();
    }

    private static void addActions(List<Row> rows, Post post) {
        List<String> objects = new ArrayList<>(post.urls());
        post.hashtags().forEach(tag -> objects.add("#" + tag));
        post.repostOf().ifPresent(objects::add);
        for (String object : objects) {
            rows.add(RowFactory.create(post.account(), object, post.id(), post.time().toEpochMilli()));
        }
    }

    private static long pairs(List<Row> rows) {
        return NearDuplicates.withDefaults()
                .detect(rows.stream().map(row -> row.getString(1)).toList())
                .pairs()
                .size();
    }

    private static long edges(List<Row> rows) {
        Actions.Builder actions = Actions.builder();
        rows.forEach(row -> actions.add(row.getString(0), row.getString(1), row.getString(2), row.getLong(3)));
        return CoActions.withDefaults().withWindow(WINDOW).detect(actions.build()).edgeCount();
    }

    private static SparkSession session() {
        SparkSession session = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", PARTITIONS)
                .getOrCreate();
        session.sparkContext().setLogLevel("ERROR");
        return session;
    }

    private static StructType schema(boolean isText) {
        return isText
                ? new StructType().add("id", DataTypes.LongType, false).add("text", DataTypes.StringType, false)
                : new StructType()
                        .add("account", DataTypes.StringType, false)
                        .add("object", DataTypes.StringType, false)
                        .add("content", DataTypes.StringType, false)
                        .add("millis", DataTypes.LongType, false);
    }

    private static void many(boolean isText, Dataset<Row> table) {
        int rows = Math.toIntExact(table.count());
        double before = cpu();
        long found = isText
                ? SparkDuplicates.withDefaults().detect(table).report(rows).pairs().size()
                : SparkCoordination.withDefaults().withWindow(WINDOW).edges(table).count();
        System.out.printf("%d rows, %d found, %.1f s of the processor's time%n", rows, found, cpu() - before);
        session().stop();
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }
}
