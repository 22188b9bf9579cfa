/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.posts.Post;

final class StoreTest {
    @TempDir
    private Path folder;

    private static void put(Store store, long number) {
        StringBuilder text = new StringBuilder();
        new SplittableRandom(number).longs(4_000).forEach(text::append);
        Post post =
                Post.builder("p" + number, "a", Instant.EPOCH, text.toString()).build();
        store.put(number, PostJson.write(post));
        store.put(new Store.Row(number, number, number, number, Store.How.IN_TIME, 0));
    }

    @Test
    void whatIsNotCommittedIsNotThereHoweverMuchItIs() throws IOException {
        try (Store store = Store.open(folder)) {
            put(store, 1);
            store.commit();
            for (int i = 2; i <= 400; i++) { // 30 MB
                put(store, i);
            }
        }
        try (Store store = Store.open(folder)) {
            assertThat(store.last()).isEqualTo(1);
            assertThat(store.post(1)).isNotNull();
            assertThat(store.post(2)).isNull();
        }
    }

    @Test
    void aStateOfManyPiecesComesBackAndDamageIsFound() throws IOException {
        byte[] bytes = new byte[3_500_000];
        new SplittableRandom(3).nextBytes(bytes);
        try (Store store = Store.open(folder)) {
            assertThat(store.readState(in -> {
                        throw new AssertionError("there is none");
                    }))
                    .isFalse();
            store.putState(out -> out.write(bytes));
            store.commit();
        }
        try (Store store = Store.open(folder)) {
            assertThat(store.readState(
                            in -> assertThat(in.readNBytes(bytes.length)).isEqualTo(bytes)))
                    .isTrue();
            store.putState(out -> out.write(bytes, 0, 1_048_576 - 8)); // one piece exactly
            assertThat(store.readState(
                            in -> assertThat(in.readNBytes(1_048_576 - 8)).hasSize(1_048_576 - 8)))
                    .isTrue();
            store.putState(out -> out.writeInt(7));
            store.commit();
            assertThat(store.readState(in -> assertThat(in.readInt()).isEqualTo(7)))
                    .isTrue();
        }
        try (MVStore file = MVStore.open(folder.resolve(Store.FILE).toString())) {
            file.openMap(
                            "state",
                            new MVMap.Builder<Long, byte[]>()
                                    .keyType(LongDataType.INSTANCE)
                                    .valueType(ByteArrayDataType.INSTANCE))
                    .put(0L, new byte[12]);
        }
        try (Store store = Store.open(folder)) {
            assertThatThrownBy(() -> store.readState(in -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the saved state in")
                    .hasMessageContaining("it is damaged");
        }
    }

    @Test
    void whatTheLibraryThrowsNamesTheFile() throws IOException {
        Store store = Store.open(folder);
        store.close();
        assertThatThrownBy(() -> put(store, 1))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.resolve(Store.FILE).toString());
        assertThatThrownBy(store::commit).isInstanceOf(IOException.class);
        assertThatThrownBy(store::rewrite).isInstanceOf(IOException.class);
    }
}
