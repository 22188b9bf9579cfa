/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.renderer.html.HtmlRenderer;

/** Makes one site, readable offline, of the guides and the javadoc of all modules. */
public final class Site {
    /** Sections of the navigation, in this order; other folders follow. */
    private static final List<String> ORDER = List.of("", "recipes", "methods", "formats", "decisions");

    private final Path root;
    private final Path out;
    private final List<Page> pages;

    private Site(Path root, Path out) throws IOException {
        this.root = root;
        this.out = out;
        this.pages = Page.all(root);
    }

    /**
     * Makes the site.
     *
     * @param args the root of the repository, with the modules' generated sources in place, and the folder to write to
     * @throws IOException if a page cannot be read or written, or javadoc complains
     */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]).toAbsolutePath().normalize();
        Path out = Path.of(args[1]).toAbsolutePath().normalize();
        guides(root, out);
        ApiDocs.write(root, out.resolve("api"));
    }

    /** Writes the guides alone. */
    static void guides(Path root, Path out) throws IOException {
        Site site = new Site(root, out);
        Files.createDirectories(out);
        copyResource("style.css", out);
        for (Page page : site.pages) {
            Path file = out.resolve(target(page.file()));
            Files.createDirectories(file.getParent());
            Files.writeString(file, site.html(page), StandardCharsets.UTF_8);
        }
    }

    static void copyResource(String name, Path folder) throws IOException {
        try (InputStream in = Site.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("resource " + name + " is missing");
            }
            Files.copy(in, Files.createDirectories(folder).resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Where a file of the repository stands in the site: {@code docs} is its root, folders begin with their README. */
    static String target(String file) {
        String path = file.startsWith("docs/") ? file.substring("docs/".length()) : file.toLowerCase(Locale.ROOT);
        if (file.startsWith("docs/") && path.endsWith("README.md")) {
            return path.replace("README.md", "index.html");
        }
        return path.endsWith(".md") ? path.substring(0, path.length() - 3) + ".html" : path;
    }

    private String html(Page page) {
        Map<Heading, String> anchors = page.anchorOfHeading();
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Heading heading && anchors.containsKey(heading)) {
                        attributes.put("id", anchors.get(heading));
                    } else if (node instanceof Link link && tag.equals("a")) {
                        attributes.put("href", destination(page, link.getDestination()));
                    } else if (node instanceof Image image && tag.equals("img")) {
                        attributes.put("src", destination(page, image.getDestination()));
                    } else if (node instanceof TableBlock && tag.equals("table")) {
                        attributes.put("class", "wide");
                    }
                })
                .build();
        String content = renderer.render(page.document())
                .replaceAll("<!--.*?-->\\n?", "")
                .replace("<table class=\"wide\">", "<div class=\"table\"><table>")
                .replace("</table>", "</table></div>");
        String up = relative(page, "");
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="%sstyle.css">
                </head>
                <body>
                <a class="jump" href="#pages">All pages</a>
                <div class="page">
                <main>
                %s</main>
                <nav id="pages" aria-label="Pages">
                %s</nav>
                </div>
                </body>
                </html>
                """.formatted(escape(page.title()) + " - Vigie", up, content, navigation(page));
    }

    private String navigation(Page current) {
        Map<String, List<Page>> sections = new TreeMap<>((a, b) -> {
            int first = ORDER.contains(a) ? ORDER.indexOf(a) : ORDER.size();
            int second = ORDER.contains(b) ? ORDER.indexOf(b) : ORDER.size();
            return first != second ? Integer.compare(first, second) : a.compareTo(b);
        });
        List<Page> project = new ArrayList<>();
        for (Page page : pages) {
            String target = target(page.file());
            if (!page.file().startsWith("docs/")) {
                project.add(page);
            } else {
                int slash = target.lastIndexOf('/');
                sections.computeIfAbsent(slash < 0 ? "" : target.substring(0, slash), name -> new ArrayList<>())
                        .add(page);
            }
        }
        StringBuilder html = new StringBuilder();
        sections.forEach((name, members) -> section(html, name.isEmpty() ? "Guides" : name, members, current));
        section(html, "Project", project, current);
        html.append("<h2>API</h2>\n<ul><li><a href=\"")
                .append(relative(current, "api/index.html"))
                .append("\">Javadoc</a></li></ul>\n");
        return html.toString();
    }

    private void section(StringBuilder html, String name, List<Page> members, Page current) {
        members.sort(Comparator.comparing(page -> !target(page.file()).endsWith("index.html"))); // stable
        html.append("<h2>").append(escape(name)).append("</h2>\n<ul>\n");
        for (Page page : members) {
            html.append("<li><a href=\"")
                    .append(relative(current, target(page.file())))
                    .append(page.file().equals(current.file()) ? "\" aria-current=\"page\">" : "\">")
                    .append(escape(page.title()))
                    .append("</a></li>\n");
        }
        html.append("</ul>\n");
    }

    /** The link of a page as it stands in the site; what is no page is copied to where the link points. */
    private String destination(Page page, String link) {
        if (link.contains("://") || link.startsWith("#") || link.startsWith("mailto:")) {
            return link;
        }
        String file = page.resolve(link);
        if (Files.isDirectory(root.resolve(file))) {
            file = file + "/README.md";
        }
        if (!file.endsWith(".md")) {
            copy(file);
        }
        int anchor = link.indexOf('#');
        return relative(page, target(file)) + (anchor < 0 ? "" : link.substring(anchor));
    }

    private void copy(String file) {
        try {
            Path to = out.resolve(target(file));
            Files.createDirectories(to.getParent());
            Files.copy(root.resolve(file), to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String relative(Page page, String target) {
        long depth = target(page.file()).chars().filter(c -> c == '/').count();
        return "../".repeat((int) depth) + target;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
