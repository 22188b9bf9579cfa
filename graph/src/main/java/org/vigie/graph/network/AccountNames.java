/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** Names that are asked for one by one, as an unmodifiable list: a network of numbers keeps no strings. */
final class AccountNames extends AbstractList<String> implements RandomAccess {
    private final int size;
    private final IntFunction<String> name;

    AccountNames(int size, IntFunction<String> name) {
        this.size = size;
        this.name = Objects.requireNonNull(name);
    }

    @Override
    public String get(int account) {
        return name.apply(Objects.checkIndex(account, size));
    }

    @Override
    public int size() {
        return size;
    }
}
