/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Findings against labels: who was rightly reported, who wrongly, who was missed. Start at {@link
 * org.vigie.campaign.evaluation.Evaluation}.
 */
package org.vigie.campaign.evaluation;
