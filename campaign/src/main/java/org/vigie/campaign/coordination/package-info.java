/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** From posts to tested networks of accounts: the coordination job. */
package org.vigie.campaign.coordination;
