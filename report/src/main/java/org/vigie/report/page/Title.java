/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.SharedObject;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.nlp.text.TextNormalizer;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/** What a campaign is about in a few words: the line or the object that most of its accounts share, as it may be shown. */
public final class Title {
    private static final int LENGTH = 60;
    /** To whom one of the posts speaks says nothing of the others. Possessive, so that no number of names fills the stack. */
    private static final Pattern ADDRESS = Pattern.compile("^(?:RT )?(?:\\.?@\\S+ )*+");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final TextNormalizer NORMALIZER = TextNormalizer.social();
    /** So many posts of a link tell what most of them say. */
    private static final int LOOKED_AT = 1_000;

    private Title() {}

    /** The start of the most shared text, or the most shared object, or nothing if neither may be shown. */
    public static String of(Campaign campaign, Names names, Messages words) {
        Optional<TextCluster> text = campaign.texts().stream().findFirst();
        Optional<SharedObject> object =
                campaign.objects().stream().max(Comparator.comparingInt(SharedObject::accounts));
        boolean isText = text.isPresent()
                && text.get().accounts() >= object.map(SharedObject::accounts).orElse(0);
        if (isText || object.isEmpty()) {
            String line = text.map(t -> line(names.text(t.medoid()))).orElse("");
            if (!line.isEmpty() || object.isEmpty()) {
                return Names.head(line, LENGTH);
            }
        }
        SharedObject shared = object.get();
        String name = names.object(shared.kind(), shared.object());
        String called = names.words(shared.kind(), shared.object());
        if (!called.equals(name)) {
            return Names.head(line(called), LENGTH);
        }
        String posted = shared.kind().equals(ObjectKind.URL) ? textOfMost(campaign, shared, names) : "";
        return posted.isEmpty()
                ? words.name("object", shared.kind().name()) + " " + Names.head(name, LENGTH)
                : words.t("title.linked", Names.head(posted, LENGTH));
    }

    /** The text that more than half of a link's posts in the campaign have, links apart; nothing if there is none. */
    private static String textOfMost(Campaign campaign, SharedObject link, Names names) {
        ObjectLayer layer = names.corpus().layer(link.kind());
        int[] own = campaign.rows().toArray();
        int[] rows = IntStream.of(layer.rows(link.object()))
                .filter(row -> Arrays.binarySearch(own, row) >= 0)
                .limit(LOOKED_AT)
                .toArray();
        Map<String, Integer> posts = new HashMap<>();
        for (int row : rows) {
            String text = Stream.of(SPACES.split(line(names.text(row))))
                    .filter(word -> !word.startsWith("https://") && !word.startsWith("http://"))
                    .filter(word -> word.codePoints().anyMatch(c -> !isSign(c)))
                    .collect(Collectors.joining(" "));
            String plain = NORMALIZER.normalize(text).strip();
            if (!plain.isEmpty() && 2 * posts.merge(plain, 1, Integer::sum) > rows.length) {
                return text;
            }
        }
        return "";
    }

    /** One line without whom it speaks to, and without what shows nothing or an empty box. */
    private static String line(String text) {
        String shown = text.codePoints()
                .filter(c -> !isFiller(c))
                .dropWhile(TextNormalizer::isInvisible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return ADDRESS.matcher(SPACES.matcher(shown).replaceAll(" ").strip()).replaceFirst("");
    }

    /** A dash or bar alone is what stood between the words and the link. */
    private static boolean isSign(int c) {
        return c == '-' || c == '|' || c == ':' || c == 0x2013 || c == 0x2014;
    }

    /** Fillers of Hangul and the blank of Braille have a width and no sign; joiners of emoji and Persian are none. */
    private static boolean isFiller(int c) {
        return c == 0x3164 || c == 0xFFA0 || c == 0x115F || c == 0x1160 || c == 0x2800;
    }
}
