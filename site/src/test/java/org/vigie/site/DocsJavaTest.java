/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles and runs every block of Java in the documentation, javadoc included. CONTRIBUTING.md says by what rules: a block is a whole file
 * or a few statements; statements may use the names that {@link Given} holds; what is printed is {@code // prints X}.
 */
final class DocsJavaTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern WHOLE_FILE = Pattern.compile(
            "^(?:(?:public|final|abstract|sealed|open) )*(?:class|record|interface|enum|module) (\\w+)",
            Pattern.MULTILINE);
    private static final Pattern PRINTS = Pattern.compile("// prints (.*)$", Pattern.MULTILINE);
    private static final Pattern COMMENTED = Pattern.compile("<pre>\\{@code\n(.*?)}</pre>", Pattern.DOTALL);
    private static final List<String> MODULES = List.of("core", "nlp", "graph", "posts", "campaign", "report");
    private static final Pattern EXPORTS = Pattern.compile("exports (\\S+);");

    @TempDir
    private Path scratch;

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        Given given = new Given(Files.createDirectories(scratch.resolve("given")));
        List<DynamicTest> tests = new ArrayList<>();
        for (Page page : Page.all(ROOT)) {
            String before = "";
            for (Page.Block block : page.blocks()) {
                if (!block.language().equals("java")) {
                    continue;
                }
                String name = page.file().replaceAll("\\W", "_") + "_" + tests.size();
                if (WHOLE_FILE.matcher(block.code()).find()) {
                    Path files = scratch.resolve("files").resolve(page.file().replaceAll("\\W", "_"));
                    tests.add(DynamicTest.dynamicTest(name, () -> wholeFile(name, block, files, given)));
                } else {
                    String code = block.comment().equals("continues") ? before + block.code() : block.code();
                    before = code;
                    tests.add(DynamicTest.dynamicTest(name, () -> statements(name, code, block, given)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(40);
        for (String code : ofComments()) {
            String name = "javadoc_" + tests.size();
            Page.Block block = new Page.Block("java", "", code);
            tests.add(DynamicTest.dynamicTest(name, () -> statements(name, code, block, given)));
        }
        return tests.stream();
    }

    /** The blocks of code of all javadoc. */
    private static List<String> ofComments() throws IOException {
        List<String> blocks = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> tree = Files.walk(ROOT.resolve(module + "/src/main/java"))) {
                for (Path file : tree.filter(f -> f.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    COMMENTED
                            .matcher(Files.readString(file))
                            .results()
                            .forEach(block -> blocks.add(block.group(1).replaceAll("(?m)^ *\\* ?", "")));
                }
            }
        }
        return blocks;
    }

    private void wholeFile(String name, Page.Block block, Path files, Given given) throws Exception {
        Matcher declared = WHOLE_FILE.matcher(block.code());
        assertThat(declared.find()).isTrue();
        if (declared.group().contains("module ")) {
            return; // .ci/consumer compiles it, with the artifacts that it requires
        }
        Class<?> compiled = compile(name, declared.group(1), block.code(), files);
        if (block.comment().startsWith("file: ")) {
            // Files further down on the page may use it.
            Path file = files.resolve(block.comment().replaceFirst("file: src/main/java/", ""));
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, block.code());
        }
        Optional<java.lang.reflect.Method> main = Stream.of(compiled.getMethods())
                .filter(m -> m.getName().equals("main"))
                .findFirst();
        if (main.isPresent()) {
            String[] words = {
                given.file.toString(), scratch.resolve(name).resolve("out").toString()
            };
            run(block.code(), () -> main.get().invoke(null, (Object) words));
        }
    }

    private void statements(String name, String code, Page.Block block, Given given) throws Exception {
        StringBuilder source = new StringBuilder("import " + Given.class.getName() + ";\n");
        for (String imported : imports()) {
            source.append("import ").append(imported).append(".*;\n");
        }
        source.append("public class ")
                .append(name)
                .append(" extends Given {\n  public ")
                .append(name)
                .append("(Given given) { super(given); }\n  public void run() throws Exception {\n")
                .append(code)
                .append("  }\n}\n");
        Class<?> compiled = compile(name, name, source.toString(), scratch);
        if (!block.comment().startsWith("not run")) {
            Object snippet = compiled.getConstructor(Given.class).newInstance(given);
            run(code, () -> compiled.getMethod("run").invoke(snippet));
        }
    }

    /** Runs it; where it says what it prints, it must print that and nothing else. */
    private static void run(String code, ReflectiveCall call) throws Exception {
        PrintStream stdout = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            call.run();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            System.setOut(stdout);
        }
        List<String> promised =
                PRINTS.matcher(code).results().map(m -> m.group(1).strip()).toList();
        List<String> printed =
                out.toString(StandardCharsets.UTF_8).lines().map(String::strip).toList();
        if (!promised.isEmpty()) {
            assertThat(printed).isEqualTo(promised);
        }
    }

    private interface ReflectiveCall {
        void run() throws Exception;
    }

    private Class<?> compile(String name, String type, String source, Path files) throws Exception {
        Path folder = Files.createDirectories(scratch.resolve(name));
        Path file = Files.writeString(folder.resolve(type + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options = List.of(
                "--release=17",
                "-proc:none",
                "-Xlint:all,-processing",
                "-Werror",
                "-d",
                folder.toString(),
                "-sourcepath",
                files.toString(),
                "-cp",
                classPath());
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean compiles = compiler.getTask(
                            complaints, manager, null, options, null, manager.getJavaFileObjects(file))
                    .call();
            assertThat(compiles).as(complaints.toString()).isTrue();
        }
        Matcher declared =
                Pattern.compile("^package (\\S+);", Pattern.MULTILINE).matcher(source);
        String className = declared.find() ? declared.group(1) + "." + type : type;
        URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, DocsJavaTest.class.getClassLoader());
        return loader.loadClass(className);
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static List<String> imports() throws IOException {
        List<String> packages = new ArrayList<>(
                List.of("java.io", "java.nio.charset", "java.nio.file", "java.time", "java.util", "java.util.stream"));
        for (String module : MODULES) {
            String declaration = Files.readString(ROOT.resolve(module + "/src/main/java/module-info.java"));
            EXPORTS.matcher(declaration).results().forEach(m -> packages.add(m.group(1)));
        }
        return packages;
    }
}
