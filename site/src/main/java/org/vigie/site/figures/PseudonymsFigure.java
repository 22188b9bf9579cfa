/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site.figures;

import java.nio.charset.StandardCharsets;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.core.privacy.SecretKey;

/** One account under two keys: who has the same key sees the same name. */
final class PseudonymsFigure {
    private PseudonymsFigure() {}

    static String draw() {
        Pseudonymizer shared = keyed("figure: a key of two partners");
        Pseudonymizer other = keyed("figure: a key for all others");
        Svg svg = new Svg(
                250,
                "One account, three readers",
                "The account ana becomes one pseudonym under the key that two partners share, and another one under a"
                        + " different key. A post with the same identifier gets a third name. Without the key no arrow"
                        + " leads back.");
        svg.text(20, 24, "h", "identifier");
        svg.text(250, 24, "h", "HMAC under a secret key");
        svg.text(510, 24, "h", "what is shown");
        row(svg, 44, "account", "ana", "our key", shared, "boxa");
        row(svg, 94, "account", "ana", "a partner with our key", shared, "boxa");
        row(svg, 144, "account", "ana", "another key", other, "boxb");
        row(svg, 194, "post", "ana", "our key", shared, "box");
        return svg.finish();
    }

    private static Pseudonymizer keyed(String words) {
        return Pseudonymizer.withKey(SecretKey.of(words.getBytes(StandardCharsets.UTF_8)));
    }

    private static void row(
            Svg svg, double y, String field, String identifier, String key, Pseudonymizer pseudonymizer, String style) {
        svg.box(20, y, 160, 34, "box");
        svg.text(100, y + 21, "m", field + " " + identifier);
        svg.arrow(180, y + 17, 247, y + 17);
        svg.box(250, y, 190, 34, "box");
        svg.text(345, y + 21, "m", key);
        svg.arrow(440, y + 17, 507, y + 17);
        svg.box(510, y, 190, 34, style);
        svg.text(605, y + 21, "mono m", pseudonymizer.pseudonym(field, identifier));
    }
}
