/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Campaigns while posts come in: alarms at once, findings at intervals, a state that survives a crash. */
package org.vigie.campaign.monitor;
