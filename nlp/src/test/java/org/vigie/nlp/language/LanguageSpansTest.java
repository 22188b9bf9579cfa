/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Texts of several languages, in parts. */
class LanguageSpansTest {
    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.load();

    @Test
    void cutsMixedTextIntoParts() {
        String text =
                "Le gouvernement a menti sur les chiffres. They do not want you to see this video. Partagez avant que ce soit trop tard.";
        List<LanguageSpan> spans = IDENTIFIER.spans(text);
        assertThat(spans).extracting(LanguageSpan::tag).containsExactly("fr", "en", "fr");
        assertThat(text.substring(spans.get(1).start(), spans.get(1).end()).trim())
                .isEqualTo("They do not want you to see this video.");
        assertThat(IDENTIFIER.spans("")).isEmpty();
        assertThat(IDENTIFIER.spans("123")).containsExactly(new LanguageSpan(0, 3, "und"));
        assertThat(IDENTIFIER.spans("Привет, мир! Hello world, how are you?"))
                .extracting(LanguageSpan::tag)
                .containsExactly("ru", "en");
    }

    @Test
    void quotesOpenTheirPart() {
        String text = "Le ministre a dit \"we will never surrender\" devant l'assemblée nationale.";
        assertThat(IDENTIFIER.spans(text).stream().map(s -> text.substring(s.start(), s.end())))
                .containsExactly("Le ministre a dit ", "\"we will never surrender\" ", "devant l'assemblée nationale.");
    }

    @Test
    void quotesOfEastAsiaOpenTheirPartWithoutASpace() {
        String text = "這首歌的名字是《恋するフォーチュンクッキー》，很好听，大家都喜欢这首歌";
        List<LanguageSpan> spans = IDENTIFIER.spans(text);
        assertThat(spans).extracting(LanguageSpan::tag).startsWith("zh", "ja");
        assertThat(text.substring(spans.get(1).start())).startsWith("《恋");
    }

    @Test
    void aPartThatIsNoLanguageHasNone() {
        assertThat(IDENTIFIER.spans("Protest tonight at 8 pm, everybody come to the square: F R E E D O M"))
                .extracting(LanguageSpan::tag)
                .containsExactly("en", "und");
    }

    @Property(tries = 500)
    void anyTextHasAnAnswerAndParts(@ForAll @StringLength(max = 200) String text) {
        LanguageGuess guess = IDENTIFIER.identify(text);
        assertThat(guess.probability()).isBetween(0.0, 1.0);
        assertThat(guess).isEqualTo(IDENTIFIER.identify(text));
        int end = 0;
        for (LanguageSpan span : IDENTIFIER.spans(text)) {
            assertThat(span.start()).isEqualTo(end);
            end = span.end();
        }
        assertThat(end).isEqualTo(text.length());
    }
}
