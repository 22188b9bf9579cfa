/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Runs axe-core over a page in a headless browser, without a driver. The page stands in a frame of the form's width,
 * since a window has a least width; axe's result goes to the page around it, which the browser prints.
 *
 * <p>Before axe looks, all details are open. The shadows of wide tables are off, for axe cannot tell the contrast of
 * text on a gradient.
 */
final class Axe {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String JAR = "META-INF/maven/org.webjars.npm/axe-core/pom.properties";
    private static final Pattern POLICY = Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*>");
    private static final Pattern PDF_PAGE = Pattern.compile("/Type\\s*/Page\\b");
    private static final Pattern PRINTED = Pattern.compile("<pre id=\"result\">([^<]+)</pre>");

    private static final String RUN = """
            <script src="axe.js"></script>
            <script>
            document.head.insertAdjacentHTML("beforeend", "<style>.scroll { background: none !important; }</style>");
            document.querySelectorAll("details").forEach(d => { d.open = true; });
            const shown = (rule, node) => `${rule.id} (${rule.help}): ${node.html.slice(0, 200)} ${node.failureSummary}`;
            const all = rules => rules.flatMap(rule => rule.nodes.map(node => shown(rule, node)));
            const send = result => parent.postMessage(encodeURIComponent(JSON.stringify(result)), "*");
            const options = {
              rules: { "target-size": { enabled: true } },
              resultTypes: ["violations", "incomplete"],
              selectors: false,
            };
            axe.run(document, options).then(found => send({
              violations: all(found.violations),
              undecided: all(found.incomplete),
              passed: found.passes.map(rule => rule.id),
              language: document.documentElement.lang,
              width: innerWidth,
              dark: matchMedia("(prefers-color-scheme: dark)").matches,
            }), error => send({ error: String(error) }));
            </script>
            """;

    private static final String FRAME = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>axe</title></head>
            <body><pre id="result"></pre>
            <script>addEventListener("message", e => { document.getElementById("result").textContent = e.data; });</script>
            <iframe title="page" src="page.html" width="%d" height="844" style="border: 0"></iframe></body></html>
            """;

    private final Path browser;
    private final Duration limit;

    Axe(Path browser, Duration limit) {
        this.browser = browser;
        this.limit = limit;
    }

    /** How a page is looked at. */
    enum Form {
        LIGHT(1280, false),
        DARK(1280, true),
        PHONE(390, false);

        final int width;
        final boolean dark;

        Form(int width, boolean dark) {
            this.width = width;
            this.dark = dark;
        }
    }

    /**
     * What axe said, and how the page saw itself.
     *
     * @param undecided what axe could not tell and leaves to people
     */
    record Outcome(
            List<String> violations,
            List<String> undecided,
            List<String> passed,
            String language,
            int width,
            boolean dark) {}

    /** A browser on the PATH that has the flags which are used here. */
    static Optional<Path> browser() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return NAMES.stream()
                .flatMap(name -> Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Outcome inspect(String page, Form form) throws IOException, InterruptedException {
        // Not the system's folder: a browser in a snap may read only below the home folder.
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "axe");
        try {
            Files.writeString(folder.resolve("axe.js"), script());
            Files.writeString(folder.resolve("page.html"), prepared(page));
            Files.writeString(folder.resolve("frame.html"), FRAME.formatted(form.width));
            return outcome(print(folder, form));
        } finally {
            delete(folder);
        }
    }

    /** How many sheets the page takes when it is printed. */
    int sheets(String page) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "print");
        try {
            Path from = Files.writeString(
                    folder.resolve("page.html"), POLICY.matcher(page).replaceFirst(""));
            Path pdf = folder.resolve("page.pdf");
            run(
                    folder,
                    "a PDF",
                    List.of(
                            "--print-to-pdf=" + pdf.toAbsolutePath(),
                            "--no-pdf-header-footer",
                            from.toUri().toString()));
            return (int) PDF_PAGE.matcher(Files.readString(pdf, StandardCharsets.ISO_8859_1))
                    .results()
                    .count();
        } finally {
            delete(folder);
        }
    }

    private static String prepared(String page) {
        String open = POLICY.matcher(page).replaceFirst("");
        int end = open.lastIndexOf("</body>");
        if (end < 0) {
            throw new IllegalArgumentException("a page must have the end of its body");
        }
        return open.substring(0, end) + RUN + open.substring(end);
    }

    private static String script() throws IOException {
        Properties jar = new Properties();
        try (InputStream in = open(JAR)) {
            jar.load(in);
        }
        String file = "META-INF/resources/webjars/axe-core/" + jar.getProperty("version") + "/axe.min.js";
        try (InputStream in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(ClassLoader.getSystemResourceAsStream(name), name);
    }

    private String print(Path folder, Form form) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("--virtual-time-budget=60000"));
        if (form.dark) {
            options.add("--blink-settings=preferredColorScheme=0");
        }
        options.addAll(
                List.of("--dump-dom", folder.resolve("frame.html").toUri().toString()));
        int exit = run(folder, "the form " + form, options);
        Matcher printed = PRINTED.matcher(Files.readString(folder.resolve("out.txt")));
        if (!printed.find()) {
            throw new AssertionError("%s ended with %d and printed no result of axe in the form %s. It said: %s"
                    .formatted(browser, exit, form, Files.readString(folder.resolve("err.txt"))));
        }
        return URLDecoder.decode(printed.group(1), StandardCharsets.UTF_8);
    }

    private int run(Path folder, String as, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-background-networking",
                "--user-data-dir=" + folder.resolve("profile").toAbsolutePath(),
                "--window-size=1300,1000"));
        command.addAll(options);
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("%s printed no page in %s within %s; it was ended. It said: %s"
                        .formatted(browser, as, limit, Files.readString(err)));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        return process.exitValue();
    }

    private static Outcome outcome(String json) {
        JsonNode result = JsonSchemas.parse(json);
        if (result.has("error")) {
            throw new AssertionError("axe failed: " + result.get("error").asString());
        }
        return new Outcome(
                strings(result.get("violations")),
                strings(result.get("undecided")),
                strings(result.get("passed")),
                result.get("language").asString(),
                result.get("width").asInt(),
                result.get("dark").asBoolean());
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    /** As far as it can: a browser that ends may still write and remove files. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
