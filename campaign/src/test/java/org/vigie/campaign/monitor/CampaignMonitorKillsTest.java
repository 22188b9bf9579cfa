/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.posts.Post;

/** A process that watches is killed twenty times; nothing is lost and nothing is said twice. */
final class CampaignMonitorKillsTest {
    private static final int POSTS = 2_400;
    private static final int KILLS = 20;

    /** The process that is killed: it goes on after the position, and says how far it is. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            List<Post> posts = Feed.simulated(POSTS);
            try (CampaignMonitor monitor =
                    CampaignMonitor.open(folder.resolve("state"), Feed.settings(folder.resolve("alerts.ndjson")))) {
                long from = monitor.position().posts();
                System.out.println("acknowledged " + from);
                // Some come again: they are known.
                for (int i = (int) Math.max(0, from - 25); i < posts.size(); i++) {
                    monitor.accept(posts.get(i));
                    System.out.println("given " + (i + 1));
                    System.out.flush();
                }
                monitor.finish();
            }
            System.out.println("done");
        }
    }

    @Test
    @Timeout(300)
    void aKilledMonitorLosesNothingAndSaysNothingTwice(@TempDir Path folder) throws Exception {
        String expected = Feed.undisturbed(folder, Feed.simulated(POSTS));
        assertThat(expected.lines()).hasSizeGreaterThan(10);
        assertThat(expected).contains("campaign-appeared", "\"copies\"", "\"rise\"");

        SplittableRandom random = new SplittableRandom(18);
        long acknowledged = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long target = (long) POSTS * kill / (KILLS + 1) + random.nextInt(100) - 50;
            Process child = start(folder);
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    if (line.startsWith("acknowledged ")) {
                        long now = Long.parseLong(line.substring("acknowledged ".length()));
                        assertThat(now).as("posts after kill %d", kill).isGreaterThanOrEqualTo(acknowledged);
                        acknowledged = now;
                    } else if (line.startsWith("given ") && Long.parseLong(line.substring(6)) >= target) {
                        child.destroyForcibly();
                        break;
                    }
                }
            }
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).as("killed").isNotZero();
        }
        Process last = start(folder);
        last.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThat(last.waitFor()).isZero();

        assertThat(Files.readString(folder.resolve("alerts.ndjson"))).isEqualTo(expected);
        assertThat(acknowledged).isGreaterThan(POSTS / 2);
        String position = Files.readString(folder.resolve("state").resolve("position.json"));
        assertThat(position).contains("\"posts\":" + POSTS + ",");
    }

    /** The classes of this process, on the class path or as modules, and those of the tests. */
    private static String classes() {
        String name = Child.class.getName().replace('.', '/') + ".class";
        URL url = Objects.requireNonNull(Child.class.getClassLoader().getResource(name));
        Path tests =
                Path.of(URI.create(url.toString().substring(0, url.toString().length() - name.length())));
        return Stream.of(
                        tests.toString(),
                        System.getProperty("java.class.path", ""),
                        System.getProperty("jdk.module.path", ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        classes(),
                        Child.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
