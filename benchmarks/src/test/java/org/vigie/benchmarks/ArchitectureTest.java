/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The house as CONTRIBUTING.md draws it, over all modules. It stands here because from here all modules are seen.
 */
@AnalyzeClasses(packages = "org.vigie", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final Path ROOT = Path.of("..");

    /** Those that others depend on, the lowest first. */
    private static final List<String> LIBRARIES = List.of("core", "nlp", "graph", "posts", "campaign", "report");

    private static final List<String> PROGRAMS = List.of("cli", "benchmarks", "site");

    private static final int MOST_TYPES = 8;
    private static final int MOST_LINES = 400;

    /** Packages with more public types than a reader keeps in mind, and why. */
    private static final Map<String, Integer> LARGE_PACKAGES = Map.of(
            // One record a thing that is found, as each is a table or a part of campaigns.json.
            "org.vigie.campaign.findings",
            9,
            // The search on one machine, as an index, and in steps for many machines.
            "org.vigie.nlp.duplicate",
            9);

    /** Classes longer than a reader likes, and why. */
    private static final Set<String> LONG_CLASSES = Set.of(
            // Columns by row, account and text: short getters, each with its javadoc.
            "org/vigie/posts/Corpus.java",
            // The same for edges and vertices; what is computed of them is in graph.score and graph.backbone.
            "org/vigie/graph/network/CoordinationNetwork.java",
            // The same for actions, with the builder that checks them.
            "org/vigie/graph/coaction/Actions.java");

    @ArchTest
    static final ArchRule ARROWS_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.vigie..")
            .layer("core")
            .definedBy("org.vigie.core..")
            .layer("nlp")
            .definedBy("org.vigie.nlp..")
            .layer("graph")
            .definedBy("org.vigie.graph..")
            .layer("posts")
            .definedBy("org.vigie.posts..")
            .layer("campaign")
            .definedBy("org.vigie.campaign..")
            .layer("report")
            .definedBy("org.vigie.report..")
            .layer("cli")
            .definedBy("org.vigie.cli..")
            .layer("benchmarks")
            .definedBy("org.vigie.benchmarks..")
            .layer("site")
            .definedBy("org.vigie.site..")
            .whereLayer("core")
            .mayNotAccessAnyLayer()
            .whereLayer("nlp")
            .mayOnlyAccessLayers("core")
            .whereLayer("graph")
            .mayOnlyAccessLayers("core")
            .whereLayer("posts")
            .mayOnlyAccessLayers("core", "nlp")
            .whereLayer("campaign")
            .mayOnlyAccessLayers("core", "nlp", "graph", "posts")
            .whereLayer("report")
            .mayOnlyAccessLayers("core", "nlp", "graph", "posts", "campaign")
            .whereLayer("cli")
            .mayOnlyAccessLayers("core", "nlp", "graph", "posts", "campaign", "report")
            .whereLayer("benchmarks")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("site")
            .mayNotBeAccessedByAnyLayer()
            .ensureAllClassesAreContainedInArchitectureIgnoring("org.vigie.spark..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.vigie.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule LIBRARIES_ARE_SILENT = noClasses()
            .that()
            .resideOutsideOfPackages("org.vigie.cli..", "org.vigie.benchmarks..", "org.vigie.site..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("only programs print");

    @ArchTest
    static final ArchRule NO_UNSEEDED_RANDOMNESS = noClasses()
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SplittableRandom.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
            .orShould()
            .callMethod(Math.class, "random")
            .because("the same input and seed must give the same bytes on every machine");

    @ArchTest
    static final ArchRule NO_SHARED_POOL = noClasses()
            .should()
            .callMethodWhere(describe("runs on the common pool", ArchitectureTest::isOnCommonPool))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.concurrent\\.(ForkJoin.*|CompletableFuture|Executors?)")
            .because("threads are never more than asked for");

    @ArchTest
    static final ArchRule ONLY_MAIN_ENDS_THE_PROCESS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.vigie.cli.Main")
            .and()
            .resideOutsideOfPackages("org.vigie.benchmarks..", "org.vigie.site..")
            .should()
            .callMethod(System.class, "exit", int.class);

    /** Posts are hostile: nothing of the product opens an address, starts a program or makes code or objects of bytes. */
    @ArchTest
    static void nothingIsFetchedOrExecuted(JavaClasses all) {
        product("org.vigie.cli.WebSocketLines")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(http\\.|.*Socket|.*URL[^D]).*|java\\.nio\\.channels\\..*SocketChannel")
                .because("only a monitor connects, and only to the address that it is given")
                .check(all);
        product("org.vigie.cli.SparkProcess")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.Process.*|javax\\.script\\..*|java\\.io\\.ObjectInput.*|.*ClassLoader")
                .orShould()
                .callMethodWhere(
                        describe("starts a program", call -> call.getName().equals("exec")))
                .because("only --spark starts a program, which the command line names")
                .check(all);
    }

    private static GivenClassesConjunction product(String exception) {
        return noClasses()
                .that()
                .resideOutsideOfPackages("org.vigie.benchmarks..", "org.vigie.site..")
                .and()
                .haveNameNotMatching(Pattern.quote(exception) + "(\\$.*)?");
    }

    private static boolean isOnCommonPool(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getName();
        return method.equals("parallelStream")
                || (method.equals("parallel") && owner.startsWith("java.util.stream."))
                || (method.startsWith("parallel") && owner.equals("java.util.Arrays"));
    }

    /** What is exported is API, so it is small; the compiler sees to it that an API names nothing hidden. */
    @ArchTest
    static void exportedPackagesAreSmall(JavaClasses all) {
        Map<String, Set<String>> types = new TreeMap<>();
        for (JavaClass type : all) {
            if (type.isTopLevelClass()
                    && type.getModifiers().contains(JavaModifier.PUBLIC)
                    && !type.getSimpleName().equals("package-info")) {
                types.computeIfAbsent(type.getPackageName(), p -> new TreeSet<>())
                        .add(type.getSimpleName());
            }
        }
        Set<String> exported = packages("exports ([\\w.]+);");
        assertThat(types.keySet()).containsAll(exported);
        for (String name : exported) {
            assertThat(types.get(name))
                    .as("public types of %s", name)
                    .hasSizeLessThanOrEqualTo(LARGE_PACKAGES.getOrDefault(name, MOST_TYPES));
        }
        Set<String> hidden = new TreeSet<>(types.keySet());
        hidden.removeIf(name -> PROGRAMS.stream().anyMatch(program -> name.startsWith("org.vigie." + program)));
        hidden.removeAll(exported);
        hidden.removeAll(packages("exports ([\\w.]+) to"));
        assertThat(hidden)
                .as("packages that are not exported but have public types for their own module")
                .containsExactly("org.vigie.report.page");
    }

    private static Set<String> packages(String export) {
        Set<String> names = new TreeSet<>();
        for (String module : LIBRARIES) {
            String declaration = read(ROOT.resolve(module).resolve("src/main/java/module-info.java"));
            Pattern.compile("^ +" + export, Pattern.MULTILINE)
                    .matcher(declaration)
                    .results()
                    .forEach(match -> names.add(match.group(1)));
        }
        return names;
    }

    @ArchTest
    static void classesAreShort(JavaClasses all) {
        Set<String> tooLong = new TreeSet<>();
        for (String module :
                Stream.concat(LIBRARIES.stream(), PROGRAMS.stream()).toList()) {
            Path sources = ROOT.resolve(module).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> read(file).lines().count() > MOST_LINES)
                        .forEach(file ->
                                tooLong.add(sources.relativize(file).toString().replace('\\', '/')));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(tooLong)
                .as("classes over %d lines, which need a reason", MOST_LINES)
                .containsExactlyInAnyOrderElementsOf(LONG_CLASSES);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
