/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * What a public method refuses stands in its javadoc: where it, or a helper that users cannot call, throws
 * IllegalArgumentException, there is a {@code @throws}.
 *
 * <p>A call of another public method is taken to be right, since its arguments were made here; only an overload hands its
 * own arguments on.
 */
class ThrowsTest {
    private static final String REFUSAL = "java.lang.IllegalArgumentException";
    private static final List<String> MODULES = List.of("core", "nlp", "graph");

    /** Packages that are exported to our own modules only. */
    private static final Pattern INTERNAL = Pattern.compile("^org\\.vigie\\.core\\.(column|file|internal|parallel)\\.");

    /** What these hand on is a constant, or was checked when it was made: they refuse nothing. */
    private static final Set<String> NEVER_REFUSING = Set.of(
            "LshIndex.of(org.vigie.core.search.Banding)",
            "LshIndex.restore(java.io.InputStream)",
            "DuplicateSteps.joinCrowd(java.util.List<java.lang.String>)",
            "NearDuplicateIndex.query(java.lang.String)",
            "ShuffledNull.test(org.vigie.graph.coaction.CoActions,org.vigie.graph.coaction.Actions)",
            "Actions.select(java.util.function.IntPredicate)",
            "Actions.shuffledWithinAccounts(long)",
            "Actions.withAuthors(int[])");

    private final Map<Element, TreePath> methods = new HashMap<>();
    private final Map<Element, Set<Element>> callers = new HashMap<>();
    private final Set<Element> refusing = new HashSet<>();

    @Test
    void whatIsRefusedIsDocumented() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Set<String> missing = new TreeSet<>();
        List<Path> units = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> tree = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                tree.filter(f -> f.toString().endsWith(".java"))
                        .filter(f -> !f.endsWith("module-info.java"))
                        .forEach(units::add);
            }
        }
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(units));
            Trees trees = Trees.instance(task);
            List<CompilationUnitTree> parsed = new ArrayList<>();
            task.parse().forEach(parsed::add);
            task.analyze();
            parsed.forEach(unit -> new Calls(trees).scan(new TreePath(unit), null));
            spread();
            for (Element method : refusing) {
                if (isApi(method) && takesArguments(method) && !documented(trees, method)) {
                    missing.add(method.getEnclosingElement().getSimpleName() + "." + method);
                }
            }
        }
        assertThat(refusing).hasSizeGreaterThan(200);
        assertThat(missing).containsExactlyInAnyOrderElementsOf(NEVER_REFUSING);
    }

    /** From the methods that throw to those that hand their arguments to them. */
    private void spread() {
        Deque<Element> open = new ArrayDeque<>(refusing);
        while (!open.isEmpty()) {
            Element refuser = open.remove();
            for (Element caller : callers.getOrDefault(refuser, Set.of())) {
                boolean overload = caller.getSimpleName().equals(refuser.getSimpleName())
                        && caller.getEnclosingElement().equals(refuser.getEnclosingElement());
                if ((!isApi(refuser) || overload) && refusing.add(caller)) {
                    open.add(caller);
                }
            }
        }
    }

    /** Whether a user can call it. */
    private static boolean isApi(Element method) {
        for (Element e = method; e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
            if (!e.getModifiers().contains(Modifier.PUBLIC)
                    || INTERNAL.matcher(e.toString()).find()) {
                return false;
            }
        }
        return true;
    }

    /** What a method without parameters hands on was right before. */
    private static boolean takesArguments(Element method) {
        return !((ExecutableElement) method).getParameters().isEmpty();
    }

    /** By its own comment, or by that of the method it overrides. */
    private boolean documented(Trees trees, Element method) {
        String comment = trees.getDocComment(methods.get(method));
        return comment == null
                ? method.getAnnotation(Override.class) != null
                : comment.contains("@throws IllegalArgumentException");
    }

    private final class Calls extends TreePathScanner<Void, Void> {
        private final Trees trees;
        private final Deque<Element> within = new ArrayDeque<>();

        Calls(Trees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void none) {
            Element method = trees.getElement(getCurrentPath());
            methods.put(method, getCurrentPath());
            within.push(method);
            super.visitMethod(tree, null);
            within.pop();
            return null;
        }

        @Override
        public Void visitThrow(ThrowTree tree, Void none) {
            if (!within.isEmpty()
                    && tree.getExpression() instanceof NewClassTree
                    && REFUSAL.equals(trees.getTypeMirror(new TreePath(getCurrentPath(), tree.getExpression()))
                            .toString())) {
                refusing.add(within.peek());
            }
            return super.visitThrow(tree, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void none) {
            called(trees.getElement(getCurrentPath()));
            return super.visitMethodInvocation(tree, null);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void none) {
            called(trees.getElement(getCurrentPath()));
            return super.visitNewClass(tree, null);
        }

        private void called(Element method) {
            if (!within.isEmpty() && method != null) {
                callers.computeIfAbsent(method, key -> new HashSet<>()).add(within.peek());
            }
        }
    }
}
