/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.SharedObject;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.report.exchange.Sharing;
import org.vigie.report.page.Messages;
import org.vigie.report.page.Title;
import org.vigie.report.page.Why;

/** What of a report goes to partners, in words that both formats use. */
final class SharedFindings {
    /** More links than these tell a partner little, and make files large. */
    private static final int MOST_LINKS = 200;

    private static final int RUN_DIGITS = 12;
    private static final String URI_SIGNS = "-._~:/?@!$&'()*+,;=";
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final Report report;
    private final List<Campaign> campaigns;
    private final Map<String, Links> links = new HashMap<>();
    private final Messages words;
    private final Why why;

    /** The links of a campaign that are written, and how many more there are. */
    private record Links(List<String> shown, int more) {}

    SharedFindings(Report report, Sharing sharing) {
        this.report = report;
        this.campaigns = report.findings().campaigns().stream()
                .filter(c -> c.members().size() >= sharing.minAccounts())
                .toList();
        campaigns.forEach(c -> links.put(c.id(), links(c, report.names())));
        this.words = Messages.of(report.locale());
        this.why = new Why(report.findings(), words);
    }

    /** The language of the words. */
    String language() {
        return words.language();
    }

    /** The campaigns that are large enough. */
    List<Campaign> campaigns() {
        return campaigns;
    }

    Names names() {
        return report.names();
    }

    /** What identifiers of this sharing are made of: another run, or another key, has others. */
    String seed() {
        return report.run() + "/" + report.names().keyId().orElse("");
    }

    /** The end of what was looked at: the only time that is the same whenever the file is written. */
    Instant end() {
        return time(report.findings().traffic().last());
    }

    /** A time that both formats can say: years have four digits. */
    static Instant time(Instant time) {
        return time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
    }

    /** A phrase for partners, with {0}, {1}, ... replaced. */
    String t(String key, Object... values) {
        return words.t("shared." + key, values);
    }

    /**
     * Its number and what it is about, or else of which run it is: platforms take narratives and events of one name as one.
     */
    String name(Campaign campaign) {
        String title = Title.of(campaign, report.names(), words);
        return title.isEmpty()
                ? t("untitled", campaign.id(), report.run().substring(0, RUN_DIGITS))
                : campaign.id() + ": " + title;
    }

    /** Its name as something that happened at a time. */
    String event(Campaign campaign) {
        return t("event", name(campaign), words.days(campaign.first(), campaign.last()));
    }

    /** Why it is reported, what is left out, and what that does not mean. */
    String reason(Campaign campaign) {
        int more = of(campaign).more();
        return why.campaign(campaign) + (more > 0 ? " " + t("links.more", more) : "") + " " + t("caveat");
    }

    /** How the campaigns were found, what is withheld, and by which program. */
    String how() {
        Findings findings = report.findings();
        int withheld = findings.campaigns().size() - campaigns.size();
        String settings = findings.parameters().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        return t(
                        "how",
                        report.version(),
                        findings.traffic().posts(),
                        findings.traffic().accounts(),
                        findings.candidates(),
                        findings.campaigns().size(),
                        withheld,
                        findings.smallGroups().size())
                + " " + t("settings", settings) + " " + t("caveat");
    }

    /** The links that its accounts share, as addresses, the most shared first. */
    List<String> links(Campaign campaign) {
        return of(campaign).shown();
    }

    private Links of(Campaign campaign) {
        return links.getOrDefault(campaign.id(), new Links(List.of(), 0));
    }

    private static Links links(Campaign campaign, Names names) {
        Set<String> links = new LinkedHashSet<>();
        for (SharedObject object : campaign.objects()) {
            if (object.kind().equals(ObjectKind.URL)) {
                links.add(address(names.object(object.kind(), object.object())));
            }
        }
        links.remove("");
        List<String> shown = links.stream().limit(MOST_LINKS).toList();
        return new Links(shown, links.size() - shown.size());
    }

    /**
     * The address of a link, which is kept without its scheme: RFC 3986 with https before it; empty if it can't be one.
     */
    static String address(String link) {
        StringBuilder out = new StringBuilder("https://");
        byte[] bytes = link.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i] & 0xff;
            boolean isEscape = c == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]);
            if (isEscape || isAlphanumeric(c) || URI_SIGNS.indexOf(c) >= 0) {
                out.append((char) c);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", c));
            }
        }
        try {
            return new URI(out.toString()).toString();
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static boolean isHex(int c) {
        return Character.digit(c, 16) >= 0;
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
