/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import org.vigie.core.file.Shown;

/** What may be shown on a terminal, or where one may be: no character of an input moves a cursor or starts a line. */
final class Terminal {
    private Terminal() {}

    /** The text in one line, as {@link Shown#line} says. */
    static String safe(String text) {
        return Shown.line(text);
    }

    /** Prints a line for people on standard output, in the language of the run. */
    static void print(String line) {
        System.out.println(safe(Language.line(line)));
    }

    /** Says a line on standard error, in the language of the run. */
    static void say(String line) {
        System.err.println(safe(Language.line(line)));
    }
}
