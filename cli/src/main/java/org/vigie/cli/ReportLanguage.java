/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.util.Locale;

/** The languages that a report is written in. */
enum ReportLanguage {
    EN(Locale.ENGLISH),
    FR(Locale.FRENCH);

    private final Locale locale;

    ReportLanguage(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }
}
