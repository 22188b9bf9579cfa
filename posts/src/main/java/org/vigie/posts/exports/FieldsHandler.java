/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.posts.rows.RejectedRowException;
import org.vigie.posts.rows.Row;
import org.vigie.posts.rows.RowReader;

/** Gives the fields of rows. */
final class FieldsHandler implements RowReader.Handler {
    private final String file;
    private final Columns columns;
    private final Times times;
    private final PostFields.Handler handler;
    private @Nullable Bound table;
    private @Nullable Bound objects;
    private @Nullable TimeColumn column;

    FieldsHandler(String file, Columns columns, Times times, PostFields.Handler handler) {
        this.file = file;
        this.columns = columns;
        this.times = times;
        this.handler = handler;
    }

    @Override
    public boolean isHeader(List<String> header) {
        return columns.isHeader(header);
    }

    @Override
    public void header(List<String> header) throws IOException {
        table = columns.bind(header);
    }

    @Override
    public void row(Row row) throws RejectedRowException, IOException {
        Bound bound = bound(row);
        if (column == null) {
            column = times.column(bound.export());
        }
        handler.row(new PostFields(file, bound, row, column));
    }

    private Bound bound(Row row) {
        if (table != null) {
            return table;
        }
        Export export = columns.of(row::has);
        if (objects == null || objects.export() != export) {
            objects = Bound.toObjects(export);
        }
        return objects;
    }
}
