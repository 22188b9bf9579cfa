/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;

/** Language tags as people write them. */
final class LanguageTags {
    /** Former tags, other names, and names of several languages (BCP 47, ISO 639). */
    private static final Map<String, Set<String>> ALIASES = Map.ofEntries(
            Map.entry("iw", Set.of("he")),
            Map.entry("in", Set.of("id")),
            Map.entry("ji", Set.of("yi")),
            Map.entry("jw", Set.of("jv")),
            Map.entry("mo", Set.of("ro")),
            Map.entry("fil", Set.of("tl")),
            Map.entry("no", Set.of("nb", "nn")),
            Map.entry("nor", Set.of("nb", "nn")),
            Map.entry("sh", Set.of("bs", "hr", "sr")),
            Map.entry("hbs", Set.of("bs", "hr", "sr")),
            Map.entry("cmn", Set.of("zh")),
            Map.entry("yue", Set.of("zh")),
            Map.entry("arb", Set.of("ar")),
            Map.entry("pes", Set.of("fa")),
            Map.entry("prs", Set.of("fa")),
            Map.entry("zsm", Set.of("ms")),
            Map.entry("swh", Set.of("sw")),
            Map.entry("ekk", Set.of("et")),
            Map.entry("lvs", Set.of("lv")),
            Map.entry("als", Set.of("sq")),
            Map.entry("khk", Set.of("mn")),
            Map.entry("azj", Set.of("az")),
            Map.entry("uzn", Set.of("uz")),
            Map.entry("pbu", Set.of("ps")),
            Map.entry("npi", Set.of("ne")),
            Map.entry("ory", Set.of("or")),
            Map.entry("plt", Set.of("mg")),
            Map.entry("roh", Set.of("rm")),
            Map.entry("arz", Set.of("ar")),
            Map.entry("kmr", Set.of("ku")),
            Map.entry("gaz", Set.of("om")),
            Map.entry("quy", Set.of("qu")),
            Map.entry("quz", Set.of("qu")),
            Map.entry("gug", Set.of("gn")),
            Map.entry("ike", Set.of("iu")),
            Map.entry("ydd", Set.of("yi")),
            Map.entry("scc", Set.of("sr")),
            Map.entry("scr", Set.of("hr")),
            Map.entry("mol", Set.of("ro")),
            // The bibliographic codes of ISO 639-2.
            Map.entry("alb", Set.of("sq")),
            Map.entry("arm", Set.of("hy")),
            Map.entry("baq", Set.of("eu")),
            Map.entry("bur", Set.of("my")),
            Map.entry("chi", Set.of("zh")),
            Map.entry("cze", Set.of("cs")),
            Map.entry("dut", Set.of("nl")),
            Map.entry("fre", Set.of("fr")),
            Map.entry("geo", Set.of("ka")),
            Map.entry("ger", Set.of("de")),
            Map.entry("gre", Set.of("el")),
            Map.entry("ice", Set.of("is")),
            Map.entry("mac", Set.of("mk")),
            Map.entry("mao", Set.of("mi")),
            Map.entry("may", Set.of("ms")),
            Map.entry("per", Set.of("fa")),
            Map.entry("rum", Set.of("ro")),
            Map.entry("slo", Set.of("sk")),
            Map.entry("tib", Set.of("bo")),
            Map.entry("wel", Set.of("cy")));

    private LanguageTags() {}

    /** The known languages that a tag stands for, none if it is of no known one. */
    static Set<String> meant(String tag, Set<String> known) {
        String language = tag.strip().split("[-_.@]", 2)[0].toLowerCase(Locale.ROOT);
        if (known.contains(language)) {
            return Set.of(language);
        }
        Set<String> meant = new TreeSet<>(ALIASES.getOrDefault(language, Set.of()));
        if (meant.isEmpty() && language.length() == 3) {
            known.stream().filter(k -> language.equals(threeLetters(k))).forEach(meant::add);
        }
        meant.retainAll(known);
        return meant;
    }

    private static String threeLetters(String tag) {
        try {
            return Locale.forLanguageTag(tag).getISO3Language();
        } catch (MissingResourceException e) {
            return tag;
        }
    }
}
