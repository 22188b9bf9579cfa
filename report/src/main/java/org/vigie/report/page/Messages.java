/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.vigie.report.words.Phrases;

/**
 * The page's words, numbers and dates in one language. Formats come from the bundle and not from the platform's locale
 * data, which differ between Java versions: a report has the same bytes on each.
 */
public final class Messages {
    private static final Phrases DOUBTS = Phrases.ofDoubts();

    private final ResourceBundle words;
    private final String language;
    private final String[] months;
    private final String[] shortMonths;

    private Messages(ResourceBundle words, String language) {
        this.words = words;
        this.language = language;
        this.months = words.getString("format.months").split("\\|");
        this.shortMonths = words.getString("format.months-short").split("\\|");
    }

    /** The words of a language, English if there are none in it. */
    public static Messages of(Locale locale) {
        String language = locale.getLanguage().equals("fr") ? "fr" : "en";
        try (InputStream in = Objects.requireNonNull(
                Messages.class.getResourceAsStream("report_" + language + ".properties"), "the words are in the jar")) {
            return new Messages(
                    new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)), language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The language: en or fr. */
    public String language() {
        return language;
    }

    /** A phrase, with {0}, {1}, ... replaced. */
    public String t(String key, Object... values) {
        String phrase = words.getString(key);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            String shown = value instanceof Integer || value instanceof Long
                    ? n(((Number) value).longValue())
                    : value.toString();
            phrase = phrase.replace("{" + i + "}", shown);
        }
        return phrase;
    }

    /** Whether there is a phrase. */
    boolean has(String key) {
        return words.containsKey(key);
    }

    /** A phrase, or the raw name where the bundle does not know it yet. */
    String name(String prefix, String name) {
        String key = prefix + "." + name;
        return words.containsKey(key) ? words.getString(key) : name;
    }

    /** A doubt of a reader, or the name of what it set aside, in this language; empty if there are no words for it. */
    String doubt(String english) {
        return language.equals("en") ? english : DOUBTS.translate(english).orElse("");
    }

    /** A counted phrase: {@code key.one} or {@code key.other}; {0} is the count, {1}, ... are the others. */
    String count(String key, long count, Object... others) {
        boolean one = count == 1 || (count == 0 && language.equals("fr"));
        Object[] values = new Object[others.length + 1];
        values[0] = count;
        System.arraycopy(others, 0, values, 1, others.length);
        return t(key + (one ? ".one" : ".other"), values);
    }

    /** Some phrases as alternatives: a, b or c. */
    String anyOf(List<String> phrases) {
        int last = phrases.size() - 1;
        return last < 1
                ? String.join("", phrases)
                : t("list.or", String.join(", ", phrases.subList(0, last)), phrases.get(last));
    }

    /** A whole number. */
    String n(long number) {
        String digits = Long.toString(Math.abs(number));
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                out.append(words.getString("format.group"));
            }
            out.append(digits.charAt(i));
        }
        return (number < 0 ? "\u2212" : "") + out;
    }

    /** A number with at most so many decimals. */
    String d(double number, int decimals) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return "\u2013";
        }
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN);
        String plain = rounded.stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.');
        String whole = n(Long.parseLong(point < 0 ? plain : plain.substring(0, point)));
        boolean lostSign = plain.startsWith("-0.");
        return (lostSign ? "\u2212" : "")
                + whole
                + (point < 0 ? "" : words.getString("format.decimal") + plain.substring(point + 1));
    }

    /** A number with exactly so many decimals, for columns. */
    String fixed(double number, int decimals) {
        String shown = d(number, decimals);
        String point = words.getString("format.decimal");
        int at = shown.indexOf(point);
        return at < 0
                ? shown + point + "0".repeat(decimals)
                : shown + "0".repeat(decimals - (shown.length() - at - point.length()));
    }

    /** How many are expected, where a fraction of one would read as a share. */
    String expected(double number) {
        return number < 1 ? t("why.none") : d(number, number < 10 ? 1 : 0);
    }

    /** The same for a column of numbers. */
    String expectedInTable(double number) {
        return number > 0 && number < 0.05 ? "<\u00A0" + d(0.1, 1) : d(number, 1);
    }

    /** A share in percent. */
    String percent(double share) {
        return d(100 * share, share > 0 && share < 0.1 ? 1 : 0) + words.getString("format.percent");
    }

    /** A p- or q-value. */
    String p(double value) {
        if (value < 0.0001) {
            return "<\u00A0" + d(0.0001, 4);
        }
        return value < 0.01 ? d(value, 4) : d(value, 3);
    }

    /** What a p- or q-value is, with its sign of equality. */
    public String relation(double value) {
        String shown = p(value);
        return shown.startsWith("<") ? shown : "=\u00A0" + shown;
    }

    /** A day. */
    String day(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return t("format.day", dayOfMonth(utc), months[utc.getMonthValue() - 1], Integer.toString(utc.getYear()));
    }

    /** The days from one to another, or the one day. */
    public String days(Instant first, Instant last) {
        String from = day(first);
        String to = day(last);
        return from.equals(to) ? from : from + " – " + to;
    }

    /** When something was published: on a day, or from one to another. */
    String published(Instant first, Instant last) {
        String from = day(first);
        String to = day(last);
        return from.equals(to) ? t("published.on", from) : t("published.from", from, to);
    }

    /** A day without its year, for axes. */
    String dayShort(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return t("format.day-short", dayOfMonth(utc), shortMonths[utc.getMonthValue() - 1]);
    }

    /** A day with its year, for axes. */
    String dayAndYear(Instant time) {
        return t("format.with-year", dayShort(time), year(time));
    }

    /** A month with its year, for axes. */
    String month(Instant time) {
        return t("format.with-year", shortMonths[time.atZone(ZoneOffset.UTC).getMonthValue() - 1], year(time));
    }

    /** A year. */
    static String year(Instant time) {
        return Integer.toString(time.atZone(ZoneOffset.UTC).getYear());
    }

    private String dayOfMonth(ZonedDateTime day) {
        return day.getDayOfMonth() == 1 ? words.getString("format.first") : Integer.toString(day.getDayOfMonth());
    }

    /** A day and a minute. */
    String minute(Instant time) {
        return t("format.minute", day(time), hour(time));
    }

    /** A minute of a day. */
    String hour(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return String.format(Locale.ROOT, "%02d:%02d", utc.getHour(), utc.getMinute());
    }

    /** How long, in the unit that reads best. */
    String duration(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes < 1) {
            return count("unit.second", duration.toSeconds());
        }
        if (minutes < 120 && minutes != 60) {
            return count("unit.minute", minutes);
        }
        return duration.toHours() < 48 && duration.toHours() != 24
                ? count("unit.hour", Math.round(minutes / 60.0))
                : count("unit.day", Math.round(minutes / 1440.0));
    }

    /** A parameter as ISO 8601 writes durations, in words. */
    String parameter(String value) {
        return value.matches("PT[0-9HMS.]+|P[0-9]+D.*") ? duration(Duration.parse(value)) : value;
    }

    String languageName(String tag) {
        String base = tag.contains("-") ? tag.substring(0, tag.indexOf('-')) : tag;
        String name = name("language", base);
        return base.equals(tag) ? name : name + " (" + tag.substring(base.length() + 1) + ")";
    }
}
