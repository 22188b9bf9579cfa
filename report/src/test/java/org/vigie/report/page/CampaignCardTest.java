/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.nlp.duplicate.ClusterType;
import org.vigie.posts.Names;
import org.vigie.report.TestFindings;

/** What a campaign's card says of its evidence, its texts and who came first. */
class CampaignCardTest {
    private static Findings findings(String... texts) {
        return TestFindings.of(List.of("a", "b", "c", "d"), List.of(texts), "tag", "u");
    }

    private static View view(Findings findings) {
        return new View(findings, Names.plain(findings.corpus()), List.of(), "test", "0".repeat(64));
    }

    /** The page with one campaign in place of the first. */
    private static String page(Findings f, Campaign campaign, Locale locale) {
        Findings changed = TestFindings.withCampaigns(f, List.of(campaign));
        StringWriter out = new StringWriter();
        ReportPage.write(view(changed), locale, out);
        return out.toString();
    }

    private static String identical(String... texts) {
        Findings findings = findings(texts);
        ImmutableIntArray rows = ImmutableIntArray.copyOf(IntStream.range(0, 12));
        TextCluster cluster = new TextCluster(1, 7, ClusterType.IDENTICAL, 0, "en", rows, 4);
        return Comparison.of(cluster, view(findings), Messages.of(Locale.ENGLISH))
                .about();
    }

    @Test
    void whatCountsAsIdenticalSaysInWhatItDiffers() {
        assertThat(identical("The lamps stay dark")).endsWith(" identical");
        assertThat(identical("The lamps stay dark https://t.example/1", "The lamps stay dark http://t.example/2"))
                .endsWith(" identical apart from links");
        assertThat(identical("The lamps stay dark", "The lamps stay dark!"))
                .endsWith(" identical apart from links, case or signs");
    }

    @Test
    void coloursOfDifferencesAreExplainedWhereThereAreSome() {
        Findings same = findings("The lamps stay dark tonight");
        Findings differ = findings("The lamps stay dark tonight", "The lamps stay dark tomorrow");
        assertThat(page(same, same.campaigns().get(0), Locale.ENGLISH)).doesNotContain("what this version adds");
        assertThat(page(differ, differ.campaigns().get(0), Locale.ENGLISH))
                .contains("<ins>what this version adds</ins>", "<del>what this version leaves out</del>");
    }

    /** Whom the test compares is said once, before the list, and not with each campaign and card. */
    @Test
    void whatIsExpectedIsExplainedOnce() {
        Findings f = findings("The lamps stay dark tonight");
        String english = page(f, f.campaigns().get(0), Locale.ENGLISH);
        assertThat(english)
                .containsOnlyOnce("what chance would give among accounts of the same languages, hours, hashtags, sites")
                .containsOnlyOnce("Found: 30 accounts; expected: 4.5.")
                .doesNotContain("Expected among");
        assertThat(page(f, f.campaigns().get(0), Locale.FRENCH))
                .containsOnlyOnce("ce que le hasard donnerait parmi des comptes comparables")
                .containsOnlyOnce("Trouvés\u00a0: 30 comptes\u202f; attendus\u00a0: 4,5.");
    }

    @Test
    void evidenceIsEitherTestedOrSaidNotToBe() {
        Findings f = findings("The lamps stay dark tonight");
        assertThat(page(f, f.campaigns().get(0), Locale.ENGLISH))
                .contains(
                        "<th scope=\"row\">Texts that at least two of the accounts posted</th><td class=\"num\">1</td>"
                                + "<td class=\"num\" colspan=\"2\">described, not tested</td>")
                .contains("<th scope=\"row\">Accounts that share more than people alike</th>");
    }

    @Test
    void whereAllIsOfOneMomentThereIsNoCourseAndNobodyAhead() {
        Findings f = findings("The lamps stay dark tonight");
        Campaign base = f.campaigns().get(0);
        assertThat(page(f, base, Locale.ENGLISH))
                .contains("<td class=\"num\">75%</td>", "Ahead of the others: where two of these", "class=\"spark\"");
        Campaign moment = CampaignChanges.of(base).last(base.first()).campaign();
        assertThat(page(f, moment, Locale.ENGLISH))
                .contains("All 9 posts: 2 March 2026, 08:00.", "<td class=\"num\">–</td>")
                .doesNotContain("<td class=\"num\">75%</td>", "Ahead of the others: where", "class=\"spark\"");
        assertThat(page(f, moment, Locale.FRENCH)).contains("Les 9 publications\u00A0: 2 mars 2026 à 08:00.");
    }
}
