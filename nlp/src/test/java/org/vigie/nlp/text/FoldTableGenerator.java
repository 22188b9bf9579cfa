/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Makes the table of the social pass from the Unicode data inside icu4j.
 *
 * <p>Run {@code main} with the path of {@code fold.bin} after an update of icu4j; a test compares the resource with what
 * this makes. For each code point from 0x80 on: white space and invisible characters; marks without a script of their
 * own; else the first of these that applies, brought to a fixed point: compatibility decomposition to ASCII; the ASCII
 * character with the same UTS #39 skeleton, or that of its other case; full case folding of the decomposition.
 */
final class FoldTableGenerator {
    /** Scripts that mix with Latin letters in disguise; in others, folding would merge letters of one alphabet. */
    private static final Set<Integer> FOLDED_SCRIPTS = Set.of(
            UScript.LATIN,
            UScript.GREEK,
            UScript.CYRILLIC,
            UScript.ARMENIAN,
            UScript.CHEROKEE,
            UScript.COPTIC,
            UScript.LISU,
            UScript.COMMON,
            UScript.INHERITED,
            UScript.CANADIAN_ABORIGINAL,
            UScript.RUNIC,
            UScript.OLD_ITALIC,
            UScript.LYCIAN,
            UScript.CARIAN,
            UScript.LYDIAN,
            UScript.GOTHIC,
            UScript.DESERET,
            UScript.ELBASAN,
            UScript.OSAGE,
            UScript.WARANG_CITI);

    private static final SpoofChecker SPOOF = new SpoofChecker.Builder().build();
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();
    private static final Pattern STYLED =
            Pattern.compile("(?:LATIN LETTER SMALL CAPITAL|NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER) ([A-Z])");
    private static final Map<String, Character> ASCII_BY_SKELETON = new HashMap<>();

    static {
        for (char c = 0x21; c < 0x7f; c++) {
            ASCII_BY_SKELETON.putIfAbsent(SPOOF.getSkeleton(String.valueOf(c)), c);
        }
    }

    /** What becomes of one code point: an action of {@link FoldTable}, or a replacement. */
    record Entry(int codePoint, int action, String replacement, boolean confusable) {}

    private FoldTableGenerator() {}

    public static void main(String[] args) throws IOException {
        Files.write(Path.of(args[0]), encode(entries()));
    }

    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int c = 0x80; c <= Character.MAX_CODE_POINT; c++) {
            Entry entry = entry(c);
            if (entry.action() != FoldTable.COPY) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static Entry entry(int c) {
        int type = UCharacter.getType(c);
        if (Run.isSpace(c) || c == 0x2800) {
            return new Entry(c, FoldTable.SPACE, "", false);
        }
        boolean prepended = UCharacter.hasBinaryProperty(c, UProperty.PREPENDED_CONCATENATION_MARK);
        if (UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || type == ECharacterCategory.CONTROL
                || (type == ECharacterCategory.FORMAT && !prepended)) {
            return new Entry(c, FoldTable.REMOVE, "", false);
        }
        if (type == ECharacterCategory.SURROGATE
                || type == ECharacterCategory.PRIVATE_USE
                || type == ECharacterCategory.UNASSIGNED) {
            return new Entry(c, FoldTable.COPY, "", false);
        }
        boolean mark = type == ECharacterCategory.NON_SPACING_MARK || type == ECharacterCategory.ENCLOSING_MARK;
        if ((mark && UScript.getScript(c) == UScript.INHERITED) || c == 0x3099 || c == 0x309a) {
            return new Entry(c, FoldTable.MARK, "", false);
        }
        if (c >= 0x1100 && c <= 0x11ff) {
            return new Entry(c, FoldTable.JAMO, "", false);
        }
        String self = Character.toString(c);
        String folded = fold(self);
        if (!folded.equals(self)) {
            return new Entry(c, 1, folded, UCharacter.isLetter(c) && confusable(c) != 0 && !isCompatibility(c));
        }
        if (UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)
                || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_MODIFIER)
                || UCharacter.hasBinaryProperty(c, UProperty.REGIONAL_INDICATOR)) {
            return new Entry(c, FoldTable.EMOJI, "", false);
        }
        return new Entry(c, FoldTable.COPY, "", false);
    }

    private static String fold(String text) {
        String before = text;
        for (int round = 0; round < 8; round++) {
            StringBuilder next = new StringBuilder();
            before.codePoints().forEach(c -> next.append(foldOne(c)));
            String after = NFC.normalize(next).replace("i\u0307", "i");
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        throw new IllegalStateException("no fixed point for " + text);
    }

    private static String foldOne(int c) {
        if (c < 0x80) {
            return Character.toString(Character.toLowerCase(c));
        }
        if (isCompatibility(c)) {
            return UCharacter.foldCase(NFKD.normalize(Character.toString(c)), true);
        }
        int ascii = confusable(c);
        if (ascii != 0) {
            return Character.toString(Character.toLowerCase(ascii));
        }
        String decomposed = NFKD.normalize(Character.toString(c));
        if (UScript.getScript(c) == UScript.GREEK && decomposed.length() > 1 && UCharacter.toLowerCase(c) != c) {
            // With an accent a capital Upsilon is no Y.
            return foldOne(UCharacter.toLowerCase(c));
        }
        // A lone accent decomposes to a space with a mark, which is no better.
        String base = decomposed.startsWith(" ") ? Character.toString(c) : decomposed;
        StringBuilder folded = new StringBuilder();
        base.codePoints().forEach(x -> {
            int look = x < 0x80 || x == c ? 0 : confusable(x);
            folded.append(
                    look == 0
                            ? UCharacter.foldCase(Character.toString(x), true)
                            : Character.toString(Character.toLowerCase(look)));
        });
        return folded.toString();
    }

    private static boolean isCompatibility(int c) {
        String decomposed = NFKD.normalize(Character.toString(c));
        return decomposed.codePoints().allMatch(x -> x < 0x80 && x != ' ');
    }

    /** The ASCII character that a code point looks like, or 0. */
    private static int confusable(int c) {
        int type = UCharacter.getType(c);
        if (c < 0x80
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7ff)
                || type == ECharacterCategory.DECIMAL_DIGIT_NUMBER
                || !FOLDED_SCRIPTS.contains(UScript.getScript(c))) {
            return 0;
        }
        int styled = styled(c);
        if (styled != 0) {
            return styled;
        }
        int own = sameSkeleton(c);
        int other = UCharacter.toLowerCase(c) == c ? UCharacter.toUpperCase(c) : UCharacter.toLowerCase(c);
        if (UCharacter.isDigit(own) && other != c) {
            // A digit has no case: were a capital Ze a 3, a text in capitals would be another.
            own = 0;
        }
        if (own != 0 || !UCharacter.isLetter(c)) {
            return own;
        }
        int look = other == c ? 0 : sameSkeleton(other);
        return UCharacter.isLetter(look) ? look : 0;
    }

    /** The letter of a small capital or of a white letter on black, which have no decomposition; or 0. */
    private static int styled(int c) {
        String name = UCharacter.getName(c);
        Matcher matcher = STYLED.matcher(name == null ? "" : name);
        return matcher.matches() ? matcher.group(1).charAt(0) : 0;
    }

    private static int sameSkeleton(int c) {
        int type = UCharacter.getType(c);
        if (type == ECharacterCategory.DASH_PUNCTUATION) {
            return '-';
        }
        Character ascii = ASCII_BY_SKELETON.get(SPOOF.getSkeleton(Character.toString(c)));
        if (ascii == null) {
            boolean quote =
                    type == ECharacterCategory.INITIAL_PUNCTUATION || type == ECharacterCategory.FINAL_PUNCTUATION;
            return quote || c == 0x201e ? '"' : 0;
        }
        String skeleton = SPOOF.getSkeleton(ascii.toString());
        boolean letter = UCharacter.isLetter(c);
        if (skeleton.equals("l")) {
            return !letter ? '|' : type == ECharacterCategory.UPPERCASE_LETTER ? 'i' : 'l';
        }
        if (skeleton.equals("O")) {
            return letter ? 'o' : 0;
        }
        // A letter may stand for a letter or a digit, a sign for a sign.
        return letter == UCharacter.isLetterOrDigit(ascii) ? ascii : 0;
    }

    /**
     * Runs of an action as {@code delta, length, -action}; replacements as {@code delta, 0, confusable, bytes}; deltas and
     * lengths as varints, the whole deflated.
     */
    static byte[] encode(List<Entry> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, best))) {
            int next = 0;
            for (int i = 0; i < entries.size(); ) {
                Entry entry = entries.get(i);
                int length = 1;
                while (entry.action() < 0
                        && i + length < entries.size()
                        && entries.get(i + length).action() == entry.action()
                        && entries.get(i + length).codePoint() == entry.codePoint() + length) {
                    length++;
                }
                varint(out, entry.codePoint() - next);
                if (entry.action() < 0) {
                    varint(out, length);
                    varint(out, -entry.action());
                } else {
                    varint(out, 0);
                    byte[] replacement = entry.replacement().getBytes(StandardCharsets.UTF_8);
                    varint(out, replacement.length * 2 + (entry.confusable() ? 1 : 0));
                    out.write(replacement);
                }
                next = entry.codePoint() + length;
                i += length;
            }
        }
        return bytes.toByteArray();
    }

    private static void varint(DataOutputStream out, int value) throws IOException {
        int rest = value;
        while (rest > 0x7f) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
