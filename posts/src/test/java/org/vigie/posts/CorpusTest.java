/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.nlp.language.LanguageGuess;
import org.vigie.nlp.language.LanguageIdentifier;
import org.vigie.nlp.language.LanguageMix;
import org.vigie.nlp.text.TextNormalizer;

class CorpusTest {
    private static final String TEXT = "The harbour bridge will be closed on Sunday morning.";

    private static List<Post> changed(List<Post> posts, String prefix) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<Post> renamed = new ArrayList<>();
        for (Post p : posts) {
            // Names in the reverse order of the old ones: what is sorted by name would turn round.
            int number = seen.computeIfAbsent(p.account(), k -> seen.size());
            renamed.add(p.withAccount(prefix + (100_000 - number)));
        }
        return renamed;
    }

    @Test
    void rowsAreInOrderOfTimeAndEqualTimesById() {
        List<Post> posts = List.of(
                Sample.post("p2", "b", 5, "").build(),
                Sample.post("p10", "a", 5, "").build(),
                Sample.post("p1", "c", 1, "").build(),
                Sample.post("P9", "b", 5, "").build());
        for (List<Post> order : List.of(posts, Sample.shuffled(posts, 1), Sample.shuffled(posts, 2))) {
            Corpus corpus = Corpus.of(order);
            assertThat(IntStream.range(0, 4).mapToObj(corpus::id)).containsExactly("p1", "P9", "p10", "p2");
            assertThat(IntStream.range(0, 3).mapToObj(corpus::accountName)).containsExactly("c", "b", "a");
            assertThat(corpus.postsOf(1)).isEqualTo(2);
            assertThat(corpus.time(3)).isEqualTo(Sample.START.plusSeconds(5).toEpochMilli());
        }
    }

    @Test
    void timesFarApartAreSortedToo() {
        List<Post> posts = new ArrayList<>();
        long first = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
        long last = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
        long[] millis = {first, -1, 0, 1, last - 1, last};
        for (int i = 0; i < millis.length; i++) {
            posts.add(Post.builder("b" + i, "a", Instant.ofEpochMilli(millis[i]), "")
                    .build());
            posts.add(Post.builder("a" + i, "a", Instant.ofEpochMilli(millis[i]), "")
                    .build());
        }
        Corpus corpus = Corpus.of(Sample.shuffled(posts, 3));
        for (int r = 0; r < corpus.size(); r++) {
            assertThat(corpus.time(r)).isEqualTo(millis[r / 2]);
            assertThat(corpus.id(r)).isEqualTo((r % 2 == 0 ? "a" : "b") + r / 2);
        }
    }

    @Test
    void theOrderOfPostsChangesNothing() {
        List<Post> posts = Sample.traffic(1500);
        Corpus corpus = Corpus.of(posts);
        Sample.assertSame(Corpus.of(Sample.shuffled(posts, 7)), corpus);
        List<Post> turned = new ArrayList<>(posts);
        Collections.reverse(turned);
        Sample.assertSame(Corpus.of(turned), corpus);
    }

    @Test
    void numbersDoNotDependOnNames() {
        List<Post> posts = Sample.traffic(1000);
        Corpus corpus = Corpus.of(posts);
        Corpus renamed = Corpus.of(changed(posts, "z"));
        for (int r = 0; r < corpus.size(); r++) {
            assertThat(renamed.account(r)).isEqualTo(corpus.account(r));
        }
        for (ObjectKind kind : corpus.kinds()) {
            assertThat(Sample.objects(renamed, kind)).isEqualTo(Sample.objects(corpus, kind));
        }
    }

    @Test
    void numbersAreGivenAsRowsMeetNames() {
        Corpus corpus = Corpus.of(Sample.traffic(1000));
        int accounts = 0;
        int texts = 0;
        for (int r = 0; r < corpus.size(); r++) {
            assertThat(corpus.account(r)).isLessThanOrEqualTo(accounts);
            accounts = Math.max(accounts, corpus.account(r) + 1);
            assertThat(corpus.text(r)).isLessThanOrEqualTo(texts);
            if (corpus.text(r) == texts) {
                assertThat(corpus.firstRow(texts)).isEqualTo(r);
                texts++;
            }
        }
        assertThat(accounts).isEqualTo(corpus.accounts());
        assertThat(texts).isEqualTo(corpus.texts());
    }

    @Test
    void idsAreUnique() {
        Post first = Sample.post("p1", "a", 0, TEXT).build();
        Post second = Sample.post("p1", "b", 1, "something else").build();
        CorpusBuilder builder = Corpus.builder();
        assertThat(builder.post(first)).isTrue();
        assertThat(builder.post(second)).isFalse();
        assertThat(builder.size()).isEqualTo(1);
        Corpus corpus = builder.build();
        assertThat(corpus.accounts()).isEqualTo(1);
        assertThat(corpus.accountName(0)).isEqualTo("a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corpus.of(List.of(first, second)))
                .withMessage("ids must be unique but 'p1' came twice");
    }

    @Test
    void textsAreWhatTheNormaliserLeaves() {
        Corpus corpus = Corpus.of(List.of(
                Sample.post("1", "a", 0, TEXT).build(),
                Sample.post("2", "b", 1, TEXT.toUpperCase(Locale.ROOT)).build(),
                Sample.post("3", "c", 2, "   ").build(),
                Sample.post("4", "d", 3, "").build(),
                Sample.post("5", "e", 4, "Something else.").build()));
        assertThat(IntStream.range(0, 5).map(corpus::text)).containsExactly(0, 0, -1, -1, 1);
        assertThat(corpus.texts()).isEqualTo(2);
        assertThat(IntStream.range(0, 2).map(corpus::firstRow)).containsExactly(0, 4);
        assertThat(corpus.language(2)).isEqualTo("und");
        assertThat(Names.plain(corpus).text(1)).isEqualTo(TEXT.toUpperCase(Locale.ROOT));
    }

    @Test
    void theLanguageIsThatOfTheEarliestWordingWhateverTheOrderOfPosts() {
        // Two wordings that the normaliser takes for one text and the identifier for two languages.
        LanguageIdentifier identifier = LanguageIdentifier.load();
        List<String> wordings = wordingsOfTwoLanguages(identifier);
        assertThat(wordings).isNotEmpty();
        for (int first = 0; first < 2; first++) {
            List<Post> posts = new ArrayList<>();
            posts.add(Sample.post("1", "a", 0, wordings.get(first)).build());
            posts.add(Sample.post("2", "b", 1, wordings.get(1 - first)).build());
            for (int i = 0; i < 600; i++) { // more than a batch between them
                posts.add(Sample.post("x" + i, "c", 2 + i, "filler number " + i).build());
            }
            String expected = Corpus.of(posts).language(0);
            for (int seed = 0; seed < 4; seed++) {
                Corpus corpus = Corpus.of(Sample.shuffled(posts, seed));
                assertThat(corpus.text(0)).isEqualTo(corpus.text(1));
                assertThat(corpus.language(0)).isEqualTo(expected);
                assertThat(corpus.language(1)).isEqualTo(expected);
            }
            Corpus later = Corpus.of(posts.subList(1, 5));
            Corpus whole = Corpus.merge(List.of(later, Corpus.of(posts.subList(0, 1))));
            assertThat(whole.language(1))
                    .isEqualTo(Corpus.of(posts.subList(0, 5)).language(1));
        }
    }

    /** The normaliser shortens letters that are drawn out; here and there they mislead the identifier. */
    private static List<String> wordingsOfTwoLanguages(LanguageIdentifier identifier) {
        TextNormalizer normalizer = NearDuplicates.withDefaults().normalizer();
        for (Post post : Sample.traffic(2_000)) {
            String text = post.text();
            String drawn = text.replaceAll("(.)\\1", "$1$1$1");
            if (normalizer.normalize(text).equals(normalizer.normalize(drawn))
                    && !identifier
                            .identify(text)
                            .tag()
                            .equals(identifier.identify(drawn).tag())) {
                return List.of(text, drawn);
            }
        }
        return List.of();
    }

    /** However many posts are in Italian, a shout in Cyrillic letters is not. */
    @Test
    void theLanguageOfMostTextsClaimsNoneOfAnotherScript() {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            posts.add(Sample.post("x" + i, "c", i, "la barca numero " + i + " torna in porto con le reti vuote")
                    .build());
        }
        posts.add(Sample.post("r", "a", 2_000, "Опять снег").build());
        posts.add(Sample.post("k", "a", 2_001, "눈이").build());
        Corpus corpus = Corpus.of(posts);
        assertThat(corpus.language(0)).isEqualTo("it");
        assertThat(corpus.language(1_500)).isIn("ru", "und");
        assertThat(corpus.language(1_501)).isEqualTo("ko");
    }

    @Test
    void languagesAreThoseOfTheIdentifierByTheMixOfAllTexts() {
        LanguageIdentifier identifier = LanguageIdentifier.load();
        Corpus corpus = Corpus.of(Sample.traffic(400));
        List<LanguageGuess> guesses = IntStream.range(0, corpus.texts())
                .mapToObj(t -> identifier.identify(corpus.wordings.get(corpus.wording(corpus.firstRow(t)))))
                .toList();
        LanguageMix mix = LanguageMix.of(guesses);
        TreeSet<String> languages = new TreeSet<>();
        for (int r = 0; r < corpus.size(); r++) {
            String expected = corpus.text(r) < 0
                    ? "und"
                    : mix.rescore(guesses.get(corpus.text(r))).tag();
            assertThat(corpus.language(r)).isEqualTo(expected);
            languages.add(corpus.language(r));
        }
        assertThat(languages).contains("en", "fr");
    }

    @Test
    void partsThatAreMergedHaveTheLanguagesOfTheWhole() {
        List<Post> posts = Sample.traffic(400);
        Corpus whole = Corpus.of(posts);
        Corpus merged = Corpus.merge(List.of(Corpus.of(posts.subList(0, 150)), Corpus.of(posts.subList(150, 400))));
        for (int r = 0; r < whole.size(); r++) {
            assertThat(merged.language(r)).isEqualTo(whole.language(r));
        }
    }

    @Test
    void accountsAreAsOldAsTheEarliestOfWhatTheirPostsSay() {
        Instant old = Instant.parse("2019-05-01T00:00:00Z");
        Instant older = Instant.parse("1969-05-01T00:00:00Z");
        List<Post> posts = List.of(
                Sample.post("1", "a", 0, "").build(),
                Sample.post("2", "a", 1, "").accountCreated(old).build(),
                Sample.post("3", "a", 2, "").accountCreated(older).build(),
                Sample.post("4", "a", 3, "").accountCreated(old).build(),
                Sample.post("5", "b", 4, "").build());
        for (int seed = 0; seed < 3; seed++) {
            Corpus corpus = Corpus.of(Sample.shuffled(posts, seed));
            assertThat(corpus.accountCreated(0)).contains(older);
            assertThat(corpus.accountCreated(1)).isEmpty();
        }
    }

    @Test
    void theResolutionIsTheGridOfTheClock() {
        assertThat(grid(1, 5, 5, 5)).isEqualTo(4_000);
        assertThat(grid(60, 180, 600)).isEqualTo(60_000);
        assertThat(grid(0, 7, 12)).isEqualTo(1_000);
        assertThat(grid(3)).isZero();
        assertThat(grid(3, 3)).isZero();
        assertThat(grid()).isZero();
    }

    private static long grid(long... seconds) {
        List<Post> posts = new ArrayList<>();
        for (long second : seconds) {
            posts.add(Sample.post("p" + posts.size(), "a", second, "").build());
        }
        return Corpus.of(posts).resolution();
    }

    @Test
    void theConcentrationIsTheSumOfSquaredShares() {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            posts.add(Sample.post("p" + i, i < 5 ? "a" : i < 8 ? "b" : "c" + i, i, "")
                    .build());
        }
        assertThat(Corpus.of(posts).concentration()).isCloseTo(0.25 + 0.09 + 2 * 0.01, within(1e-12));
        assertThat(Corpus.of(posts.subList(0, 3)).concentration()).isEqualTo(1);
        assertThat(Corpus.of(List.of()).concentration()).isZero();
    }

    @Test
    void anEmptyCorpusIsOne() {
        Corpus corpus = Corpus.of(List.of());
        assertThat(corpus.size()).isZero();
        assertThat(corpus.accounts()).isZero();
        assertThat(corpus.texts()).isZero();
        for (ObjectKind kind : corpus.kinds()) {
            assertThat(corpus.layer(kind).objects()).isZero();
        }
        assertThat(corpus.slice(Instant.MIN, Instant.MAX).size()).isZero();
    }

    @Test
    void threadsThatAskAtOnceGetOneReport() throws Exception {
        Callable<DuplicateReport> question = Corpus.of(Sample.traffic(300))::duplicates;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Set<DuplicateReport> reports = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Future<DuplicateReport> answer : threads.invokeAll(Collections.nCopies(8, question))) {
                reports.add(answer.get());
            }
            assertThat(reports).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nearDuplicatesAreFoundOnceAndNamedByRow() {
        Corpus corpus = Corpus.of(Sample.traffic(800));
        assertThat(corpus.duplicates()).isSameAs(corpus.duplicates());
        List<String> wordings = new ArrayList<>();
        for (int r = 0; r < corpus.size(); r++) {
            wordings.add(corpus.wordings.get(corpus.wording(r)));
        }
        var expected = NearDuplicates.withDefaults().detect(wordings);
        assertThat(corpus.duplicates().clusters()).hasSameSizeAs(expected.clusters());
        for (int r = 0; r < corpus.size(); r++) {
            assertThat(corpus.duplicates().clusterOf(r)).isEqualTo(expected.clusterOf(r));
        }
    }

    @Test
    void knowsWhoWroteThePostsThatAreAnsweredWhereItHoldsThem() {
        Corpus corpus = Corpus.of(List.of(
                Sample.post("q", "asker", 0, "").build(),
                Sample.post("a1", "first", 1, "").replyTo("q").build(),
                Sample.post("a2", "second", 2, "").replyTo("elsewhere").build(),
                Sample.post("a3", "asker", 9, "").replyTo("a1").build()));
        ObjectLayer replies = corpus.layer(ObjectKind.REPLY);
        Map<String, Integer> authors = new LinkedHashMap<>();
        for (int o = 0; o < replies.objects(); o++) {
            authors.put(corpus.objectName(ObjectKind.REPLY, o), corpus.authors(ObjectKind.REPLY)[o]);
        }
        assertThat(authors).containsExactly(Map.entry("q", 0), Map.entry("elsewhere", -1), Map.entry("a1", 1));
        Instant first = Instant.ofEpochMilli(corpus.time(1));
        Corpus part = corpus.slice(first, first.plusMillis(1));
        assertThat(part.authors(ObjectKind.REPLY)).containsExactly(-1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> corpus.authors(ObjectKind.URL))
                .withMessage("objects must be posts or accounts but kind was url");
    }

    @Test
    void namesWhoTheMentionedAccountsAre() {
        Corpus corpus = Corpus.of(List.of(
                Sample.post("a1", "First", 1, "")
                        .mentions(List.of("SECOND", "nobody"))
                        .build(),
                Sample.post("a2", "second", 2, "").mentions(List.of("first")).build()));
        Map<String, Integer> accounts = new LinkedHashMap<>();
        for (int o = 0; o < corpus.layer(ObjectKind.MENTION).objects(); o++) {
            accounts.put(corpus.objectName(ObjectKind.MENTION, o), corpus.authors(ObjectKind.MENTION)[o]);
        }
        assertThat(accounts).containsOnly(Map.entry("second", 1), Map.entry("nobody", -1), Map.entry("first", 0));
    }

    @Test
    void refusesKindsThatItWasNotReadWith() {
        Corpus corpus = Corpus.of(List.of());
        assertThat(corpus.kinds())
                .extracting(ObjectKind::name)
                .containsExactly("text", "url", "hashtag", "repost", "reply", "mention", "domain");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> corpus.layer(ObjectKind.HASHTAG_SEQUENCE))
                .withMessage(
                        "kind must be one of [text, url, hashtag, repost, reply, mention, domain] but was hashtag-sequence");
    }
}
