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
import java.util.LinkedHashMap;
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
    private static final List<String> ORDER = List.of("Guides", "recipes", "methods", "formats", "decisions");

    private final Path root;
    private final Path out;
    private final boolean api;
    private final List<Page> pages;

    private Site(Path root, Path out, boolean api) throws IOException {
        this.root = root;
        this.out = out;
        this.api = api;
        this.pages = Page.all(root);
    }

    /**
     * Makes the site.
     *
     * @param args the root of the repository, with the modules' generated sources in place; the folder to write to; and
     *     {@code guides}, if the javadoc is not wanted
     * @throws IOException if a page cannot be read or written, or javadoc complains
     */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]).toAbsolutePath().normalize();
        Path out = Path.of(args[1]).toAbsolutePath().normalize();
        boolean api = args.length == 2;
        guides(root, out, api);
        if (api) {
            ApiDocs.write(root, out.resolve("api"));
        }
    }

    /** Writes the guides alone. */
    static void guides(Path root, Path out, boolean api) throws IOException {
        Site site = new Site(root, out, api);
        Files.createDirectories(out);
        copyResource("style.css", out);
        copyResource("search.js", out);
        Files.writeString(out.resolve("pages.js"), site.searchIndex(), StandardCharsets.UTF_8);
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
                .transform(Highlighter::colour)
                .replace("<pre><code", "<pre tabindex=\"0\"><code") // wide ones are scrolled by keyboard too
                .replace(
                        "<table class=\"wide\">",
                        "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table>")
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
                %s%s</main>
                <nav id="pages" aria-label="Pages" data-root="%s">
                <input id="search" type="search" placeholder="Search" aria-label="Search all pages" hidden>
                <ol id="found" aria-live="polite"></ol>
                %s</nav>
                </div>
                <script src="%spages.js"></script>
                <script src="%ssearch.js"></script>
                </body>
                </html>
                """.formatted(
                        escape(page.title()) + " - Vigie", up, content, neighbours(page), up, navigation(page), up, up);
    }

    /** The pages by section, in the order of the navigation; those outside docs come last, as the project's. */
    private Map<String, List<Page>> sections() {
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
                sections.computeIfAbsent(slash < 0 ? "Guides" : target.substring(0, slash), n -> new ArrayList<>())
                        .add(page);
            }
        }
        Map<String, List<Page>> inOrder = new LinkedHashMap<>(sections);
        inOrder.put("Project", project);
        inOrder.values()
                .forEach(members -> members.sort(
                        Comparator.comparing(page -> !target(page.file()).endsWith("index.html")))); // stable
        return inOrder;
    }

    private String navigation(Page current) {
        StringBuilder html = new StringBuilder();
        sections().forEach((name, members) -> section(html, name, members, current));
        if (api) {
            html.append("<h2>API</h2>\n<ul><li><a href=\"")
                    .append(relative(current, "api/index.html"))
                    .append("\">Javadoc</a></li></ul>\n");
        }
        return html.toString();
    }

    /** Links to the page before and the page after. */
    private String neighbours(Page current) {
        List<Page> all = sections().values().stream().flatMap(List::stream).toList();
        int at = all.indexOf(current);
        StringBuilder html = new StringBuilder("<p class=\"neighbours\">");
        if (at > 0) {
            neighbour(html, "prev", "Before: ", current, all.get(at - 1));
        }
        if (at + 1 < all.size()) {
            neighbour(html, "next", "Next: ", current, all.get(at + 1));
        }
        return html.append("</p>\n").toString();
    }

    private static void neighbour(StringBuilder html, String rel, String label, Page from, Page to) {
        html.append("<a rel=\"")
                .append(rel)
                .append("\" href=\"")
                .append(relative(from, target(to.file())))
                .append("\">")
                .append(label)
                .append(escape(to.title()))
                .append("</a>");
    }

    /** Title, address and words of each page, as a script: a browser reads no other file from a disk. */
    private String searchIndex() {
        StringBuilder script = new StringBuilder("const pages = [\n");
        for (Page page : pages) {
            script.append("[\"")
                    .append(quoted(page.title()))
                    .append("\",\"")
                    .append(quoted(target(page.file())))
                    .append("\",\"")
                    .append(quoted(Page.words(page.document())))
                    .append("\"],\n");
        }
        return script.append("];\n").toString();
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replaceAll("\\s+", " ")
                .replace("<", "\\u003c");
    }

    private void section(StringBuilder html, String name, List<Page> members, Page current) {
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
