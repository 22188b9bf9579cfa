/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownNamesTest {
    private static final Set<String> PAGES = Set.of("data", "items");
    private static final Marks MARKS =
            Marks.of(List.of("created_at", "record.when"), List.of("user.name", "author"), List.of("text", "data"));

    /** More names than are remembered push one another out; each says the same every time. */
    @Test
    void namesSayTheSameWhetherRememberedOrNot() {
        List<String> names = new ArrayList<>(List.of(
                "text",
                "TEXT",
                " Created At ",
                "author",
                "user",
                "record",
                "data",
                "Items",
                "",
                "\\u0074ext",
                "te\\\\xt"));
        names.add("x".repeat(65));
        names.add(" ".repeat(70) + "text");
        names.add("\u0130tems");
        for (int i = 0; i < 1_500; i++) {
            names.add("field " + i);
        }
        KnownNames known = new KnownNames(PAGES, MARKS);
        for (int round = 0; round < 3; round++) {
            for (String name : names) {
                char[] chars = ("{\"" + name + "\":1}").toCharArray();
                KnownNames.Known said = known.at(chars, 2, 2 + name.length());
                String column = RowReader.columnName(Braces.unescaped(name));
                boolean isPage = PAGES.contains(column);
                assertThat(said)
                        .isEqualTo(new KnownNames.Known(
                                name,
                                column,
                                isPage,
                                isPage ? 0 : MARKS.of(column),
                                isPage ? 0 : MARKS.ofObject(column)));
            }
        }
        assertThat(known.at("text".toCharArray(), 0, 4).said()).isEqualTo(Marks.TEXT);
        assertThat(known.at("user".toCharArray(), 0, 4).ofObject()).isEqualTo(Marks.ACCOUNT);
    }
}
