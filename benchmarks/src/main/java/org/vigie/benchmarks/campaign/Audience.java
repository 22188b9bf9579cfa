/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Honest people who post alike: what brings them together is an occasion, a page or a source. A detector that reports any
 * of them is wrong.
 */
enum Audience {
    /** Viewers of a song contest on three evenings: a stock of lines that everybody repeats, one hashtag. */
    FESTIVAL(s -> show(s, s.people(400, 0.6, s.language(), 30), 60, 0.4, "#songfest12", 1, 3, 3, 30)),
    /** Viewers of a weekly programme; three in ten posts have no hashtag. */
    TALK_SHOW(s -> show(s, s.people(150, 0.6, s.language(), 30), 30, 0.3, "#latetalk", 0.7, 4, 2, 12)),
    /** Two teams' supporters: chants and little else. */
    MATCH(s -> List.of("#reds", "#blues")
            .forEach(tag -> show(s, s.people(70, 0.4, s.language(), 30), 14, 0.9, tag, 1, 4, 4, 25))),
    /** Three parties' supporters on one night, with slogans of their own. */
    ELECTION_NIGHT(s -> List.of("#voteleft", "#voteright", "#votecentre")
            .forEach(tag -> show(s, s.people(90, 0.5, s.language(), 30), 25, 0.6, tag, 0.9, 1, 3, 20))),
    /** Viewers who write no hashtag at all. */
    SHOW_WITHOUT_HASHTAG(s -> show(s, s.people(300, 0.6, s.language(), 30), 60, 0.4, "", 0, 3, 3, 30)),
    /** A match whose hashtag stands in two of five posts. */
    HALF_TAGGED_MATCH(s -> show(s, s.people(200, 0.4, s.language(), 30), 40, 0.5, "#bigmatch", 0.4, 4, 3, 20)),
    /** Accounts that write of nothing but a show, two to nine times. */
    LIGHT_VIEWERS(s -> List.of(1.0, 0.6)
            .forEach(tagged -> show(s, s.people(120, 0, s.language(), 0), 25, 0.6, "#showone", tagged, 2, 2, 9))),
    /** A holiday's wishes: seven hundred people, forty stock lines, a few each. */
    GREETINGS(Audience::greetings),
    /** Letters that ask to be passed on: long, word for word, one to three an account. */
    CHAIN_LETTERS(Audience::chainLetters),
    /** Lovers of sayings among a public that posts one now and then. */
    QUOTATIONS(s -> quotations(s, 0)),
    /** The same, in quotation marks and with the author's name. */
    QUOTATION_MARKS(s -> quotations(s, 0.95)),
    /** Fans of a singer who post lines of the songs for weeks. */
    LYRICS(Audience::lyrics),
    /** A blog's share button: its words, its link. */
    SHARE_BUTTONS(s -> shareButtons(s, false)),
    /** The same, where a shortener gives everybody another link. */
    SHARE_BUTTONS_SHORT_LINKS(s -> shareButtons(s, true)),
    /** Headlines of four papers with their links, some with marks of tracking, some with a remark. */
    HEADLINES(Audience::headlines),
    /** Petitions with a ready-made text and a link. */
    PETITIONS(Audience::petitions),
    /** Reposts by hand: RT @x, quotation marks before a name. */
    MANUAL_REPOSTS(Audience::manualReposts),
    /** Fans who repost an idol at once, for weeks; no post names the one that it repeats. */
    SUPERFANS(s -> superfans(s, 0, (post, account, time, text) -> s.post(account, time, text))),
    /** The same where it is named, among a public that reposts now and then. */
    SUPERFANS_IN_PUBLIC(s -> superfans(s, 300, (post, account, time, text) -> s.repost(account, time, text, post))),
    /** Readers of a small site who share its articles in their own words when they come out. */
    BLOG_READERS(Audience::blogReaders),
    /** Forty readers of pages that nobody else reads, who press their buttons as often as it pleases them. */
    KEEN_READERS(Customs::keenReaders),
    /** A link that everybody shares within the hour, a dozen times. */
    BREAKING_NEWS(Audience::breakingNews),
    /** Constituents who send a ready-made letter without a link: each to the own member, one in four to some more. */
    LETTERS_TO_MEMBERS(Addressing::letters),
    /** Fans who ask their stars to answer, in lines that all of them know. */
    FANS_ASKING(Addressing::fansAsking),
    /** Well-wishers who congratulate the same few people, a line or two each. */
    CONGRATULATIONS(Addressing::congratulations),
    /** Supporters who speak to all players of a match, at six matches. */
    SPEAKING_TO_PLAYERS(s -> Addressing.speak(s, s.people(90, 0.4, s.language(), 30), 6, 11, 0.8)),
    /** Viewers who speak to the guests of a weekly programme in half of their posts. */
    SPEAKING_TO_GUESTS(s -> Addressing.speak(s, s.people(150, 0.5, s.language(), 30), 8, 4, 0.5)),
    /** Readers who comment below fifteen politicians' posts, a few of them every day, most of them now and then. */
    COMMENTING_ON_POLITICIANS(Addressing::commenting),
    /** Circles of friends who congratulate each other, and thank. */
    BIRTHDAYS(s -> Addressing.birthdays(s, 2)),
    /** Players of a quiz who know the answer. */
    QUIZ(Customs::quiz),
    /** Entrants of raffles with the line that the shop asks for. */
    RAFFLES(Customs::raffles),
    /** The same in words of their own, at twelve shops. */
    RAFFLES_IN_OWN_WORDS(Customs::rafflesInOwnWords),
    /** Fans who vote for a band, day by day. */
    VOTING(Customs::voting),
    /** A prayer a day. */
    PRAYERS(Customs::prayers),
    /** One program of many weather stations. */
    WEATHER_STATIONS(Customs::weatherStations),
    /** One application of many runners. */
    RUNNERS(Customs::runners),
    /** One application that tells fortunes. */
    HOROSCOPES(Customs::horoscopes),
    /** People whom an earthquake woke, five times. */
    EARTHQUAKES(Customs::earthquakes),
    /** The figures of an election night. */
    EXIT_POLLS(Customs::exitPolls),
    /** Headlines without a link. */
    TYPED_HEADLINES(Customs::typedHeadlines),
    /** Birthdays of twelve stars. */
    STARS_BIRTHDAYS(Customs::starsBirthdays),
    /** A ready-made letter in three versions. */
    LETTER_VERSIONS(Customs::letterVersions),
    /** Companies that answer their customers. */
    HELP_DESKS(Customs::helpDesks),
    /** Viewers of one channel below its videos, which are not in the input. */
    BELOW_UNKNOWN_VIDEOS(Customs::belowUnknownVideos),
    /** Viewers of one channel that is known. */
    BELOW_ONE_CHANNEL(Customs::belowOneChannel),
    /** Supporters at a match who use no hashtag and say little else than their chants. */
    CHANTS_WITHOUT_HASHTAG(s -> show(s, s.people(150, 0.4, s.language(), 30), 20, 0.9, "", 0, 4, 4, 20)),
    /** Friends who pass on the same sayings, which nobody else says. */
    CLOSED_CIRCLE(Audience::closedCircle),
    /** Circles of friends who thank each other in single lines of a stock that nobody else draws from. */
    THANKS_FROM_A_STOCK(s -> Addressing.birthdays(s, 1)),
    /** Fans who repost an idol at once, for weeks; nobody else does. */
    FAN_CLUB(s -> superfans(s, 0, (post, account, time, text) -> s.repost(account, time, text, post)));

    /** Those that the method is known to report: docs/methods/campaigns.md says why. */
    private static final Set<Audience> OPEN =
            EnumSet.of(CHANTS_WITHOUT_HASHTAG, CLOSED_CIRCLE, THANKS_FROM_A_STOCK, FAN_CLUB);

    static final int DAY = 86_400;

    @SuppressWarnings("ImmutableEnumChecker") // the scripts above keep nothing
    private final Consumer<Scene> script;

    Audience(Consumer<Scene> script) {
        this.script = script;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean isOpen() {
        return OPEN.contains(this);
    }

    void playIn(Scene scene) {
        script.accept(scene);
    }

    private static void show(
            Scene s,
            List<String> people,
            int lines,
            double stock,
            String tag,
            double tagged,
            int evenings,
            int least,
            int most) {
        String language = s.language();
        List<String> stockLines = s.phrases.texts(s.random, language, lines, 1);
        long start = s.evening(evenings * 2);
        for (String account : people) {
            int posts = s.between(least, most);
            for (int i = 0; i < posts; i++) {
                String line = s.random.nextDouble() < stock
                        ? stockLines.get(s.favourite(lines))
                        : s.phrases.text(s.random, language, 2);
                boolean hasTag = s.random.nextDouble() < tagged;
                long evening = start + s.random.nextInt(evenings) * 2L * DAY;
                s.post(account, evening + s.within(3), hasTag ? line + " " + tag : line);
            }
        }
    }

    private static void greetings(Scene s) {
        String language = s.language();
        List<String> wishes = s.phrases.texts(s.random, language, 40, 1);
        long day = s.evening(2);
        List<String> ends = List.of("", "!", " :)", "!!");
        for (String account : s.people(700, 0.7, language, 30)) {
            int posts = List.of(1, 1, 1, 2, 2, 3, 4).get(s.random.nextInt(7));
            for (int i = 0; i < posts; i++) {
                long time = day + s.within(8) - s.within(8);
                s.post(account, time, wishes.get(s.favourite(40)) + ends.get(s.random.nextInt(4)));
            }
        }
    }

    private static void chainLetters(Scene s) {
        String language = s.language();
        List<String> letters = s.phrases.texts(s.random, language, 8, 4);
        for (String account : s.people(350, 0.6, language, 30)) {
            pass(s, account, letters, List.of(1, 1, 1, 1, 2, 2, 3).get(s.random.nextInt(7)));
        }
        List<String> more = s.phrases.texts(s.random, language, 30, 4);
        for (String account : s.people(60, 0.5, language, 40)) {
            pass(s, account, more, s.between(2, 8));
        }
        for (String account : s.people(400, 0.7, language, 30)) {
            pass(s, account, more, 1);
        }
    }

    private static void pass(Scene s, String account, List<String> letters, int count) {
        s.random
                .ints(0, letters.size())
                .distinct()
                .limit(count)
                .forEach(letter -> s.post(account, s.anyTime(), letters.get(letter)));
    }

    private static void quotations(Scene s, double marked) {
        String language = s.language();
        List<String> sayings = s.phrases.texts(s.random, language, 150, 1);
        List<String> authors = List.of("Ana Verre", "Tomas Lindqvar", "Old Brenmoor", "M. Castelnau", "小林春");
        List<String> lovers = s.people(80, 0.5, language, 60);
        for (String account : lovers) {
            say(s, account, sayings, authors, marked, s.between(4, 30));
        }
        for (String account : s.people(700, 0.8, language, 30)) {
            say(s, account, sayings, authors, marked, 1);
        }
    }

    private static void say(
            Scene s, String account, List<String> sayings, List<String> authors, double marked, int count) {
        for (int i = 0; i < count; i++) {
            int which = s.favourite(sayings.size());
            String saying = sayings.get(which);
            saying = s.random.nextDouble() < marked ? "\"" + saying + "\"" : saying;
            boolean named = s.random.nextDouble() < 0.6;
            s.post(account, s.anyTime(), named ? saying + " - " + authors.get(which % authors.size()) : saying);
        }
    }

    private static void lyrics(Scene s) {
        String language = s.language();
        List<String> lines = s.phrases.texts(s.random, language, 60, 1);
        List<String> ends = List.of("", " ♥", " #nowplaying", " ♫");
        List<String> fans = s.people(120, 0.6, language, 80);
        for (String account : fans) {
            int posts = s.between(2, 20);
            for (int i = 0; i < posts; i++) {
                s.post(account, s.anyTime(), lines.get(s.favourite(60)) + ends.get(s.random.nextInt(4)));
            }
        }
        for (String account : s.people(300, 0.8, language, 30)) {
            s.post(account, s.anyTime(), lines.get(s.favourite(60)));
        }
    }

    private static void shareButtons(Scene s, boolean shortLinks) {
        String language = s.language();
        List<String> titles = s.phrases.texts(s.random, language, 60, 1);
        List<String> links = titles.stream().map(title -> s.link("bestblog")).toList();
        for (String account : s.people(150, 0.6, language, 60)) {
            int posts = s.between(1, 12);
            for (int i = 0; i < posts; i++) {
                int which = s.favourite(60);
                String link = shortLinks ? s.link("short") : links.get(which);
                s.post(account, s.anyTime(), titles.get(which) + " via bestblog " + link);
            }
        }
    }

    private static void headlines(Scene s) {
        String language = s.language();
        List<String> titles = s.phrases.texts(s.random, language, 150, 1);
        List<String> links = titles.stream()
                .map(title -> s.link("paper" + s.random.nextInt(4)))
                .toList();
        List<Long> times = titles.stream().map(title -> s.anyTime()).toList();
        List<String> marks = List.of("", "?utm_source=tw", "?ref=rss", "", "/");
        for (String account : s.people(400, 0.7, language, 30)) {
            int posts = List.of(1, 1, 2, 3, 5, 9).get(s.random.nextInt(6));
            for (int i = 0; i < posts; i++) {
                int which = s.favourite(150);
                String remark = s.random.nextDouble() < 0.2 ? s.phrases.text(s.random, language, 1) + " " : "";
                s.post(
                        account,
                        times.get(which) + s.after(2),
                        remark + titles.get(which) + " " + links.get(which) + marks.get(s.random.nextInt(5)));
            }
        }
    }

    private static void petitions(Scene s) {
        for (int i = 0; i < 4; i++) {
            String language = s.language();
            String text = s.phrases.text(s.random, language, 3) + " " + s.link("sign");
            s.people(150, 0.8, language, 30).forEach(account -> s.post(account, s.anyTime(), text));
        }
    }

    private static void manualReposts(Scene s) {
        String language = s.language();
        List<String> texts = s.phrases.texts(s.random, language, 40, 2);
        List<String> forms = List.of(
                "RT @%s: %s", "RT @%s %s", "“@%s: %s”", "\"@%s: %s\" so true", "so true RT @%s: %s", "%2$s via @%1$s");
        for (String account : s.people(150, 0.6, language, 30)) {
            int posts = s.between(2, 15);
            for (int i = 0; i < posts; i++) {
                int which = s.favourite(40);
                String form = forms.get(s.random.nextInt(forms.size()));
                s.post(account, s.anyTime(), String.format(Locale.ROOT, form, "writer" + which % 9, texts.get(which)));
            }
        }
    }

    private interface Repeat {
        void of(String post, String account, long time, String text);
    }

    private static void superfans(Scene s, int occasional, Repeat repeat) {
        String language = s.language();
        List<String> texts = s.phrases.texts(s.random, language, 150, 2);
        List<Long> times = texts.stream().map(text -> s.anyTime()).toList();
        for (String account : s.people(150, 0.5, language, 40)) {
            repeat(s, account, s.between(2, 40), 0.33, texts, times, repeat);
        }
        for (String account : s.people(occasional, 0.7, language, 40)) {
            repeat(s, account, s.between(1, 3), 0.6, texts, times, repeat);
        }
    }

    private static void repeat(
            Scene s, String account, int count, double after, List<String> texts, List<Long> times, Repeat repeat) {
        s.random
                .ints(0, texts.size())
                .distinct()
                .limit(count)
                .forEach(i ->
                        repeat.of("idol-" + i, account, times.get(i) + s.after(after), "RT @idol: " + texts.get(i)));
    }

    private static void blogReaders(Scene s) {
        String language = s.language();
        List<Long> times =
                s.random.longs(60, 0, 1).mapToObj(unused -> s.anyTime()).toList();
        List<String> links = times.stream().map(time -> s.link("nicheblog")).toList();
        for (String account : s.people(80, 0.4, language, 40)) {
            s.random
                    .ints(0, 60)
                    .distinct()
                    .limit(s.between(2, 20))
                    .forEach(i -> s.post(
                            account,
                            times.get(i) + s.after(1.5),
                            s.phrases.text(s.random, language, 2) + " " + links.get(i)));
        }
    }

    private static void closedCircle(Scene s) {
        String language = s.language();
        List<String> sayings = s.phrases.texts(s.random, language, 80, 1);
        for (String account : s.people(60, 0.5, language, 40)) {
            pass(s, account, sayings, s.between(4, 20));
        }
    }

    private static void breakingNews(Scene s) {
        for (int i = 0; i < 12; i++) {
            String language = s.language();
            long time = s.anyTime();
            String link = s.link("news");
            s.people(120, 0.9, language, 30)
                    .forEach(account ->
                            s.post(account, time + s.after(0.5), s.phrases.text(s.random, language, 1) + " " + link));
        }
    }
}
