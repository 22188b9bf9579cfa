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
import org.vigie.posts.rows.RowSummary;

/** Gives the fields of rows; what is no post, and headers that come again, are counted. Not thread-safe. */
final class FieldsHandler extends ExportHandler {
    private final PostFields.Handler handler;
    private @Nullable Bound table;
    private @Nullable Bound objects;
    private @Nullable TimeColumn column;
    private long taken;

    FieldsHandler(String file, PostReader reader, Columns columns, PostFields.Handler handler) {
        super(file, reader, columns);
        this.handler = handler;
    }

    @Override
    public void header(List<String> header) throws IOException {
        table = columns.bind(header);
        doubts.say(columns.doubled(table, header));
    }

    @Override
    public void row(Row row) throws RejectedRowException, IOException {
        if (table != null && Columns.isHeaderAgain(row)) {
            setAside(Columns.REPEATED_HEADERS, 1);
            return;
        }
        Bound bound = bound(row);
        exports.add(bound.export().name());
        String reason = columns.setAside(bound.export(), row, table != null);
        if (!reason.isEmpty()) {
            setAside(reason, 1);
            return;
        }
        if (column == null) {
            column = reader.times().column(bound.export());
        }
        next(row);
        handler.row(new PostFields(file, bound, row, onLine(), column, doubts, reader.isIdPerFile()));
        taken++;
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

    ReadSummary summary(RowSummary read) {
        return new ReadSummary(
                read.file(),
                read.sha256(),
                read.bytes(),
                read.rows(),
                taken,
                read.rejects(),
                setAside,
                doubts.warnings(taken, false, read.encoding()),
                exports(),
                read.encoding(),
                read.separator(),
                column == null ? "" : column.form());
    }
}
