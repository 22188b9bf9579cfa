/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.util.ArrayList;
import java.util.List;

/** Honest people who write to the same accounts: members of parliament, stars, winners, guests, friends. */
final class Addressing {
    private Addressing() {}

    static void letters(Scene s) {
        for (int subject = 0; subject < 3; subject++) {
            String language = s.language();
            String letter = s.phrases.text(s.random, language, 3);
            for (String account : s.people(250, 0.7, language, 30)) {
                int count = s.random.nextDouble() < 0.25 ? s.between(2, 6) : 1;
                s.random
                        .ints(0, 40)
                        .distinct()
                        .limit(count)
                        .forEach(member -> s.post(account, s.anyTime(), "@member" + member + " " + letter));
            }
        }
    }

    static void fansAsking(Scene s) {
        String language = s.language();
        List<String> lines = s.phrases.texts(s.random, language, 40, 1);
        for (String account : s.people(150, 0.6, language, 60)) {
            ask(s, account, lines, s.between(2, 15));
        }
        for (String account : s.people(500, 0.8, language, 30)) {
            ask(s, account, lines, 1);
        }
    }

    private static void ask(Scene s, String account, List<String> lines, int count) {
        int star = s.random.nextInt(6);
        for (int i = 0; i < count; i++) {
            int asked = s.random.nextDouble() < 0.7 ? star : s.random.nextInt(6);
            s.post(account, s.anyTime(), "@star" + asked + " " + lines.get(s.favourite(lines.size())));
        }
    }

    static void congratulations(Scene s) {
        String language = s.language();
        List<String> wishes = s.phrases.texts(s.random, language, 12, 1);
        long day = s.morning(3);
        for (String account : s.people(400, 0.7, language, 30)) {
            int count = List.of(1, 1, 1, 2, 2, 3).get(s.random.nextInt(6));
            for (int i = 0; i < count; i++) {
                String whom = "@winner" + s.random.nextInt(5);
                s.post(account, day + s.within(14), whom + " " + wishes.get(s.favourite(wishes.size())));
            }
        }
    }

    /** @param addressing the share of their posts that name one of those whom the evening is about */
    static void speak(Scene s, List<String> people, int evenings, int guests, double addressing) {
        String language = s.language();
        long start = s.evening(evenings * 2);
        for (String account : people) {
            double faithful = s.random.nextDouble() * s.random.nextDouble();
            for (int evening = 0; evening < evenings; evening++) {
                int posts = s.random.nextDouble() < faithful ? s.between(1, 6) : 0;
                for (int i = 0; i < posts; i++) {
                    String whom = "@guest" + evening + "of" + s.random.nextInt(guests) + " ";
                    String line = s.phrases.text(s.random, language, 2);
                    boolean named = s.random.nextDouble() < addressing;
                    s.post(account, start + evening * 2L * Audience.DAY + s.within(3), named ? whom + line : line);
                }
            }
        }
    }

    static void commenting(Scene s) {
        String language = s.language();
        List<Long> mornings = new ArrayList<>();
        for (int day = 0; day < 12; day++) {
            mornings.add(s.morning(day));
        }
        for (String account : s.people(300, 0.4, language, 30)) {
            double draw = s.random.nextDouble();
            double keen = draw * draw * draw * draw * 0.4;
            for (long morning : mornings) {
                for (int politician = 0; politician < 15; politician++) {
                    if (s.random.nextDouble() < keen) {
                        String line = s.phrases.text(s.random, language, 2);
                        s.post(account, morning + s.after(4), "@politician" + politician + " " + line);
                    }
                }
            }
        }
    }

    static void birthdays(Scene s, int sentences) {
        String language = s.language();
        for (int circle = 0; circle < 3; circle++) {
            List<String> friends = s.people(15, 0, language, 30);
            for (int friend = 0; friend < friends.size(); friend++) {
                long day = s.morning(friend);
                for (String other : friends) {
                    if (!other.equals(friends.get(friend)) && s.random.nextDouble() < 0.8) {
                        String wish = s.phrases.text(s.random, language, 2);
                        s.post(other, day + s.within(8), "@" + friends.get(friend) + " " + wish);
                        String thanks = s.phrases.text(s.random, language, sentences);
                        s.post(friends.get(friend), day + 8 * 3600L + s.within(4), "@" + other + " " + thanks);
                    }
                }
            }
        }
    }
}
