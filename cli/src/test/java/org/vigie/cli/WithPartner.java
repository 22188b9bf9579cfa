/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that read what a partner has found, which is made once for the tests of a class. */
abstract class WithPartner {
    @TempDir
    private static Path shared;

    static Partner partner;

    @TempDir
    Path folder;

    @BeforeAll
    static void detect() throws IOException {
        partner = Partner.in(shared);
    }
}
