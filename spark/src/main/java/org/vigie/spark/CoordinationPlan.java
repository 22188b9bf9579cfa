/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.network.ObjectSummary;
import org.vigie.graph.network.Population;
import scala.Tuple2;

/**
 * The steps of {@link SparkCoordination}, with what several of them need.
 *
 * <p>Actions go by account, whose partition gives numbers to names, and then by object. There most turn out to be alone,
 * and end. Those that are left are swept in parts of one size, wherever there is room. Co-actions go by account and by edge.
 * Not thread-safe.
 */
final class CoordinationPlan {
    private final JavaRDD<Accounts> accounts;
    private final JavaRDD<ObjectShelf> shelves;
    private final JavaRDD<CoActionColumns> coActions;
    private final long window;
    private final int partitions;
    private final JavaSparkContext context;

    /** What an object is, where it is shared. */
    private record Shared(String name, int actions, int accounts, long coActions, long coIncidences, long window)
            implements Serializable {}

    /** Numbers of accounts whose names a partition needs. */
    @SuppressWarnings("ArrayRecordComponent") // a column
    private record Question(int from, int[] accounts) implements Serializable {}

    /** Names by number, ascending. */
    @SuppressWarnings("ArrayRecordComponent") // columns
    private record Named(int[] accounts, Strings names) implements Serializable {
        String name(int account) {
            return names.get(Arrays.binarySearch(accounts, account));
        }
    }

    /** An edge and the names of its accounts, in byte order. */
    record NamedEdge(String source, String target, EdgeSums sums) implements Serializable {}

    CoordinationPlan(Dataset<Row> actions, SparkSupplier<CoActions> engine, Duration window) {
        context = JavaSparkContext.fromSparkContext(actions.sparkSession().sparkContext());
        partitions = SparkDuplicates.partitions(actions.sparkSession());
        int parts = partitions;
        long millis = window.toMillis();
        this.window = millis;
        accounts = sent(actions.select("account", "object", "content", "millis")
                        .javaRDD()
                        .mapPartitionsToPair(rows -> ActionColumns.byAccount(rows, parts)))
                .mapPartitionsWithIndex(
                        (part, came) -> List.of(Accounts.of(part, came, parts)).iterator(), true)
                .persist(StorageLevel.MEMORY_AND_DISK());
        shelves = sent(accounts.flatMapToPair(own -> own.actions().iterator()))
                .mapPartitionsWithIndex(
                        (part, came) -> List.of(ObjectShelf.of(part, came, engine.get(), millis))
                                .iterator(),
                        true)
                .persist(StorageLevel.MEMORY_AND_DISK());
        coActions = sent(shelves.flatMapToPair(shelf -> dealt(shelf, millis, parts)))
                .mapPartitions(own -> {
                    CoActions sweep = engine.get().withMinParticipation(0).withPairLimit(Long.MAX_VALUE);
                    return Lazy.flat(own, part -> CoActionColumns.of(part, sweep));
                })
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private <T> JavaRDD<T> sent(JavaPairRDD<Integer, T> addressed) {
        return addressed.partitionBy(new HashPartitioner(partitions)).values();
    }

    /** The parts of a shelf, one after the other to all partitions. */
    private static Iterator<Tuple2<Integer, ObjectShelf.Part>> dealt(ObjectShelf shelf, long window, int partitions) {
        List<ObjectShelf.Part> parts = shelf.parts(window);
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Tuple2<>((shelf.partition() + i) % partitions, parts.get(i)))
                .iterator();
    }

    void unpersist() {
        coActions.unpersist();
        shelves.unpersist();
        accounts.unpersist();
    }

    /** The edges of accounts that take part, by partition. */
    JavaRDD<List<EdgeSums>> edges(int minParticipation, int minCoActions, int minObjects) {
        JavaRDD<CoActionColumns> kept = coActions;
        if (minParticipation > 1) { // a pair is a content of each
            Broadcast<BitSet> taking = context.broadcast(takingPart(minParticipation));
            kept = coActions.map(chunk -> chunk.where(
                    i -> taking.value().get(chunk.u()[i]) && taking.value().get(chunk.v()[i])));
        }
        int parts = partitions;
        return sent(kept.flatMapToPair(chunk -> chunk.splitByEdge(parts)))
                .mapPartitions(own -> List.of(EdgeSums.of(own).stream()
                                .filter(edge -> edge.coActions() >= minCoActions && edge.objects() >= minObjects)
                                .toList())
                        .iterator());
    }

    private BitSet takingPart(int contents) {
        int parts = partitions;
        JavaRDD<Participation> sides = sent(coActions.flatMapToPair(chunk -> Participation.split(chunk, parts)))
                .mapPartitions(own -> List.of(Participation.of(own)).iterator())
                .persist(StorageLevel.MEMORY_AND_DISK());
        BitSet left = taking(sides, null, contents);
        for (int before = left.cardinality() + 1; left.cardinality() < before; ) {
            before = left.cardinality();
            left = taking(sides, left, contents);
        }
        sides.unpersist();
        return left;
    }

    private BitSet taking(JavaRDD<Participation> sides, @Nullable BitSet left, int contents) {
        Broadcast<Holder> sent = context.broadcast(new Holder(left));
        BitSet taking = new BitSet();
        sides.map(part -> part.takingPart(sent.value().left, contents))
                .collect()
                .forEach(part -> Arrays.stream(part).forEach(taking::set));
        return taking;
    }

    private record Holder(@Nullable BitSet left) implements Serializable {}

    /** The same edges with names. */
    JavaRDD<NamedEdge> named(JavaRDD<List<EdgeSums>> edges) {
        int parts = partitions;
        JavaRDD<Question> asked = JavaPairRDD.fromJavaRDD(
                        edges.mapPartitionsWithIndex((part, own) -> questions(part, own.next(), parts), true))
                .partitionBy(new HashPartitioner(partitions))
                .values();
        JavaRDD<Tuple2<Integer, Named>> answers = accounts.zipPartitions(asked, (own, questions) -> {
            Strings names = own.next().names();
            return Lazy.mapped(questions, question -> answer(names, question, parts));
        });
        return edges.zipPartitions(sent(JavaPairRDD.fromJavaRDD(answers)), (own, names) -> {
            Named all = all(Lazy.list(names));
            return Lazy.mapped(own.next().iterator(), edge -> named(edge, all));
        });
    }

    private static Iterator<Tuple2<Integer, Question>> questions(int part, List<EdgeSums> edges, int partitions) {
        int[] accounts = Keyed.distinct(edges.stream()
                .flatMapToInt(edge -> IntStream.of(edge.u(), edge.v()))
                .toArray());
        Keyed homes = Keyed.of(
                Arrays.stream(accounts).map(account -> account % partitions).toArray(), partitions);
        return IntStream.range(0, partitions)
                .filter(home -> homes.rowCount(home) > 0)
                .mapToObj(home -> new Tuple2<>(
                        home,
                        new Question(
                                part, homes.rows(home).map(i -> accounts[i]).toArray())))
                .iterator();
    }

    private static Tuple2<Integer, Named> answer(Strings names, Question question, int partitions) {
        int[] accounts = question.accounts;
        Strings found = Strings.of(accounts.length, i -> names.get(accounts[i] / partitions));
        return new Tuple2<>(question.from, new Named(accounts, found));
    }

    private static Named all(List<Named> parts) {
        int[] accounts = parts.stream()
                .flatMapToInt(part -> Arrays.stream(part.accounts))
                .toArray();
        String[] names = parts.stream()
                .flatMap(part -> Arrays.stream(part.names.values()))
                .toArray(String[]::new);
        int[] order = Keyed.of(Arrays.stream(accounts).asLongStream().toArray()).order();
        return new Named(
                Arrays.stream(order).map(i -> accounts[i]).toArray(), Strings.of(names.length, i -> names[order[i]]));
    }

    private static NamedEdge named(EdgeSums edge, Named names) {
        String u = names.name(edge.u());
        String v = names.name(edge.v());
        return ActionColumns.inByteOrder(u, v) < 0 ? new NamedEdge(u, v, edge) : new NamedEdge(v, u, edge.turned());
    }

    /** The names of all accounts by partition; what their numbers are, {@link Accounts} says. */
    List<Strings> names() {
        return accounts.map(Accounts::names).collect();
    }

    /** By number of an account, all of which are below a size, its actions and its distinct objects. */
    int[][] activity(int size) {
        int[][] sums = new int[2][size];
        for (ObjectShelf.Activity part : shelves.map(ObjectShelf::activity).collect()) {
            for (int i = 0; i < part.accounts().length; i++) {
                int account = part.accounts()[i];
                sums[0][account] = Math.addExact(sums[0][account], part.actions()[i]);
                sums[1][account] = Math.addExact(sums[1][account], part.objects()[i]);
            }
        }
        return sums;
    }

    /** What the network is drawn from; shared objects are in byte order. */
    Population population(int[][] activity) {
        long millis = window;
        int parts = partitions;
        int objects = shelves.map(shelf -> shelf.activity().actedOn()).fold(0, Math::addExact);
        JavaRDD<CoActionColumns> byObject = sent(coActions.flatMapToPair(chunk -> chunk.splitByObject(parts)));
        List<ObjectSummary> shared = shelves
                .zipPartitions(byObject, (own, met) -> shared(own.next(), CoActionColumns.all(Lazy.list(met)), millis))
                .collect()
                .stream()
                .sorted((a, b) -> ActionColumns.inByteOrder(a.name, b.name))
                .map(one -> new ObjectSummary(
                        SafeText.decode(one.name),
                        one.actions,
                        one.accounts,
                        one.coActions,
                        one.coIncidences,
                        Duration.ofMillis(one.window)))
                .toList();
        return new Population(
                (int) Arrays.stream(activity[0]).filter(actions -> actions > 0).count(),
                objects,
                Arrays.stream(activity[1]).asLongStream().sum(),
                shared.stream().mapToLong(ObjectSummary::coIncidences).sum(),
                Duration.ofMillis(millis),
                shared);
    }

    private static Iterator<Shared> shared(ObjectShelf shelf, CoActionColumns met, long asked) {
        Keyed byObject = Keyed.of(met.objects());
        List<Shared> shared = new ArrayList<>();
        for (int object = 0; object < shelf.objects().size(); object++) {
            int place = byObject.place(shelf.id(object));
            if (place >= 0 || shelf.windows()[object] < asked) {
                shared.add(new Shared(
                        shelf.objects().get(object),
                        shelf.actions()[object],
                        shelf.accounts()[object],
                        place < 0 ? 0 : byObject.rowCount(place),
                        place < 0
                                ? 0
                                : Keyed.distinct(byObject.rows(place)
                                                .mapToLong(met::edge)
                                                .toArray())
                                        .length,
                        shelf.windows()[object]));
            }
        }
        return shared.iterator();
    }
}
