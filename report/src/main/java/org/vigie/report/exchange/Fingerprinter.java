/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.vigie.core.privacy.SecretKey;
import org.vigie.core.similarity.Signature;
import org.vigie.nlp.text.TextEntities;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.report.exchange.RunContents.Finding;

/**
 * Makes fingerprints of a run's campaigns under the partners' key: see docs/formats/fingerprints.md. Campaigns of too few
 * accounts are counted and left out. Deterministic; immutable and thread-safe.
 */
public final class Fingerprinter {
    static final int MOST_TEXTS = 32;
    static final int MOST_OBJECTS = 256;
    private static final Period DEFAULT_VALIDITY = Period.ofYears(1);

    private final KeyedHashes hashes;
    private final int minAccounts;
    private final Period validity;

    private Fingerprinter(KeyedHashes hashes, int minAccounts, Period validity) {
        this.hashes = hashes;
        this.minAccounts = minAccounts;
        this.validity = validity;
    }

    /**
     * The defaults: campaigns of at least five accounts, valid for a year from the last post on.
     *
     * @param key the partners' key
     * @return the maker
     */
    public static Fingerprinter withKey(SecretKey key) {
        return new Fingerprinter(new KeyedHashes(key), Sharing.DEFAULT_MIN_ACCOUNTS, DEFAULT_VALIDITY);
    }

    /**
     * Sets the least number of accounts of a campaign.
     *
     * @param accounts at least 2
     * @return the changed maker
     * @throws IllegalArgumentException if the number is below 2
     */
    public Fingerprinter withMinAccounts(int accounts) {
        return new Fingerprinter(
                hashes, Sharing.withDefaults().withMinAccounts(accounts).minAccounts(), validity);
    }

    /**
     * Sets for how long fingerprints count, from the last post that was looked at on.
     *
     * @param period at least a day
     * @return the changed maker
     * @throws IllegalArgumentException if it is shorter than a day
     */
    public Fingerprinter withValidity(Period period) {
        if (!LocalDate.EPOCH.plus(period).isAfter(LocalDate.EPOCH)) {
            throw new IllegalArgumentException("validity must be at least a day but was " + period);
        }
        return new Fingerprinter(hashes, minAccounts, period);
    }

    /**
     * Returns the id of the key in files of fingerprints. It can't be tied to that of pseudonyms.
     *
     * @return the id
     */
    public String keyId() {
        return hashes.keyId();
    }

    /**
     * Makes the fingerprints of a run with whole texts.
     *
     * @param run the folder of the run, or its {@code campaigns.json}
     * @return the fingerprints
     * @throws IOException if there is no such file, it has no whole texts, or something is missing in it
     */
    public FingerprintFile of(Path run) throws IOException {
        RunContents contents = RunContents.read(run);
        List<String> warnings = new ArrayList<>();
        List<Fingerprint> prints = List.copyOf(named(contents, warnings::add).values());
        int withheld = contents.findings().size() - prints.size();
        return new FingerprintFile(hashes.keyId(), prints, List.of(), withheld, warnings);
    }

    /**
     * Makes the fingerprints of a run by the names of its campaigns.
     *
     * @param run the folder of the run, or its {@code campaigns.json}
     * @return fingerprints by name, in the order of the run
     * @throws IOException if there is no such file, it has no whole texts, or something is missing in it
     */
    public Map<String, Fingerprint> named(Path run) throws IOException {
        return named(RunContents.read(run), warning -> {});
    }

    private Map<String, Fingerprint> named(RunContents contents, Consumer<String> warnings) {
        Map<String, Fingerprint> prints = new LinkedHashMap<>();
        for (Finding finding : contents.findings()) {
            if (finding.accounts() >= minAccounts) {
                prints.put(
                        finding.id(),
                        of(finding, day(contents.last()), Optional.of(origin(contents, finding)), warnings));
            }
        }
        return prints;
    }

    /**
     * Tells what fingerprints of a run's campaigns have as {@link Fingerprint#origin()}, whatever the settings of the maker.
     *
     * @param run the folder of the run, or its {@code campaigns.json}
     * @return the origins
     * @throws IOException if there is no such file, it has no whole texts, or something is missing in it
     */
    public Set<String> origins(Path run) throws IOException {
        RunContents contents = RunContents.read(run);
        Set<String> origins = new TreeSet<>();
        contents.findings().forEach(finding -> origins.add(origin(contents, finding)));
        return origins;
    }

    private String origin(RunContents contents, Finding finding) {
        return hashes.origin(contents.run(), finding.id());
    }

    /** What is seen of others' findings among posts, each as a fingerprint of its own. */
    List<Optional<Fingerprint>> seen(Corpus posts, double minJaccard, List<Fingerprint> theirs) {
        return new SeenPosts(posts, hashes, minJaccard, theirs)
                .findings("posts").stream()
                        .map(found -> found.map(f -> of(f, day(f.last()))))
                        .toList();
    }

    Fingerprint of(Finding finding, LocalDate issued) {
        return of(finding, issued, Optional.empty(), warning -> {});
    }

    private Fingerprint of(Finding finding, LocalDate issued, Optional<String> origin, Consumer<String> warnings) {
        List<long[]> texts = new ArrayList<>();
        Set<String> hashtags = new TreeSet<>();
        Iterator<String> all = finding.texts().iterator();
        while (all.hasNext() && texts.size() < MOST_TEXTS) {
            String text = all.next();
            long[] elements = hashes.elements(text);
            if (elements.length > 0) {
                texts.add(elements);
            }
            TextEntities.of(text).hashtags().forEach(tag -> hashtags.add(hashes.object("hashtag", tag)));
        }
        Set<String> links = new TreeSet<>();
        Set<String> domains = new TreeSet<>();
        for (String link : finding.links()) {
            String domain = ObjectKind.domain("https://" + link);
            if (!domain.isEmpty()) {
                domains.add(hashes.object("domain", domain));
            }
            if (link.indexOf('/') > 0) { // the first page of a site is everybody's
                links.add(hashes.object("link", link));
            }
        }
        Fingerprint plain = new Fingerprint(
                "",
                issued,
                issued.plus(validity),
                day(finding.first()),
                day(finding.peak()),
                day(finding.last()),
                twoDigits(finding.accounts()),
                twoDigits(finding.posts()),
                texts.stream()
                        .map(KeyedHashes::text)
                        .sorted(Comparator.comparing((Signature s) -> Fingerprint.base64(s.toBytes())))
                        .toList(),
                KeyedHashes.whole(texts),
                head(links),
                head(domains),
                head(hashtags),
                origin,
                "");
        if (all.hasNext()) {
            cut(finding.id(), "texts", finding.texts().size(), MOST_TEXTS).ifPresent(warnings);
        }
        cut(finding.id(), "links", links.size(), MOST_OBJECTS).ifPresent(warnings);
        cut(finding.id(), "domains", domains.size(), MOST_OBJECTS).ifPresent(warnings);
        cut(finding.id(), "hashtags", hashtags.size(), MOST_OBJECTS).ifPresent(warnings);
        if (texts.isEmpty() && links.isEmpty()) {
            warnings.accept(
                    finding.id() + " has no text that is long enough and no link: its fingerprint matches none");
        }
        Fingerprint named = plain.withId(id(plain));
        return named.withMac(hashes.mac(named.content()));
    }

    private String id(Fingerprint print) {
        return hashes.object("id", print.withId("").content());
    }

    private static Optional<String> cut(String campaign, String what, int count, int most) {
        return count <= most
                ? Optional.empty()
                : Optional.of(
                        campaign + " has " + count + " " + what + ", of which " + most + " are in its fingerprint");
    }

    /** What stands first among hashes is no choice by name. */
    private static List<String> head(Set<String> sorted) {
        return sorted.stream().limit(MOST_OBJECTS).toList();
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static long twoDigits(long count) {
        long unit = 1;
        while (count / unit >= 100) {
            unit *= 10;
        }
        return count / unit * unit;
    }

    /**
     * Takes fingerprints back, of this key: whoever merges the result with them matches them no more.
     *
     * @param ids the ids of fingerprints
     * @return a file of revocations
     * @throws IllegalArgumentException if one of them can't be an id
     */
    public FingerprintFile revoke(Collection<String> ids) {
        for (String id : ids) {
            if (!Fingerprint.isId(id)) {
                throw new IllegalArgumentException(
                        "ids to revoke must have 16 letters, digits, - and _, but one is '" + id + "'");
            }
        }
        return new FingerprintFile(
                hashes.keyId(),
                List.of(),
                ids.stream()
                        .distinct()
                        .sorted()
                        .map(id -> new FingerprintFile.Revocation(id, hashes.mac(FingerprintFile.revocation(id))))
                        .toList(),
                0);
    }

    /**
     * Tells whether all fingerprints and revocations of a file were made with this key and nothing in them was changed since.
     * An id is computed anew: not even whoever has the key can put another content under it.
     *
     * @param file fingerprints and revocations
     * @return the ids of those that were not; empty if all is well
     */
    public List<String> forged(FingerprintFile file) {
        List<String> forged = new ArrayList<>();
        for (Fingerprint print : file.fingerprints()) {
            if (!hashes.mac(print.content()).equals(print.mac()) || !id(print).equals(print.id())) {
                forged.add(print.id());
            }
        }
        for (FingerprintFile.Revocation revocation : file.revocations()) {
            if (!hashes.mac(FingerprintFile.revocation(revocation.id())).equals(revocation.mac())) {
                forged.add(revocation.id());
            }
        }
        return forged;
    }
}
