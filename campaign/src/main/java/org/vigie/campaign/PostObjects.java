/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vigie.graph.coaction.Layer;

/**
 * Which post touches which object: the one table of rules behind the detector's columns ({@link
 * org.vigie.campaign.Layer}) and the public actions ({@link PostLayers}).
 */
final class PostObjects {
    /** Shorter texts, such as greetings, tie nobody together. */
    static final int MIN_TEXT_LENGTH = 20;

    private static final int MIN_SEQUENCE = 2;

    private PostObjects() {}

    /**
     * The objects that a post touches in a layer.
     *
     * @param cluster the name of the post's cluster of near-duplicate texts, empty for none
     * @return distinct names, none of them empty, in the order of the post
     */
    static List<String> of(Post post, Layer layer, String cluster) {
        if (layer != Layer.REPOST && post.repostOf().isPresent()) {
            return List.of(); // what a repost says is not its account's: it counts as a repost only
        }
        return switch (layer) {
            case URL -> distinct(post.urls().stream().map(Urls::canonical));
            case HASHTAG -> lowerCase(post.hashtags());
            case HASHTAG_SEQUENCE -> {
                Set<String> tags = new TreeSet<>(lowerCase(post.hashtags()));
                yield tags.size() < MIN_SEQUENCE ? List.of() : List.of(Layer.sequence(tags));
            }
            case TEXT_CLUSTER -> post.text().length() < MIN_TEXT_LENGTH ? List.of() : named(Optional.of(cluster));
            case REPOST -> named(post.repostOf());
            case REPLY -> named(post.replyTo());
            case MENTION -> lowerCase(post.mentions());
            case CO_TARGET, FIRST_HOUR -> throw new IllegalArgumentException(layer + " is made of other layers");
        };
    }

    /** The accounts and posts at which a post is directed. */
    static List<String> targets(Post post) {
        return distinct(Stream.concat(lowerCase(post.mentions()).stream(), post.replyTo().stream()));
    }

    private static List<String> named(Optional<String> name) {
        return name.filter(n -> !n.isEmpty()).map(List::of).orElse(List.of());
    }

    private static List<String> lowerCase(Collection<String> names) {
        return names.isEmpty() ? List.of() : distinct(names.stream().map(n -> n.toLowerCase(Locale.ROOT)));
    }

    private static List<String> distinct(Stream<String> names) {
        return names.filter(n -> !n.isEmpty()).distinct().toList();
    }
}
