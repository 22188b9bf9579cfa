/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.vigie.posts.Post;

/** The truth file: one row a post. */
final class TruthCsv implements Closeable {
    private final CsvWriter csv;

    TruthCsv(OutputStream out) {
        csv = PostCsvWriter.csv(out);
        csv.writeRecord("post_id", "account", "campaign", "kind", "planted");
    }

    void write(Post post, Label label) {
        csv.writeRecord(post.id(), post.account(), label.campaign(), label.kind(), Boolean.toString(label.planted()));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** What a reader learns of one campaign row by row. */
    private static final class Gathered {
        private final TreeSet<String> accounts = new TreeSet<>();
        private String kind = "";
        private long posts;
    }

    static SimulationTruth read(Path file) throws IOException {
        Map<String, Gathered> gathered = new LinkedHashMap<>();
        long posts = 0;
        try (InputStream bytes = open(file);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(bytes, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord row : rows) {
                posts++;
                String campaign = row.getField("campaign");
                if (!campaign.isEmpty()) {
                    Gathered one = gathered.computeIfAbsent(campaign, unused -> new Gathered());
                    one.accounts.add(row.getField("account"));
                    if (Boolean.parseBoolean(row.getField("planted"))) {
                        one.kind = row.getField("kind");
                        one.posts++;
                    }
                }
            }
            List<SimulationTruth.PlantedCampaign> campaigns = new ArrayList<>();
            gathered.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey((a, b) ->
                            a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b)))
                    .forEach(entry -> campaigns.add(new SimulationTruth.PlantedCampaign(
                            entry.getKey(),
                            CampaignKind.of(entry.getValue().kind),
                            List.copyOf(entry.getValue().accounts),
                            entry.getValue().posts)));
            return new SimulationTruth(posts, campaigns);
        } catch (NoSuchElementException | IllegalArgumentException e) {
            throw new IOException(file + " is not a truth file: " + e.getMessage(), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }
}
