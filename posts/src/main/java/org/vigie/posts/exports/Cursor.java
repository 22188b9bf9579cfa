/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import org.vigie.core.internal.LowerCase;

/** A position in a text that moves over numbers, words and signs. */
class Cursor {
    String text = "";
    int at;

    void start(String newText) {
        text = newText;
        at = 0;
    }

    String word() {
        int from = at;
        while (isLetter()) {
            at++;
        }
        return LowerCase.of(text.substring(from, at));
    }

    void spaces() {
        skip(" \u00a0\u202f\u200e");
    }

    void skip(String signs) {
        while (at < text.length() && signs.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** A number of so many digits, or -1. */
    int digits(int least, int most) {
        int from = at;
        int value = 0;
        while (isDigit() && at - from < most) {
            value = 10 * value + (text.charAt(at++) - '0');
        }
        return at - from < least ? -1 : value;
    }

    int digitRun() {
        int n = 0;
        while (peekAt(n) >= '0' && peekAt(n) <= '9') {
            n++;
        }
        return n;
    }

    boolean isDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    boolean isLetter() {
        char c = peek();
        return c > 0x7F ? Character.isLetter(c) : (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    char peek() {
        return peekAt(0);
    }

    char peekAt(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }
}
