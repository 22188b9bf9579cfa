/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.util.List;
import org.vigie.report.ReportFormat;
import org.vigie.report.exchange.Sharing;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How findings are written for partners. */
final class SharingOptions {
    @Option(
            names = "--tlp",
            defaultValue = "amber",
            paramLabel = "LEVEL",
            description =
                    "To whom partners may pass on stix.json and misp.json: clear, green, amber, amber+strict or red"
                            + " (default: ${DEFAULT-VALUE}).")
    private String tlp;

    @Option(
            names = "--stix-profile",
            defaultValue = "standard",
            paramLabel = "PROFILE",
            description =
                    "Types of objects in stix.json: standard, or opencti with channels, narratives and media content"
                            + " (default: ${DEFAULT-VALUE}).")
    private Sharing.StixProfile profile;

    @Option(names = "--stix-incidents", description = "Write a STIX incident, suspected, for each campaign too.")
    private boolean incidents;

    @Option(
            names = "--misp-objects",
            description = "Write MISP objects in place of attributes; MISP's JSON Schema 2.4 does not know them.")
    private boolean mispObjects;

    @Mixin
    private MinAccountsOption minAccounts;

    /** Refuses what has no effect on the results that are written. */
    void check(CommandSpec command, List<ReportFormat> formats) {
        boolean isStix = has(formats, "stix");
        boolean isMisp = has(formats, "misp");
        if (!isStix && !isMisp) {
            Ineffective.refuse(command, "without stix or misp among --formats", "--tlp", MinAccountsOption.NAME);
        }
        if (!isStix) {
            Ineffective.refuse(command, "without stix among --formats", "--stix-profile", "--stix-incidents");
        }
        if (!isMisp) {
            Ineffective.refuse(command, "without misp among --formats", "--misp-objects");
        }
    }

    private static boolean has(List<ReportFormat> formats, String name) {
        return formats.stream().anyMatch(format -> format.file().equals(name + ".json"));
    }

    Sharing settings() {
        return WrongUsageException.check(() -> {
            Sharing settings = Sharing.withDefaults()
                    .withTlp(Sharing.Tlp.of(tlp))
                    .withStixProfile(profile)
                    .withMinAccounts(minAccounts.accounts());
            settings = incidents ? settings.withIncidents() : settings;
            return mispObjects ? settings.withMispObjects() : settings;
        });
    }
}
