/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoTargets;
import org.vigie.graph.coaction.Layer;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.duplicate.NearDuplicates;

/**
 * Makes actions out of posts: for each {@link Layer} who acted on what, when, with the post as the content.
 *
 * <p>What a repost says is not its account's: it is in the layer of reposts only. Nobody acts on an own post by
 * reposting or answering it, or on oneself by a mention. Links are compared without their tracking parameters, hashtags
 * and mentions in lower case. Immutable and thread-safe; actions are in the order of the posts.
 */
public final class PostLayers {
    private static final Duration FIRST_HOUR = Duration.ofHours(1);

    /** What {@link Layer#FIRST_HOUR} looks at. */
    private static final List<Layer> NEWS = List.of(Layer.URL, Layer.HASHTAG, Layer.REPOST, Layer.REPLY);

    private final NearDuplicates duplicates;

    private PostLayers(NearDuplicates duplicates) {
        this.duplicates = duplicates;
    }

    /**
     * Returns the defaults: text clusters of near-duplicates at Jaccard 0.8 of texts with at least 20 characters.
     *
     * @return the layers
     */
    public static PostLayers withDefaults() {
        return new PostLayers(NearDuplicates.withDefaults());
    }

    /**
     * Sets how near-duplicate texts are found.
     *
     * @param search the search
     * @return the changed layers
     */
    public PostLayers with(NearDuplicates search) {
        return new PostLayers(search);
    }

    /**
     * Makes the actions of some layers.
     *
     * @param posts posts with unique ids
     * @param layers which layers
     * @return the actions by layer, in the order of {@link Layer}
     */
    public Map<Layer, Actions> actions(List<Post> posts, Collection<Layer> layers) {
        Set<Layer> asked = EnumSet.noneOf(Layer.class);
        asked.addAll(layers);
        Map<Layer, Actions> result = new EnumMap<>(Layer.class);
        List<String> texts =
                asked.contains(Layer.TEXT_CLUSTER) || asked.contains(Layer.CO_TARGET) ? textsOf(posts) : List.of();
        for (Layer layer : asked) {
            result.put(
                    layer,
                    switch (layer) {
                        case CO_TARGET -> CoTargets.withDefaults().actions(approaches(posts, texts));
                        case FIRST_HOUR -> {
                            Map<String, Actions> news = new HashMap<>();
                            NEWS.forEach(l -> news.put(l.toString(), collect(posts, texts, l)));
                            yield Actions.union(news).early(FIRST_HOUR);
                        }
                        default -> collect(posts, texts, layer);
                    });
        }
        return result;
    }

    /** For each post the name of its cluster of texts, which is the id of the cluster's middle; empty for none. */
    private List<String> textsOf(List<Post> posts) {
        DuplicateReport report = duplicates.detect(new AbstractList<>() {
            @Override
            public String get(int i) {
                return posts.get(i).text();
            }

            @Override
            public int size() {
                return posts.size();
            }
        });
        Map<Integer, String> names = new HashMap<>();
        report.clusters().forEach(c -> names.put(c.id(), posts.get(c.medoid()).id()));
        List<String> texts = new ArrayList<>(posts.size());
        for (int i = 0; i < posts.size(); i++) {
            texts.add(names.getOrDefault(report.clusterOf(i), ""));
        }
        return texts;
    }

    private static Actions collect(List<Post> posts, List<String> texts, Layer layer) {
        Actions.Builder builder = Actions.builder();
        for (int i = 0; i < posts.size(); i++) {
            Post post = posts.get(i);
            for (String object : PostObjects.of(post, layer, texts.isEmpty() ? "" : texts.get(i))) {
                builder.add(post.account(), object, post.id(), post.time());
            }
        }
        return withAuthors(builder.build(), posts, layer);
    }

    /** Nobody's posts are texts or links; those that are reposted or answered are, and mentions are accounts. */
    private static Actions withAuthors(Actions actions, List<Post> posts, Layer layer) {
        int[] author = new int[actions.objectCount()];
        Arrays.fill(author, -1);
        boolean ofPosts = layer == Layer.REPOST || layer == Layer.REPLY;
        if (ofPosts || layer == Layer.MENTION) {
            Map<String, Integer> accounts = new HashMap<>();
            for (int a = 0; a < actions.accountCount(); a++) {
                String name = actions.accountName(a);
                accounts.put(ofPosts ? name : name.toLowerCase(Locale.ROOT), a);
            }
            Map<String, Integer> objects = new HashMap<>();
            for (int o = 0; o < author.length; o++) {
                objects.put(actions.objectName(o), o);
                author[o] = ofPosts ? -1 : accounts.getOrDefault(actions.objectName(o), -1);
            }
            for (Post post : ofPosts ? posts : List.<Post>of()) {
                Integer object = objects.get(post.id());
                if (object != null) {
                    author[object] = accounts.getOrDefault(post.account(), -1);
                }
            }
        }
        return actions.withAuthors(author);
    }

    private static List<CoTargets.Approach> approaches(List<Post> posts, List<String> texts) {
        List<CoTargets.Approach> approaches = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            Post post = posts.get(i);
            for (String text : PostObjects.of(post, Layer.TEXT_CLUSTER, texts.get(i))) {
                for (String target : PostObjects.targets(post)) {
                    approaches.add(new CoTargets.Approach(post.account(), text, target, post.id(), post.time()));
                }
            }
        }
        return approaches;
    }
}
