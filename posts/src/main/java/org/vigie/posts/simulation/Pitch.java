/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.util.ArrayList;
import java.util.List;

/** What a campaign's posts say: the part that differs between the kinds. */
final class Pitch {
    /** Subjects of the phrase table, worded in parallel in English and French. */
    private static final List<String> SUBJECTS = List.of("bridge", "water", "lights", "archive", "fair", "fees");

    private static final int ROWS_A_TEXT = 3;

    private final World world;
    private final CampaignKind kind;
    private final String subject;
    private final int topic;
    private final String place;
    private final String number;
    private final List<int[]> messages = new ArrayList<>();
    private final List<String[]> texts = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> hashtags = new ArrayList<>();
    private final String[] targets;

    /** Prepares a campaign of so many planted posts in the languages with these indexes. */
    Pitch(World world, CampaignKind kind, int number, int posts, int[] languages) {
        this.world = world;
        this.kind = kind;
        Dice dice = world.dice();
        subject = SUBJECTS.get(number % SUBJECTS.size());
        topic = dice.below(Phrasebook.TOPICS.size());
        Phrasebook first = world.languages().get(languages[0]).book();
        place = first.draw("place", dice);
        this.number = Integer.toString(dice.between(11, 989));
        int count = switch (kind) {
            case CO_TARGET -> 1 + Math.min(1, posts / 200);
            case SLOW_DRIP -> 3 + Math.min(2, posts / 100);
            default -> Math.min(20, 5 + posts / 40);
        };
        for (int i = 0; i < count; i++) {
            messages.add(rows(dice));
            texts.add(new String[world.languages().size()]);
            for (int language : languages) {
                texts.get(i)[language] = worded(language, i);
            }
        }
        String site = "info-" + world.newsroom().slug(5);
        for (int i = 3 + dice.below(5); i > 0; i--) {
            links.add(world.newsroom().address(site, topic));
        }
        for (int i = 2 + dice.below(2); i > 0; i--) {
            hashtags.add(first.draw("slogan", dice) + dice.between(2, 99));
        }
        targets = new String[40];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = world.accounts().stranger((1 << 18) + dice.below(1 << 16));
        }
    }

    private static int[] rows(Dice dice) {
        int[] rows = new int[8];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        dice.shuffle(rows);
        return rows;
    }

    /** A message in a language, its free choices drawn anew. A language without phrase table says everyday things. */
    private String worded(int language, int message) {
        Phrasebook book = world.languages().get(language).book();
        String key = "claim." + subject;
        if (!book.grammar().has(key)) {
            return book.everyday(topic, world.dice());
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ROWS_A_TEXT; i++) {
            int row = messages.get(message)[i] % book.grammar().size(key);
            text.append(i == 0 ? "" : " ").append(book.grammar().draw(key, row, world.dice()));
        }
        return book.polish(text.toString().replace("%place%", place).replace("%number%", number));
    }

    /** Fills a planted post; {@code wave} keeps the posts of one wave to part of the material. */
    void write(Draft draft, int wave) {
        Dice dice = world.dice();
        int language = world.accounts().language(draft.account());
        Phrasebook book = world.languages().get(language).book();
        // Three texts a wave, one of them kept from the wave before; after some waves they all come back.
        int message = (wave * 2 + dice.below(3)) % texts.size();
        String text = texts.get(message)[language];
        switch (kind) {
            case COPYPASTA, SLOW_DRIP -> draft.say(LightEdits.apply(text, book, world.accounts(), dice));
            case REWORDED -> draft.say(worded(language, message));
            case TRANSLATED -> {
                draft.say(LightEdits.apply(text, book, world.accounts(), dice));
                if (dice.chance(0.5)) {
                    draft.link(links.get(wave % links.size()));
                }
            }
            case CO_TARGET -> draft.say(text).address(targets[dice.below(targets.length)]);
            case CO_URL -> draft.say(book.everyday(topic, dice)).link(links.get((wave + dice.below(2)) % links.size()));
            case CO_HASHTAG -> {
                draft.say(book.everyday(topic, dice)).tag(hashtags.get(wave % hashtags.size()));
                if (dice.chance(0.4)) {
                    draft.tag(hashtags.get((wave + 1) % hashtags.size()));
                }
            }
        }
    }
}
