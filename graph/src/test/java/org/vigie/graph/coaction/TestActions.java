/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Actions that several tests begin with. */
final class TestActions {
    /** Everybody counts, however little they do. */
    static final CoActions ALL = CoActions.withDefaults().withMinParticipation(0);

    private TestActions() {}

    static Action act(String account, String object, String content, long millis) {
        return new Action(account, object, content, Instant.ofEpochMilli(millis));
    }

    static List<Action> random(long seed, int rows, int accounts, int objects, int contents, int span) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Action> result = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            // Content names meet object names now and then: originals of authors.
            result.add(act(
                    "a" + random.nextInt(accounts),
                    "o" + random.nextInt(objects),
                    (random.nextInt(30) == 0 ? "o" : "c") + random.nextInt(contents),
                    random.nextInt(span)));
        }
        return result;
    }
}
