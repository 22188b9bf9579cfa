/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/** What the search for pools looks at, derived from a corpus once: own texts, languages, hashtags, sites, occasions. */
final class PoolData {
    /** A text was supplied by a page if more than this share of its posts have one and the same link. */
    private static final double SUPPLIED = 0.75;

    final Corpus corpus;
    /** Of each row the object that its own words are, -1 for none. */
    private final int[] textOfRow;

    private final int[] languages;
    /** The main language of each account. */
    final int[] languageOf;
    /** How many accounts have each main language. */
    final int[] speakers;

    private final RowTags tags;
    private final RowTags domains;
    private final Occasions occasions;

    PoolData(Corpus corpus) {
        this.corpus = corpus;
        this.textOfRow = textOfRow();
        Map<String, Integer> tagNumbers = new HashMap<>();
        this.languages = new int[corpus.size()];
        for (int r = 0; r < languages.length; r++) {
            languages[r] = tagNumbers.computeIfAbsent(corpus.language(r), t -> tagNumbers.size());
        }
        this.languageOf = mainLanguages(tagNumbers.size());
        this.speakers = new int[tagNumbers.size()];
        for (int language : languageOf) {
            speakers[language]++;
        }
        this.tags = new RowTags(corpus, ObjectKind.HASHTAG, Strata.COMMON);
        this.domains = new RowTags(corpus, ObjectKind.DOMAIN, Strata.COMMON);
        this.occasions = new Occasions(corpus, tags, textOfRow);
    }

    /** The object that a row's own words are: the cluster of its text, or the text itself; -1 if they are not specific. */
    private int[] textOfRow() {
        int clusters = corpus.duplicates().clusters().size();
        int[] texts = new int[corpus.size()];
        for (int r = 0; r < texts.length; r++) {
            int cluster = corpus.duplicates().clusterOf(r);
            boolean own = corpus.hasOwnText(r) && corpus.isSpecific(r);
            texts[r] = !own ? -1 : cluster >= 0 ? cluster : clusters + corpus.text(r);
        }
        return texts;
    }

    /** The language of most of an account's own texts; the first by number among equals. */
    private int[] mainLanguages(int count) {
        long[] said = IntStream.range(0, corpus.size())
                .filter(r -> textOfRow[r] >= 0)
                .mapToLong(r -> (long) corpus.account(r) * count + languages[r])
                .sorted()
                .toArray();
        int[] main = new int[corpus.accounts()];
        int[] most = new int[corpus.accounts()];
        for (int from = 0; from < said.length; ) {
            int to = from;
            while (to < said.length && said[to] == said[from]) {
                to++;
            }
            int account = (int) (said[from] / count);
            if (to - from > most[account]) {
                most[account] = to - from;
                main[account] = (int) (said[from] % count);
            }
            from = to;
        }
        return main;
    }

    /** Who carries which own texts; a text of fewer accounts than {@code carriers} is not shareable. */
    Incidences texts(int carriers) {
        int clusters = corpus.duplicates().clusters().size();
        Incidences incidences = new Incidences(corpus, clusters + corpus.texts(), textOfRow, carriers);
        leaveOutSupplied(incidences);
        return incidences;
    }

    Strata strata(Incidences incidences) {
        return new Strata(corpus, incidences, languages, tags, domains, occasions);
    }

    /** Texts most of whose posts have one and the same link. */
    private void leaveOutSupplied(Incidences incidences) {
        if (!corpus.kinds().contains(ObjectKind.URL)) {
            return;
        }
        int[] posts = new int[incidences.objects];
        for (int text : textOfRow) {
            if (text >= 0) {
                posts[text]++;
            }
        }
        ObjectLayer links = corpus.layer(ObjectKind.URL);
        for (int link = 0; link < links.objects(); link++) {
            Map<Integer, Integer> ofText = new HashMap<>();
            for (int a = links.start(link); a < links.start(link + 1); a++) {
                int text = textOfRow[links.row(a)];
                if (text >= 0 && incidences.shareable.get(text)) {
                    ofText.merge(text, 1, Integer::sum);
                }
            }
            ofText.forEach((text, n) -> {
                if (n > SUPPLIED * posts[text]) {
                    incidences.shareable.clear(text);
                }
            });
        }
    }
}
