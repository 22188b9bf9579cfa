/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.HashMap;
import java.util.Map;

/**
 * Abbreviations of zones that mean one thing in posts, all year; IST means three and is not among them. A fixed table: those
 * of the JDK depend on its version and take EDT for New York, whatever the season.
 */
final class ZoneNames {
    private static final String TABLE =
            "0 z utc gmt ut wet, 60 bst west cet wat, 120 cest eet cat sast, 180 eest msk trt eat,"
                    + " 300 pkt, 420 ict wib, 480 hkt sgt awst pht, 540 jst kst, 570 acst, 600 aest, 660 aedt, 720 nzst, 780 nzdt,"
                    + " -180 brt art, -240 edt, -300 est cdt, -360 cst mdt, -420 mst pdt, -480 pst akdt, -540 akst, -600 hst";
    private static final Map<String, Integer> MINUTES = minutes();

    /** No zone. */
    static final int UNKNOWN = Integer.MIN_VALUE;

    private ZoneNames() {}

    /** Minutes east of UTC of a name in lower case, or {@link #UNKNOWN}. */
    static int minutes(String name) {
        return MINUTES.getOrDefault(name, UNKNOWN);
    }

    private static Map<String, Integer> minutes() {
        Map<String, Integer> minutes = new HashMap<>();
        for (String line : TABLE.split(", ?", -1)) {
            String[] words = line.split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                minutes.put(words[i], Integer.valueOf(words[0]));
            }
        }
        return Map.copyOf(minutes);
    }
}
