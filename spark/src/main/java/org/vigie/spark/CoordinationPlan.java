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
import java.util.Comparator;
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
import org.vigie.spark.ActionColumns.Accounts;
import scala.Tuple2;

/**
 * The steps of {@link SparkCoordination}, with what several of them need.
 *
 * <p>Actions go by content, by account and by object, and get a number each time. Objects are swept in parts of one
 * size, wherever there is room. Co-actions go by account and by edge. Not thread-safe.
 */
final class CoordinationPlan {
    /** All accounts, with numbers from 0 in each partition. */
    private final JavaRDD<Accounts> accounts;
    /** By partition of accounts what its numbers start with among all. */
    private final int[] starts;

    private final JavaRDD<ObjectShelf> shelves;
    private final JavaRDD<CoActionColumns> coActions;
    private final long window;
    private final int partitions;
    private final JavaSparkContext context;

    /** What an object is, where it is shared. */
    private record Shared(String name, int actions, int accounts, long coActions, long coIncidences, long window)
            implements Serializable {}

    /** How active the accounts of a shelf are. */
    @SuppressWarnings("ArrayRecordComponent") // columns
    private record Activity(int[] accounts, int[] actions, int[] objects, int shelved) implements Serializable {}

    /** Numbers of accounts whose names a partition needs. */
    @SuppressWarnings("ArrayRecordComponent") // a column
    private record Question(int from, int[] accounts) implements Serializable {}

    /** Names by number, ascending. */
    @SuppressWarnings("ArrayRecordComponent") // columns
    record Named(int[] accounts, String[] names) implements Serializable {
        String name(int account) {
            return names[Arrays.binarySearch(accounts, account)];
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
        JavaRDD<ActionColumns> rows = actions.select("account", "object", "content", "millis")
                .javaRDD()
                .mapPartitions(ActionColumns::of);
        JavaRDD<ActionColumns> withContents = sent(rows.flatMapToPair(chunk -> chunk.split(chunk.contents(), parts)))
                .mapPartitionsWithIndex(ActionColumns::withContents, true);
        accounts = sent(withContents.flatMapToPair(chunk -> chunk.split(chunk.accounts(), parts)))
                .mapPartitions(
                        chunks -> List.of(ActionColumns.withAccounts(chunks)).iterator())
                .persist(StorageLevel.MEMORY_AND_DISK());
        int[] from = starts(accounts.map(part -> part.names().length).collect());
        starts = from;
        JavaRDD<ActionColumns> numbered = accounts.mapPartitionsWithIndex(
                (part, own) -> Lazy.mapped(own.next().actions().iterator(), chunk -> chunk.from(from[part])), true);
        shelves = sent(numbered.flatMapToPair(chunk -> chunk.split(chunk.objects(), parts)))
                .mapPartitionsWithIndex(
                        (part, own) -> List.of(ObjectShelf.of(part, own, engine.get(), millis))
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

    private static int[] starts(List<Integer> sizes) {
        int[] starts = new int[sizes.size()];
        for (int part = 1; part < starts.length; part++) {
            starts[part] = Math.addExact(starts[part - 1], sizes.get(part - 1));
        }
        return starts;
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
        int[] from = starts;
        JavaRDD<Question> asked = JavaPairRDD.fromJavaRDD(
                        edges.mapPartitionsWithIndex((part, own) -> questions(part, own.next(), from), true))
                .partitionBy(new HashPartitioner(partitions))
                .values();
        JavaRDD<Tuple2<Integer, Named>> answers = accounts.zipPartitions(
                asked.mapPartitionsWithIndex(
                        (part, own) -> Lazy.mapped(own, question -> new Tuple2<>(from[part], question)), true),
                (own, questions) -> {
                    String[] names = own.next().names();
                    return Lazy.mapped(questions, q -> answer(names, q._1(), q._2()));
                });
        return edges.zipPartitions(sent(JavaPairRDD.fromJavaRDD(answers)), (own, names) -> {
            Named all = all(Lazy.list(names));
            return Lazy.mapped(own.next().iterator(), edge -> named(edge, all));
        });
    }

    private static Iterator<Tuple2<Integer, Question>> questions(int part, List<EdgeSums> edges, int[] starts) {
        int[] accounts = edges.stream()
                .flatMapToInt(edge -> IntStream.of(edge.u(), edge.v()))
                .sorted()
                .distinct()
                .toArray();
        List<Tuple2<Integer, Question>> questions = new ArrayList<>();
        int from = 0;
        for (int home = 0; home < starts.length; home++) {
            int to = from;
            while (to < accounts.length && (home + 1 == starts.length || accounts[to] < starts[home + 1])) {
                to++;
            }
            if (to > from) {
                questions.add(new Tuple2<>(home, new Question(part, Arrays.copyOfRange(accounts, from, to))));
            }
            from = to;
        }
        return questions.iterator();
    }

    private static Tuple2<Integer, Named> answer(String[] names, int start, Question question) {
        String[] found = Arrays.stream(question.accounts)
                .mapToObj(account -> names[account - start])
                .toArray(String[]::new);
        return new Tuple2<>(question.from, new Named(question.accounts, found));
    }

    private static Named all(List<Named> parts) {
        List<Named> ordered = parts.stream()
                .sorted(Comparator.comparingInt(part -> part.accounts[0]))
                .toList();
        return new Named(
                ordered.stream()
                        .flatMapToInt(part -> Arrays.stream(part.accounts))
                        .toArray(),
                ordered.stream().flatMap(part -> Arrays.stream(part.names)).toArray(String[]::new));
    }

    private static NamedEdge named(EdgeSums edge, Named names) {
        String u = names.name(edge.u());
        String v = names.name(edge.v());
        return ActionColumns.inByteOrder(u, v) < 0 ? new NamedEdge(u, v, edge) : new NamedEdge(v, u, edge.turned());
    }

    /** The names of all accounts by number. */
    List<String> names() {
        return accounts.map(Accounts::names).collect().stream()
                .flatMap(Arrays::stream)
                .toList();
    }

    /** By account its actions and its distinct objects. */
    int[][] activity(int size) {
        int[][] sums = new int[2][size];
        for (Activity part : shelves.map(CoordinationPlan::active).collect()) {
            for (int i = 0; i < part.accounts.length; i++) {
                int account = part.accounts[i];
                sums[0][account] = Math.addExact(sums[0][account], part.actions[i]);
                sums[1][account] = Math.addExact(sums[1][account], part.objects[i]);
            }
        }
        return sums;
    }

    private static Activity active(ObjectShelf shelf) {
        int[] objectOf = new int[shelf.times().length];
        int shelved = 0;
        for (int object = 0; object < shelf.objects().length; object++) {
            Arrays.fill(objectOf, shelf.starts()[object], shelf.starts()[object + 1], object);
            shelved += shelf.rows(object) > 0 ? 1 : 0;
        }
        Keyed byAccount = Keyed.of(shelf.accounts());
        return new Activity(
                IntStream.range(0, byAccount.size())
                        .map(a -> (int) byAccount.key(a))
                        .toArray(),
                IntStream.range(0, byAccount.size()).map(byAccount::rowCount).toArray(),
                IntStream.range(0, byAccount.size())
                        .map(a -> (int) byAccount
                                .rows(a)
                                .map(row -> objectOf[row])
                                .distinct()
                                .count())
                        .toArray(),
                shelved);
    }

    /** What the network is drawn from; shared objects are in byte order. */
    Population population(int[][] activity) {
        long millis = window;
        int objects = shelves.map(shelf -> active(shelf).shelved).fold(0, Math::addExact);
        JavaRDD<CoActionColumns> byObject = sent(coActions.flatMapToPair(CoActionColumns::splitByObject));
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
        for (int object = 0; object < shelf.objects().length; object++) {
            int place = byObject.place(shelf.id(object));
            if (place >= 0 || shelf.windows()[object] < asked) {
                shared.add(new Shared(
                        shelf.objects()[object],
                        shelf.rows(object),
                        (int) Arrays.stream(shelf.accounts(), shelf.starts()[object], shelf.starts()[object + 1])
                                .distinct()
                                .count(),
                        place < 0 ? 0 : byObject.rowCount(place),
                        place < 0
                                ? 0
                                : byObject.rows(place)
                                        .mapToLong(met::edge)
                                        .distinct()
                                        .count(),
                        shelf.windows()[object]));
            }
        }
        return shared.iterator();
    }
}
