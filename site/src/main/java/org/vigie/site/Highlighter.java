/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours comments, strings and keywords of code in a page, without a script in the browser. */
final class Highlighter {
    private static final Pattern BLOCK =
            Pattern.compile("<pre><code class=\"language-(\\w+)\">(.*?)</code></pre>", Pattern.DOTALL);

    private static final String STRINGS = "(?<string>&quot;(?:\\\\.|(?!&quot;)[^\n])*&quot;)";
    private static final Pattern LIKE_JAVA = Pattern.compile("(?<comment>//[^\n]*)|" + STRINGS
            + "|\\b(?<keyword>class|record|public|private|static|final|new|return|import|package|for|if|else|throw|throws|"
            + "extends|implements|void|int|long|double|boolean|var|val|fun|def|module|requires|try|catch|while)\\b");
    private static final Pattern LIKE_SHELL = Pattern.compile("(?<comment>(?<![\\w$&])#[^\n]*)|" + STRINGS
            + "|\\b(?<keyword>import|as|for|in|if|else|def|function|return|assert|True|False|TRUE|FALSE)\\b");
    private static final Map<String, Pattern> LANGUAGES = Map.of(
            "java",
            LIKE_JAVA,
            "kotlin",
            LIKE_JAVA,
            "scala",
            LIKE_JAVA,
            "python",
            LIKE_SHELL,
            "r",
            LIKE_SHELL,
            "sh",
            LIKE_SHELL,
            "bash",
            LIKE_SHELL);

    private Highlighter() {}

    /** The page, with code of a known language coloured. */
    static String colour(String html) {
        return BLOCK.matcher(html).replaceAll(block -> {
            Pattern language = LANGUAGES.get(block.group(1));
            String whole = language == null
                    ? block.group()
                    : "<pre><code>" + marked(language.matcher(block.group(2))) + "</code></pre>";
            return Matcher.quoteReplacement(whole);
        });
    }

    private static String marked(Matcher code) {
        return code.replaceAll(token -> {
            String kind =
                    code.group("comment") != null ? "comment" : code.group("string") != null ? "string" : "keyword";
            return Matcher.quoteReplacement("<span class=\"" + kind + "\">" + token.group() + "</span>");
        });
    }
}
