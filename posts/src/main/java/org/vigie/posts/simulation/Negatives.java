/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Sets up the honest traffic that resembles coordination, so that a detector can be shown to leave it alone. */
final class Negatives {
    private static final double DAY = 86_400;

    /** Relative numbers of posts. */
    private static final double HEADLINE = 30;

    private static final double SHARE_BUTTON = 20;
    private static final double PETITION = 15;
    private static final double FAN = 20;
    private static final double QUOTE = 10;
    private static final double DECLARED_BOT = 20;
    private static final double SYNDICATED = 5;
    private static final double TOTAL = HEADLINE + SHARE_BUTTON + PETITION + FAN + QUOTE + DECLARED_BOT + SYNDICATED;

    private static final int BOTS_AN_OPERATOR = 5;
    private static final int POSTS_AN_OPERATOR = 1000;
    private static final int SISTERS = 3;
    private static final int POSTS_A_HOUSE = 240;

    private final World world;
    private final Dice dice;
    private final int total;
    private final List<Behaviour> behaviours = new ArrayList<>();

    private Negatives(World world, int total) {
        this.world = world;
        this.dice = world.dice();
        this.total = total;
    }

    /** How many accounts the operators need besides the people. */
    static int operatorAccounts(int total) {
        return operators(total) * BOTS_AN_OPERATOR + houses(total) * SISTERS;
    }

    /** Which operator the account at an index belongs to. */
    static int operatorOf(int index, int total) {
        int bots = operators(total) * BOTS_AN_OPERATOR;
        return index < bots ? index / BOTS_AN_OPERATOR : (index - bots) / SISTERS;
    }

    private static int operators(int total) {
        return 1 + (int) (total * DECLARED_BOT / TOTAL / POSTS_AN_OPERATOR);
    }

    private static int houses(int total) {
        return 1 + (int) (total * SYNDICATED / TOTAL / POSTS_A_HOUSE);
    }

    /**
     * Plans exactly {@code total} posts.
     *
     * @param operatorAccounts the accounts set apart for operators, as many as {@link #operatorAccounts} asked for
     */
    static List<Behaviour> plan(World world, int total, int[] operatorAccounts) {
        Negatives negatives = new Negatives(world, total);
        int left = total;
        left -= negatives.operate(operatorAccounts);
        left -= negatives.shareButtons(negatives.part(SHARE_BUTTON));
        left -= negatives.petitions(negatives.part(PETITION));
        left -= negatives.fans(negatives.part(FAN));
        left -= negatives.quotes(negatives.part(QUOTE));
        negatives.headlines(left);
        return negatives.behaviours;
    }

    private int part(double weight) {
        return (int) (total * weight / TOTAL);
    }

    private int anyLanguage() {
        double u = dice.uniform()
                * world.languages().stream().mapToDouble(Speakers::share).sum();
        int language = 0;
        while (language < world.languages().size() - 1
                && u >= world.languages().get(language).share()) {
            u -= world.languages().get(language).share();
            language++;
        }
        return language;
    }

    private Phrasebook book(int language) {
        return world.languages().get(language).book();
    }

    /** A time when people are awake, not in the last hours of the run. */
    private double onset() {
        return Math.min(world.rhythm().quantile(dice.uniform() * 0.97), world.seconds() - 60.0);
    }

    /** The run's daily rhythm between two times. */
    private DoubleUnaryOperator awake(double from, double to) {
        double first = world.rhythm().passed(from);
        double last = world.rhythm().passed(Math.min(to, world.seconds() - 1.0));
        return u -> world.rhythm().quantile(first + u * (last - first));
    }

    /** Readers of a subject in some language: the first of a few draws that has enough of them, or the largest. */
    private int[] audience(int enough, int[] drawn) {
        int[] best = {};
        for (int attempt = 0; attempt < 12 && best.length < enough; attempt++) {
            int language = anyLanguage();
            int topic = dice.below(Phrasebook.TOPICS.size());
            int[] people = world.crowd().interested(language, topic);
            if (people.length > best.length) {
                best = people;
                drawn[0] = language;
                drawn[1] = topic;
            }
        }
        return best;
    }

    private int size(double median, int low, int high) {
        return (int) Math.max(low, Math.min(high, dice.logNormal(median, 0.6)));
    }

    private void headlines(int posts) {
        int median = Math.max(12, Math.min(400, posts / 10));
        for (int left = posts; left > 0; ) {
            int[] drawn = new int[2];
            int[] people = audience(2 * median, drawn);
            int count = Math.min(left, Math.max(1, Math.min(people.length * 7 / 10, size(median, 8, 2000))));
            left -= count;
            Newsroom.Article article = world.newsroom().write(drawn[0], drawn[1], 0);
            double onset = onset();
            DoubleUnaryOperator delay = Arrivals.decay(
                    onset, Math.min(onset + 2 * DAY, world.seconds() - 1.0), 3600.0 * dice.between(1, 4), 0.8);
            share(Label.HEADLINE, people, new Arrivals(count, delay, dice), draft -> {
                double style = dice.uniform();
                if (style < 0.2) {
                    draft.say(book(drawn[0]).sentence("close", dice));
                }
                draft.say(article.title()).link(article.url());
                if (style > 0.75) {
                    draft.tag(book(drawn[0]).draw(book(drawn[0]).key("tag", drawn[1]), dice));
                }
            });
        }
    }

    private int shareButtons(int posts) {
        for (int left = posts; left > 0; ) {
            int[] drawn = new int[2];
            int[] people = audience(40, drawn);
            int count = Math.min(left, Math.max(1, Math.min(people.length / 2, size(25, 6, 80))));
            left -= count;
            Newsroom.Article article = world.newsroom().write(drawn[0], drawn[1], 0);
            Phrasebook book = book(drawn[0]);
            String page = book.draw("pagesite", dice);
            String text =
                    book.draw("share", dice).replace("%title%", article.title()).replace("%site%", page);
            double onset = onset();
            share(
                    Label.SHARE_BUTTON,
                    people,
                    new Arrivals(count, awake(onset, onset + 2 * DAY), dice),
                    draft -> draft.say(text).mention(page).link(article.url()));
        }
        return posts;
    }

    private int petitions(int posts) {
        int median = Math.max(15, Math.min(1500, posts / 3));
        for (int left = posts; left > 0; ) {
            int language = anyLanguage();
            int[] people = world.crowd().speakers(language);
            if (people.length == 0) {
                continue;
            }
            int count = Math.min(left, Math.max(1, Math.min(people.length / 2, size(median, 10, 3000))));
            left -= count;
            String target = world.accounts().stranger(dice.below(1 << 16));
            String url = "https://petition-" + world.newsroom().slug(4) + ".example/sign/"
                    + world.newsroom().slug(6);
            String text = book(language).draw("petition", dice).replace("%target%", target);
            double onset = onset() * 0.6;
            share(Label.PETITION, people, new Arrivals(count, awake(onset, onset + 6 * DAY), dice), draft -> {
                draft.say(text).mention(target).link(url);
                if (dice.chance(0.2)) {
                    draft.say(book(language).sentence("close", dice));
                }
            });
        }
        return posts;
    }

    private int quotes(int posts) {
        for (int left = posts; left > 0; ) {
            int language = anyLanguage();
            int[] people = world.crowd().speakers(language);
            if (people.length == 0) {
                continue;
            }
            int count = Math.min(left, Math.max(1, Math.min(people.length / 2, size(30, 5, 200))));
            left -= count;
            String text = book(language).draw("quote", dice);
            share(Label.QUOTE, people, new Arrivals(count, world.rhythm()::quantile, dice), draft -> {
                draft.say(text);
                if (dice.chance(0.5)) {
                    draft.say(book(language).sentence("quotenote", dice));
                }
            });
        }
        return posts;
    }

    private void share(String kind, int[] people, Arrivals arrivals, Shared.Wording wording) {
        behaviours.add(new Shared(world, kind, new Crowd.Walk(people, dice), arrivals, wording));
    }

    private int fans(int posts) {
        int teams = 1 + posts / 700;
        int sport = Phrasebook.TOPICS.indexOf("sport");
        for (int team = 0; team < teams; team++) {
            int count = (int) ((team + 1L) * posts / teams - (long) team * posts / teams);
            int language = anyLanguage();
            int[] people = world.crowd().interested(language, sport);
            for (int other = 0; people.length == 0; other++) {
                people = world.crowd().speakers(other);
            }
            Crowd.Walk walk = new Crowd.Walk(people, dice);
            int[] fans = new int[Math.min(people.length, Math.max(3, Math.min(150, count / 10)))];
            for (int i = 0; i < fans.length; i++) {
                fans[i] = walk.next();
            }
            String name = book(language).draw("team", dice);
            String hashtag = "go" + name.replaceAll("[^\\p{L}]", "");
            behaviours.add(new Fans(world, fans, hashtag, name, kickOffs(fans[0]), count));
        }
        return posts;
    }

    /** An evening match every other day or so, where the fans live. */
    private long[] kickOffs(int fan) {
        int offset = Accounts.offsetOfGroup(world.accounts().group(fan));
        int days = (int) Math.max(1, world.seconds() / (long) DAY);
        int matches = Math.max(1, days / 3);
        long[] times = new long[matches];
        for (int i = 0; i < matches; i++) {
            long day = (long) i * days / matches;
            long evening = day * (long) DAY + Math.floorMod(19 - offset, 24) * 3600L + 1800L * dice.below(3);
            times[i] = Math.min(evening, world.seconds() - 3600);
        }
        return times;
    }

    private int operate(int[] accounts) {
        int used = 0;
        int next = 0;
        for (int i = 0; i < operators(total); i++) {
            int[] bots = slice(accounts, next, BOTS_AN_OPERATOR);
            next += BOTS_AN_OPERATOR;
            int ticks = part(DECLARED_BOT) / operators(total) / BOTS_AN_OPERATOR;
            used += ticks * BOTS_AN_OPERATOR;
            behaviours.add(bots(bots, ticks));
        }
        for (int i = 0; i < houses(total); i++) {
            int[] sisters = slice(accounts, next, SISTERS);
            next += SISTERS;
            int ticks = part(SYNDICATED) / houses(total) / SISTERS;
            used += ticks * SISTERS;
            behaviours.add(house(sisters, ticks));
        }
        return used;
    }

    private static int[] slice(int[] values, int from, int length) {
        int[] part = new int[length];
        System.arraycopy(values, from, part, 0, length);
        return part;
    }

    /** Weather or bus bulletins by timer, each account for its own place. */
    private Behaviour bots(int[] accounts, int ticks) {
        Phrasebook book = world.book(accounts[0]);
        String key = dice.chance(0.5) && book.grammar().has("bot.transit") ? "bot.transit" : "bot.weather";
        String[] places = new String[accounts.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = book.draw("place", dice);
        }
        // On whole minutes, as timers are set.
        long step = Math.max(1, (world.seconds() - 3600) / Math.max(1, ticks) / 60) * 60;
        long first = dice.below(60) * 60L;
        Arrivals timer = Arrivals.regular(ticks, first, step);
        return new Operator(
                world,
                Label.DECLARED_BOT,
                accounts,
                timer,
                50,
                (draft, member, tick) -> draft.say(book.draw(key, dice).replace("%place%", places[member])));
    }

    /** Sister outlets that print one agency text, each on its own site. */
    private Behaviour house(int[] accounts, int ticks) {
        Phrasebook book = world.book(accounts[0]);
        String[] sites = new String[accounts.length];
        for (int i = 0; i < sites.length; i++) {
            sites[i] = book.draw("site", dice) + "-" + world.newsroom().slug(2);
        }
        String[] copy = {"", ""};
        Arrivals times = new Arrivals(ticks, world.rhythm()::quantile, dice);
        return new Operator(world, Label.SYNDICATED, accounts, times, 1500, (draft, member, tick) -> {
            if (member == 0) {
                copy[0] = book.draw("wire", dice);
                copy[1] = world.newsroom().slug(8);
            }
            draft.say(copy[0]).link("https://" + sites[member] + ".example/wire/" + copy[1]);
        });
    }
}
