/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.core.file.Digests;

/**
 * Fingerprints of one key, as partners exchange and collect them: see docs/formats/fingerprints.md. An index of many
 * partners' fingerprints is such a file too, made by {@link #merge}. Immutable and thread-safe.
 */
public final class FingerprintFile {
    static final String SCHEMA = "vigie-fingerprints-2";
    /** Had no closing line, so a file that is cut between lines looks whole. */
    static final String OLDER_SCHEMA = "vigie-fingerprints-1";

    private static final int HEAD = 64;

    private final String keyId;
    private final List<Fingerprint> fingerprints;
    private final List<Revocation> revocations;
    private final long withheld;
    private final List<String> warnings;

    /**
     * Says that a fingerprint counts no more.
     *
     * @param id the fingerprint's id
     * @param mac shows whoever has the key that nobody without it made it
     */
    public record Revocation(String id, String mac) {}

    FingerprintFile(String keyId, List<Fingerprint> fingerprints, List<Revocation> revocations, long withheld) {
        this(keyId, fingerprints, revocations, withheld, List.of());
    }

    FingerprintFile(
            String keyId,
            List<Fingerprint> fingerprints,
            List<Revocation> revocations,
            long withheld,
            List<String> warnings) {
        this.warnings = List.copyOf(warnings);
        this.keyId = keyId;
        this.fingerprints = List.copyOf(fingerprints);
        this.revocations = List.copyOf(revocations);
        this.withheld = withheld;
    }

    /**
     * Reads a file of JSON Lines. A partner's file is hostile input: every number, list and signature is checked, and what
     * is not known is passed over.
     *
     * @param file what {@link #write} wrote
     * @return its fingerprints and revocations, with a warning if it is of the older format, which can't show whether it is
     *     whole
     * @throws IOException if it can't be read, is of no known schema, is not as its closing line says, or has more than a
     *     line may have
     */
    public static FingerprintFile read(Path file) throws IOException {
        return FingerprintLines.read(file);
    }

    /**
     * Reads a stream of JSON Lines, such as a pipe; it is not closed.
     *
     * @param name what to call it
     * @param in what {@link #write} wrote, as {@link #read(Path)}
     * @return its fingerprints and revocations
     * @throws IOException as {@link #read(Path)}
     */
    public static FingerprintFile read(String name, InputStream in) throws IOException {
        return FingerprintLines.read(name, in);
    }

    /**
     * Tells whether a stream says of itself that it holds fingerprints. It is read from its start afterwards.
     *
     * @param in any stream that can go back to a mark
     * @return true if its first line begins with the name of the schema
     * @throws IllegalArgumentException if it can't go back, as a pipe can't that is not buffered
     * @throws IOException if it can't be read
     */
    public static boolean isFingerprints(InputStream in) throws IOException {
        if (!in.markSupported()) {
            throw new IllegalArgumentException("the stream must be able to go back to a mark");
        }
        in.mark(HEAD);
        boolean isThere =
                new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains("\"schema\":\"vigie-fingerprints-");
        in.reset();
        return isThere;
    }

    /**
     * Puts files together: each fingerprint and each revocation once, in the order of their ids.
     *
     * @param files at least one file, all of one key
     * @return all of them
     * @throws IllegalArgumentException if there is none, their keys differ, fingerprints or revocations of one id differ, or
     *     they left out more campaigns than can be counted
     */
    public static FingerprintFile merge(List<FingerprintFile> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one file of fingerprints to merge");
        }
        String key = files.get(0).keyId;
        Map<String, Fingerprint> prints = new TreeMap<>();
        Map<String, Revocation> revocations = new TreeMap<>();
        long withheld = 0;
        for (FingerprintFile file : files) {
            if (!file.keyId.equals(key)) {
                throw new IllegalArgumentException(
                        "fingerprints must be of one key but are of " + key + " and " + file.keyId);
            }
            file.fingerprints.forEach(print -> addOnce(prints, print.id(), print, "fingerprints"));
            file.revocations.forEach(revocation -> addOnce(revocations, revocation.id(), revocation, "revocations"));
            withheld = sum(withheld, file.withheld);
        }
        return new FingerprintFile(key, List.copyOf(prints.values()), List.copyOf(revocations.values()), withheld);
    }

    private static <T> void addOnce(Map<String, T> all, String id, T one, String what) {
        T other = all.putIfAbsent(id, one);
        if (other != null && !other.equals(one)) {
            throw new IllegalArgumentException(what + " of one id must be equal but two of " + id
                    + " differ: one was changed; name the key, and files that were changed are refused");
        }
    }

    static long sum(long a, long b) {
        if (a > Long.MAX_VALUE - b) {
            throw new IllegalArgumentException("campaigns that were withheld must be at most 2^63 - 1");
        }
        return a + b;
    }

    /**
     * Writes the file, the same bytes for the same content.
     *
     * @param out where to, in UTF-8; whoever gave it closes it
     * @throws IOException if it can't be written
     */
    public void write(Writer out) throws IOException {
        MessageDigest sum = Digests.sha256();
        write(
                out,
                sum,
                Fingerprint.line(json -> json.put("schema", SCHEMA)
                        .put("method", KeyedHashes.METHOD)
                        .put("key", keyId)
                        .put("withheld", withheld)));
        for (Fingerprint print : fingerprints) {
            write(out, sum, Fingerprint.withMac(print.content(), print.mac()));
        }
        for (Revocation revocation : revocations) {
            write(out, sum, Fingerprint.withMac(revocation(revocation.id()), revocation.mac()));
        }
        out.write(Fingerprint.line(json -> json.put("fingerprints", fingerprints.size())
                        .put("revocations", revocations.size())
                        .put("sha256", SummedLines.text(sum)))
                + "\n");
    }

    private static void write(Writer out, MessageDigest sum, String line) throws IOException {
        out.write(line + "\n");
        sum.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static String revocation(String id) {
        return Fingerprint.line(json -> json.put("revoked", id));
    }

    /**
     * Leaves out what counts no more.
     *
     * @param on the day
     * @return the fingerprints that are neither revoked nor expired on that day
     */
    public List<Fingerprint> valid(LocalDate on) {
        Set<String> revoked = new HashSet<>();
        revocations.forEach(revocation -> revoked.add(revocation.id()));
        List<Fingerprint> valid = new ArrayList<>();
        for (Fingerprint print : fingerprints) {
            if (!revoked.contains(print.id()) && on.isBefore(print.expires())) {
                valid.add(print);
            }
        }
        return valid;
    }

    /**
     * Returns the id of the key that they were made with.
     *
     * @return the id
     */
    public String keyId() {
        return keyId;
    }

    /**
     * Returns all fingerprints, valid or not.
     *
     * @return the fingerprints
     */
    public List<Fingerprint> fingerprints() {
        return fingerprints;
    }

    /**
     * Returns what was taken back.
     *
     * @return the revocations
     */
    public List<Revocation> revocations() {
        return revocations;
    }

    /**
     * Returns how many campaigns were left out because they have too few accounts.
     *
     * @return the number
     */
    public long withheld() {
        return withheld;
    }

    /**
     * Returns what of a run's campaigns is not in their fingerprints, because there is too much or too little of it; or, of
     * a file that was read, why it may not be whole.
     *
     * @return sentences
     */
    public List<String> warnings() {
        return warnings;
    }
}
