/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.SharedObject;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.core.internal.LowerCase;
import org.vigie.nlp.text.TextNormalizer;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/**
 * What a campaign is about in a few words: a line, link or hashtag that many of its accounts have and hardly anybody else
 * has, as it may be shown.
 */
public final class Title {
    private static final int LENGTH = 60;
    /** To whom one of the posts speaks says nothing of the others. Possessive, so that no number of names fills the stack. */
    private static final Pattern ADDRESS = Pattern.compile("^(?:RT )?(?:\\.?@\\S+ )*+");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final TextNormalizer NORMALIZER = TextNormalizer.social();
    /** So many posts of a link tell what most of them say, and so many texts whether one has a hashtag. */
    private static final int LOOKED_AT = 1_000;

    private Title() {}

    /** Something that accounts have, and how many of them are the campaign's. */
    private record Shared<T>(T thing, int own, int all) {
        /** How many of the campaign's accounts have it, times their share of all who have it. */
        private double weight() {
            return (double) own * own / Math.max(1, Math.max(own, all));
        }
    }

    /**
     * The start of the text, or the object, that is the campaign's own more than any other; nothing if neither may be
     * shown. A hashtag is only told where whole texts are: it may come from a text and be no evidence.
     */
    public static String of(Campaign campaign, Names names, Messages words) {
        List<Shared<TextCluster>> texts = texts(campaign, names.corpus());
        Optional<Shared<TextCluster>> text = texts.stream().findFirst();
        Optional<Shared<SharedObject>> object = campaign.objects().stream()
                .map(o -> new Shared<>(o, o.accounts(), o.allAccounts()))
                .reduce((a, b) -> b.weight() > a.weight() ? b : a);
        double best = Math.max(weight(text), weight(object));
        String tag = names.retention() == Names.Retention.FULL ? hashtag(campaign, names, best) : "";
        if (!tag.isEmpty()) {
            return texts.stream()
                    .limit(LOOKED_AT)
                    .map(t -> Names.head(line(names.text(t.thing.medoid())), LENGTH))
                    .filter(line -> has(line, tag))
                    .findFirst()
                    .orElseGet(() -> Names.head(tag, LENGTH));
        }
        if (object.isEmpty() || weight(text) >= weight(object)) {
            String line = text.map(t -> line(names.text(t.thing.medoid()))).orElse("");
            if (!line.isEmpty() || object.isEmpty()) {
                return Names.head(line, LENGTH);
            }
        }
        return named(campaign, object.get().thing, names, words);
    }

    private static double weight(Optional<? extends Shared<?>> shared) {
        return shared.map(Shared::weight).orElse(-1.0);
    }

    private static String named(Campaign campaign, SharedObject shared, Names names, Messages words) {
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

    /** The campaign's texts, those that are its own first, in their order among equals. */
    private static List<Shared<TextCluster>> texts(Campaign campaign, Corpus corpus) {
        int[] rows = campaign.rows().toArray();
        int[] members = Common.members(campaign);
        return campaign.texts().stream()
                .map(t -> new Shared<>(t, Common.accounts(t.rows(), rows, members, corpus), t.accounts()))
                .sorted(Comparator.comparingDouble((Shared<TextCluster> t) -> -t.weight()))
                .toList();
    }

    /**
     * The hashtag that is the campaign's own more than anything else that is called {@code best}: most of its accounts use
     * it, and hardly anybody else does. Nothing if there is none.
     */
    private static String hashtag(Campaign campaign, Names names, double best) {
        Corpus corpus = names.corpus();
        if (!corpus.kinds().contains(ObjectKind.HASHTAG)) {
            return "";
        }
        ObjectLayer layer = corpus.layer(ObjectKind.HASHTAG);
        BitSet own = new BitSet();
        campaign.rows().forEach(own::set);
        BitSet members = new BitSet();
        IntStream.of(Common.members(campaign)).forEach(members::set);
        int most = -1;
        double weight = best;
        for (int o = 0; o < layer.objects(); o++) {
            if (2 * (layer.start(o + 1) - layer.start(o)) <= campaign.members().size()) {
                continue; // most hashtags of a corpus: as many accounts at most
            }
            int[] posts = IntStream.range(layer.start(o), layer.start(o + 1))
                    .map(layer::row)
                    .filter(own::get)
                    .toArray();
            if (2 * posts.length <= campaign.members().size()) {
                continue;
            }
            int accounts = (int) IntStream.of(posts)
                    .map(corpus::account)
                    .filter(members::get)
                    .distinct()
                    .count();
            int all = (int)
                    IntStream.of(layer.rows(o)).map(corpus::account).distinct().count();
            Shared<Integer> tag = new Shared<>(o, accounts, all);
            if (2 * accounts > campaign.members().size() && 3 * accounts >= 2 * all && tag.weight() > weight) {
                most = o;
                weight = tag.weight();
            }
        }
        return most < 0 ? "" : "#" + names.object(ObjectKind.HASHTAG, most);
    }

    private static boolean has(String line, String tag) {
        return LowerCase.of(line).contains(LowerCase.of(tag));
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
            String text = words(SPACES.split(line(names.text(row))));
            String plain = NORMALIZER.normalize(text).strip();
            if (!plain.isEmpty() && 2 * posts.merge(plain, 1, Integer::sum) > rows.length) {
                return text;
            }
        }
        return "";
    }

    /** Without links, which say nothing to a reader, and without the signs that parted them from the words. */
    private static String words(String[] line) {
        List<String> words = Stream.of(line)
                .filter(word -> !word.startsWith("https://") && !word.startsWith("http://"))
                .toList();
        int from = 0;
        int to = words.size();
        while (from < to && isSigns(words.get(from))) {
            from++;
        }
        while (from < to && isSigns(words.get(to - 1))) {
            to--;
        }
        return String.join(" ", words.subList(from, to));
    }

    /** One line without whom it speaks to, without links, and without what shows nothing or an empty box. */
    private static String line(String text) {
        String shown = text.codePoints()
                .filter(c -> !isFiller(c))
                .dropWhile(TextNormalizer::isInvisible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String line =
                ADDRESS.matcher(SPACES.matcher(shown).replaceAll(" ").strip()).replaceFirst("");
        String words = words(SPACES.split(line));
        return words.isEmpty() ? line : words;
    }

    /** A dash or bar alone is what stood between the words and the link. */
    private static boolean isSigns(String word) {
        return word.codePoints().allMatch(Title::isSign);
    }

    private static boolean isSign(int c) {
        return c == '-' || c == '|' || c == ':' || c == 0x2013 || c == 0x2014;
    }

    /** Fillers of Hangul and the blank of Braille have a width and no sign; joiners of emoji and Persian are none. */
    private static boolean isFiller(int c) {
        return c == 0x3164 || c == 0xFFA0 || c == 0x115F || c == 0x1160 || c == 0x2800;
    }
}
