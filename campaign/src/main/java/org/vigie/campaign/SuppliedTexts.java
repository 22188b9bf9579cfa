/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/**
 * Texts whose words a page, a share button or an application may have supplied: more than three quarters of their posts
 * have one and the same link. Whoever shares such a page says its words without knowing of the others. {@link
 * CampaignDetector} asks more of a group that has mostly such texts in common.
 *
 * <p>Deterministic and thread-safe.
 */
public final class SuppliedTexts {
    private static final double SHARE = 0.75;

    private SuppliedTexts() {}

    /**
     * Finds the texts whose words were supplied. Linear in the posts and their links.
     *
     * @param corpus the posts
     * @param asked the numbers of the texts that are asked about, unchanged
     * @param textOfRow of each row the number of the text that its own words are, or -1
     * @return those of {@code asked} that were supplied, a new set
     * @throws IllegalArgumentException if {@code textOfRow} has not one number for each row
     */
    public static BitSet among(Corpus corpus, BitSet asked, int[] textOfRow) {
        if (textOfRow.length != corpus.size()) {
            throw new IllegalArgumentException(
                    "texts of rows must be as many as rows, " + corpus.size() + ", but were " + textOfRow.length);
        }
        BitSet found = new BitSet();
        links(corpus, asked, textOfRow).keySet().forEach(found::set);
        return found;
    }

    /** The link that supplied each of the texts that were supplied, the first if its posts have several. */
    static Map<Integer, Integer> links(Corpus corpus, BitSet asked, int[] textOfRow) {
        Map<Integer, Integer> found = new TreeMap<>();
        if (!corpus.kinds().contains(ObjectKind.URL)) {
            return found;
        }
        int[] posts = new int[asked.length()];
        for (int text : textOfRow) {
            if (text >= 0 && asked.get(text)) {
                posts[text]++;
            }
        }
        ObjectLayer links = corpus.layer(ObjectKind.URL);
        Map<Integer, Integer> ofText = new HashMap<>();
        for (int link = 0; link < links.objects(); link++) {
            ofText.clear();
            for (int a = links.start(link); a < links.start(link + 1); a++) {
                int text = textOfRow[links.row(a)];
                if (text >= 0 && asked.get(text)) {
                    ofText.merge(text, 1, Integer::sum);
                }
            }
            for (Map.Entry<Integer, Integer> text : ofText.entrySet()) {
                if (text.getValue() > SHARE * posts[text.getKey()]) {
                    found.putIfAbsent(text.getKey(), link);
                }
            }
        }
        return found;
    }
}
