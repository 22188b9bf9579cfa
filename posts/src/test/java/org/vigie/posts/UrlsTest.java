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
        "https://www.youtube.com/playlist?list=PL1, youtube.com/playlist?list=PL1",
        "https://www.youtube.com/v/aB1, youtu.be/aB1",
        "https://www.youtube.com/watch/?v=aB1, youtu.be/aB1",
        "https://example.org/?id=1, example.org?id=1",
        "https://example.org/a/?id=1, example.org/a?id=1",
        "https://example.org./a, example.org/a",
        "https://user:pw@example.org/a@b, example.org/a@b",
        "https://example.org/a?gad_source=1&gclid=2&_gl=1*x&mtm_campaign=b&guce_referrer=c, example.org/a",
        "https://example.org/a?pk_id=1&guide=2, example.org/a?pk_id=1&guide=2",
        "https://www.google.fr/amp/s/example.org/a, example.org/a",
        "https://www.google.co.uk/url?sa=t&q=https://example.org/a&usg=x, example.org/a",
        "https://maps.google.fr/url?q=https://example.org/a, maps.google.fr/url?q=https://example.org/a",
        "https://example-org.cdn.ampproject.org/v/s/example.org/a?amp_js_v=0.1&usqp=mq, example.org/a",
        "https://cdn.ampproject.org/c/example.org/a, example.org/a",
        "https://x.com/a/status/1?s=20, x.com/a/status/1",
        "https://twitter.com/A_b/status/1/photo/2?s=46&t=aB, x.com/a_b/status/1",
        "https://twitter.com/i/web/status/1, x.com/i/status/1",
        "https://x.com/intent/post?text=a, x.com/intent/post?text=a",
        "https://x.com/a/status/1x?s=20, x.com/a/status/1x?s=20",
        "https://www.tiktok.com/@a.b/video/1?_t=8x&_r=1, tiktok.com/@a.b/video/1",
        "https://www.instagram.com/a.b/reel/aB-1/?img_index=1, instagram.com/a.b/reel/aB-1",
        "https://www.instagram.com/a?hl=fr, instagram.com/a?hl=fr",
        "https://www.threads.net/@a.b/post/aB?xmt=q, threads.com/@a.b/post/aB",
        "https://t.me/s/channel/12, t.me/channel/12",
        "https://t.me/channel/12?single, t.me/channel/12",
        "https://t.me/channel/12?comment=3, t.me/channel/12?comment=3",
        "https://mbasic.facebook.com/story.php?story_fbid=1&id=2&rdid=x, facebook.com/story.php?story_fbid=1&id=2"
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
        assertThatCode(() -> assertThat(Urls.canonical(many)).isEqualTo("example.org?id=1"))
                .doesNotThrowAnyException();
        for (String letter :
                new String[] {"\u03a3", "\u0130", "a."}) { // which have no lower case in linear time in the JDK
            String link = letter.repeat(300_000);
            assertThat(Urls.canonical("https://" + link + "/?" + link + "=" + link))
                    .isNotEmpty();
        }
        String slashes = "/".repeat(1_000_000);
        assertThat(Urls.canonical(slashes)).hasSize(999_999);
        String escapes = "https://example.org/" + "%C3%A9".repeat(100_000) + "%20a".repeat(100_000);
        assertThat(Urls.canonical(escapes)).hasSize(12 + 100_000 + 400_000);
    }
}
