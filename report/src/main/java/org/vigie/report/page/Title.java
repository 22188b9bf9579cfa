/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.SharedObject;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.posts.Names;

/** What a campaign is about in a few words: the line or the object that most of its accounts share, as it may be shown. */
public final class Title {
    private static final int LENGTH = 60;
    /** To whom one of the posts speaks says nothing of the others. Possessive, so that no number of names fills the stack. */
    private static final Pattern ADDRESS = Pattern.compile("^(?:RT )?(?:\\.?@\\S+ )*+");

    private Title() {}

    /** The start of the most shared text, or the most shared object, or nothing if neither may be shown. */
    public static String of(Campaign campaign, Names names, Messages words) {
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
                return Names.head(ADDRESS.matcher(line).replaceFirst(""), LENGTH);
            }
        }
        SharedObject shared = object.get();
        String name = names.object(shared.kind(), shared.object());
        String called = names.words(shared.kind(), shared.object());
        return called.equals(name)
                ? words.name("object", shared.kind().name()) + " " + Names.head(name, LENGTH)
                : Names.head(called.replaceAll("\\s+", " ").strip(), LENGTH);
    }
}
