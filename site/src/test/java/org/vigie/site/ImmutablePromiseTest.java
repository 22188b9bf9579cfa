/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * A class whose javadoc says "immutable" has final fields only and hands out none of its arrays. So does every public record,
 * and it keeps copies of the lists that it was given.
 */
final class ImmutablePromiseTest {
    private static final List<String> MODULES = List.of("core", "nlp", "graph", "posts", "campaign", "report");
    private static final Pattern PROMISE = Pattern.compile("(?i)(?<!\\w)immutable\\b");
    private static final Pattern COLLECTION = Pattern.compile("(List|Set|Map|SortedMap|Collection)(<.*>)?");

    /** Found when it is first asked for, under a lock. */
    private static final Set<String> FOUND_ONCE = Set.of("Corpus.duplicates");

    /** Their javadoc says that the columns are not copied. */
    private static final Set<String> COLUMNS =
            Set.of("Banded.keys", "Banded.shingles", "Banded.parities", "Bucket.texts");

    /** Copied list by list. */
    private static final Set<String> DEEPLY_COPIED = Set.of("FormatReport.used");

    private final Set<String> broken = new TreeSet<>();
    private int promises;

    @Test
    void whatIsCalledImmutableIs() throws IOException {
        List<Path> units = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> tree = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                tree.filter(f -> f.toString().endsWith(".java")).forEach(units::add);
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(units));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Promises(trees).scan(new TreePath(unit), null);
            }
        }
        assertThat(promises).isGreaterThan(80);
        assertThat(broken).isEmpty();
    }

    private final class Promises extends TreePathScanner<Void, Void> {
        private final DocTrees trees;

        Promises(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            String comment = trees.getDocComment(getCurrentPath());
            boolean isPublicRecord = type.getKind() == Tree.Kind.RECORD
                    && type.getModifiers().getFlags().contains(Modifier.PUBLIC);
            if (isPublicRecord || (comment != null && PROMISE.matcher(comment).find())) {
                promises++;
                List<VariableTree> fields = members(type, VariableTree.class).stream()
                        .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                        .toList();
                fields.forEach(field -> check(type, field));
            }
            return super.visitClass(type, null);
        }

        private void check(ClassTree type, VariableTree field) {
            String name = type.getSimpleName() + "." + field.getName();
            boolean isRecord = type.getKind() == Tree.Kind.RECORD;
            if (!isRecord
                    && !FOUND_ONCE.contains(name)
                    && !field.getModifiers().getFlags().contains(Modifier.FINAL)) {
                broken.add(name + " is not final");
            }
            if (field.getType() instanceof ArrayTypeTree && !COLUMNS.contains(name)) {
                List<MethodTree> handing = members(type, MethodTree.class).stream()
                        .filter(method -> method.getModifiers().getFlags().contains(Modifier.PUBLIC))
                        .filter(method -> returns(method, field))
                        .toList();
                boolean hasAccessor = members(type, MethodTree.class).stream()
                        .anyMatch(method -> method.getName().equals(field.getName())
                                && method.getParameters().isEmpty());
                if (!handing.isEmpty() || (isRecord && !hasAccessor)) {
                    broken.add(name + " is handed out");
                }
            }
            if (isRecord
                    && !DEEPLY_COPIED.contains(name)
                    && COLLECTION.matcher(field.getType().toString()).matches()
                    && !type.toString()
                            .matches("(?s).*(copyOf|unmodifiable\\w*|sorted\\w*|ordered\\w*)\\([^;]*\\b"
                                    + field.getName() + "\\b.*")) {
                broken.add(name + " is not copied");
            }
        }

        /** Whether a method's last word is the field itself. */
        private static boolean returns(MethodTree method, VariableTree field) {
            List<? extends StatementTree> statements =
                    method.getBody() == null ? List.of() : method.getBody().getStatements();
            if (statements.isEmpty() || !(statements.get(statements.size() - 1) instanceof ReturnTree last)) {
                return false;
            }
            ExpressionTree value = last.getExpression();
            return (value instanceof IdentifierTree name && name.getName().equals(field.getName()))
                    || (value instanceof MemberSelectTree part
                            && part.toString().equals("this." + field.getName()));
        }

        private static <T> List<T> members(ClassTree type, Class<T> kind) {
            return type.getMembers().stream()
                    .filter(kind::isInstance)
                    .<T>map(kind::cast)
                    .toList();
        }
    }
}
