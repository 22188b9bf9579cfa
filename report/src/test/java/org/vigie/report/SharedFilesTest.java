/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.report.SharedFiles.KEYED;
import static org.vigie.report.SharedFiles.SIMULATED;
import static org.vigie.report.SharedFiles.SMALL;
import static org.vigie.report.SharedFiles.keyed;
import static org.vigie.report.SharedFiles.ofType;
import static org.vigie.report.SharedFiles.sharings;
import static org.vigie.report.SharedFiles.simulated;
import static org.vigie.report.SharedFiles.stix;
import static org.vigie.report.SharedFiles.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Names;
import org.vigie.report.exchange.Sharing;
import org.vigie.report.exchange.Sharing.StixProfile;
import org.vigie.report.exchange.Sharing.Tlp;

/** stix.json and misp.json: what they never say, and who is left out. */
class SharedFilesTest {
    @TempDir
    private Path folder;

    @Test
    void nobodyIsBlamed() throws IOException {
        for (Findings findings : List.of(SMALL, SIMULATED)) {
            for (Sharing sharing : sharings()) {
                for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                    String both = write(folder, "stix", findings, keyed(findings), sharing, locale)
                            + write(folder, "misp", findings, keyed(findings), sharing.withMispObjects(), locale);
                    assertThat(both.toLowerCase(Locale.ROOT))
                            .doesNotContain("threat-actor", "intrusion-set", "attributed-to", "\"campaign\"")
                            .doesNotContain("inauthentic", "inauthentique", " bot ", "fake", "state-sponsored");
                }
            }
        }
    }

    @Test
    void smallCampaignsAreCountedAndWithheld() throws IOException {
        for (String name : List.of("stix", "misp")) {
            String withheld =
                    write(folder, name, SMALL, Names.plain(SMALL.corpus()), Sharing.withDefaults(), Locale.ENGLISH);
            assertThat(withheld)
                    .contains("too few accounts: 1 campaigns and 1 pairs and small groups")
                    .doesNotContain("amina_k", "Okafor", "dora9", "news.example", "quai nord");
            assertThat(write(folder, name, SMALL, Names.plain(SMALL.corpus()), Sharing.withDefaults(), Locale.FRENCH))
                    .contains("trop peu de comptes\u00a0: 1 campagnes et 1 paires et petits groupes");
        }
        assertThat(SIMULATED.campaigns()).isNotEmpty();
        Sharing twenty = Sharing.withDefaults().withMinAccounts(20);
        assertThat(ofType(stix(folder, SIMULATED, twenty), "grouping")).hasSize((int) SIMULATED.campaigns().stream()
                .filter(c -> c.members().size() >= 20)
                .count());
        assertThatThrownBy(() -> Sharing.withDefaults().withMinAccounts(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("least number of shared accounts must be at least 2 but was 1");
    }

    @Test
    void withoutTextNoWordOfAPostIsShared() throws IOException {
        Names none =
                Names.plain(SMALL.corpus()).withRetention(Names.Retention.NONE).withPseudonyms(KEYED);
        Sharing sharing = Sharing.withDefaults().withMinAccounts(2).withIncidents();
        for (Sharing s : List.of(sharing, sharing.withStixProfile(StixProfile.OPENCTI), sharing.withMispObjects())) {
            assertThat(write(folder, "stix", SMALL, none, s, Locale.ENGLISH)
                            + write(folder, "misp", SMALL, none, s, Locale.FRENCH))
                    .doesNotContain("amina_k", "Okafor", "dora9", "quai nord", "\u6e21\u8f6e");
        }
    }

    @Test
    void theSameFindingsGiveTheSameBytes() throws IOException {
        for (String name : List.of("stix", "misp")) {
            String once = write(folder, name, SIMULATED, keyed(SIMULATED), Sharing.withDefaults(), Locale.ENGLISH);
            Findings again = simulated();
            assertThat(write(folder, name, again, keyed(again), Sharing.withDefaults(), Locale.ENGLISH))
                    .isEqualTo(once);
            assertThat(once.length()).isLessThan(200_000);
        }
    }

    @Test
    void levelsHaveTheirNames() {
        for (Tlp tlp : Tlp.values()) {
            assertThat(Tlp.of(tlp.label().toUpperCase(Locale.ROOT))).isEqualTo(tlp);
        }
        assertThatThrownBy(() -> Tlp.of("white"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tlp must be clear, green, amber, amber+strict or red but was 'white'");
    }
}
