/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.posts.ObjectKind.Privacy;
import org.vigie.posts.ObjectKind.Use;

class ObjectKindTest {
    private static final String TEXT = "Seventeen geese walked home";

    private static Post.Builder post() {
        return Sample.post("p1", "a", 0, TEXT)
                .urls(List.of("https://www.site.example/a?utm_source=x", "http://site.example/a"))
                .hashtags(List.of("Pick", "TITLE", "pick"))
                .mentions(List.of("Ida", "ida"));
    }

    private static List<String> domains(String... urls) {
        return ObjectKind.DOMAIN.objects(post().urls(List.of(urls)).build());
    }

    private static Set<Use> uses(ObjectKind kind) {
        Set<Use> uses = EnumSet.noneOf(Use.class);
        Arrays.stream(Use.values()).filter(kind::feeds).forEach(uses::add);
        return uses;
    }

    @Test
    void namesDistinctObjectsInOneForm() {
        Post post = post().replyTo("p9").build();
        assertThat(ObjectKind.URL.objects(post)).containsExactly("site.example/a");
        assertThat(ObjectKind.HASHTAG.objects(post)).containsExactly("pick", "title");
        assertThat(ObjectKind.HASHTAG_SEQUENCE.objects(post)).containsExactly("pick#title");
        assertThat(ObjectKind.MENTION.objects(post)).containsExactly("ida");
        assertThat(ObjectKind.REPLY.objects(post)).containsExactly("p9");
        assertThat(ObjectKind.REPOST.objects(post)).isEmpty();
        assertThat(ObjectKind.TEXT.objects(post))
                .as("clusters come from the corpus")
                .isEmpty();
    }

    @Test
    void aRepostIsNothingButARepost() {
        Post post = post().replyTo("p9").repostOf("p8").build();
        ObjectKind own = ObjectKind.of("own", p -> List.of("x"));
        for (ObjectKind kind : List.of(
                ObjectKind.URL,
                ObjectKind.DOMAIN,
                ObjectKind.HASHTAG,
                ObjectKind.HASHTAG_SEQUENCE,
                ObjectKind.REPLY,
                ObjectKind.MENTION,
                own)) {
            assertThat(kind.objects(post)).as(kind.name()).isEmpty();
        }
        assertThat(ObjectKind.REPOST.objects(post)).containsExactly("p8");
    }

    @Test
    void aSequenceHasAtLeastTwoHashtags() {
        assertThat(ObjectKind.HASHTAG_SEQUENCE.objects(
                        post().hashtags(List.of("Pick", "pick")).build()))
                .isEmpty();
        assertThat(ObjectKind.HASHTAG_SEQUENCE.objects(
                        post().hashtags(List.of("b", "A", "c")).build()))
                .containsExactly("a#b#c");
    }

    @Test
    void manyNamesAreDistinctToo() {
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            tags.add(i % 3 == 0 ? "" : "T" + i % 50);
        }
        List<String> names = ObjectKind.HASHTAG.objects(post().hashtags(tags).build());
        assertThat(names).doesNotHaveDuplicates().doesNotContain("").hasSize(50).startsWith("t1", "t2", "t4");
    }

    @Test
    void aDomainIsWhatThePublicSuffixListCallsRegistered() {
        assertThat(domains("https://news.bbc.co.uk/x")).containsExactly("bbc.co.uk");
        assertThat(domains("http://WWW.Example.COM./")).containsExactly("example.com");
        assertThat(domains("a.example.com/1", "b.example.com/2")).containsExactly("example.com");
        assertThat(domains("https://example.org:8080?q=1")).containsExactly("example.org");
        assertThat(domains("https://xn--bcher-kva.example.de")).containsExactly("example.de");
        assertThat(domains("https://shop.xn--bcher-kva.de/a", "https://bücher.de"))
                .containsExactly("bücher.de");
        assertThat(domains("https://www.städtetag.de")).containsExactly("städtetag.de");
    }

    @Test
    void aSuffixThatIsNotListedIsOnePart() {
        assertThat(domains("https://news.harbour.example/x", "https://harbour.example"))
                .containsExactly("harbour.example");
        assertThat(domains("https://example/x")).isEmpty();
    }

    @Test
    void whatIsNoRegisteredDomainIsNone() {
        assertThat(domains("http://192.168.0.1/x", "http://[2001:db8::1]/", "localhost", "co.uk", "no link", "", "?"))
                .isEmpty();
    }

    @Test
    void theUserOfALinkIsNotItsDomain() {
        assertThat(domains("ftp://me@files.example.net:21/a@b")).containsExactly("example.net");
        assertThat(domains("https://user:secret@example.org/")).containsExactly("example.org");
        // Looks like one site and leads to another.
        assertThat(domains("https://example.com:80@other.example.net/")).containsExactly("example.net");
        assertThat(domains("https://example.com/@someone")).containsExactly("example.com");
    }

    @Test
    void sayWhatTheyFeedAndWhoseNamesTheyHave() {
        assertThat(uses(ObjectKind.TEXT)).containsExactly(Use.POOL, Use.BURSTS);
        assertThat(uses(ObjectKind.URL)).containsExactly(Use.TIGHT_POOL, Use.BURSTS);
        assertThat(uses(ObjectKind.HASHTAG)).containsExactly(Use.BURSTS);
        assertThat(uses(ObjectKind.REPOST)).containsExactly(Use.TIGHT_POOL, Use.BURSTS);
        assertThat(uses(ObjectKind.REPLY)).containsExactly(Use.BURSTS);
        assertThat(uses(ObjectKind.MENTION)).containsExactly(Use.BURSTS);
        assertThat(uses(ObjectKind.DOMAIN)).isEmpty();
        assertThat(uses(ObjectKind.HASHTAG_SEQUENCE)).isEmpty();
        assertThat(ObjectKind.REPOST.privacy()).isEqualTo(Privacy.POST);
        assertThat(ObjectKind.REPLY.privacy()).isEqualTo(Privacy.POST);
        assertThat(ObjectKind.MENTION.privacy()).isEqualTo(Privacy.ACCOUNT);
        assertThat(ObjectKind.URL.privacy()).isEqualTo(Privacy.PUBLIC);
        assertThat(ObjectKind.URL.techniques()).containsExactly(Technique.AMPLIFY);
        assertThat(ObjectKind.HASHTAG.techniques()).containsExactly(Technique.FLOOD_HASHTAG);
        assertThat(ObjectKind.TEXT.techniques()).containsExactly(Technique.COPYPASTA);
    }

    @Test
    void theDefaultsAreInTheOrderOfOutputs() {
        assertThat(ObjectKind.defaults())
                .extracting(ObjectKind::name)
                .containsExactly("url", "hashtag", "repost", "reply", "mention", "domain");
    }

    @Test
    void aKindOfOnesOwnIsOneExpression() {
        ObjectKind image =
                ObjectKind.of("image", p -> p.attribute("image_hash").stream().toList());
        assertThat(image.objects(post().attribute("image_hash", "f00d").build()))
                .containsExactly("f00d");
        assertThat(image.objects(post().build())).isEmpty();
        assertThat(uses(image)).containsExactly(Use.POOL, Use.BURSTS);
        assertThat(image.privacy()).isEqualTo(Privacy.PUBLIC);
        assertThat(image.techniques()).isEmpty();

        Technique technique = new Technique("T0086", "Develop Image-Based Content");
        ObjectKind changed =
                image.withPrivacy(Privacy.ACCOUNT).withUses(Use.TIGHT_POOL).withTechniques(technique);
        assertThat(changed.privacy()).isEqualTo(Privacy.ACCOUNT);
        assertThat(uses(changed)).containsExactly(Use.TIGHT_POOL);
        assertThat(changed.techniques()).containsExactly(technique);
        assertThat(uses(changed.withUses())).isEmpty();
        assertThat(uses(image)).as("the first is as it was").contains(Use.POOL);
        assertThat(image.techniques()).isEmpty();
        assertThat(ObjectKind.of("double", p -> List.of("x", "", "y", "x")).objects(post().build()))
                .containsExactly("x", "y");
    }

    @Test
    void kindsAreTheSameIfTheirNamesAre() {
        ObjectKind one = ObjectKind.of("image", p -> List.of("x"));
        ObjectKind other = ObjectKind.of("image", p -> List.of()).withUses();
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString("image");
        assertThat(one).isNotEqualTo(ObjectKind.URL).isNotEqualTo("image");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectKind.of("", p -> List.of()))
                .withMessage("the name of a kind must not be empty");
    }
}
