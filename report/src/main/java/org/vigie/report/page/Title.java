/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.util.Comparator;
import java.util.Optional;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.SharedObject;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.posts.Names;

/** What a campaign is about in a few words: the line or the object that most of its accounts share, as it may be shown. */
public final class Title {
    private static final int LENGTH = 60;

    private Title() {}

    /** The start of the most shared text, or the most shared object, or nothing if neither may be shown. */
    public static String of(Campaign campaign, Names names) {
        Optional<TextCluster> text = campaign.texts().stream().findFirst();
        Optional<SharedObject> object =
                campaign.objects().stream().max(Comparator.comparingInt(SharedObject::accounts));
        boolean isText = text.isPresent()
                && text.get().accounts() >= object.map(SharedObject::accounts).orElse(0);
        if (isText || object.isEmpty()) {
            String line = text.map(t -> names.text(t.medoid()))
                    .orElse("")
                    .replaceAll("\\s+", " ")
                    .strip();
            if (!line.isEmpty() || object.isEmpty()) {
                return Names.head(line, LENGTH);
            }
        }
        SharedObject shared = object.get();
        String name = names.object(shared.kind(), shared.object());
        String words = names.words(shared.kind(), shared.object());
        return words.equals(name)
                ? shared.kind().name() + " " + Names.head(name, LENGTH)
                : Names.head(words.replaceAll("\\s+", " ").strip(), LENGTH);
    }
}
