/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** What findings say to partners: how they are shared, and keyed fingerprints by which partners recognise them. */
package org.vigie.report.exchange;
