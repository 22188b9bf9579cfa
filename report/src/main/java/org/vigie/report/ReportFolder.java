/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.core.file.FolderLock;
import org.vigie.core.file.WholeFile;
import org.vigie.posts.Names;
import org.vigie.posts.PostSource.Reject;

/**
 * A folder that takes one report: locked from the moment it is opened, so that no two runs mix their results. Files
 * grow as NAME.part. When all are whole the old manifest goes, the files take their names, and the new manifest comes
 * last. So a folder with a manifest holds the results of one run. What a killed run left goes when the folder is opened
 * again.
 *
 * <p>Refused rows are written as they come and need no memory. Closing gives the folder free, and removes it if it was made
 * for a report that was not written. Not thread-safe.
 */
public final class ReportFolder implements AutoCloseable {
    private final Path path;
    private final List<Path> made;
    private final FolderLock lock;
    private final boolean whole;
    private final Map<String, DigestedFile.Written> files = new LinkedHashMap<>();
    private Optional<RejectsFile> rejects = Optional.empty();

    private ReportFolder(Path path, List<Path> made, FolderLock lock, boolean whole) {
        this.path = path;
        this.made = made;
        this.lock = lock;
        this.whole = whole;
    }

    /**
     * Opens a folder for a report with whole texts and plain names.
     *
     * @param path the folder; made if it is not there
     * @return the folder
     * @throws IOException if another run is writing into it, or it can't be made
     */
    public static ReportFolder open(Path path) throws IOException {
        return open(path, Names.Retention.FULL, false);
    }

    /**
     * Opens a folder. Refused rows are kept without their own words if texts are cut or names replaced: nobody understood
     * them, so they can't be redacted.
     *
     * @param path the folder; made if it is not there
     * @param retention how much of texts the report will show
     * @param pseudonyms whether it will show pseudonyms
     * @return the folder
     * @throws IOException if another run is writing into it, or it can't be made
     */
    public static ReportFolder open(Path path, Names.Retention retention, boolean pseudonyms) throws IOException {
        List<Path> made = missing(path);
        try {
            Files.createDirectories(path);
            FolderLock lock = FolderLock.take(path);
            try {
                ReportFolder folder =
                        new ReportFolder(path, made, lock, retention == Names.Retention.FULL && !pseudonyms);
                folder.clean(ReportFormats.all());
                return folder;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            removeIfEmpty(made);
            throw e;
        }
    }

    /** The folders that have to be made, innermost first. */
    private static List<Path> missing(Path folder) {
        List<Path> missing = new ArrayList<>();
        for (Path p = folder.toAbsolutePath().normalize(); p != null && !Files.exists(p); p = p.getParent()) {
            missing.add(p);
        }
        return missing;
    }

    private static void removeIfEmpty(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    /** Removes what a killed run left of these formats' files. */
    void clean(Collection<ReportFormat> formats) throws IOException {
        for (ReportFormat format : formats) {
            Files.deleteIfExists(part(format.file()));
        }
        Files.deleteIfExists(part(Manifest.FILE));
        if (rejects.isEmpty()) {
            Files.deleteIfExists(part(RejectsFile.FILE));
        }
    }

    /**
     * Returns where it is.
     *
     * @return the folder as it was opened
     */
    public Path path() {
        return path;
    }

    /**
     * Keeps a row that was refused, in {@code rejects.csv}.
     *
     * @param reject the row
     * @throws java.io.UncheckedIOException if it can't be written
     */
    public void reject(Reject reject) {
        RejectsFile file = rejects.orElseGet(() -> new RejectsFile(part(RejectsFile.FILE), whole));
        rejects = Optional.of(file);
        file.add(reject);
    }

    /** How many rows were refused. */
    long rejected() {
        return rejects.map(RejectsFile::count).orElse(0L);
    }

    boolean showsMoreThan(Names names) {
        return whole
                && (names.retention() != Names.Retention.FULL || names.keyId().isPresent());
    }

    void write(ReportFormat format, Report report) throws IOException {
        Path part = part(format.file());
        try (DigestedFile file = new DigestedFile(part)) {
            format.write(report, file.out());
            files.put(format.file(), file.end());
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /** Ends the file of refused rows, if there are any. */
    void endRejects() throws IOException {
        if (rejects.isPresent()) {
            files.put(RejectsFile.FILE, rejects.get().end());
            rejects = Optional.empty();
        }
    }

    /** The files that are whole, in the order of writing. */
    Map<String, DigestedFile.Written> files() {
        return files;
    }

    /** Puts all files in their places. From the first step to the last there is no manifest. */
    List<String> place() throws IOException {
        Files.deleteIfExists(path.resolve(Manifest.FILE));
        if (!files.containsKey(RejectsFile.FILE)) {
            Files.deleteIfExists(path.resolve(RejectsFile.FILE)); // an earlier run's
        }
        List<String> names = List.copyOf(files.keySet()); // the manifest is the last
        for (String name : names) {
            WholeFile.place(path.resolve(name));
        }
        files.clear();
        return names;
    }

    private Path part(String name) {
        return WholeFile.part(path.resolve(name));
    }

    /**
     * Removes what did not become a report, and gives the folder free.
     *
     * @throws IOException if something can't be removed
     */
    @Override
    public void close() throws IOException {
        try {
            endRejects();
        } finally {
            try {
                for (String name : files.keySet()) {
                    Files.deleteIfExists(part(name));
                }
            } finally {
                lock.close();
                removeIfEmpty(made);
            }
        }
    }
}
