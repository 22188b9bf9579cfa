/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.core.privacy.SecretKey;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.coaction.CoTargets;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.Post;
import org.vigie.posts.simulation.Simulator;

class PostLayersTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final String TEXT = "Seventeen geese walked home along the river.";
    private static final String OTHER = "A quite different sentence about the price of bread.";

    private final List<Post> posts = new ArrayList<>();

    private Post.Builder post(String account, long minute, String text) {
        return Post.builder("p" + posts.size(), account, START.plusSeconds(60 * minute), text);
    }

    private void add(Post.Builder post) {
        posts.add(post.build());
    }

    private static Corpus corpus(List<Post> posts) {
        CorpusBuilder builder = Corpus.builder().withKinds(PostLayers.kinds());
        posts.forEach(builder::post);
        return builder.build();
    }

    private Actions layer(String name) {
        Corpus corpus = corpus(posts);
        Actions actions = PostLayers.of(corpus, Names.plain(corpus))
                .actions(List.of(name))
                .get(name);
        assertThat(actions).isNotNull();
        return actions;
    }

    /** Everything of the actions by name, and which of them are their objects' own authors'. */
    private static List<String> lines(Actions actions) {
        List<String> all = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        for (int r = 0; r < actions.size(); r++) {
            all.add(actions.action(r).toString());
        }
        Actions union = Actions.union(Map.of("", actions));
        for (int r = 0; r < union.size(); r++) {
            foreign.add("foreign " + union.action(r));
        }
        all.sort(null);
        foreign.sort(null);
        all.addAll(foreign);
        return all;
    }

    private static List<String> accounts(Actions actions) {
        List<String> names = new ArrayList<>();
        for (int a = 0; a < actions.accountCount(); a++) {
            names.add(actions.accountName(a));
        }
        return names;
    }

    /** The layers as they would be made by name, post by post. */
    private static final class ByName {
        private final List<Post> posts;
        private final String[] texts;

        ByName(List<Post> posts) {
            this.posts = posts;
            this.texts = new String[posts.size()];
            Corpus read = corpus(posts);
            Set<String> own = new HashSet<>();
            for (int r = 0; r < read.size(); r++) {
                if (read.hasOwnText(r)) {
                    own.add(Names.plain(read).post(r));
                }
            }
            DuplicateReport report = NearDuplicates.withDefaults()
                    .detect(posts.stream().map(Post::text).toList());
            Map<Integer, String> middles = new HashMap<>();
            report.clusters()
                    .forEach(c -> middles.put(c.id(), posts.get(c.medoid()).id()));
            for (int i = 0; i < texts.length; i++) {
                boolean isOwn = own.contains(posts.get(i).id());
                texts[i] = isOwn ? middles.getOrDefault(report.clusterOf(i), "") : "";
            }
        }

        Actions layer(String name) {
            return switch (name) {
                case "co-target" -> coTargets();
                case "first-hour" -> firstHour();
                default -> collect(name);
            };
        }

        private List<String> objects(String name, int i) {
            if (name.equals("text-cluster")) {
                return texts[i].isEmpty() ? List.of() : List.of(texts[i]);
            }
            return PostLayers.kinds().stream()
                    .filter(k -> k.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .objects(posts.get(i));
        }

        private Actions collect(String name) {
            Actions.Builder builder = Actions.builder();
            for (int i = 0; i < texts.length; i++) {
                for (String object : objects(name, i)) {
                    builder.add(
                            posts.get(i).account(),
                            object,
                            posts.get(i).id(),
                            posts.get(i).time());
                }
            }
            Actions actions = builder.build();
            Map<String, String> authors = new HashMap<>();
            boolean ofPosts = name.equals("repost") || name.equals("reply");
            for (Post post : posts) {
                authors.put(ofPosts ? post.id() : post.account().toLowerCase(Locale.ROOT), post.account());
            }
            int[] author = new int[actions.objectCount()];
            for (int o = 0; o < author.length; o++) {
                boolean has = ofPosts || name.equals("mention");
                author[o] = has ? accounts(actions).indexOf(authors.get(actions.objectName(o))) : -1;
            }
            return actions.withAuthors(author);
        }

        private Actions firstHour() {
            Map<String, Actions> news = new HashMap<>();
            for (String name : List.of("url", "hashtag", "repost", "reply")) {
                news.put(name, collect(name));
            }
            return Actions.union(news).early(Duration.ofHours(1));
        }

        private Actions coTargets() {
            List<CoTargets.Approach> approaches = new ArrayList<>();
            for (int i = 0; i < texts.length; i++) {
                Collection<String> targets = new ArrayList<>(objects("mention", i));
                targets.addAll(objects("reply", i));
                for (String target : targets) {
                    if (!texts[i].isEmpty()) {
                        Post post = posts.get(i);
                        approaches.add(
                                new CoTargets.Approach(post.account(), texts[i], target, post.id(), post.time()));
                    }
                }
            }
            return CoTargets.withDefaults().actions(approaches);
        }
    }

    @Test
    void everyLayerIsWhatPostsSayByName() {
        Simulator.withDefaults().withPosts(2_000).withSeed(5).withCampaigns(4).run((post, label) -> posts.add(post));
        // The simulator answers and mentions little: some that do, their own posts and themselves among them.
        for (int i = 0; i < 60; i++) {
            add(post("Zoë" + i % 7, i, i % 2 == 0 ? TEXT : OTHER)
                    .mentions(List.of("zoë" + i % 7, "ZOË" + i % 5, "nobody"))
                    .replyTo("p" + (2_000 + i / 2))
                    .urls(List.of("https://news.example.co.uk/" + i))
                    .hashtags(List.of("one", "Two")));
        }
        posts.sort(Comparator.comparing(Post::time).thenComparing(Post::id));
        ByName byName = new ByName(posts);
        Corpus corpus = corpus(posts);
        List<String> names = PostLayers.names(PostLayers.kinds());
        Map<String, Actions> layers = PostLayers.of(corpus, Names.plain(corpus)).actions(names);
        assertThat(layers).containsOnlyKeys(names);
        layers.forEach((name, actions) -> {
            assertThat(actions.size()).as(name).isPositive();
            assertThat(lines(actions)).as(name).isEqualTo(lines(byName.layer(name)));
        });
    }

    @Test
    void accountsAreInByteOrderAndAllThere() {
        for (String account : List.of("b", "Z", "é", "\uFFFD", "\uD83D\uDC4D", "a", "quiet")) {
            add(post(account, posts.size(), "").urls(account.equals("quiet") ? List.of() : List.of("x.org")));
        }
        Actions actions = layer("url");
        // U+FFFD comes before what needs two chars, other than String.compareTo has it.
        assertThat(accounts(actions)).containsExactly("Z", "a", "b", "quiet", "é", "\uFFFD", "\uD83D\uDC4D");
        assertThat(actions.size()).isEqualTo(6);
    }

    @Test
    void theOrderOfPostsChangesNothing() {
        Simulator.withDefaults().withPosts(1_000).withSeed(6).withCampaigns(2).run((post, label) -> posts.add(post));
        List<Post> shuffled = new ArrayList<>(posts);
        Collections.shuffle(shuffled, new Random(3));
        Corpus one = corpus(posts);
        Corpus other = corpus(shuffled);
        List<String> names = PostLayers.names(PostLayers.kinds());
        Map<String, Actions> a = PostLayers.of(one, Names.plain(one)).actions(names);
        Map<String, Actions> b = PostLayers.of(other, Names.plain(other)).actions(names);
        for (String name : names) {
            Actions x = a.get(name);
            Actions y = b.get(name);
            assertThat(x).isNotNull();
            assertThat(y).isNotNull();
            assertThat(lines(y)).isEqualTo(lines(x));
            assertThat(accounts(y)).isEqualTo(accounts(x));
        }
    }

    @Test
    void nobodyActsOnAnOwnPostOrOnOneself() {
        add(post("Ana", 0, "first"));
        add(post("Ana", 1, "").repostOf("p0"));
        add(post("Bob", 2, "").repostOf("p0"));
        add(post("Cem", 3, "").repostOf("p0"));
        add(post("Ana", 4, "").mentions(List.of("ANA")));
        add(post("Bob", 5, "").mentions(List.of("ana")));
        add(post("Cem", 6, "").mentions(List.of("Ana")));
        CoordinationNetwork reposts = network(layer("repost"));
        assertThat(reposts.edgeCount()).isEqualTo(1);
        assertThat(reposts.account(reposts.source(0))).isEqualTo("Bob");
        assertThat(reposts.account(reposts.target(0))).isEqualTo("Cem");
        assertThat(network(layer("mention")).edgeCount()).isEqualTo(1);
    }

    private static CoordinationNetwork network(Actions actions) {
        return CoActions.withDefaults()
                .withWindow(Duration.ofHours(1))
                .withMinParticipation(0)
                .withMinObjects(1)
                .detect(actions);
    }

    @Test
    void aClusterIsNamedByThePostInItsMiddle() {
        for (String account : List.of("a", "b", "c")) {
            add(post(account, posts.size(), TEXT));
        }
        add(post("d", 4, TEXT).repostOf("p0"));
        Actions actions = layer("text-cluster");
        assertThat(actions.size()).as("what a repost says is not its account's").isEqualTo(3);
        assertThat(actions.objectName(0)).isEqualTo("p0");
    }

    @Test
    void coTargetsAreOneTextAtManyTargets() {
        for (int i = 0; i < 8; i++) {
            add(post("a" + i, i, TEXT).mentions(List.of("Target" + i)).replyTo("post" + i));
            add(post("b" + i, i, OTHER).mentions(List.of("only")));
            add(post("c" + i, i, TEXT));
        }
        Actions actions = layer("co-target");
        assertThat(lines(actions).stream().filter(l -> l.startsWith("foreign")))
                .hasSize(16)
                .allMatch(l -> l.contains("account=a"));
        assertThat(accounts(actions)).allMatch(a -> a.startsWith("a"));
    }

    @Test
    void theFirstHourEndsAnHourAfterTheFirst() {
        add(post("a", 0, "").urls(List.of("x.org")));
        add(post("b", 60, "").urls(List.of("x.org")));
        add(post("c", 61, "").urls(List.of("x.org")));
        add(post("d", 70, "").hashtags(List.of("later")));
        Actions actions = layer("first-hour");
        List<String> acts = new ArrayList<>();
        for (int r = 0; r < actions.size(); r++) {
            acts.add(actions.accountName(actions.account(r)) + " " + actions.objectName(actions.object(r)));
        }
        assertThat(acts).containsExactlyInAnyOrder("a url:x.org", "b url:x.org", "d hashtag:later");
    }

    @Test
    void pseudonymsHideEveryName() {
        for (int i = 0; i < 4; i++) {
            add(post("Person" + i, i, TEXT)
                    .mentions(List.of("person0"))
                    .replyTo("p0")
                    .urls(List.of("site.example/@Person1")));
        }
        Corpus corpus = corpus(posts);
        Names hidden = Names.plain(corpus)
                .withPseudonyms(Pseudonymizer.withKey(
                        SecretKey.of("a key of the tests only".getBytes(StandardCharsets.UTF_8))));
        List<String> names = PostLayers.names(PostLayers.kinds());
        Map<String, Actions> plain = PostLayers.of(corpus, Names.plain(corpus)).actions(names);
        PostLayers.of(corpus, hidden).actions(names).forEach((name, actions) -> {
            assertThat(lines(actions))
                    .allSatisfy(line -> assertThat(line)
                            .doesNotContainIgnoringCase("person")
                            .doesNotContainPattern("=p[0-9]"));
            Actions shown = plain.get(name);
            assertThat(shown).isNotNull();
            assertThat(lines(actions))
                    .as("the same acts, own ones too: " + name)
                    .hasSameSizeAs(lines(shown));
        });
    }

    @Test
    void thereIsALayerForEveryKind() {
        assertThat(PostLayers.names(PostLayers.kinds()))
                .containsExactly(
                        "url",
                        "hashtag",
                        "repost",
                        "reply",
                        "mention",
                        "domain",
                        "hashtag-sequence",
                        "text-cluster",
                        "co-target",
                        "first-hour");
        ObjectKind image =
                ObjectKind.of("image", p -> p.attribute("image").stream().toList());
        assertThat(PostLayers.names(List.of(image))).containsExactly("image", "text-cluster");
        CorpusBuilder builder = Corpus.builder().withKinds(List.of(image));
        builder.post(post("a", 0, "").attribute("image", "f00d").build());
        Corpus corpus = builder.build();
        PostLayers layers = PostLayers.of(corpus, Names.plain(corpus));
        Actions actions = layers.actions(List.of("image")).get("image");
        assertThat(actions).isNotNull();
        assertThat(actions.objectName(0)).isEqualTo("f00d");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layers.actions(List.of("url")))
                .withMessage("layer must be one of image, text-cluster but was 'url'");
        assertThat(layers.actions(List.of())).isEmpty();
    }

    @Test
    void anEmptyCorpusHasEmptyLayers() {
        Corpus corpus = corpus(List.of());
        List<String> names = PostLayers.names(PostLayers.kinds());
        PostLayers.of(corpus, Names.plain(corpus))
                .actions(names)
                .forEach((name, actions) -> assertThat(actions.size()).as(name).isZero());
    }
}
