/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.Post;
import org.vigie.posts.exports.Export;

/**
 * An option refuses null when it is set, and not where it is used: there null could mean that there is no such option, and
 * names would be written in place of pseudonyms.
 */
final class NullOptionsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern EXPORTS = Pattern.compile("exports (\\S+);");

    /** Objects with options that no method without arguments makes. */
    private static final List<Object> MORE = List.of(
            Names.plain(Corpus.builder().build()),
            Post.builder("1", "a", Instant.EPOCH, "text").build(),
            ObjectKind.of("image", post -> List.of()),
            Export.named("forum", "a forum's dump"));

    @Test
    void everyOptionRefusesNull() throws ReflectiveOperationException, IOException {
        List<Object> all = new ArrayList<>(MORE);
        for (Class<?> type : types()) {
            Object made = made(type);
            if (made != null) {
                all.add(made);
            }
        }
        Set<String> taken = new TreeSet<>();
        int options = 0;
        for (Object made : all) {
            for (Method method : made.getClass().getDeclaredMethods()) {
                boolean isOption = Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getName().matches("with[A-Z]\\w*");
                for (int p = 0; isOption && p < method.getParameterCount(); p++) {
                    if (!method.getParameterTypes()[p].isPrimitive()) {
                        options++;
                        if (!isRefused(made, method, p)) {
                            taken.add(made.getClass().getSimpleName() + "." + method.getName() + " " + p);
                        }
                    }
                }
            }
        }
        assertThat(taken).isEmpty();
        assertThat(options).isGreaterThan(60);
    }

    /** The public types of the packages that users see. */
    private static List<Class<?>> types() throws IOException, ClassNotFoundException {
        List<Class<?>> types = new ArrayList<>();
        for (String module : List.of("core", "nlp", "graph", "posts", "campaign", "report")) {
            Path sources = ROOT.resolve(module + "/src/main/java");
            String declaration = Files.readString(sources.resolve("module-info.java"));
            for (MatchResult exported : EXPORTS.matcher(declaration).results().toList()) {
                try (Stream<Path> files =
                        Files.list(sources.resolve(exported.group(1).replace('.', '/')))) {
                    for (Path file :
                            files.filter(f -> !f.endsWith("package-info.java")).toList()) {
                        String name = file.getFileName().toString().replace(".java", "");
                        if (Character.isUpperCase(name.charAt(0))) {
                            types.add(Class.forName(exported.group(1) + "." + name));
                        }
                    }
                }
            }
        }
        return types;
    }

    /** An object that the type itself makes without arguments, if it is public and has such a method. */
    private static @Nullable Object made(Class<?> type) throws ReflectiveOperationException {
        for (Method method : type.getDeclaredMethods()) {
            boolean makes = Modifier.isStatic(method.getModifiers())
                    && Modifier.isPublic(method.getModifiers() & type.getModifiers())
                    && method.getParameterCount() == 0
                    && method.getReturnType() == type;
            if (makes) {
                return method.invoke(null);
            }
        }
        return null;
    }

    private static boolean isRefused(Object made, Method method, int parameter) throws ReflectiveOperationException {
        Object[] words = new Object[method.getParameterCount()];
        for (int p = 0; p < words.length; p++) {
            words[p] = p == parameter ? null : usual(method.getParameterTypes()[p]);
        }
        try {
            method.invoke(made, words);
            return false;
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).as("%s", method).isInstanceOf(NullPointerException.class);
            return true;
        }
    }

    private static @Nullable Object usual(Class<?> type) throws ReflectiveOperationException {
        if (type == int.class) {
            return 5;
        } else if (type == String.class) {
            return "a";
        } else if (type == Duration.class) {
            return Duration.ofDays(2);
        } else if (type == Instant.class) {
            return Instant.EPOCH;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        } else if (type.isInterface()) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, words) -> null);
        }
        return made(type);
    }
}
