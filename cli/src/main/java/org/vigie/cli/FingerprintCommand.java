/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vigie.core.file.WholeFile;
import org.vigie.report.exchange.FingerprintFile;
import org.vigie.report.exchange.Fingerprinter;
import org.vigie.report.table.CampaignsInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "fingerprint",
        mixinStandardHelpOptions = true,
        header = "Writes a run's campaigns as keyed fingerprints, by which partners recognise them.",
        description = {
            "",
            "No text, account or link is in them; whoever has no key can't try guesses. RUN needs whole "
                    + "texts. With --revoke, takes fingerprints back that were given away. Make a key with vigie "
                    + "key --new.",
            ""
        })
final class FingerprintCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            description = "The folder of a run, or its campaigns.json; none with --revoke.")
    private Optional<Path> run = Optional.empty();

    @Option(names = "--key-file", required = true, paramLabel = "K", description = "The key that all partners have.")
    private Path keyFile;

    @Option(names = "--out", required = true, paramLabel = "F.jsonl", description = "Where the fingerprints go.")
    private Path out;

    @Mixin
    private MinAccountsOption minAccounts;

    @Option(
            names = "--valid-days",
            defaultValue = "365",
            paramLabel = "DAYS",
            description = "For how many days from the last post on they count (default: ${DEFAULT-VALUE}).")
    private int validDays;

    @Option(
            names = "--revoke",
            split = ",",
            paramLabel = "ID",
            description = "Ids of fingerprints that count no more, with commas between.")
    private List<String> revoked = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Quiet quiet;

    @Override
    public Integer call() throws IOException {
        if (run.isPresent() == Ineffective.isGiven(spec, "--revoke") || run.isPresent() != revoked.isEmpty()) {
            throw new WrongUsageException("name either a RUN or ids to --revoke");
        }
        if (validDays < 1) {
            throw new WrongUsageException("--valid-days must be at least 1 but was " + validDays);
        }
        if (run.isEmpty()) {
            Ineffective.refuse(spec, "with --revoke", "--valid-days", MinAccountsOption.NAME);
        }
        run.ifPresent(path -> Input.requireFile("RUN", path));
        Input.requireFile("--out", out);
        Fingerprinter maker = Fingerprinter.withKey(Input.key(keyFile));
        Fingerprinter settings = WrongUsageException.check(
                () -> maker.withMinAccounts(minAccounts.accounts()).withValidity(Period.ofDays(validDays)));
        Output.check(
                Stream.concat(run.stream().map(CampaignsInput::file), Stream.of(keyFile))
                        .toList(),
                List.of(out));
        FingerprintFile file =
                run.isPresent() ? settings.of(run.get()) : WrongUsageException.check(() -> settings.revoke(revoked));
        write(file, out);
        try (Progress progress = new Progress(quiet.on())) {
            file.warnings().forEach(progress::warn);
            progress.say(String.format(
                    Locale.ROOT,
                    "%d %s, %d %s, %d %s withheld (too few accounts)",
                    file.fingerprints().size(),
                    file.fingerprints().size() == 1 ? "fingerprint" : "fingerprints",
                    file.revocations().size(),
                    file.revocations().size() == 1 ? "revocation" : "revocations",
                    file.withheld(),
                    file.withheld() == 1 ? "campaign" : "campaigns"));
        }
        return 0;
    }

    static void write(FingerprintFile file, Path to) throws IOException {
        Output.prepare(to);
        WholeFile.write(to, bytes -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
            file.write(writer);
            writer.flush();
        });
    }
}
