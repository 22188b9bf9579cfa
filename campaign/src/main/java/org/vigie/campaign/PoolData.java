/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/** What the search for pools looks at, derived from a corpus once: own texts, languages, hashtags, sites, occasions. */
final class PoolData {
    final Corpus corpus;
    /** Of each row the object that its own words are, -1 for none. */
    private final int[] textOfRow;

    /** The main language of each account. */
    final int[] languageOf;
    /** How many accounts have each main language. */
    final int[] speakers;

    private final Strata.Rows rows;
    private final Incidences texts;
    private final Incidences textsOfPages;
    private final Addressees addressees;
    private Optional<Strata> strataOfTexts = Optional.empty();

    PoolData(Corpus corpus) {
        this.corpus = corpus;
        this.textOfRow = textOfRow();
        Map<String, Integer> tagNumbers = new HashMap<>();
        int[] languages = new int[corpus.size()];
        for (int r = 0; r < languages.length; r++) {
            languages[r] = tagNumbers.computeIfAbsent(corpus.language(r), t -> tagNumbers.size());
        }
        this.languageOf = mainLanguages(languages, tagNumbers.size());
        this.speakers = new int[tagNumbers.size()];
        for (int language : languageOf) {
            speakers[language]++;
        }
        RowTags tags = new RowTags(corpus, ObjectKind.HASHTAG, Strata.COMMON);
        RowTags domains = new RowTags(corpus, ObjectKind.DOMAIN, Strata.COMMON);
        RowTags mentions = new RowTags(corpus, ObjectKind.MENTION, Strata.COMMON);
        this.rows = new Strata.Rows(languages, tags, domains, mentions, new Occasions(corpus, tags, textOfRow));
        int clusters = corpus.duplicates().clusters().size();
        this.textsOfPages =
                new Incidences(corpus, clusters + corpus.texts(), textOfRow, PoolSettings.carriersOf(ObjectKind.TEXT));
        textsOfPages.pages = PageWords.of(corpus, textsOfPages.shareable, textOfRow);
        this.texts = textsOfPages.withoutPages();
        this.addressees = new Addressees(corpus);
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
    private int[] mainLanguages(int[] languages, int count) {
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

    /** Who carries which own texts; those that come with one link are a page's and cannot be shared. */
    Incidences texts() {
        return texts;
    }

    /** The same where those that come with one link can be shared, too. */
    Incidences textsOfPages() {
        return textsOfPages;
    }

    /** Who says nearly the same within two hours; where all said it in the same words, the texts tell it. */
    Incidences wordings() {
        ObjectLayer layer = corpus.layer(ObjectKind.WORDING);
        Incidences wordings = new Incidences(corpus, layer, PoolSettings.carriersOf(ObjectKind.TEXT));
        int[] wordingOfRow = new int[corpus.size()];
        Arrays.fill(wordingOfRow, -1);
        for (int o = 0; o < layer.objects(); o++) {
            boolean varies = false;
            for (int a = layer.start(o); a < layer.start(o + 1); a++) {
                wordingOfRow[layer.row(a)] = o;
                varies |= textOfRow[layer.row(a)] != textOfRow[layer.row(layer.start(o))];
            }
            wordings.shareable.set(o, varies && wordings.shareable.get(o));
        }
        wordings.shareable.andNot(SuppliedTexts.among(corpus, wordings.shareable, wordingOfRow));
        return wordings;
    }

    /** Whom the posts address. */
    Addressees addressees() {
        return addressees;
    }

    /** How many own texts answer posts whose authors the input does not tell. */
    int ofUnknownAddressee() {
        return addressees.unknown(row -> textOfRow[row] >= 0);
    }

    /** Which own texts they say to whom. */
    Addressed addressed() {
        return new Addressed(corpus, textOfRow, texts, addressees);
    }

    /** Whom they address in the same hours, in any words of their own. */
    Swarms swarms() {
        return new Swarms(corpus, textOfRow, addressees);
    }

    /** The strata of own texts, made at the first call. */
    Strata strataOfTexts() {
        Strata strata = strataOfTexts.orElseGet(() -> strata(texts));
        strataOfTexts = Optional.of(strata);
        return strata;
    }

    Strata strata(Incidences incidences) {
        return new Strata(corpus, incidences, rows);
    }
}
