/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.privacy;

import java.util.Locale;

/**
 * Guesses how many bits somebody has to try for a key. It takes the characters that do not follow from those before,
 * times the bits of the alphabet that they are of. It finds keys that are certainly weak and knows no dictionary. A
 * random key of 128 bits passes in every usual writing. Of keys that are written as bare bytes, one in seven million
 * has letters and signs only and can't be told from a typed word.
 */
final class KeyStrength {
    private static final double LEAST_BITS = 128;
    /** Fewer equal steps in a row are chance. */
    private static final int RUN = 4;
    /** Order that takes away no more bits than these may be chance: of 2^32 random keys about one has more. */
    private static final double CHANCE_BITS = 32;

    private static final int HEXADECIMAL = 16;
    private static final int BASE32 = 32;
    private static final int BASE64 = 64;
    private static final int PRINTABLE = 95;
    private static final int BYTES = 256;

    private KeyStrength() {}

    /** Refuses a weak key, without a word of it. */
    static void require(byte[] key) {
        double bits = bits(key);
        if (bits < LEAST_BITS - 1e-6) { // 32 hexadecimal digits have exactly as many
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "key must have at least %.0f bits to guess but has about %.0f; make one with vigie key --new",
                    LEAST_BITS,
                    bits));
        }
    }

    static double bits(byte[] key) {
        int period = period(key);
        int free = 0;
        int run = 0;
        for (int i = 0; i < period; i++) {
            boolean isStep = i > 1 && step(key, i) == step(key, i - 1) && Math.abs(step(key, i)) <= 1;
            run = isStep ? run + 1 : 0;
            free += run >= RUN - 1 ? 0 : 1;
        }
        double perCharacter = Math.log(alphabet(key)) / Math.log(2);
        double lost = (key.length - free) * perCharacter;
        return key.length * perCharacter - Math.max(0, lost - CHANCE_BITS);
    }

    private static int step(byte[] key, int i) {
        return key[i] - key[i - 1];
    }

    /** The length of the shortest beginning that the key repeats (Knuth, Morris and Pratt, 1977); linear. */
    private static int period(byte[] key) {
        int[] border = new int[key.length];
        for (int i = 1, k = 0; i < key.length; i++) {
            while (k > 0 && key[i] != key[k]) {
                k = border[k - 1];
            }
            k += key[i] == key[k] ? 1 : 0;
            border[i] = k;
        }
        return key.length - border[key.length - 1];
    }

    /** How many characters the narrowest usual writing has that knows those of the key. */
    private static int alphabet(byte[] key) {
        boolean isHex = true;
        boolean hasLower = false;
        boolean hasUpper = false;
        boolean hasDigit = false;
        boolean hasSign = false;
        for (byte b : key) {
            if (b < ' ' || b > '~') {
                return BYTES;
            }
            boolean isLower = b >= 'a' && b <= 'z';
            boolean isUpper = b >= 'A' && b <= 'Z';
            boolean isDigit = b >= '0' && b <= '9';
            hasSign |= !isLower && !isUpper && !isDigit && b != '-' && b != '_';
            isHex &= isDigit || (b >= 'a' && b <= 'f') || (b >= 'A' && b <= 'F');
            hasLower |= isLower;
            hasUpper |= isUpper;
            hasDigit |= isDigit;
        }
        if (hasSign) {
            return PRINTABLE;
        }
        boolean isOneKind = (hasLower ? 1 : 0) + (hasUpper ? 1 : 0) + (hasDigit ? 1 : 0) <= 1;
        return isHex ? HEXADECIMAL : isOneKind ? BASE32 : BASE64;
    }
}
