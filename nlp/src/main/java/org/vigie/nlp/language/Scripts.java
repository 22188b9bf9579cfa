/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The writing systems that identification distinguishes, as one byte per UTF-16 unit.
 *
 * <p>The ranges are written out here, not asked of {@link Character.UnicodeScript}, so that two Java
 * releases with different Unicode versions give the same answer.
 */
final class Scripts {
    /** Not a letter of any script known here. */
    static final int NONE = 0;
    /** A combining mark, which belongs to the script of the letter before it. */
    static final int INHERITED = 1;

    static final int LATIN = 2;
    static final int CYRILLIC = 3;
    static final int ARABIC = 4;
    static final int DEVANAGARI = 5;
    static final int BENGALI = 6;
    static final int HAN = 7;
    static final int KANA = 8;
    static final int HANGUL = 9;
    static final int HEBREW = 10;
    static final int BOPOMOFO = 11;
    static final int GREEK = 12;

    /** ISO 15924 codes by script number. */
    private static final List<String> CODES = List.of(
            "Zyyy", "Zinh", "Latn", "Cyrl", "Arab", "Deva", "Beng", "Hani", "Jpan", "Kore", "Hebr", "Bopo", "Grek",
            "Armn", "Geor", "Thai", "Laoo", "Khmr", "Mymr", "Gujr", "Guru", "Orya", "Taml", "Telu", "Knda", "Mlym",
            "Sinh", "Thaa", "Nkoo", "Cher", "Ethi", "Tibt", "Tfng", "Cans", "Mong", "Syrc", "Olck", "Yiii", "Mtei");

    /** The one language that a script decides; empty where a script is shared. */
    private static final List<String> SINGLE = List.of(
            "", "", "", "", "", "", "", "", "ja", "ko", "", "zh", "el", "hy", "ka", "th", "lo", "km", "my", "gu", "pa",
            "or", "ta", "te", "kn", "ml", "si", "dv", "nqo", "chr", "am", "bo", "zgh", "iu", "mn", "syr", "sat", "ii",
            "mni");

    /** For each script its code and its ranges in hexadecimal; both ends belong to a range. */
    private static final List<String> RANGES = List.of(
            "Zinh 300-36F 483-487 591-5BD 5BF 5C1-5C2 5C4-5C5 5C7 610-61A 640 64B-65F 670 6D6-6DC"
                    + " 6DF-6E8 6EA-6ED 1AB0-1ACE 1DC0-1DFF 3099-309A",
            "Latn 41-5A 61-7A AA BA C0-D6 D8-F6 F8-2BC 1D00-1D25 1E00-1EFF 2C60-2C7F A722-A787"
                    + " A78B-A7BF AB30-AB67 FB00-FB06 FF21-FF3A FF41-FF5A",
            "Cyrl 400-481 48A-52F 1C80-1C88 2DE0-2DFF A640-A66E",
            "Arab 620-63F 641-64A 66E-66F 671-6D3 6D5 6EE-6EF 6FA-6FC 6FF 750-77F 8A0-8C7 FB50-FDFB" + " FE70-FEFC",
            "Deva 900-963 971-97F A8E0-A8FF",
            "Beng 980-9E3 9F0-9F1",
            "Hani 3005-3007 3400-4DBF 4E00-9FFF F900-FAD9",
            "Jpan 3041-3096 309D-309F 30A1-30FA 30FC-30FF 31F0-31FF FF66-FF9F",
            "Kore 1100-11FF 3131-318E AC00-D7A3 FFA1-FFDC",
            "Hebr 5D0-5F2 FB1D-FB4F",
            "Bopo 3105-312F",
            "Grek 370-373 376-377 37B-37D 37F 386 388-3FF 1F00-1FFC",
            "Armn 531-556 560-588 FB13-FB17",
            "Geor 10A0-10FF 1C90-1CBF 2D00-2D2D",
            "Thai E01-E3A E40-E4E",
            "Laoo E81-ECE EDC-EDF",
            "Khmr 1780-17D3",
            "Mymr 1000-103F 1050-108F",
            "Gujr A81-AE3",
            "Guru A01-A51 A59-A5E A70-A75",
            "Orya B01-B63 B71",
            "Taml B82-BD7",
            "Telu C00-C63",
            "Knda C80-CE3",
            "Mlym D00-D63 D7A-D7F",
            "Sinh D81-DDF DF2-DF3",
            "Thaa 780-7B1",
            "Nkoo 7CA-7F5",
            "Cher 13A0-13FD AB70-ABBF",
            "Ethi 1200-135A 1380-138F 2D80-2DDE AB01-AB2E",
            "Tibt F00 F40-FBC",
            "Tfng 2D30-2D67",
            "Cans 1401-166C 166F-167F",
            "Mong 1820-18AA",
            "Syrc 710-74A",
            "Olck 1C5A-1C7D",
            "Yiii A000-A48C",
            "Mtei ABC0-ABEA");

    /** One entry a UTF-16 unit: 64 KiB buys one load a character. */
    private static final byte[] TABLE = table();

    private Scripts() {}

    private static byte[] table() {
        byte[] table = new byte[0x10000];
        for (String ranges : RANGES) {
            String[] parts = ranges.split(" ", -1);
            byte script = (byte) CODES.indexOf(parts[0]);
            for (int p = 1; p < parts.length; p++) {
                String[] ends = parts[p].split("-", -1);
                int last = Integer.parseInt(ends[ends.length - 1], 16);
                Arrays.fill(table, Integer.parseInt(ends[0], 16), last + 1, script);
            }
        }
        return table;
    }

    /** Whether a character of the script is a syllable or a word. */
    static boolean isDense(int script) {
        return script == HAN || script == KANA || script == HANGUL;
    }

    /** The number of scripts. */
    static int count() {
        return CODES.size();
    }

    /** The script of a UTF-16 unit; surrogates are {@link #NONE}. */
    static int of(char c) {
        return TABLE[c];
    }

    /** The ISO 15924 code of a script. */
    static String code(int script) {
        return CODES.get(script);
    }

    /** The script of an ISO 15924 code, {@link #NONE} when unknown. */
    static int byCode(String code) {
        return Math.max(NONE, CODES.indexOf(code));
    }

    /** The language that alone uses this script. */
    static Optional<String> singleLanguage(int script) {
        String tag = SINGLE.get(script);
        return tag.isEmpty() ? Optional.empty() : Optional.of(tag);
    }
}
