/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.Support;
import org.vigie.posts.Corpus;

/**
 * The supporting tests that are always asked, and what they share. Each reads the corpus once; of a campaign it then reads
 * its members' posts, and takes them out of what it counted of everybody.
 */
final class SupportingTests {
    private SupportingTests() {}

    /** The tests of a corpus, in their order. */
    static List<Function<Campaign, Optional<Support>>> of(Corpus corpus) {
        AccountRows rows = new AccountRows(corpus);
        CreatedTogether created = new CreatedTogether(corpus);
        AfterSilence silence = new AfterSilence(corpus, rows);
        NewLanguage language = new NewLanguage(corpus, rows);
        FirstMover first = new FirstMover(corpus);
        Addressing addressing = new Addressing(corpus);
        return List.of(created::test, silence::test, language::test, first::test, addressing::test);
    }

    /** The numbers of the members, ascending. */
    static int[] members(Campaign campaign) {
        return campaign.members().stream()
                .mapToInt(Campaign.Member::account)
                .sorted()
                .toArray();
    }

    /** Whether a row is of some rows, which are ascending. */
    static boolean has(int[] rows, int row) {
        return Arrays.binarySearch(rows, row) >= 0;
    }
}
