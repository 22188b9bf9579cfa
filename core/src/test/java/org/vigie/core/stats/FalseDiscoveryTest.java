/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
    private static final Offset<Double> TIGHT = within(1e-12);

    // Reference values: scipy 1.17.1 false_discovery_control.
    private static final double[] P = {0.01, 0.04, 0.03, 0.04, 0.5, 0.0001, 1.0, 0.2};

    @Test
    void falseDiscoveryMatchesScipy() {
        assertThat(FalseDiscovery.benjaminiHochberg(P))
                .containsExactly(
                        new double[] {0.04, 0.064, 0.064, 0.064, 0.5714285714285714, 0.0008, 1, 0.26666666666666666},
                        TIGHT);
        assertThat(FalseDiscovery.benjaminiYekutieli(P))
                .containsExactly(
                        new double[] {
                            0.10871428571428571,
                            0.17394285714285712,
                            0.17394285714285712,
                            0.17394285714285712,
                            1,
                            0.002174285714285714,
                            1,
                            0.7247619047619047
                        },
                        TIGHT);
        assertThat(FalseDiscovery.benjaminiHochberg(new double[0])).isEmpty();
    }

    @Property
    void testsThatWereNotEnumeratedCountAsOnes(@ForAll @Size(max = 20) double @DoubleRange(min = 0, max = 1) [] raw) {
        double[] p = Arrays.stream(raw).map(x -> Math.abs(x % 1)).toArray();
        double[] padded = Arrays.copyOf(p, p.length + 7);
        Arrays.fill(padded, p.length, padded.length, 1);
        double[] expected = Arrays.copyOf(FalseDiscovery.benjaminiHochberg(padded), p.length);
        assertThat(FalseDiscovery.benjaminiHochberg(p, p.length + 7)).containsExactly(expected, TIGHT);
        double[] yekutieli = Arrays.copyOf(FalseDiscovery.benjaminiYekutieli(padded), p.length);
        assertThat(FalseDiscovery.benjaminiYekutieli(p, p.length + 7)).containsExactly(yekutieli, TIGHT);
        for (int i = 0; i < p.length; i++) {
            assertThat(expected[i]).isBetween(p[i], 1.0);
        }
    }

    /** Without a tolerance: p times n divided by n may be a digit below p. */
    @Property
    void noQValueIsBelowItsPValue(
            @ForAll @Size(max = 40) double @DoubleRange(min = 0, max = 1) [] raw,
            @ForAll @IntRange(max = 3) int more,
            @ForAll @IntRange(min = 1, max = 4) int times) {
        double[] p = Arrays.stream(raw).map(x -> Math.abs(x % 1)).toArray();
        double[] repeated = new double[p.length * times];
        Arrays.setAll(repeated, i -> p[i % p.length]);
        for (double[] tests : new double[][] {p, repeated}) {
            assertInvariants(tests, FalseDiscovery.benjaminiHochberg(tests, tests.length + (long) more));
            assertInvariants(tests, FalseDiscovery.benjaminiYekutieli(tests, tests.length + (long) more));
        }
    }

    /** One value a trial: the shortest way to a lost digit. */
    @Property
    void noQValueOfEqualPValuesIsBelowThem(
            @ForAll @DoubleRange(min = 0, max = 1) double p, @ForAll @IntRange(min = 1, max = 60) int tests) {
        double[] equal = new double[tests];
        Arrays.fill(equal, p);
        assertInvariants(equal, FalseDiscovery.benjaminiHochberg(equal));
    }

    private static void assertInvariants(double[] p, double[] q) {
        for (int i = 0; i < p.length; i++) {
            assertThat(q[i]).isBetween(p[i], 1.0);
            for (int j = 0; j < p.length; j++) {
                assertThat(p[i] > p[j] && q[i] < q[j]).as("order").isFalse();
            }
        }
    }

    @Test
    void harmonicNumberIsContinuousAtItsSwitch() {
        double next = FalseDiscovery.harmonic(1000) + 1.0 / 1001;
        assertThat(FalseDiscovery.harmonic(1001)).isCloseTo(next, TIGHT);
        assertThat(FalseDiscovery.harmonic(0)).isEqualTo(0);
    }

    @Test
    void rejectsWithRuleAndValue() {
        assertThatThrownBy(() -> FalseDiscovery.benjaminiHochberg(new double[] {Double.NaN}))
                .hasMessage("p must be in [0, 1] but was NaN");
        assertThatThrownBy(() -> FalseDiscovery.benjaminiYekutieli(new double[2], 1))
                .hasMessage("tests must be in [2, 9223372036854775807] but was 1");
    }
}
