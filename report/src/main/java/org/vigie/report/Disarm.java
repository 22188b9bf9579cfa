/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.util.Map;
import java.util.UUID;
import org.vigie.posts.Technique;

/** What partners' platforms call techniques of the DISARM framework (DISARM Foundation, CC BY-SA 4.0). */
final class Disarm {
    static final String ATTRIBUTION = "DISARM framework, DISARM Foundation, CC BY-SA 4.0";

    /** The ids in the framework's STIX of August 2024, by number. */
    private static final Map<String, String> IDS = Map.of(
            "T0084.001", "4cd719a9-e817-4acc-9581-6b6a60e42f35",
            "T0049", "0c765d19-99b2-4703-af48-e20a677c4bfc",
            "T0049.005", "ce5b400c-6f82-4095-936b-617857800da8",
            "T0116.001", "5251f6d0-6820-4617-afef-a0d8acafd3c1",
            "T0118", "836e9eef-b446-4f68-805f-0f10116d6e7f",
            "T0092", "c4213e65-a7cc-42a5-a3a7-2d8040258625",
            "T0049.002", "bfce790b-dfd6-46ca-8fab-c2d72f21bba2",
            "T0015", "e0acfceb-4541-438f-ba33-734f9a666c7d",
            "T0121.001", "89b88c22-0686-4d28-9c2b-e0c6ac31a4ab");

    private Disarm() {}

    /** The id of an attack-pattern; one of our own for a technique of one's own. */
    static String attackPattern(Technique technique) {
        String id = IDS.get(technique.id());
        return "attack-pattern--" + (id == null ? NameUuid.of(NameUuid.VIGIE, technique.id()) : UUID.fromString(id));
    }

    static boolean knows(Technique technique) {
        return IDS.containsKey(technique.id());
    }

    static String page(Technique technique) {
        return "https://github.com/DISARMFoundation/DISARMframeworks/blob/main/generated_pages/techniques/"
                + technique.id() + ".md";
    }

    /** The tag of MISP's galaxy. */
    static String tag(Technique technique) {
        return "misp-galaxy:disarm-techniques=\"" + technique.name().replace("\"", "'") + "\"";
    }
}
