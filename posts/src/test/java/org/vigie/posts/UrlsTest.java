/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org/a, example.org/a",
        "http://www.example.org/a, example.org/a",
        "HTTP://WWW.EXAMPLE.ORG/Path, example.org/Path",
        "example.org/a/, example.org/a",
        "https://example.org, example.org",
        "https://example.org/, example.org",
        "https://example.org/?utm_source=x, example.org",
        "https://example.org/a?utm_source=x&id=7&UTM_Medium=y, example.org/a?id=7",
        "https://example.org/a?fbclid=x, example.org/a",
        "https://example.org/a?id=7&gclid=1&mc_cid=2&mc_eid=3, example.org/a?id=7",
        "https://example.org/a?b=1&a=2, example.org/a?b=1&a=2",
        "https://example.org/a?, example.org/a",
        "https://example.org/a?&&, example.org/a",
        "https://example.org/a#part, example.org/a",
        "https://example.org?id=7, example.org?id=7",
        "https://exämple.org/ÉTÉ, exämple.org/ÉTÉ",
        "https://example.org:8080/a, example.org:8080/a",
        "'  https://example.org/a  ', example.org/a",
        "ftp://example.org/a, example.org/a",
        "gemini://example.org/a, gemini://example.org/a",
        "https://WWW.TITLE.org/I, title.org/I",
        "https://m.example.org/a, example.org/a",
        "https://mobile.example.org/a?msclkid=1, example.org/a",
        "https://fr.m.wikipedia.org/wiki/Port, fr.wikipedia.org/wiki/Port",
        "https://m.org/a, m.org/a",
        "https://example.org:443/a, example.org/a",
        "http://example.org:80/a, example.org/a",
        "http://example.org:443/a, example.org:443/a",
        "https://example.org/a?igshid=1&yclid=2&ref_src=twsrc, example.org/a",
        "https://example.org/a?ref=7&amphora=1, example.org/a?ref=7&amphora=1",
        "https://example.org/a?amp=1, example.org/a",
        "https://example.org/a?amp=2, example.org/a?amp=2",
        "https://fr.wikipedia.org/wiki/%C3%89lection, fr.wikipedia.org/wiki/Élection",
        "https://ru.wikipedia.org/wiki/%d0%9f%d0%be%d1%80%d1%82_%281%29, ru.wikipedia.org/wiki/Порт_%281%29",
        "https://example.org/a%2fb%ff%7E, example.org/a%2Fb%FF%7E",
        "https://example.org/a%2fb%20c%7E, example.org/a%2Fb%20c~",
        "https://xn--exmple-cua.org/a, exämple.org/a",
        "https://www.google.com/amp/s/www.example.org/a, example.org/a",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa%3Fid%3D7%26fbclid%3Dx&h=AT0, example.org/a?id=7",
        "https://vk.com/away.php?to=https%3A%2F%2Fexample.org%2Fa&cc_key=, example.org/a",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.org, example.org",
        "https://www.google.com/url?q=words, google.com/url?q=words",
        "https://twitter.com/a/status/1, x.com/a/status/1",
        "https://mobile.twitter.com/a/status/1?ref_src=x, x.com/a/status/1",
        "https://www.youtube.com/watch?app=desktop&v=aB1&t=4s, youtu.be/aB1",
        "https://youtu.be/aB1?si=xyz, youtu.be/aB1",
        "https://m.youtube.com/shorts/aB1, youtu.be/aB1",
        "https://www.youtube.com/playlist?list=PL1, youtube.com/playlist?list=PL1"
    })
    void samePageSameKey(String url, String key) {
        assertThat(Urls.canonical(url)).isEqualTo(key);
    }

    @Test
    void whatIsNoLinkDoesNoHarm() {
        assertThat(Urls.canonical("")).isEmpty();
        assertThat(Urls.canonical("https://")).isEmpty();
        assertThat(Urls.canonical("#")).isEmpty();
        assertThat(Urls.canonical("/")).isEmpty();
        assertThat(Urls.canonical("\ud800://\udfff?\udc00")).isNotNull();
    }

    @Property(tries = 300)
    void anyStringGivesAKeyNoLongerThanIt(@ForAll @StringLength(max = 60) String text) {
        assertThat(Urls.canonical(text).length())
                .isLessThanOrEqualTo(text.toLowerCase(java.util.Locale.ROOT).length());
    }

    @Property(tries = 300)
    void schemeWwwAndFragmentNeverMatter(@ForAll @StringLength(max = 30) String path) {
        String clean = "/" + path.replace("#", "").strip();
        assertThat(Urls.canonical("https://www.example.org" + clean + "#x"))
                .isEqualTo(Urls.canonical("example.org" + clean));
    }

    @Test
    void linksBehindLinksBehindLinksEnd() {
        String link = "https://example.org/a";
        for (int i = 0; i < 9; i++) {
            link = "https://www.google.com/url?q="
                    + link.replace("%", "%25").replace("?", "%3F").replace("&", "%26");
        }
        assertThat(Urls.canonical(link)).startsWith("google.com/url?q=");
    }

    @Test
    void hugeLinksTakeLinearTime() {
        String many = "https://example.org/?" + "utm_a=1&".repeat(200_000) + "id=1";
        assertThatCode(() -> assertThat(Urls.canonical(many)).isEqualTo("example.org/?id=1"))
                .doesNotThrowAnyException();
        String slashes = "/".repeat(1_000_000);
        assertThat(Urls.canonical(slashes)).hasSize(999_999);
        String escapes = "https://example.org/" + "%C3%A9".repeat(100_000) + "%20a".repeat(100_000);
        assertThat(Urls.canonical(escapes)).hasSize(12 + 100_000 + 400_000);
    }
}
