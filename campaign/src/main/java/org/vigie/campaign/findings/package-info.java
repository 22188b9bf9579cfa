/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** What was found in a corpus, in numbers of its rows, accounts and objects. */
package org.vigie.campaign.findings;
