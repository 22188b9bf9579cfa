/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import org.vigie.posts.Post;

/** One run: sets up accounts and behaviours, then lets whoever is due next post. */
final class Run {
    private static final long FIRST_ID = 100_000_000;
    private static final int POSTS_A_CAMPAIGN_ACCOUNT = 3;

    private final Settings settings;
    private final Dice dice;
    private final List<Speakers> languages;
    private final List<Settings.Order> orders;
    private final int[] plantedPosts;
    private final List<int[]> campaignAccounts = new ArrayList<>();

    Run(Settings settings) {
        this.settings = settings;
        dice = new Dice(settings.seed());
        languages = Speakers.load(settings.languages());
        orders = settings.campaigns();
        plantedPosts = shareOut();
    }

    /** A behaviour in the queue; the order settles posts of the same second. */
    private record Turn(long time, int order, Behaviour behaviour) {}

    private int[] shareOut() {
        long accounts = orders.stream().mapToLong(Settings.Order::accounts).sum();
        long least = accounts * POSTS_A_CAMPAIGN_ACCOUNT;
        if (least > settings.posts() / 2) {
            throw new IllegalArgumentException("campaign accounts must be at most a sixth of the posts, "
                    + settings.posts() / 2 / POSTS_A_CAMPAIGN_ACCOUNT + ", but were " + accounts);
        }
        long total = accounts == 0 ? 0 : Math.max(least, Math.round(settings.posts() * settings.plantedShare()));
        int[] parts = new int[orders.size()];
        long before = 0;
        for (int i = 0; i < parts.length; i++) {
            long after = before + orders.get(i).accounts();
            parts[i] = (int) (total * after / accounts - total * before / accounts);
            before = after;
        }
        return parts;
    }

    SimulationTruth play(BiConsumer<? super Post, ? super Label> consumer) {
        int planted = 0;
        for (int part : plantedPosts) {
            planted += part;
        }
        int negative =
                (int) Math.min(settings.posts() - planted, Math.round(settings.posts() * settings.negativeShare()));
        int operators = negative == 0 ? 0 : Negatives.operatorAccounts(negative);
        int members = orders.stream().mapToInt(Settings.Order::accounts).sum();
        Accounts accounts = new Accounts(settings.people() + operators + members, settings.start(), dice);
        addPeople(accounts);
        int[] operatorAccounts = addOperators(accounts, operators, negative);
        addCampaigns(accounts);

        Crowd crowd = new Crowd(accounts, languages);
        int[] offsets = new int[Accounts.GROUPS];
        int[] habits = new int[Accounts.GROUPS];
        for (int group = 0; group < Accounts.GROUPS; group++) {
            offsets[group] = Accounts.offsetOfGroup(group);
            habits[group] = Accounts.habitOfGroup(group);
        }
        long seconds = settings.period().toSeconds();
        Rhythm rhythm = new Rhythm(settings.start(), seconds, offsets, habits, crowd.groupWeights());
        World world = new World(dice, languages, accounts, crowd, rhythm, new Newsroom(languages, dice), seconds);

        List<Behaviour> behaviours = new ArrayList<>();
        if (negative > 0) {
            behaviours.addAll(Negatives.plan(world, negative, operatorAccounts));
        }
        for (int i = 0; i < orders.size(); i++) {
            CampaignKind kind = orders.get(i).kind();
            int[] cast = campaignAccounts.get(i);
            Pitch pitch = new Pitch(world, kind, i, plantedPosts[i], spoken(accounts, cast));
            behaviours.add(new Campaign(world, kind, cast, pitch, plantedPosts[i]));
        }
        behaviours.add(new Chatter(world, settings.posts() - planted - negative));
        stream(accounts, behaviours, consumer);
        return truth(accounts);
    }

    private void addPeople(Accounts accounts) {
        double[] shares = new double[languages.size()];
        double total = 0;
        for (int i = 0; i < shares.length; i++) {
            total += languages.get(i).share();
            shares[i] = total;
        }
        for (int i = 0; i < settings.people(); i++) {
            int language = dice.index(shares, shares.length);
            double level = dice.logNormal(1, 1.4);
            double age = dice.logNormal(1200, 0.9);
            accounts.add(language, languages.get(language).offset(dice), level, age, Accounts.ORGANIC, dice);
        }
    }

    private int[] addOperators(Accounts accounts, int count, int negative) {
        int[] added = new int[count];
        for (int i = 0; i < count; i++) {
            int language = Negatives.operatorOf(i, negative) % Math.min(2, languages.size());
            added[i] = accounts.add(
                    language, languages.get(language).offset(dice), 0, dice.between(200, 3000), Accounts.ORGANIC, dice);
        }
        return added;
    }

    private void addCampaigns(Accounts accounts) {
        for (int campaign = 0; campaign < orders.size(); campaign++) {
            Settings.Order order = orders.get(campaign);
            // Every other campaign opened its accounts within days; the others took over old ones.
            boolean fresh = campaign % 2 == 0;
            int opened = dice.between(8, 90);
            int[] added = new int[order.accounts()];
            for (int i = 0; i < added.length; i++) {
                int language = language(order.kind(), campaign, i);
                double age = fresh ? opened + dice.between(0, 6) : dice.logNormal(900, 0.8);
                double level = dice.logNormal(1.2, 0.5);
                added[i] = accounts.add(language, languages.get(language).offset(dice), level, age, campaign, dice);
            }
            campaignAccounts.add(added);
        }
    }

    /** Texts in one language for a campaign that copies; English and French by turns where both are needed. */
    private int language(CampaignKind kind, int campaign, int member) {
        int first = settings.languages().contains("en") ? indexOf("en") : 0;
        int second = settings.languages().contains("fr") ? indexOf("fr") : first;
        return switch (kind) {
            case TRANSLATED, CO_URL, CO_HASHTAG -> member % 2 == 0 ? first : second;
            case COPYPASTA, REWORDED, CO_TARGET, SLOW_DRIP -> campaign / 2 % 2 == 0 ? first : second;
        };
    }

    private int indexOf(String tag) {
        for (int i = 0; i < languages.size(); i++) {
            if (languages.get(i).book().language().equals(tag)) {
                return i;
            }
        }
        return -1;
    }

    private static int[] spoken(Accounts accounts, int[] cast) {
        int[] found = new int[cast.length];
        for (int i = 0; i < cast.length; i++) {
            found[i] = accounts.language(cast[i]);
        }
        return Arrays.stream(found).distinct().toArray();
    }

    private void stream(
            Accounts accounts, List<Behaviour> behaviours, BiConsumer<? super Post, ? super Label> consumer) {
        PriorityQueue<Turn> queue =
                new PriorityQueue<>(Comparator.comparingLong(Turn::time).thenComparingInt(Turn::order));
        for (int i = 0; i < behaviours.size(); i++) {
            enqueue(queue, i, behaviours.get(i));
        }
        long id = FIRST_ID;
        long start = settings.start().getEpochSecond();
        for (Turn turn = queue.poll(); turn != null; turn = queue.poll()) {
            String name = Long.toString(id++);
            Draft draft = turn.behaviour().act(name);
            int campaign = accounts.campaign(draft.account());
            Post post = draft.post(name, Instant.ofEpochSecond(start + turn.time()), accounts);
            consumer.accept(post, new Label(campaignName(campaign), draft.kind(), draft.planted()));
            enqueue(queue, turn.order(), turn.behaviour());
        }
    }

    private static void enqueue(PriorityQueue<Turn> queue, int order, Behaviour behaviour) {
        long time = behaviour.time();
        if (time != Arrivals.NEVER) {
            queue.add(new Turn(time, order, behaviour));
        }
    }

    private static String campaignName(int campaign) {
        return campaign == Accounts.ORGANIC ? "" : "c" + (campaign + 1);
    }

    private SimulationTruth truth(Accounts accounts) {
        List<SimulationTruth.PlantedCampaign> campaigns = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            List<String> handles = new ArrayList<>();
            for (int account : campaignAccounts.get(i)) {
                handles.add(accounts.handle(account));
            }
            campaigns.add(new SimulationTruth.PlantedCampaign(
                    campaignName(i), orders.get(i).kind(), handles, plantedPosts[i]));
        }
        return new SimulationTruth(settings.posts(), campaigns);
    }
}
