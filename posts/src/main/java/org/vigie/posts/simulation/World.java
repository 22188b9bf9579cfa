/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.util.List;

/** What everybody in a run shares. Single-threaded: the order of draws is part of the result. */
record World(
        Dice dice,
        List<Speakers> languages,
        Accounts accounts,
        Crowd crowd,
        Rhythm rhythm,
        Newsroom newsroom,
        long seconds) {

    Phrasebook book(int account) {
        return languages.get(accounts.language(account)).book();
    }

    Draft draft(int account, String kind) {
        return new Draft(account, book(account).language(), kind);
    }
}
