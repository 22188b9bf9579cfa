/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vigie.core.file.WholeFile;
import org.vigie.core.privacy.SecretKey;
import org.vigie.report.exchange.Fingerprinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        header = "Makes a key for pseudonyms and fingerprints, or says the ids of one.",
        description = {
            "",
            "A key is 32 random bytes in a file that nobody else may read. Whoever has it can look up "
                    + "names and texts: give it to partners by a way that you trust, and to nobody else.",
            ""
        })
final class KeyCommand implements Callable<Integer> {
    private static final int BYTES = 32;

    @Parameters(paramLabel = "K", description = "The file of the key.")
    private Path file;

    @Option(names = "--new", description = "Make the file; one that is there is never replaced.")
    private boolean isNew;

    @Override
    public Integer call() throws IOException {
        Input.requireFile("K", file);
        if (isNew) {
            make();
        }
        SecretKey key = Input.key(file);
        System.out.println("pseudonyms " + key.id());
        System.out.println("fingerprints " + Fingerprinter.withKey(key).keyId());
        return 0;
    }

    private void make() throws IOException {
        Output.prepare(file);
        requireNew(Files.exists(file, LinkOption.NOFOLLOW_LINKS));
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String line = Base64.getEncoder().encodeToString(bytes) + "\n";
        Path part = WholeFile.part(file);
        try {
            Files.deleteIfExists(part); // of a run that was killed
            write(part, line);
            place(part);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(Path part, String line) throws IOException {
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mine = isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine)) {
            ByteBuffer rest = StandardCharsets.US_ASCII.encode(line);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** A second name for the whole file: unlike a move, it fails if somebody made the file meanwhile. */
    private void place(Path part) throws IOException {
        try {
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            requireNew(true);
        } catch (UnsupportedOperationException | FileSystemException e) { // no links here
            requireNew(Files.exists(file, LinkOption.NOFOLLOW_LINKS));
            Files.move(part, file);
        }
    }

    private void requireNew(boolean isThere) throws IOException {
        if (isThere) {
            throw new IOException(file + " is there already; a key is never replaced");
        }
    }
}
