/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Character references, as browsers read them. */
class HtmlEntitiesTest {
    /** Names of HTML 4 in both cases, and numbers of windows-1252, as browsers read them. */
    @Test
    void decodesWhatBrowsersDecode() {
        assertThat(HtmlEntities.decode("&Eacute;t&eacute; &Uuml;ber &ordm; &times; &yuml;"))
                .hasToString("\u00c9t\u00e9 \u00dcber \u00ba \u00d7 \u00ff");
        assertThat(HtmlEntities.decode("a&#150;b &#146; &#x80; &#129;")).hasToString("a\u2013b \u2019 \u20ac \u0081");
        assertThat(HtmlEntities.decode("&zwnj;&zwj;&lrm;&rlm;&shy;&nbsp;"))
                .hasToString("\u200c\u200d\u200e\u200f\u00ad\u00a0");
        assertThat(HtmlEntities.decode("&EACUTE; &nosuch; &times &;")).hasToString("&EACUTE; &nosuch; &times &;");
    }

    @Test
    void decodesCharacterReferences() {
        assertThat(TextEntities.of("https://x.org/?a=1&amp;b=2 it&#39;s &#x27; &amp;#35;tag")
                        .urls())
                .containsExactly("https://x.org/?a=1&b=2");
        assertThat(TextEntities.of("it&#39;s &#x27;x&#x27;").hashtags()).isEmpty();
        assertThat(TextEntities.of("&amp;amp;#35;tag &; &#; &#xfffffff; &amp").hashtags())
                .containsExactly("tag");
    }
}
