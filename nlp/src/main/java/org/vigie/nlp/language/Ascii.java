/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

/** Characters that program code, urls and addresses are made of. */
final class Ascii {
    private Ascii() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Part of a name in code, of a domain or of the name before the sign of an e-mail address. */
    static boolean isAddressPart(char c) {
        return isLetter(c) || isDigit(c) || c == '_' || c == '.' || c == '-' || c == '+';
    }
}
