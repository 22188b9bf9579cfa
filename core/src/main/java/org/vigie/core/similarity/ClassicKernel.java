/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.similarity;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/**
 * Computes the components of {@link SignatureAlgorithm#CLASSIC}, {@code min((a * x + b) >>> 1)} over all elements. It
 * does so in plain Java, in the form that C2 of this JDK makes vector code of. Where the JDK was started with {@code
 * --add-modules jdk.incubator.vector}, it uses its incubating vectors. All give the same bits.
 */
interface ClassicKernel {
    /** The kernel of this run. */
    ClassicKernel FASTEST =
            vectors().orElse(Runtime.version().feature() < 25 ? Kernels::classic : Kernels::classicByMin);

    /** Writes the first n components of {@code count} elements, at least one. */
    void sign(long[] elements, int count, int[] a, int[] b, int[] target, int n);

    /** The kernel with vectors, which is compiled on its own; by name, for the module may be missing. */
    private static Optional<ClassicKernel> vectors() {
        Optional<Module> module = ModuleLayer.boot().findModule("jdk.incubator.vector");
        if (module.isEmpty()) {
            return Optional.empty();
        }
        // In place of a "requires static", which would warn everybody about an incubating module.
        ClassicKernel.class.getModule().addReads(module.get());
        try {
            Class<?> kernel = Class.forName("org.vigie.core.similarity.VectorKernel");
            return Optional.of((ClassicKernel) kernel.getDeclaredConstructor().newInstance());
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (InstantiationException
                | IllegalAccessException
                | NoSuchMethodException
                | InvocationTargetException e) {
            throw new IllegalStateException("kernel with vectors must be usable but was not", e);
        } catch (LinkageError e) {
            // A later JDK may change what incubates.
            return Optional.empty();
        }
    }
}
