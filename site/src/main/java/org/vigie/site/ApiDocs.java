/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** The javadoc of all modules in one tree, by the JDK's own tool. */
final class ApiDocs {
    private static final List<String> MODULES = List.of("core", "nlp", "graph", "posts", "campaign", "report");

    private ApiDocs() {}

    static void write(Path root, Path out) throws IOException {
        Path styles = Files.createDirectories(root.resolve("target"));
        Site.copyResource("api.css", styles);
        // The libraries that the modules require; the modules themselves are given as sources.
        String libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && !Path.of(entry).startsWith(root))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> options = new ArrayList<>(List.of(
                "-d",
                out.toString(),
                "-quiet",
                "-notimestamp",
                "-Xdoclint:none", // ./mvnw verify has checked every comment
                "-encoding",
                "UTF-8",
                "-docencoding",
                "UTF-8",
                "-locale",
                "en",
                "--release",
                "17",
                "--module-path",
                libraries,
                "--add-stylesheet",
                styles.resolve("api.css").toString(),
                "-windowtitle",
                "Vigie",
                "-doctitle",
                "Vigie, the API",
                "-header",
                "<a href=\"{@docRoot}/../index.html\">Guides</a>"));
        for (String module : MODULES) {
            Path generated = root.resolve(module).resolve("target/generated-sources/jte");
            options.add("--module-source-path");
            options.add("org.vigie." + module + "=" + root.resolve(module).resolve("src/main/java")
                    + (Files.isDirectory(generated) ? File.pathSeparator + generated : ""));
        }
        options.add("--module");
        options.add(MODULES.stream().map(module -> "org.vigie." + module).collect(Collectors.joining(",")));

        StringWriter said = new StringWriter();
        PrintWriter printer = new PrintWriter(said);
        ToolProvider javadoc = ToolProvider.findFirst("javadoc")
                .orElseThrow(() -> new IOException("there is no javadoc in this Java: a JDK is needed"));
        if (javadoc.run(printer, printer, options.toArray(String[]::new)) != 0) {
            throw new IOException("javadoc: " + said);
        }
    }
}
