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
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StatsTest {
    private static final Offset<Double> TIGHT = within(1e-12);

    // Reference values: scipy 1.17.1 false_discovery_control and binomtest(...).proportion_ci.
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

    @Test
    void harmonicNumberIsContinuousAtItsSwitch() {
        double next = FalseDiscovery.harmonic(1000) + 1.0 / 1001;
        assertThat(FalseDiscovery.harmonic(1001)).isCloseTo(next, TIGHT);
        assertThat(FalseDiscovery.harmonic(0)).isEqualTo(0);
    }

    @Test
    void quantilesAreTypeSeven() {
        double[] values = {9, 1, 3, 4};
        assertThat(Quantiles.type7(values, 0.5)).isEqualTo(3.5);
        assertThat(Quantiles.type7(values, new double[] {0, 0.25, 0.9, 1}))
                .containsExactly(new double[] {1, 2.5, 7.5, 9}, TIGHT);
        assertThat(values).containsExactly(9, 1, 3, 4);
        assertThat(Quantiles.type7(new double[] {7}, 0.3)).isEqualTo(7);
    }

    @Test
    void intervalsMatchScipy() {
        Interval wilson = Intervals.wilson(3, 20, 0.95);
        assertThat(wilson.low()).isCloseTo(0.05236874589621662, TIGHT);
        assertThat(wilson.high()).isCloseTo(0.3604188647407569, TIGHT);
        assertThat(Intervals.wilson(0, 50, 0.99).high()).isCloseTo(0.11715209171762797, TIGHT);
        assertThat(Intervals.wilson(0, 50, 0.99).low()).isEqualTo(0);
        assertThat(Intervals.wilson(50, 50, 0.99).high()).isEqualTo(1);
        Interval exact = Intervals.clopperPearson(3, 20, 0.95);
        assertThat(exact.low()).isCloseTo(0.03207093718554477, within(1e-9));
        assertThat(exact.high()).isCloseTo(0.37892682654529564, within(1e-9));
        assertThat(Intervals.clopperPearson(0, 20, 0.95).low()).isEqualTo(0);
        assertThat(Intervals.clopperPearson(20, 20, 0.95).high()).isEqualTo(1);
    }

    @Test
    void rejectsWithRuleAndValue() {
        assertThatThrownBy(() -> FalseDiscovery.benjaminiHochberg(new double[] {Double.NaN}))
                .hasMessage("p must be in [0, 1] but was NaN");
        assertThatThrownBy(() -> FalseDiscovery.benjaminiYekutieli(new double[2], 1))
                .hasMessage("tests must be in [2, 9223372036854775807] but was 1");
        assertThatThrownBy(() -> Quantiles.type7(new double[0], 0.5)).hasMessage("values must not be empty");
        assertThatThrownBy(() -> Quantiles.type7(new double[] {Double.NaN}, 0.5))
                .hasMessage("values must not hold NaN");
        assertThatThrownBy(() -> Quantiles.type7(new double[1], 1.1)).hasMessage("p must be in [0, 1] but was 1.1");
        assertThatThrownBy(() -> Intervals.wilson(3, 2, 0.9)).hasMessage("successes must be in [0, 2] but was 3");
        assertThatThrownBy(() -> Intervals.wilson(0, 0, 0.9)).hasMessageContaining("trials must be in [1, ");
        assertThatThrownBy(() -> Intervals.wilson(1, 2, Double.NaN))
                .hasMessage("confidence must be in (0, 1) but was NaN");
        assertThatThrownBy(() -> new Interval(2, 1)).hasMessage("low must be <= high but was 2.0 > 1.0");
    }
}
