/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigie.core.similarity.Signature;
import org.vigie.report.table.Json;

/**
 * A finding as partners with one key can recognise it. It has keyed signatures of the texts, keyed hashes of the links,
 * domains and hashtags, the days and the size. It holds no text, no account and no object; without the key nothing in
 * it can be computed from a guess. Immutable and thread-safe.
 *
 * @param id a keyed hash of all the rest: equal for equal fingerprints
 * @param issued the last day of the posts that were looked at
 * @param expires the day from which it counts no more
 * @param first the day of its first post
 * @param peak the day of its busiest hour
 * @param last the day of its last post
 * @param accounts how many accounts, with two significant digits
 * @param posts how many posts, with two significant digits
 * @param texts signatures of its texts, one each, sorted
 * @param whole the signature of all its texts together; empty if it has none
 * @param links keyed hashes of links, sorted
 * @param domains keyed hashes of the registered domains of its links, sorted
 * @param hashtags keyed hashes of the hashtags in its texts, sorted
 * @param origin a keyed hash of the run and the campaign: only who has that very run can tell that it is theirs; empty if no
 *     run made it
 * @param mac shows whoever has the key that nobody without it made or changed it
 */
public record Fingerprint(
        String id,
        LocalDate issued,
        LocalDate expires,
        LocalDate first,
        LocalDate peak,
        LocalDate last,
        long accounts,
        long posts,
        List<Signature> texts,
        Optional<Signature> whole,
        List<String> links,
        List<String> domains,
        List<String> hashtags,
        Optional<String> origin,
        String mac) {
    /**
     * Copies the lists.
     *
     * @param id as {@link #id()}
     * @param issued as {@link #issued()}
     * @param expires as {@link #expires()}
     * @param first as {@link #first()}
     * @param peak as {@link #peak()}
     * @param last as {@link #last()}
     * @param accounts as {@link #accounts()}
     * @param posts as {@link #posts()}
     * @param texts as {@link #texts()}
     * @param whole as {@link #whole()}
     * @param links as {@link #links()}
     * @param domains as {@link #domains()}
     * @param hashtags as {@link #hashtags()}
     * @param origin as {@link #origin()}
     * @param mac as {@link #mac()}
     */
    public Fingerprint {
        texts = List.copyOf(texts);
        links = List.copyOf(links);
        domains = List.copyOf(domains);
        hashtags = List.copyOf(hashtags);
    }

    /** Whether it may be an id: twelve bytes in the URL-safe alphabet. */
    static boolean isId(String id) {
        return id.length() == 16
                && id.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || c == '-'
                                || c == '_');
    }

    Fingerprint withId(String newId) {
        return new Fingerprint(
                newId, issued, expires, first, peak, last, accounts, posts, texts, whole, links, domains, hashtags,
                origin, mac);
    }

    Fingerprint withMac(String newMac) {
        return new Fingerprint(
                id, issued, expires, first, peak, last, accounts, posts, texts, whole, links, domains, hashtags, origin,
                newMac);
    }

    /** All but the mac, as it is written: what the mac is of. */
    String content() {
        return line(json -> {
            json.put("id", id).put("issued", issued.toString()).put("expires", expires.toString());
            json.put("first", first.toString()).put("peak", peak.toString()).put("last", last.toString());
            json.put("accounts", accounts).put("posts", posts);
            origin.ifPresent(o -> json.put("origin", o));
            whole.ifPresent(w -> json.put("whole", base64(w.toBytes())));
            json.strings("texts", texts.stream().map(t -> base64(t.toBytes())).toList());
            json.strings("links", links).strings("domains", domains).strings("hashtags", hashtags);
        });
    }

    /** One object in one line, without a line break. */
    static String line(Consumer<Json> members) {
        StringWriter out = new StringWriter();
        try (Json json = Json.line(out)) {
            json.object();
            members.accept(json);
            json.endObject();
        }
        return out.toString().strip();
    }

    /** An object's line with its mac as the last member. */
    static String withMac(String content, String mac) {
        return content.substring(0, content.length() - 1) + ",\"mac\":\"" + mac + "\"}";
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
