/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecentBandsTest {
    private static final int BANDS = 3;

    /** What shares a key of a band and is not too old, by band and then from new to old. */
    private static List<Integer> byDefinition(List<int[]> items, int[] wanted, int oldest, int most) {
        Set<Integer> found = new LinkedHashSet<>();
        for (int band = 0; band < BANDS; band++) {
            for (int n = items.size() - 1; n >= oldest; n--) {
                if (items.get(n)[band] == wanted[band]) {
                    found.add(n);
                }
            }
        }
        return found.stream().limit(most).toList();
    }

    @Test
    void findsWhatIsRecentAndSharesABand() {
        SplittableRandom random = new SplittableRandom(3);
        RecentBands bands = new RecentBands(BANDS);
        List<int[]> items = new ArrayList<>();
        int[] target = new int[40];
        int oldest = 0;
        for (int step = 0; step < 5_000; step++) {
            int keys = step < 3_000 ? 400 : 20;
            int[] wanted = random.ints(BANDS, 0, keys).toArray();
            int found = bands.find(wanted, oldest, target);
            assertThat(Arrays.stream(target).limit(found).boxed().toList())
                    .isEqualTo(byDefinition(items, wanted, oldest, target.length));
            assertThat(bands.add(wanted, oldest)).isEqualTo(items.size());
            items.add(wanted);
            // The window grows to some 900 items, and shrinks to none.
            oldest = step == 2_500 ? items.size() : Math.max(oldest, items.size() - random.nextInt(600, 900));
        }
    }

    @Test
    void nothingIsFoundInNone() {
        assertThat(new RecentBands(BANDS).find(new int[BANDS], 0, new int[4])).isZero();
    }
}
