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
        "https://WWW.TITLE.org/I, title.org/I"
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
    void hugeLinksTakeLinearTime() {
        String many = "https://example.org/?" + "utm_a=1&".repeat(200_000) + "id=1";
        assertThatCode(() -> assertThat(Urls.canonical(many)).isEqualTo("example.org/?id=1"))
                .doesNotThrowAnyException();
        String slashes = "/".repeat(1_000_000);
        assertThat(Urls.canonical(slashes)).hasSize(999_999);
    }
}
