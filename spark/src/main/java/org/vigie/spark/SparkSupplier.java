/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.function.Supplier;

/**
 * Makes the settings of a method where it runs: the lambda goes to the executors, what it makes stays there.
 *
 * @param <T> what is made
 */
@FunctionalInterface
public interface SparkSupplier<T> extends Supplier<T>, Serializable {}
