/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Optional;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.Support;
import org.vigie.posts.Corpus;

/**
 * Asks whether something else is unusual about the accounts of a campaign. It describes a finding, and never makes one.
 * It must give the same answer for the same corpus and campaign, and is asked from one thread.
 */
@FunctionalInterface
public interface SupportingTest {
    /**
     * Tests a campaign against everybody else.
     *
     * @param corpus the posts
     * @param campaign the campaign
     * @return what it says; empty if the corpus does not have what it needs
     */
    Optional<Support> test(Corpus corpus, Campaign campaign);
}
