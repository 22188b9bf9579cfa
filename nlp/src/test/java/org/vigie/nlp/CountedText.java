/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;

/** A text that counts how often one of its characters is looked at: work that is the same on every machine. */
public final class CountedText implements CharSequence {
    private final String text;
    private long looks;
    private long most = Long.MAX_VALUE;

    public CountedText(String text) {
        this.text = text;
    }

    public long looks() {
        return looks;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks > most) {
            throw new AssertionError("more than " + most + " looks at " + length() + " characters: "
                    + text.substring(0, Math.min(20, text.length())));
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        looks += end - start;
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /**
     * Checks that a unit over and over takes no more looks a character than a number, and that twice the text takes no
     * more than about twice the looks.
     */
    public static void assertLinear(String unit, int length, int mostLooks, Consumer<CountedText> work) {
        CountedText half = new CountedText(unit.repeat(length / 2 / unit.length()));
        CountedText whole = new CountedText(unit.repeat(2 * (length / 2 / unit.length())));
        half.most = 4L * mostLooks * half.length();
        whole.most = 4L * mostLooks * whole.length();
        work.accept(half);
        work.accept(whole);
        assertThat(whole.looks).as(unit).isLessThanOrEqualTo((long) mostLooks * whole.length());
        assertThat(whole.looks).as(unit).isLessThanOrEqualTo(2 * half.looks + half.looks / 20 + 1_000);
    }
}
