/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.util.List;

/** The articles that a language talks about at a time: a few a topic, replaced after some hours. */
final class Newsroom {
    private static final int LIVE = 6;
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private final List<Speakers> languages;
    private final Dice dice;
    private final Article[][] live;

    Newsroom(List<Speakers> languages, Dice dice) {
        this.languages = languages;
        this.dice = dice;
        live = new Article[languages.size() * Phrasebook.TOPICS.size()][LIVE];
    }

    /** A page with its headline; {@code until} is the second when people stop passing it on. */
    record Article(String url, String title, long until) {}

    /** Some article of the moment, the first ones more often. */
    Article current(int language, int topic, long second) {
        Article[] articles = live[language * Phrasebook.TOPICS.size() + topic];
        double u = dice.uniform();
        int index = (int) (LIVE * u * u);
        Article article = articles[index];
        if (article == null || article.until() < second) {
            article = write(language, topic, second);
            articles[index] = article;
        }
        return article;
    }

    Article write(int language, int topic, long second) {
        Phrasebook book = languages.get(language).book();
        String title = book.draw(book.key("headline", topic), dice);
        return new Article(address(book.draw("site", dice), topic), title, second + dice.between(4, 40) * 3600L);
    }

    /** An address nobody had before, but for one chance in 2^40. */
    String address(String site, int topic) {
        return "https://" + site + ".example/" + Phrasebook.TOPICS.get(topic) + "/" + slug(8);
    }

    String slug(int length) {
        StringBuilder slug = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            slug.append(LETTERS.charAt(dice.below(LETTERS.length())));
        }
        return slug.toString();
    }
}
