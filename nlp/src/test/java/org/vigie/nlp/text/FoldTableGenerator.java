/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer;
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
 * Makes the table of the newest social pass from the Unicode data inside icu4j.
 *
 * <p>Run {@code main} with the path of {@code fold.bin} for a new version; a test compares the resource with what this
 * makes. For each code point from 0x80 on that does not decompose: white space, invisible characters, points and marks;
 * else the first of these that applies: another spelling of the letter, the value of a digit, the ASCII character with
 * the same UTS #39 skeleton or that of its other case, full case folding. One that decomposes (NFKD) becomes what its
 * parts become, unless it looks like an ASCII letter.
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
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();
    private static final Pattern STYLED =
            Pattern.compile("(?:LATIN LETTER SMALL CAPITAL|NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER) ([A-Z])");
    private static final Map<String, Character> ASCII_BY_SKELETON = new HashMap<>();

    private static final int SIGNS = 1 << ECharacterCategory.DASH_PUNCTUATION
            | 1 << ECharacterCategory.START_PUNCTUATION
            | 1 << ECharacterCategory.END_PUNCTUATION
            | 1 << ECharacterCategory.CONNECTOR_PUNCTUATION
            | 1 << ECharacterCategory.OTHER_PUNCTUATION
            | 1 << ECharacterCategory.INITIAL_PUNCTUATION
            | 1 << ECharacterCategory.FINAL_PUNCTUATION
            | 1 << ECharacterCategory.MATH_SYMBOL
            | 1 << ECharacterCategory.MODIFIER_SYMBOL
            | 1 << ECharacterCategory.OTHER_SYMBOL;

    /**
     * Two ways to write one letter that Unicode keeps apart: Persian yeh and kaf, the hehs of Urdu and Kurdish, the alef of
     * pointed Arabic, the digraphs of Yiddish, chillu, khanda ta, numbers' signs.
     */
    private static final Map<Integer, String> SPELLINGS = Map.ofEntries(
            Map.entry(0x6cc, "\u064a"),
            Map.entry(0x649, "\u064a"),
            Map.entry(0x6a9, "\u0643"),
            Map.entry(0x6aa, "\u0643"),
            Map.entry(0x6be, "\u0647"),
            Map.entry(0x6c1, "\u0647"),
            Map.entry(0x6d5, "\u0647"),
            Map.entry(0x671, "\u0627"),
            Map.entry(0x5f0, "\u05d5\u05d5"),
            Map.entry(0x5f1, "\u05d5\u05d9"),
            Map.entry(0x5f2, "\u05d9\u05d9"),
            Map.entry(0x66a, "%"),
            Map.entry(0x66b, "."),
            Map.entry(0x66c, ","),
            Map.entry(0x2bb, "'"),
            Map.entry(0x2bc, "'"),
            Map.entry(0x5f3, "'"),
            Map.entry(0x5f4, "'"),
            Map.entry(0x2ed1, "\u9577"),
            Map.entry(0x9ce, "\u09a4\u09cd"),
            Map.entry(0xd54, "\u0d2e\u0d4d"),
            Map.entry(0xd55, "\u0d2f\u0d4d"),
            Map.entry(0xd56, "\u0d34\u0d4d"),
            Map.entry(0xd7a, "\u0d23\u0d4d"),
            Map.entry(0xd7b, "\u0d28\u0d4d"),
            Map.entry(0xd7c, "\u0d30\u0d4d"),
            Map.entry(0xd7d, "\u0d32\u0d4d"),
            Map.entry(0xd7e, "\u0d33\u0d4d"),
            Map.entry(0xd7f, "\u0d15\u0d4d"));

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
        String self = Character.toString(c);
        String apart = NFKD.normalize(self);
        int look = confusable(c);
        boolean isLook = look != 0 && (UCharacter.isLetter(c) || look == '\'');
        if (apart.equals(self) || (isLook && NFD.normalize(self).equals(self) && !isCompatibility(c))) {
            return primitive(c);
        }
        int stem = NFD.normalize(self).codePointAt(0);
        if (stem != c && stem >= 0x80 && confusable(stem) == '\'') {
            return new Entry(c, 1, "'", false);
        }
        if (c >= 0x3d2 && c <= 0x3d4) {
            // A capital Upsilon that has no lower case is a Y, with an accent too.
            return new Entry(c, 1, assemble(NFKD.normalize(self)), true);
        }
        if (UScript.getScript(c) == UScript.GREEK
                && NFD.normalize(self).length() > 1
                && UCharacter.toLowerCase(c) != c) {
            // With an accent a capital Upsilon is no Y.
            return new Entry(c, 1, assemble(NFKD.normalize(Character.toString(UCharacter.toLowerCase(c)))), false);
        }
        int first = NFKC.normalize(self).codePointAt(0);
        if (primitive(c).action() == FoldTable.REMOVE || primitive(c).action() == FoldTable.SPACE) {
            return primitive(c);
        }
        Entry lead = primitive(first);
        if (lead.action() == FoldTable.MARK
                || lead.action() == FoldTable.JOIN
                || lead.action() == FoldTable.ORDER
                || lead.action() == FoldTable.DROP) {
            boolean order = lead.action() == FoldTable.ORDER;
            return new Entry(c, order ? FoldTable.JOIN : lead.action(), "", false);
        }
        String folded = assemble(apart);
        if (folded.isBlank()) {
            return new Entry(c, folded.isEmpty() ? FoldTable.DROP : FoldTable.SPACE, "", false);
        }
        if (folded.equals(self)) {
            return new Entry(c, FoldTable.COPY, "", false);
        }
        if (folded.codePointCount(0, folded.length()) == 1) {
            Entry alone = primitive(folded.codePointAt(0));
            if (alone.action() < 0 && alone.action() != FoldTable.EMOJI && alone.action() != FoldTable.SYMBOL) {
                return new Entry(c, alone.action(), "", false);
            }
        }
        return new Entry(c, 1, folded, false);
    }

    /** What the pass makes of a decomposed character: each part folded, then marks composed or left out. */
    private static String assemble(String apart) {
        StringBuilder folded = new StringBuilder();
        int[] parts = apart.codePoints().toArray();
        for (int i = 0; i < parts.length; ) {
            Entry entry = primitive(parts[i]);
            switch (entry.action()) {
                case FoldTable.REMOVE, FoldTable.DROP -> i++;
                case FoldTable.SPACE -> {
                    folded.append(' ');
                    i++;
                }
                case FoldTable.MARK, FoldTable.JOIN, FoldTable.ORDER -> i = compose(parts, i, folded);
                case FoldTable.COPY, FoldTable.EMOJI, FoldTable.SIGN, FoldTable.SYMBOL ->
                    folded.appendCodePoint(parts[i++] < 0x80 ? Character.toLowerCase(parts[i - 1]) : parts[i - 1]);
                default -> {
                    folded.append(entry.replacement());
                    i++;
                }
            }
        }
        return folded.toString();
    }

    private static int compose(int[] parts, int from, StringBuilder folded) {
        StringBuilder run = new StringBuilder();
        int iotas = 0;
        int i = from;
        for (; i < parts.length; i++) {
            int action = primitive(parts[i]).action();
            if (parts[i] == 0x345) {
                iotas++;
            } else if (action == FoldTable.MARK || action == FoldTable.JOIN || action == FoldTable.ORDER) {
                run.appendCodePoint(parts[i]);
            } else if (action != FoldTable.DROP && action != FoldTable.REMOVE) {
                break;
            }
        }
        int last = folded.length() == 0 ? -1 : folded.codePointBefore(folded.length());
        boolean letter = last >= 0x80 ? primitive(last).action() == FoldTable.COPY : Character.isLetterOrDigit(last);
        String base = letter ? Character.toString(last) : "";
        folded.setLength(folded.length() - base.length());
        NFKC.normalize(base + run)
                .codePoints()
                .filter(c -> !isAccent(c))
                .forEach(c -> folded.appendCodePoint(c == 0x15f ? 0x219 : c == 0x163 ? 0x21b : c));
        folded.append("i".repeat(letter ? iotas : 0));
        return i;
    }

    private static boolean isMark(int c) {
        int type = UCharacter.getType(c);
        return type == ECharacterCategory.NON_SPACING_MARK || type == ECharacterCategory.ENCLOSING_MARK;
    }

    /** A vowel point, which spelling may have or not: of Arabic, Hebrew and Syriac, but not hamza and madda. */
    private static boolean isPoint(int c) {
        int script = UScript.getScript(c);
        boolean pointed = script == UScript.ARABIC || script == UScript.HEBREW || script == UScript.SYRIAC;
        return isMark(c) && (pointed || (c >= 0x64b && c <= 0x670)) && (c < 0x653 || c > 0x655);
    }

    /** A mark of no script of its own. */
    private static boolean isAccent(int c) {
        int script = UScript.getScript(c);
        return !isPoint(c)
                && ((isMark(c) && (script == UScript.INHERITED || script == UScript.CYRILLIC))
                        || UCharacter.getType(c) == ECharacterCategory.ENCLOSING_MARK
                        || c == 0x3099
                        || c == 0x309a);
    }

    /** What becomes of a code point that does not decompose. */
    private static Entry primitive(int c) {
        int type = UCharacter.getType(c);
        if (c < 0x80) {
            return new Entry(c, FoldTable.COPY, "", false);
        }
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
        if (isPoint(c) || c == 0x640 || c == 0x7fa || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_MODIFIER)) {
            return new Entry(c, FoldTable.DROP, "", false);
        }
        if (isAccent(c)) {
            return new Entry(c, FoldTable.MARK, "", false);
        }
        if (NFC.quickCheck(Character.toString(c)) == Normalizer.MAYBE) {
            return new Entry(c, FoldTable.JOIN, "", false);
        }
        if (UCharacter.getCombiningClass(c) != 0) {
            return new Entry(c, FoldTable.ORDER, "", false);
        }
        String spelling = isRadical(c) ? NFKC.normalize(SPOOF.getSkeleton(Character.toString(c))) : SPELLINGS.get(c);
        if (spelling != null) {
            return new Entry(c, 1, spelling, false);
        }
        if (type == ECharacterCategory.DECIMAL_DIGIT_NUMBER) {
            return new Entry(c, 1, Integer.toString(UCharacter.digit(c)), false);
        }
        if (isCountedDigit(c, type)) {
            return new Entry(c, 1, Integer.toString((int) UCharacter.getUnicodeNumericValue(c)), false);
        }
        int look = confusable(c);
        String folded = look != 0
                ? Character.toString(Character.toLowerCase(look))
                : UCharacter.foldCase(Character.toString(c), true);
        if (!folded.equals(Character.toString(c))) {
            if (look == 0) {
                // Case folding may lead to a look-alike, or to letters with marks.
                folded = assemble(NFKD.normalize(folded));
            }
            return new Entry(c, 1, folded, UCharacter.isLetter(c) && look != 0);
        }
        if (UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)
                || UCharacter.hasBinaryProperty(c, UProperty.REGIONAL_INDICATOR)) {
            return new Entry(c, FoldTable.EMOJI, "", false);
        }
        return new Entry(c, signOrCopy(c, type), "", false);
    }

    /** A radical that looks like a whole character: documents that were read from PDF files have them. */
    private static boolean isRadical(int c) {
        if (c < 0x2e80 || c >= 0x2f00) {
            return false;
        }
        String look = SPOOF.getSkeleton(Character.toString(c));
        return UScript.getScript(look.codePointAt(0)) == UScript.HAN
                && look.codePointCount(0, look.length()) == 1
                && UCharacter.isLetter(NFKC.normalize(look).codePointAt(0));
    }

    /** A number in a circle that does not decompose, or a digit of a script that counts without places. */
    private static boolean isCountedDigit(int c, int type) {
        boolean circled = (c >= 0x2460 && c <= 0x24ff) || (c >= 0x2776 && c <= 0x2793);
        return type == ECharacterCategory.OTHER_NUMBER
                && (circled
                        || UCharacter.getIntPropertyValue(c, UProperty.NUMERIC_TYPE) == UCharacter.NumericType.DIGIT);
    }

    private static int signOrCopy(int c, int type) {
        if (type == ECharacterCategory.CURRENCY_SYMBOL) {
            return FoldTable.SYMBOL;
        }
        boolean radicalOrBraille = (c >= 0x2e80 && c < 0x2fe0) || (c >= 0x2800 && c < 0x2900);
        boolean sign = (1 << type & SIGNS) != 0 && !radicalOrBraille;
        return sign ? FoldTable.SIGN : FoldTable.COPY;
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
