/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.stream.BaseStream;

/** The house as the design draws it: core &lt;- nlp, graph &lt;- campaign &lt;- cli. */
@AnalyzeClasses(packages = "org.vigie", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String CORE = "org.vigie.core..";
    private static final String NLP = "org.vigie.nlp..";
    private static final String GRAPH = "org.vigie.graph..";
    private static final String CAMPAIGN = "org.vigie.campaign..";
    private static final String CLI = "org.vigie.cli..";

    @ArchTest
    static final ArchRule CORE_KNOWS_NO_OTHER_MODULE = notTo(CORE, NLP, GRAPH, CAMPAIGN, CLI);

    @ArchTest
    static final ArchRule NLP_KNOWS_ONLY_CORE = notTo(NLP, GRAPH, CAMPAIGN, CLI);

    @ArchTest
    static final ArchRule GRAPH_KNOWS_ONLY_CORE = notTo(GRAPH, NLP, CAMPAIGN, CLI);

    @ArchTest
    static final ArchRule CAMPAIGN_KNOWS_NLP_GRAPH_AND_CORE = notTo(CAMPAIGN, CLI);

    /** A class outside the five would escape the rules above. */
    @ArchTest
    static final ArchRule NO_UNKNOWN_MODULE = classes().should().resideInAnyPackage(CORE, NLP, GRAPH, CAMPAIGN, CLI);

    @ArchTest
    static final ArchRule BENCHMARKS_ARE_KNOWN_BY_NONE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.vigie.benchmarks..", "org.vigie.spark..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.vigie.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule LIBRARIES_ARE_SILENT = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should(ACCESS_STANDARD_STREAMS)
            .because("only the command line prints");

    @ArchTest
    static final ArchRule NO_UNSEEDED_RANDOMNESS = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
            .orShould()
            .callMethod(Math.class, "random")
            .because("the same input and seed must give the same bytes on every machine");

    @ArchTest
    static final ArchRule TEXT_AND_CORE_USE_NO_SHARED_POOL = noClasses()
            .that()
            .resideInAnyPackage(CORE, NLP)
            .should()
            .callMethod(BaseStream.class, "parallel")
            .orShould()
            .callMethod(Collection.class, "parallelStream")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.concurrent\\.(ForkJoin.*|CompletableFuture|Executors?)")
            .because("threads are never more than asked for");

    @ArchTest
    static final ArchRule ONLY_MAIN_ENDS_THE_PROCESS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.vigie.cli.Main")
            .should()
            .callMethod(System.class, "exit", int.class);

    private static ArchRule notTo(String from, String... to) {
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to);
    }
}
