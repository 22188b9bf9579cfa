/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.util.List;
import java.util.OptionalDouble;

/**
 * An alarm before anybody has decided whether the budget allows it, and before it has names.
 *
 * @param kind what happened
 * @param keyKind what the key is
 * @param key its name as posts give it
 * @param time when it can be said, in epoch milliseconds
 * @param onset the estimated begin, in epoch milliseconds
 * @param posts how many posts
 * @param accounts how many accounts
 * @param expected what the past gives
 * @param pValue the p-value
 * @param qValue the q-value
 * @param evidence numbers of posts
 */
record FastAlarm(
        Alert.Kind kind,
        String keyKind,
        String key,
        long time,
        long onset,
        long posts,
        long accounts,
        OptionalDouble expected,
        OptionalDouble pValue,
        OptionalDouble qValue,
        List<Long> evidence) {}
