/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.posts.Post;
import org.vigie.posts.rows.RejectedRowException;

class TimesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-06-01T12:00:00Z                 | 2023-06-01T12:00:00Z",
                "2023-06-01T12:00:00+0000             | 2023-06-01T12:00:00Z",
                "2023-06-01T12:00:00.000+0000         | 2023-06-01T12:00:00Z",
                "2023-06-01 12:00:00 +0000            | 2023-06-01T12:00:00Z",
                "2023-06-01 12:00:00+00               | 2023-06-01T12:00:00Z",
                "2023-06-01 12:00:00.123+00:00        | 2023-06-01T12:00:00.123Z",
                "2023-06-01 12:00:00.123456+00:00     | 2023-06-01T12:00:00.123Z",
                "2023-06-01 12:00:00.5 UTC            | 2023-06-01T12:00:00.500Z",
                "2023-06-01 12:00 UTC                 | 2023-06-01T12:00:00Z",
                "2023-06-01T12:00:00.000000000Z       | 2023-06-01T12:00:00Z",
                "2023-06-01T12                        | 2023-06-01T12:00:00Z",
                "20230601T120000Z                     | 2023-06-01T12:00:00Z",
                "20230601T1200                        | 2023-06-01T12:00:00Z",
                "Thu, 01 Jun 2023 12:00:00 GMT        | 2023-06-01T12:00:00Z",
                "Thu, 1 Jun 2023 12:00:00 +0000       | 2023-06-01T12:00:00Z",
                "Thu, 1 Jun 2023 14:00:00 +0200 (CEST)| 2023-06-01T12:00:00Z",
                "Thu Jun 01 12:00:00 +0000 2023       | 2023-06-01T12:00:00Z",
                "Thu Jun 01 12:00:00 UTC 2023         | 2023-06-01T12:00:00Z",
                "01-Jun-2023 07:58PM                  | 2023-06-01T19:58:00Z",
                "Jun 1, 2023 7:58 PM                  | 2023-06-01T19:58:00Z",
                "June 1, 2023, 7 pm                   | 2023-06-01T19:00:00Z",
                "1 September 2023                     | 2023-09-01T00:00:00Z",
                "13/06/2023 19:58                     | 2023-06-13T19:58:00Z",
                "06/13/2023 12:05 AM                  | 2023-06-13T00:05:00Z",
                "6/13/23 19:58                        | 2023-06-13T19:58:00Z",
                "06/06/2023                           | 2023-06-06T00:00:00Z",
                "05.01.2024                           | 2024-01-05T00:00:00Z",
                "01.06.2023 19:58                     | 2023-06-01T19:58:00Z",
                "2023/06/01 19:58:00                  | 2023-06-01T19:58:00Z",
                "2024/01/05                           | 2024-01-05T00:00:00Z",
                "2023\u5e7406\u670801\u65e5 12:00     | 2023-06-01T12:00:00Z",
                "20230601                             | 2023-06-01T00:00:00Z",
                "20230601120000                       | 2023-06-01T12:00:00Z",
                "202306011200                         | 2023-06-01T12:00:00Z",
                "45078.5                              | 2023-06-01T12:00:00Z",
                "45078                                | 2023-06-01T00:00:00Z",
                "1685620800                           | 2023-06-01T12:00:00Z",
                "1685620800.0                         | 2023-06-01T12:00:00Z",
                "1685620800000                        | 2023-06-01T12:00:00Z",
                "1685620800000000                     | 2023-06-01T12:00:00Z",
                "1685620800000000000                  | 2023-06-01T12:00:00Z",
                "1.6856208E9                          | 2023-06-01T12:00:00Z",
                "59                                   | 1970-01-01T00:00:59Z",
                "2016-12-31T23:59:60Z                 | 2016-12-31T23:59:59Z",
                "2023-06-01T12:00:00+05:30            | 2023-06-01T06:30:00Z",
                "2023-06-01 12:00:00 -0500            | 2023-06-01T17:00:00Z",
                "2023-06-01T12:00:00[Europe/Paris]    | 2023-06-01T10:00:00Z",
                "2023-06-01T12:00:00+02:00[Asia/Tokyo]| 2023-06-01T10:00:00Z",
                "2021-03-20 12:00:00 EDT              | 2021-03-20T16:00:00Z",
                "2021-11-01 12:00:00 EDT              | 2021-11-01T16:00:00Z",
                "2021-07-05 10:00:00 EST              | 2021-07-05T15:00:00Z",
                "2021-07-05 10:00:00 BST              | 2021-07-05T09:00:00Z",
                "2021-10-31 02:30:00 CET              | 2021-10-31T01:30:00Z",
                "2016-09-14 19:21:56 CEST             | 2016-09-14T17:21:56Z",
                "2021-07-05 10:00:00 GMT+2            | 2021-07-05T08:00:00Z",
                "2024-02-29                           | 2024-02-29T00:00:00Z",
                "\u0662\u0660\u0662\u0663-\u0660\u0666-\u0660\u0661 \u0661\u0662:\u0660\u0660 | 2023-06-01T12:00:00Z",
                "\uff12\uff10\uff12\uff13-\uff10\uff16-\uff10\uff11 | 2023-06-01T00:00:00Z",
                "\u0661\u0663\u200f/\u0660\u0666\u200f/\u0662\u0660\u0662\u0663\u060c \u0667:\u0665\u0668 \u0645 | 2023-06-13T19:58:00Z",
                "13/06/2023 07:58 \u0635              | 2023-06-13T07:58:00Z",
                "13/06/2023 07:58 \u03bc.\u03bc.    | 2023-06-13T19:58:00Z",
                "13/06/2023 12:05 \u03c0\u03bc      | 2023-06-13T00:05:00Z",
                "2023\u5e746\u67081\u65e5 12\u66420\u5206 | refused",
                "2023\u5e746\u67081\u65e5 12\u664205\u520607\u79d2 | 2023-06-01T12:05:07Z",
                "2023\u5e746\u67081\u65e512\u65f605\u5206 | 2023-06-01T12:05:00Z",
                "2023\u5e746\u67081\u65e5 \u4e0b\u53487\u70b9 | 2023-06-01T19:00:00Z",
                "2023\ub144 6\uc6d4 1\uc77c 12\uc2dc 05\ubd84 | 2023-06-01T12:05:00Z",
                "2023\ub144 6\uc6d4 1\uc77c \uc624\ud6c4 7:58 | 2023-06-01T19:58:00Z",
                "1 \u0623\u064a\u0644\u0648\u0644 2023 | 2023-09-01T00:00:00Z",
                "1 \u062a\u0634\u0631\u064a\u0646 \u0627\u0644\u062b\u0627\u0646\u064a 2023 | 2023-11-01T00:00:00Z",
                "1 \u0633\u0628\u062a\u0645\u0628\u0631 2023 12:00 | 2023-09-01T12:00:00Z",
                "1 \u0622\u0628 2023 | 2023-08-01T00:00:00Z",
                "1 Σεπτεμβρίου 2023, 12:00            | 2023-09-01T12:00:00Z",
                "1 септември 2023                     | 2023-09-01T00:00:00Z",
                "1 iunie 2023                         | 2023-06-01T00:00:00Z",
                "5. marraskuuta 2023 klo 12.00        | 2023-11-05T12:00:00Z",
                "5. maaliskuuta 2023                  | 2023-03-05T00:00:00Z",
                "1.9.2023 klo 12.00                   | 2023-09-01T12:00:00Z",
                "2023. szeptember 1. 12:00            | 2023-09-01T12:00:00Z",
                "2023-Sep-01 12:00                    | 2023-09-01T12:00:00Z",
                "2023 Sep 1                           | 2023-09-01T00:00:00Z",
                "1 tháng 9, 2023 lúc 12:00            | 2023-09-01T12:00:00Z",
                "ngày 1 tháng 9 năm 2023              | 2023-09-01T00:00:00Z",
                "Do., 5. Okt. 2023                    | 2023-10-05T00:00:00Z",
                "13/06/2023 - 12:00                   | 2023-06-13T12:00:00Z",
                "2023-06-01 12:00:00 +0000 UTC        | 2023-06-01T12:00:00Z",
                "2023-06-01 14:00:00 +0200 CEST       | 2023-06-01T12:00:00Z",
                "2023-06-01 12:00:00 +0000 XYZ        | refused",
                "2023 12:00                           | refused",
                "133696584000000000                   | refused",
                "638607816000000000                   | refused",
                "1.33696584E17                        | refused",
                "2023-06-01 12:00:00 IST              | refused",
                "2023-06-01 12:00:00 XYZ              | refused",
                "2023-06-01T24:00:00Z                 | refused",
                "2024-02-30 10:00                     | refused",
                "2023-02-29                           | refused",
                "1900-02-29                           | refused",
                "02/30/2024 10:00                     | refused",
                "2023-06-31                           | refused",
                "2023-13-01                           | refused",
                "13/13/2023                           | refused",
                "2023-06-01T12:60:00Z                 | refused",
                "2023-06-01 13:00 PM                  | refused",
                "-1                                   | refused",
                "NaT                                  | refused",
                "\u0661\u0662                         | refused",
                "2 years ago                          | refused",
                "1900-01-01                           | refused",
                "2101-01-01                           | refused",
            })
    void readsTimesAsTheyAreWritten(String text, String expected) throws RejectedRowException {
        if (expected.equals("refused")) {
            assertThatThrownBy(() -> Times.parse(text)).isInstanceOf(RejectedRowException.class);
        } else {
            assertThat(Times.parse(text)).isEqualTo(Instant.parse(expected));
        }
    }

    @Property(tries = 2000)
    void theCalendarIsTheJdks(
            @ForAll @IntRange(min = 1970, max = 2100) int year,
            @ForAll @IntRange(min = 0, max = 14) int month,
            @ForAll @IntRange(min = 0, max = 32) int day) {
        String text = String.format("%04d-%02d-%02d", year, month, day);
        Instant expected;
        try {
            expected =
                    LocalDate.of(year, month, day).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            assertThatThrownBy(() -> Times.parse(text)).isInstanceOf(RejectedRowException.class);
            return;
        }
        try {
            assertThat(Times.parse(text)).isEqualTo(expected);
        } catch (RejectedRowException e) {
            throw new AssertionError(e);
        }
    }

    @Property(tries = 5000)
    void anyTextIsATimeOrRefused(@ForAll String text) {
        try {
            assertThat(Times.parse(text)).isNotNull();
        } catch (RejectedRowException e) {
            assertThat(e).hasMessageStartingWith("time ");
        }
    }

    @Test
    void oneTimeByItselfDecidesNothing() {
        assertThatThrownBy(() -> Times.parse("02/03/2024"))
                .isInstanceOf(RejectedRowException.class)
                .hasMessageContaining("--date-format");
    }

    @Test
    void aDayAbove12AnywhereDecidesForTheWholeColumn() throws IOException {
        Reading dayFirst = Reading.of(
                "id,account,time,text", "1,a,02/03/2026 12:00,x", "2,b,13/03/2026 12:00,x", "3,c,01/04/2026 09:00,x");
        assertThat(dayFirst.posts())
                .extracting(Post::time)
                .containsExactly(
                        Instant.parse("2026-03-02T12:00:00Z"),
                        Instant.parse("2026-03-13T12:00:00Z"),
                        Instant.parse("2026-04-01T09:00:00Z"));
        assertThat(dayFirst.summary().dateFormat()).isEqualTo("day/month/year");
        Reading monthFirst = Reading.of(
                "id,account,time,text", "1,a,02/03/2026 12:00,x", "1,b,03/13/2026 12:00,x", "3,c,13/03/2026 12:00,x");
        assertThat(monthFirst.posts()).extracting(Post::time).containsExactly(Instant.parse("2026-02-03T12:00:00Z"));
        assertThat(monthFirst.rejects())
                .extracting(r -> r.line() + " " + r.reason())
                .containsExactly(
                        "3 id '1' was already seen",
                        "4 time is impossible with the month first, as in other rows: '13/03/2026 12:00'");
        assertThat(monthFirst.summary().dateFormat()).isEqualTo("month/day/year");
    }

    @Test
    void whatNothingDecidesStopsWithAHint() throws IOException {
        String table = "id,account,time,text\n1,a,02/03/2026 12:00,x\n2,b,03/03/2026 12:00,x\n";

        assertThatThrownBy(() -> Reading.of(Reading.READER, table))
                .isInstanceOf(IOException.class)
                .hasMessage("posts.csv: dates such as '02/03/2026 12:00' (line 2) can be read with the day or the month"
                        + " first, and no row decides: say which with --date-format day-first or --date-format"
                        + " month-first");
        assertThat(Reading.of(Reading.READER.withDateFormat("day-first"), table)
                        .posts()
                        .get(0)
                        .time())
                .isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(Reading.of(Reading.READER.withDateFormat("month-first"), table)
                        .posts()
                        .get(0)
                        .time())
                .isEqualTo(Instant.parse("2026-02-03T12:00:00Z"));
        assertThat(Reading.of(Reading.READER.withDateFormat("dd/MM/yyyy HH:mm"), table)
                        .posts()
                        .get(1)
                        .time())
                .isEqualTo(Instant.parse("2026-03-03T12:00:00Z"));
        // A table in French or Spanish means the day first.
        assertThat(Reading.of("id;compte;date;texte", "1;ann;01/02/2024 10:00;salut")
                        .posts()
                        .get(0)
                        .time())
                .isEqualTo(Instant.parse("2024-02-01T10:00:00Z"));
    }

    @Test
    void veryManyOpenDatesStopTheRunToo() {
        StringBuilder table = new StringBuilder("id,account,time,text\n");
        for (int i = 0; i <= WaitingPosts.MAX_POSTS; i++) {
            table.append(i).append(",a,02/03/2026,x\n");
        }
        table.append("z,a,13/03/2026,x\n");

        assertThatThrownBy(() -> Reading.of(Reading.READER, table.toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--date-format");
    }

    @Test
    void fewOpenDatesOfLongPostsStopTheRunToo() {
        String text = "x".repeat(1 << 19);
        StringBuilder table = new StringBuilder("id,account,time,text\n");
        for (int i = 0; i <= WaitingPosts.MAX_CHARACTERS / text.length(); i++) {
            table.append(i).append(",a,02/03/2026,").append(text).append('\n');
        }

        assertThatThrownBy(() -> Reading.of(
                        Reading.READER, table.append("z,a,13/03/2026,x\n").toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--date-format");
    }

    @Test
    void aFormatThatIsGivenIsStrict() throws IOException {
        Reading read = Reading.of(
                Reading.READER.withDateFormat("d MMM yyyy"),
                "id,account,time,text\n1,a,3 mar 2024,x\n2,a,30 feb 2024,x\n3,a,2024-01-01,x\n");

        assertThat(read.posts()).extracting(Post::time).containsExactly(Instant.parse("2024-03-03T00:00:00Z"));
        assertThat(read.rejects().get(1).reason()).isEqualTo("time does not have the format d MMM yyyy: '2024-01-01'");
        assertThatThrownBy(() -> Times.withDefaults().withFormat("nonsense"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a date format is day-first, month-first, unix or a pattern");
    }

    @Test
    void localTimesAreInTheZoneThatIsGiven() throws IOException {
        PostReader reader = Reading.READER.withTimeZone(ZoneId.of("Europe/Paris"));
        Reading read = Reading.of(reader, """
                id,account,time,text
                1,a,2024-07-01 12:00,x
                2,a,2024-07-01T12:00:00Z,x
                3,a,20240701120000,x
                4,a,1700000000,x
                """);

        assertThat(read.posts())
                .extracting(p -> p.time().toString())
                .containsExactly(
                        "2024-07-01T10:00:00Z", "2024-07-01T12:00:00Z", "2024-07-01T10:00:00Z", "2023-11-14T22:13:20Z");
    }

    @Test
    void theFirstNumberDecidesWhatNumbersAre() throws IOException {
        Reading days = Reading.of("id,account,time,text", "1,a,46083.5,x", "2,b,1600000000,x");
        assertThat(days.posts()).extracting(Post::time).containsExactly(Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(days.rejects()).hasSize(1);
        Reading seconds = Reading.of("id,account,time,text", "1,a,5,x", "2,b,46083,x");
        assertThat(seconds.posts().get(1).time()).isEqualTo(Instant.ofEpochSecond(46_083));
    }

    @ParameterizedTest
    @ValueSource(strings = {"day-first", "dd.MM.yyyy"})
    void checksFormats(String format) {
        assertThat(Times.withDefaults().withFormat(format)).isNotNull();
    }
}
