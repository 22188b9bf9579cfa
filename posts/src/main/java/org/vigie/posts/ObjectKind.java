/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import com.google.common.net.InternetDomainName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.vigie.nlp.text.TextEntities;

/**
 * A kind of thing that posts have in common: a link, a hashtag, a post that is repeated. It says how a post touches such
 * objects, whose names they are, which findings they may feed and which techniques they match.
 *
 * <p>Another kind is one expression: {@code ObjectKind.of("image", post -> post.attribute("image_hash").stream().toList())}.
 * Two kinds are the same if their names are. Immutable; thread-safe if its function is.
 */
public final class ObjectKind {
    /** Whose names the objects have. */
    public enum Privacy {
        /** Names that say nothing of a person, apart from names of accounts inside them. */
        PUBLIC,
        /** Ids of posts. */
        POST,
        /** Names of accounts, in lower case. */
        ACCOUNT
    }

    /** What the objects of a kind may be evidence of. */
    public enum Use {
        /** Accounts have them in common, at any pace. */
        POOL,
        /** Accounts have them in common, where they act closer in time than the hours explain. */
        TIGHT_POOL,
        /** Bursts of posts on one object. */
        BURSTS
    }

    /** Clusters of near-duplicate texts; what a repost says and texts under 20 characters are in none. */
    public static final ObjectKind TEXT = new ObjectKind(
            "text",
            post -> List.of(),
            Privacy.PUBLIC,
            EnumSet.of(Use.POOL, Use.BURSTS),
            List.of(Technique.COPYPASTA),
            false);

    /**
     * Own texts that say nearly the same in other words within two hours, named by the first post of them. A corpus always
     * has this kind, and looks for it when it is asked.
     */
    public static final ObjectKind WORDING =
            new ObjectKind("wording", post -> List.of(), Privacy.POST, EnumSet.noneOf(Use.class), List.of(), false);

    /** Links without scheme, tracking parameters and fragment. */
    public static final ObjectKind URL = of("url", post -> distinct(post.urls(), Urls::canonical))
            .withUses(Use.TIGHT_POOL, Use.BURSTS)
            .withTechniques(Technique.AMPLIFY);

    /** The registered domains of links, such as example.co.uk (the public suffix list decides). */
    public static final ObjectKind DOMAIN =
            of("domain", post -> distinct(post.urls(), ObjectKind::domain)).withUses();

    /** Hashtags in canonical form: case and composition make no difference. */
    public static final ObjectKind HASHTAG = of("hashtag", post -> distinct(post.hashtags(), TextEntities::canonical))
            .withUses(Use.BURSTS)
            .withTechniques(Technique.FLOOD_HASHTAG);

    /** All hashtags of a post that has at least two, in canonical form, sorted, with # between. */
    public static final ObjectKind HASHTAG_SEQUENCE =
            of("hashtag-sequence", ObjectKind::sequence).withUses();

    /** Posts that are repeated. */
    public static final ObjectKind REPOST = new ObjectKind(
            "repost",
            post -> named(post.repostOf()),
            Privacy.POST,
            EnumSet.of(Use.TIGHT_POOL, Use.BURSTS),
            List.of(Technique.AMPLIFY),
            true);

    /** Posts that are answered. */
    public static final ObjectKind REPLY = new ObjectKind(
            "reply", post -> named(post.replyTo()), Privacy.POST, EnumSet.of(Use.BURSTS), List.of(), false);

    /** Mentioned accounts, in canonical form. */
    public static final ObjectKind MENTION = new ObjectKind(
            "mention",
            post -> distinct(post.mentions(), TextEntities::canonical),
            Privacy.ACCOUNT,
            EnumSet.of(Use.BURSTS),
            List.of(),
            false);

    private final String name;
    private final Function<Post, ? extends Collection<String>> objects;
    private final Privacy privacy;
    private final Set<Use> uses;
    private final List<Technique> techniques;
    private final boolean ofReposts;

    private ObjectKind(
            String name,
            Function<Post, ? extends Collection<String>> objects,
            Privacy privacy,
            Set<Use> uses,
            List<Technique> techniques,
            boolean ofReposts) {
        this.name = name;
        this.objects = Objects.requireNonNull(objects, "objects");
        this.privacy = Objects.requireNonNull(privacy, "privacy");
        this.uses = uses;
        this.techniques = List.copyOf(techniques);
        this.ofReposts = ofReposts;
    }

    /**
     * A kind of one's own, with public names, whose objects accounts may have in common at any pace, and with bursts.
     *
     * @param name its name in files: lower case, not empty
     * @param objects the names of the objects that a post touches; empty names and repetitions do not count. It is not
     *     asked about reposts: what a repost says is not its account's
     * @return the kind
     * @throws IllegalArgumentException if the name is empty
     */
    public static ObjectKind of(String name, Function<Post, ? extends Collection<String>> objects) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name of a kind must not be empty");
        }
        return new ObjectKind(name, objects, Privacy.PUBLIC, EnumSet.of(Use.POOL, Use.BURSTS), List.of(), false);
    }

    /**
     * The kinds that posts are read with by default: links, hashtags, reposts, replies, mentions and domains. {@link
     * #TEXT} is always there.
     *
     * @return the kinds, in the order of outputs
     */
    public static List<ObjectKind> defaults() {
        return List.of(URL, HASHTAG, REPOST, REPLY, MENTION, DOMAIN);
    }

    /**
     * Sets whose names the objects have.
     *
     * @param newPrivacy whose
     * @return the changed kind
     */
    public ObjectKind withPrivacy(Privacy newPrivacy) {
        return new ObjectKind(name, objects, newPrivacy, uses, techniques, ofReposts);
    }

    /**
     * Sets what the objects may be evidence of.
     *
     * @param newUses the uses; none for a kind that only draws networks
     * @return the changed kind
     */
    public ObjectKind withUses(Use... newUses) {
        Set<Use> set = EnumSet.noneOf(Use.class);
        set.addAll(List.of(newUses));
        return new ObjectKind(name, objects, privacy, set, techniques, ofReposts);
    }

    /**
     * Sets the techniques that a campaign on such objects matches.
     *
     * @param newTechniques the techniques
     * @return the changed kind
     */
    public ObjectKind withTechniques(Technique... newTechniques) {
        return new ObjectKind(name, objects, privacy, uses, List.of(newTechniques), ofReposts);
    }

    /**
     * Returns the name in files.
     *
     * @return the name, lower case
     */
    public String name() {
        return name;
    }

    /**
     * Returns whose names the objects have.
     *
     * @return whose
     */
    public Privacy privacy() {
        return privacy;
    }

    /**
     * Tells whether the objects may be evidence of something.
     *
     * @param use what
     * @return true if they may
     */
    public boolean feeds(Use use) {
        return uses.contains(use);
    }

    /**
     * Returns the techniques that a campaign on such objects matches.
     *
     * @return the techniques
     */
    public List<Technique> techniques() {
        return techniques;
    }

    /**
     * The registered domain of a link; empty if it has none, as an address of numbers. Where the public suffix list has
     * no rule, its rule for such cases holds: the last part is the suffix.
     *
     * @param url a link with its scheme
     * @return the object of {@link #DOMAIN} that the link is
     */
    public static String domain(String url) {
        String host = Urls.host(url);
        if (!InternetDomainName.isValid(host)) {
            return "";
        }
        InternetDomainName name = InternetDomainName.from(host);
        if (name.isUnderRegistrySuffix()) {
            return name.topDomainUnderRegistrySuffix().toString();
        }
        List<String> parts = name.parts();
        boolean isListed = name.isRegistrySuffix() || parts.size() < 2;
        return isListed ? "" : String.join(".", parts.subList(parts.size() - 2, parts.size()));
    }

    /**
     * Names the objects that a post touches. A repost, also one that is only marked ({@code RT @x}, {@code via @x}),
     * touches what it repeats and nothing else.
     *
     * @param post the post
     * @return distinct names, none of them empty, in the order of the post
     */
    public List<String> objects(Post post) {
        return objects(post, post.isRepost());
    }

    /**
     * Names the objects that a post touches, where it is known whether it is a repost: for callers that ask many kinds.
     *
     * @param post the post
     * @param isRepost what {@link Post#isRepost()} says of it
     * @return distinct names, none of them empty, in the order of the post
     */
    public List<String> objects(Post post, boolean isRepost) {
        if (!ofReposts && isRepost) {
            return List.of(); // what a repost says is not its account's: it counts as a repost only
        }
        Collection<String> names = objects.apply(post);
        return names.isEmpty() ? List.of() : distinct(names, n -> n);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectKind kind && kind.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Returns the name in files. */
    @Override
    public String toString() {
        return name;
    }

    private static List<String> named(Optional<String> name) {
        return name.map(List::of).orElse(List.of());
    }

    private static List<String> sequence(Post post) {
        Set<String> tags = new TreeSet<>(distinct(post.hashtags(), TextEntities::canonical));
        return tags.size() < 2 ? List.of() : List.of(String.join("#", tags));
    }

    /** Few names a post, so a list is searched faster than a set. */
    private static List<String> distinct(Collection<String> names, Function<String, String> key) {
        List<String> distinct = new ArrayList<>(names.size());
        Set<String> seen = names.size() > 16 ? new TreeSet<>() : Set.of();
        for (String name : names) {
            String k = key.apply(name);
            boolean isNew = names.size() > 16 ? seen.add(k) : !distinct.contains(k);
            if (!k.isEmpty() && isNew) {
                distinct.add(k);
            }
        }
        return distinct;
    }
}
