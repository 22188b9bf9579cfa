/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.core.privacy.SecretKey;
import org.vigie.posts.Names.Retention;

class NamesTest {
    private static final Pseudonymizer KEY =
            Pseudonymizer.withKey(SecretKey.of("a key of the tests only".getBytes(StandardCharsets.UTF_8)));

    private static Corpus corpus(Post.Builder... posts) {
        return Corpus.of(java.util.Arrays.stream(posts).map(Post.Builder::build).toList());
    }

    private static String pseudonym(String account) {
        return KEY.pseudonym("account", account);
    }

    private static String hidden(Corpus corpus, int row) {
        return Names.plain(corpus).withPseudonyms(KEY).text(row);
    }

    @Test
    void plainNamesAreAsTheyAre() {
        Corpus corpus = corpus(Sample.post("p1", "Ana", 0, "Hello @Bob, see https://x.org/a")
                .urls(List.of("https://x.org/a"))
                .hashtags(List.of("Vote"))
                .mentions(List.of("Bob"))
                .replyTo("p0"));
        Names names = Names.plain(corpus);
        assertThat(names.account(0)).isEqualTo("Ana");
        assertThat(names.post(0)).isEqualTo("p1");
        assertThat(names.text(0)).isEqualTo("Hello @Bob, see https://x.org/a");
        assertThat(names.object(ObjectKind.URL, 0)).isEqualTo("x.org/a");
        assertThat(names.object(ObjectKind.HASHTAG, 0)).isEqualTo("vote");
        assertThat(names.object(ObjectKind.MENTION, 0)).isEqualTo("bob");
        assertThat(names.object(ObjectKind.REPLY, 0)).isEqualTo("p0");
        assertThat(names.object(ObjectKind.TEXT, 0)).isEqualTo("0");
        assertThat(names.keyId()).isEmpty();
        assertThat(names.retention()).isEqualTo(Retention.FULL);
    }

    @Test
    void pseudonymsReplaceAccountsMentionsAndPosts() {
        Corpus corpus = corpus(
                Sample.post("p1", "Ana", 0, "one").mentions(List.of("ANA", "stranger")),
                Sample.post("p2", "Bob", 1, "two").repostOf("p1"),
                Sample.post("p3", "Bob", 2, "three").replyTo("elsewhere"));
        Names names = Names.plain(corpus).withPseudonyms(KEY);
        assertThat(names.account(0)).isEqualTo(pseudonym("Ana")).isEqualTo(names.account(0));
        assertThat(names.account(1)).isEqualTo(pseudonym("Bob"));
        assertThat(names.object(ObjectKind.MENTION, 0))
                .as("a mention is the account's own pseudonym")
                .isEqualTo(names.account(0));
        assertThat(names.object(ObjectKind.MENTION, 1)).isEqualTo(pseudonym("stranger"));
        assertThat(names.post(0)).isEqualTo(KEY.pseudonym("post", "p1"));
        assertThat(names.object(ObjectKind.REPOST, 0))
                .as("a repost points at its post still")
                .isEqualTo(names.post(0));
        assertThat(names.object(ObjectKind.REPLY, 0)).isEqualTo(KEY.pseudonym("post", "elsewhere"));
        assertThat(names.keyId()).contains(KEY.keyId());
        assertThat(Names.plain(corpus).account(0))
                .as("the first names are as they were")
                .isEqualTo("Ana");
    }

    @Test
    void namesInTextsAreReplaced() {
        Corpus corpus = corpus(
                Sample.post("1", "Ana", 0, "ANA said it, ana! Anabel and Hanah did not; @nobody.else did, @Ana too."),
                Sample.post("2", "the mayor", 1, "Ask The Mayor or @the mayor, not the mayors."),
                Sample.post("3", "jo@social.example", 2, "jo@social.example wrote, @jo@social.example wrote"),
                Sample.post("4", "café_12", 3, "CAFÉ_12 is here; ＠unknown too, a@b is an address, 3 @ 4 is not"));
        String ana = pseudonym("Ana");
        assertThat(hidden(corpus, 0))
                .isEqualTo(ana + " said it, " + ana + "! Anabel and Hanah did not; @" + pseudonym("nobody.else")
                        + " did, @" + ana + " too.");
        String mayor = pseudonym("the mayor");
        assertThat(hidden(corpus, 1)).isEqualTo("Ask " + mayor + " or @" + mayor + ", not the mayors.");
        String jo = pseudonym("jo@social.example");
        assertThat(hidden(corpus, 2)).isEqualTo(jo + " wrote, @" + jo + " wrote");
        assertThat(hidden(corpus, 3))
                .isEqualTo(pseudonym("café_12") + " is here; ＠" + pseudonym("unknown")
                        + " too, a@b is an address, 3 @ 4 is not");
    }

    @Test
    void namesInLinksAndHashtagsAreReplaced() {
        Corpus corpus = corpus(Sample.post("1", "Ana", 0, "")
                .urls(List.of("https://social.example/@ana/99", "https://x.org/users/ANA?by=ana"))
                .hashtags(List.of("Ana", "banana")));
        Names names = Names.plain(corpus).withPseudonyms(KEY);
        String ana = pseudonym("Ana");
        assertThat(names.object(ObjectKind.URL, 0)).isEqualTo("social.example/@" + ana + "/99");
        assertThat(names.object(ObjectKind.URL, 1)).isEqualTo("x.org/users/" + ana + "?by=" + ana);
        assertThat(names.object(ObjectKind.HASHTAG, 0)).isEqualTo(ana);
        assertThat(names.object(ObjectKind.HASHTAG, 1)).isEqualTo("banana");
    }

    @Test
    void aKindOfOnesOwnIsNamedAsItsPrivacySays() {
        ObjectKind signer = ObjectKind.of("signer", p -> List.of("ana"));
        ObjectKind accounts = signer.withPrivacy(ObjectKind.Privacy.ACCOUNT);
        ObjectKind quoted = ObjectKind.of("quoted", p -> List.of("p1")).withPrivacy(ObjectKind.Privacy.POST);
        Corpus corpus = Sample.corpus(
                Corpus.builder().withKinds(List.of(accounts, quoted)),
                List.of(Sample.post("p1", "Ana", 0, "").build()));
        Names names = Names.plain(corpus).withPseudonyms(KEY);
        assertThat(names.object(accounts, 0)).isEqualTo(pseudonym("Ana"));
        assertThat(names.object(quoted, 0)).isEqualTo(names.post(0));
        assertThat(names.object(signer, 0)).as("a name in a name").isEqualTo(pseudonym("Ana"));
    }

    @Test
    void theNumberOfAClusterIsNobodysName() {
        Corpus corpus = corpus(
                Sample.post("1", "0", 0, "Some words that are long enough."),
                Sample.post("2", "b", 1, "Some words that are long enough."));
        assertThat(Names.plain(corpus).withPseudonyms(KEY).object(ObjectKind.TEXT, 0))
                .isEqualTo("0");
    }

    @Test
    void textsAreShownAsFarAsAskedFor() {
        String text = "x".repeat(79) + "\uD83D\uDC4D and more";
        Corpus corpus = corpus(Sample.post("1", "Ana", 0, text), Sample.post("2", "Bob", 1, "short"));
        Names names = Names.plain(corpus);
        assertThat(names.text(0)).isEqualTo(text);
        Names snippets = names.withRetention(Retention.SNIPPET);
        assertThat(snippets.text(0)).isEqualTo("x".repeat(79) + "\uD83D\uDC4D\u2026");
        assertThat(snippets.text(1)).isEqualTo("short");
        Names none = names.withRetention(Retention.NONE);
        assertThat(none.text(0)).isEmpty();
        assertThat(none.retention()).isEqualTo(Retention.NONE);
        assertThat(none.withPseudonyms(KEY).retention()).isEqualTo(Retention.NONE);
        assertThat(none.withPseudonyms(KEY).withRetention(Retention.FULL).keyId())
                .isPresent();
        assertThat(Retention.SNIPPET.label()).isEqualTo("snippet");
    }

    @Test
    void aSnippetIsCutAfterNamesAreReplacedAndNotInside() {
        String before = "y".repeat(75) + " ";
        Corpus corpus = corpus(Sample.post("1", "Anastasia", 0, before + "Anastasia"));
        String snippet = Names.plain(corpus)
                .withPseudonyms(KEY)
                .withRetention(Retention.SNIPPET)
                .text(0);
        assertThat(snippet)
                .isEqualTo(before + pseudonym("Anastasia").substring(0, 4) + "\u2026")
                .doesNotContain("Anas");
    }

    @Test
    void whatNoOutputCanCarryIsReplaced() {
        Corpus corpus =
                corpus(Sample.post("p\u0000", "a\uD800", 0, "tab\tline\n\u0007bell \u0085 \uFFFE \uDC00 \uD83D\uDC4D")
                        .urls(List.of("x.org/\u0001")));
        Names names = Names.plain(corpus);
        assertThat(names.account(0)).isEqualTo("a\\ud800");
        assertThat(names.post(0)).isEqualTo("p\\u0000");
        assertThat(names.text(0)).isEqualTo("tab\tline\n\uFFFDbell \uFFFD \uFFFD \uFFFD \uD83D\uDC4D");
        assertThat(names.object(ObjectKind.URL, 0)).isEqualTo("x.org/\\u0001");
    }

    @Test
    void accountsThatDifferInALoneSurrogateKeepDifferentPseudonyms() {
        Corpus corpus = corpus(Sample.post("1", "a\uD800", 0, ""), Sample.post("2", "a\uD801", 1, ""));
        Names names = Names.plain(corpus).withPseudonyms(KEY);
        assertThat(names.account(0)).isNotEqualTo(names.account(1));
    }

    @Property(tries = 300)
    void cleaningKeepsTheLengthAndLeavesNothingUnsafe(@ForAll String text) {
        String clean = Names.clean(text);
        assertThat(clean).hasSameSizeAs(text);
        assertThat(Names.clean(clean)).isEqualTo(clean);
        assertThat(clean.codePoints())
                .noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)
                .noneMatch(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r')
                .noneMatch(c -> c >= 0x7F && c < 0xA0)
                .noneMatch(c -> (c & 0xFFFE) == 0xFFFE);
    }

    @Property(tries = 300)
    void noAccountIsNamedWhateverStandsAroundIt(@ForAll String before, @ForAll String after) {
        Corpus corpus = corpus(Sample.post("1", "Zanzibarian", 0, before + " zanzibarian " + after));
        assertThat(hidden(corpus, 0)).doesNotContainIgnoringCase("zanzibarian");
    }

    @Test
    void headCutsAtCodePoints() {
        assertThat(Names.head("abc", 3)).isEqualTo("abc");
        assertThat(Names.head("abcd", 3)).isEqualTo("abc\u2026");
        assertThat(Names.head("\uD83D\uDC4D\uD83D\uDC4D", 1)).isEqualTo("\uD83D\uDC4D\u2026");
        assertThat(Names.head("", 0)).isEmpty();
    }

    @Test
    void namesThatBeginAlikeAreFoundWhole() {
        Corpus corpus = corpus(
                Sample.post("p1", "user", 0, "User 12 and user 1, user 123, username; @USER 1"),
                Sample.post("p2", "user 1", 1, "b"),
                Sample.post("p3", "user 12", 2, "c"),
                Sample.post("p4", "us", 3, "d"));

        assertThat(hidden(corpus, 0))
                .isEqualTo(pseudonym("user 12") + " and " + pseudonym("user 1") + ", " + pseudonym("user")
                        + " 123, username; @" + pseudonym("user 1"));
    }

    @Test
    void aLoneSurrogateIsNotItsEscape() {
        Corpus corpus = corpus(Sample.post("p1", "lone\ud800x", 0, "a"), Sample.post("p2", "lone\\ud800x", 1, "b"));

        assertThat(corpus.accounts()).isEqualTo(2);
        Names plain = Names.plain(corpus);
        Names hidden = plain.withPseudonyms(KEY);
        assertThat(plain.account(0)).isNotEqualTo(plain.account(1));
        assertThat(hidden.account(0)).isNotEqualTo(hidden.account(1));
    }

    @Test
    void longNamesCostNoMoreThanShortOnes() {
        for (String word : List.of("a ", "\u0430 ", "e\u0301-")) {
            String text = word.repeat(20_000);
            NameMatcher matcher =
                    new NameMatcher(java.util.Set.of(text + "b", "other"), name -> "[" + name.length() + "]");
            matcher.replace(text);
            matcher.replace((word.repeat(80) + "x ").repeat(100));
            assertThat(matcher.looked()).isLessThan(250L * text.length());
        }
    }

    @Test
    void aNameThatIsCutInATextIsHiddenAsFarAsItGoes() {
        String name = "\u043e\u0447\u0435\u043d\u044c ".repeat(100) + "ann";
        NameMatcher matcher = new NameMatcher(java.util.Set.of(name), found -> found.equals(name) ? "N" : "cut");

        assertThat(matcher.replace("by " + name + ", yes")).isEqualTo("by N, yes");
        assertThat(matcher.replace("by " + name.substring(0, 299) + "?!")).isEqualTo("by cut?!");
        assertThat(matcher.replace("by " + name.substring(0, 60) + "?!"))
                .isEqualTo("by " + name.substring(0, 60) + "?!");
    }
}
