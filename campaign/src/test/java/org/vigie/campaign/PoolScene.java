/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.vigie.campaign.findings.Campaign;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.Post;

/** Traffic of two hundred people who each write words of their own for a month, and those whom a test adds. */
abstract class PoolScene {
    static final int PEOPLE = 200;
    static final double MONTH = 30 * 24 * 60;
    static final double EVENING = 20 * 60;
    final Scene scene = new Scene();
    final Random random = new Random(20);

    String line() {
        StringBuilder words = new StringBuilder();
        for (int word = 0; word < 7; word++) {
            for (int syllable = 0; syllable < 3; syllable++) {
                words.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
            }
            words.append(' ');
        }
        return words.toString();
    }

    List<String> lines(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line());
        }
        return lines;
    }

    /** A name at the beginning is mentioned. */
    void say(String account, double minutes, String text) {
        Post.Builder post = scene.post(account, minutes, text);
        scene.add(text.startsWith("@") ? post.mentions(List.of(text.substring(1, text.indexOf(' ')))) : post);
    }

    void publish(String id, String account, String text) {
        scene.add(Post.builder(id, account, Scene.START, text));
    }

    void ownWords(String account, int posts) {
        for (int i = 0; i < posts; i++) {
            say(account, random.nextDouble() * MONTH, line());
        }
    }

    /** The accounts of each campaign, without the people of the background. */
    List<List<String>> campaigns() {
        for (int person = 0; person < PEOPLE; person++) {
            ownWords("person" + person, 10);
        }
        Corpus corpus = scene.corpus();
        Names names = Names.plain(corpus);
        return CampaignDetector.withDefaults().detect(corpus).campaigns().stream()
                .map(Campaign::members)
                .map(members -> List.copyOf(new TreeSet<>(
                        members.stream().map(m -> names.account(m.account())).toList())))
                .toList();
    }
}
