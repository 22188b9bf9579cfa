/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A page of the documentation, read from Markdown.
 *
 * @param file its path from the root of the repository, with {@code /}
 * @param document what it says
 */
record Page(String file, Node document) {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /** A fenced block of code, with the HTML comment that stands right before it, or nothing. */
    record Block(String language, String comment, String code) {}

    /** Every page below a root, by path: the essays at the root and all of {@code docs}. */
    static List<Page> all(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> top = Files.list(root);
                Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            Stream.concat(top, docs)
                    .filter(file -> file.getFileName().toString().endsWith(".md"))
                    .forEach(files::add);
        }
        List<Page> pages = new ArrayList<>();
        for (Path file : files) {
            String name = root.relativize(file).toString().replace('\\', '/');
            pages.add(new Page(name, PARSER.parse(Files.readString(file, StandardCharsets.UTF_8))));
        }
        pages.sort((a, b) -> a.file().compareTo(b.file()));
        return pages;
    }

    /** The first heading, or the name of the file. */
    String title() {
        return headings().isEmpty() ? file : text(headings().get(0));
    }

    /** The anchors of its headings, as GitHub makes them. */
    Set<String> anchors() {
        return new HashSet<>(anchorOfHeading().values());
    }

    /** The anchor of each heading. */
    Map<Heading, String> anchorOfHeading() {
        Map<Heading, String> anchors = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Heading heading : headings()) {
            String slug = slug(text(heading));
            int before = seen.merge(slug, 1, Integer::sum) - 1;
            anchors.put(heading, before == 0 ? slug : slug + "-" + before);
        }
        return anchors;
    }

    /** Where its links and pictures point to. */
    List<String> destinations() {
        List<String> destinations = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                destinations.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                destinations.add(image.getDestination());
                visitChildren(image);
            }
        });
        return destinations;
    }

    /** The file of the repository that a relative link points to, without the anchor. */
    String resolve(String link) {
        Path target = Path.of(file).resolveSibling(link.split("#", 2)[0]).normalize();
        return link.startsWith("#") ? file : target.toString().replace('\\', '/');
    }

    /** Its blocks of code, in order. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock code) {
                String comment = code.getPrevious() instanceof HtmlBlock html
                        ? html.getLiteral()
                                .replaceFirst("(?s)^<!--(.*)-->\\s*$", "$1")
                                .strip()
                        : "";
                blocks.add(new Block(code.getInfo().strip(), comment, code.getLiteral()));
            }
        });
        return blocks;
    }

    private List<Heading> headings() {
        List<Heading> headings = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(heading);
            }
        });
        return headings;
    }

    private static String slug(String heading) {
        StringBuilder slug = new StringBuilder();
        heading.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
                slug.appendCodePoint(c);
            } else if (c == ' ') {
                slug.append('-');
            }
        });
        return slug.toString();
    }

    /** The words of a node, without their markup. */
    static String text(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }

    /** All words of a node, with spaces between what stands apart. */
    static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral()).append(' ');
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral()).append(' ');
            }

            @Override
            public void visit(FencedCodeBlock code) {
                words.append(code.getLiteral()).append(' ');
            }
        });
        return words.toString();
    }
}
