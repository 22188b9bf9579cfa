/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/** Honest people who say the same because a game, a radio, an application or a custom asks for it. */
final class Customs {
    private Customs() {}

    /** People who take part in some of several occasions, few often and many hardly ever. */
    private static void nowAndThen(
            Scene s, List<String> people, double most, int occasions, ObjIntConsumer<String> part) {
        for (String account : people) {
            double keen = s.random.nextDouble() * s.random.nextDouble() * most;
            for (int occasion = 0; occasion < occasions; occasion++) {
                if (s.random.nextDouble() < keen) {
                    part.accept(account, occasion);
                }
            }
        }
    }

    /** Answers to a quiz: everybody who knows it says the same, all to the one who asks. */
    static void quiz(Scene s) {
        String language = s.language();
        List<String> questions = s.phrases.texts(s.random, language, 25, 1);
        List<List<String>> guesses = questions.stream()
                .map(q -> s.phrases.texts(s.random, language, 6, 1))
                .toList();
        List<Long> times = IntStream.range(0, 25).mapToObj(i -> s.anyTime()).toList();
        String master = s.account("");
        for (int q = 0; q < 25; q++) {
            s.post(master, times.get(q), questions.get(q));
        }
        for (String account : s.people(200, 0.6, language, 40)) {
            double keen = s.random.nextDouble() * s.random.nextDouble() * 0.6;
            for (int q = 0; q < 25; q++) {
                if (s.random.nextDouble() < keen) {
                    String guess = guesses.get(q).get(s.favourite(6));
                    s.post(account, times.get(q) + s.after(0.5), "@" + master + " " + guess);
                }
            }
        }
    }

    /** Pages with their words and a short link, six on average; half of the readers say little else. */
    static void keenReaders(Scene s) {
        String language = s.language();
        List<String> pages = s.phrases.texts(s.random, language, 20, 1).stream()
                .map(title -> title + " " + s.link("short"))
                .toList();
        for (int i = 0; i < 40; i++) {
            String account = s.account("");
            s.everyday(account, language, s.between(0, i % 2 == 0 ? 4 : 20));
            int read = Math.min(20, 1 + (int) s.after(5 / 3600.0));
            s.random.ints(0, 20).distinct().limit(read).forEach(page -> s.post(account, s.anyTime(), pages.get(page)));
        }
    }

    /** Entries to raffles of eight shops, with the line that the shop asks for and two friends. */
    static void raffles(Scene s) {
        String language = s.language();
        List<String> lines = s.phrases.texts(s.random, language, 8, 1);
        List<Long> times = lines.stream().map(line -> s.anyTime()).toList();
        for (String account : s.people(350, 0.7, language, 40)) {
            int count = List.of(1, 1, 1, 1, 2, 3, 5).get(s.random.nextInt(7));
            s.random.ints(0, 8).distinct().limit(count).forEach(shop -> {
                String friends = " @pal" + s.random.nextInt(5000) + " @pal" + s.random.nextInt(5000);
                s.post(account, times.get(shop) + s.after(10), "@shop" + shop + " " + lines.get(shop) + friends);
            });
        }
    }

    /** Fans of three groups who vote day by day with lines of a list, under a prize's hashtag and the group's. */
    static void voting(Scene s) {
        String language = s.language();
        for (int group = 0; group < 3; group++) {
            List<String> lines = s.phrases.texts(s.random, language, 30, 1);
            for (String account : s.people(100, 0.6, language, 60)) {
                int votes = s.between(1, 25);
                for (int v = 0; v < votes; v++) {
                    long time = s.morning(s.random.nextInt(9)) + s.within(14);
                    s.post(account, time, lines.get(s.favourite(30)) + " #bestband #band" + group);
                }
            }
        }
    }

    /** One prayer a day, passed on by the faithful, most of whom do so now and then. */
    static void prayers(Scene s) {
        String language = s.language();
        List<String> prayers = s.phrases.texts(s.random, language, 10, 3);
        nowAndThen(
                s,
                s.people(500, 0.7, language, 40),
                0.5,
                10,
                (account, day) -> s.post(account, s.morning(day) + s.within(12), prayers.get(day)));
    }

    /** Weather stations whose program writes the same sentence with other numbers. */
    static void weatherStations(Scene s) {
        String language = s.language();
        List<String> parts = s.phrases.texts(s.random, language, 3, 1);
        for (String account : s.people(40, 0, language, 10)) {
            for (int day = 0; day < 10; day++) {
                for (int reading = 0; reading < 3; reading++) {
                    String text =
                            parts.get(0) + " " + s.between(-3, 24) + "." + s.between(0, 9) + " °C. " + parts.get(1)
                                    + " " + s.between(0, 60) + " km/h. " + parts.get(2) + " " + s.between(980, 1040);
                    s.post(account, s.morning(day) + reading * 14_400L + s.within(0.1), text);
                }
            }
        }
    }

    /** Runners whose application writes what they ran, each time with a new link. */
    static void runners(Scene s) {
        String language = s.language();
        String before = s.phrases.text(s.random, language, 1);
        for (String account : s.people(90, 0.6, language, 50)) {
            int runs = s.between(1, 12);
            for (int r = 0; r < runs; r++) {
                String ran = " " + s.between(2, 21) + "." + s.between(0, 9) + " km ";
                s.post(account, s.anyTime(), before + ran + s.link("runapp"));
            }
        }
    }

    /** Users of a horoscope's application, which writes for each sign and day, with its link. */
    static void horoscopes(Scene s) {
        String language = s.language();
        List<String> fortunes = s.phrases.texts(s.random, language, 120, 2);
        List<String> signs =
                IntStream.range(0, 12).mapToObj(i -> s.link("stars")).toList();
        for (String account : s.people(150, 0.6, language, 50)) {
            int sign = s.random.nextInt(12);
            double keen = s.random.nextDouble();
            for (int day = 0; day < 10; day++) {
                if (s.random.nextDouble() < keen) {
                    s.post(
                            account,
                            s.morning(day) + s.within(4),
                            fortunes.get(12 * day + sign) + " " + signs.get(sign));
                }
            }
        }
    }

    /** An earthquake and its aftershocks: everybody says at once that it shook. */
    static void earthquakes(Scene s) {
        String language = s.language();
        List<String> lines = s.phrases.texts(s.random, language, 15, 1);
        long first = s.morning(2);
        for (String account : s.people(400, 0.8, language, 40)) {
            for (long shock : new long[] {0, 5, 26, 50, 120}) {
                int posts = s.random.nextDouble() < 0.4 ? s.between(1, 3) : 0;
                for (int i = 0; i < posts; i++) {
                    String own = s.phrases.text(s.random, language, 2);
                    boolean stock = s.random.nextDouble() < 0.6;
                    s.post(account, first + shock * 3600 + s.after(0.3), stock ? lines.get(s.favourite(15)) : own);
                }
            }
        }
    }

    /** Election night without a hashtag: the figures of the exit polls as they come, and own words. */
    static void exitPolls(Scene s) {
        String language = s.language();
        List<String> figures = s.phrases.texts(s.random, language, 8, 1);
        long night = s.evening(3);
        for (String account : s.people(300, 0.7, language, 40)) {
            for (int hour = 0; hour < 8; hour++) {
                if (s.random.nextDouble() < 0.35) {
                    s.post(account, night + hour * 1800L + s.after(0.2), figures.get(hour) + " 3" + hour + ",5 %");
                }
                if (s.random.nextDouble() < 0.4) {
                    s.post(account, night + s.within(5), s.phrases.text(s.random, language, 2));
                }
            }
        }
    }

    /** Headlines that the radio reads, typed in without a link by whoever hears them. */
    static void typedHeadlines(Scene s) {
        String language = s.language();
        List<String> headlines = s.phrases.texts(s.random, language, 20, 1);
        List<Long> times = headlines.stream().map(h -> s.anyTime()).toList();
        nowAndThen(
                s,
                s.people(400, 0.7, language, 40),
                0.4,
                20,
                (account, h) -> s.post(account, times.get(h) + s.after(0.5), headlines.get(h)));
    }

    /** Fans who wish twelve stars a happy birthday in a few lines, each on the day. */
    static void starsBirthdays(Scene s) {
        String language = s.language();
        List<String> wishes = s.phrases.texts(s.random, language, 10, 1);
        nowAndThen(s, s.people(300, 0.7, language, 40), 0.5, 12, (account, star) -> {
            String wish =
                    s.random.nextDouble() < 0.5 ? wishes.get(s.favourite(10)) : s.phrases.text(s.random, language, 2);
            s.post(account, s.morning(star) + s.within(12), "@star" + star + " " + wish);
        });
    }

    /** A letter in three versions for a button: each sends one or more to the own member of parliament. */
    static void letterVersions(Scene s) {
        String language = s.language();
        List<String> letters = s.phrases.texts(s.random, language, 3, 4);
        for (String account : s.people(400, 0.7, language, 30)) {
            String member = "@member" + s.random.nextInt(60) + " ";
            int count = List.of(1, 1, 1, 1, 2, 3).get(s.random.nextInt(6));
            s.random
                    .ints(0, 3)
                    .distinct()
                    .limit(count)
                    .forEach(l -> s.post(account, s.anyTime(), member + letters.get(l)));
        }
    }

    /** Five companies' help desks, one account each, that answer customers with templates. */
    static void helpDesks(Scene s) {
        String language = s.language();
        List<String> customers = s.people(300, 0.6, language, 30);
        for (int desk = 0; desk < 5; desk++) {
            String company = s.account("");
            List<String> templates = s.phrases.texts(s.random, language, 6, 2);
            for (int i = 0; i < 150; i++) {
                String customer = customers.get(s.random.nextInt(customers.size()));
                long time = s.anyTime();
                s.post(customer, time, "@" + company + " " + s.phrases.text(s.random, language, 2));
                s.post(company, time + s.after(1), "@" + customer + " " + templates.get(s.random.nextInt(6)));
            }
        }
    }

    /** Readers who answer below the posts of twelve pages that raffle something, in words of their own. */
    static void rafflesInOwnWords(Scene s) {
        String language = s.language();
        List<Long> times = new ArrayList<>();
        for (int shop = 0; shop < 12; shop++) {
            times.add(s.morning(shop));
        }
        for (String account : s.people(400, 0.5, language, 30)) {
            double draw = s.random.nextDouble();
            double keen = draw * draw * draw * 0.7;
            for (int shop = 0; shop < 12; shop++) {
                if (s.random.nextDouble() < keen) {
                    String line = s.phrases.text(s.random, language, 2);
                    s.post(account, times.get(shop) + s.after(5), "@shop" + shop + " " + line);
                }
            }
        }
    }

    /** Viewers who comment below all videos of one channel, whose videos are not in the input. */
    static void belowUnknownVideos(Scene s) {
        String language = s.language();
        for (String account : s.people(250, 0.3, language, 20)) {
            double keen = s.random.nextDouble();
            for (int video = 0; video < 15; video++) {
                if (s.random.nextDouble() < keen) {
                    long time = s.morning(video % 12) + 3600L * (video % 5) + s.after(3);
                    s.answer(account, time, s.phrases.text(s.random, language, 2), "video-" + video);
                }
            }
        }
    }

    /** The same where the channel is known: it counts as mentioned. */
    static void belowOneChannel(Scene s) {
        String language = s.language();
        for (String account : s.people(250, 0.3, language, 20)) {
            double keen = s.random.nextDouble();
            for (int video = 0; video < 15; video++) {
                if (s.random.nextDouble() < keen) {
                    long time = s.morning(video % 12) + 3600L * (video % 5) + s.after(3);
                    s.post(account, time, "@channel " + s.phrases.text(s.random, language, 2));
                }
            }
        }
    }
}
