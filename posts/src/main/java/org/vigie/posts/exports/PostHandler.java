/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.nlp.text.TextEntities;
import org.vigie.posts.Post;
import org.vigie.posts.PostSource.Reject;
import org.vigie.posts.PostSource.Sink;
import org.vigie.posts.rows.RejectedRowException;
import org.vigie.posts.rows.Row;

/**
 * Makes posts of the rows of one file. While no date has said yet whether the day or the month comes first, posts wait;
 * the order of the file is kept. Not thread-safe.
 */
final class PostHandler extends ExportHandler {
    private static final TextEntities NO_ENTITIES = new TextEntities(List.of(), List.of(), List.of());

    private final Sink sink;
    private final Set<Field> mappedSeen = new LinkedHashSet<>();
    private final FirstRow firstRow = new FirstRow();
    private final WaitingPosts waiting = new WaitingPosts();
    private @Nullable Bound bound;
    private @Nullable TimeColumn times;
    private @Nullable TimeColumn created;
    private boolean isTable;
    private boolean expectsText;
    private long rows;
    private long posts;
    private long lateRejects;
    private String firstOpen = "";

    PostHandler(String file, PostReader reader, Columns columns, Sink sink) {
        super(file, reader, columns);
        this.sink = sink;
    }

    @Override
    public void header(List<String> header) throws IOException {
        isTable = true;
        Bound table = bind(columns.bind(header));
        doubts.say(columns.doubled(table, header));
    }

    private Bound bind(Bound newBound) {
        bound = newBound;
        Export export = newBound.export();
        exports.add(export.name());
        if (times == null) {
            times = reader.times().column(export);
            created = reader.times().column(export);
        }
        expectsText |= !export.columns(Field.TEXT).isEmpty() || (isTable && newBound.has(Field.TEXT));
        return newBound;
    }

    private Bound boundTo(Row row) {
        Bound b = bound;
        if (isTable && b != null) {
            return b;
        }
        Export export = columns.of(row::has);
        return b != null && b.export() == export ? b : bind(Bound.toObjects(export));
    }

    @Override
    public void inside(long count) {
        doubts.inside(count);
    }

    @Override
    public void row(Row row) throws RejectedRowException, IOException {
        rows++;
        Bound b = boundTo(row);
        if (!isTable) {
            noteColumns(row);
            firstRow.note(b, row);
        }
        next(row);
        String reason = columns.setAside(b.export(), row, isTable);
        if (!reason.isEmpty()) {
            setAside(reason, 1);
            return;
        }
        try {
            post(b, row);
        } catch (RejectedRowException e) {
            if (!isTable || !Columns.isHeaderAgain(row)) {
                throw e;
            }
            setAside(Columns.REPEATED_HEADERS, 1);
        }
    }

    private void post(Bound b, Row row) throws RejectedRowException, IOException {
        String account = account(b, row);
        String text = b.text(row);
        TimeColumn column = Objects.requireNonNull(times);
        String time = b.get(Field.TIME, row);
        if (time.isEmpty()) {
            throw new RejectedRowException("has no time" + said(b, Field.TIME, row));
        }
        long millis = column.parse(time);
        boolean isOpen = column.isOpen();
        firstOpen = isOpen && firstOpen.isEmpty() ? TimeColumn.shown(time) : firstOpen;
        doubts.time(time, millis);
        Post post = post(b, row, account, millis, text);
        if (isTable && text.isEmpty() && !b.has(Field.TEXT) && expectsText) {
            refuseUnreadText(row);
        }
        if (isOpen || !waiting.isEmpty()) {
            waiting.add(post, isOpen ? column.monthFirst() : millis, isOpen, row);
            hold(column);
        } else if (!give(post)) {
            throw new RejectedRowException(seen(post));
        }
    }

    private void noteColumns(Row row) {
        for (Map.Entry<Field, String> entry : columns.mapping().entrySet()) {
            if (row.has(entry.getValue())) {
                mappedSeen.add(entry.getKey());
            }
        }
    }

    private String said(Bound b, Field field, Row row) {
        String raw = b.raw(field, row);
        return raw.isEmpty() ? "" : ": its cell says '" + TimeColumn.shown(raw) + "'";
    }

    private String account(Bound b, Row row) throws RejectedRowException {
        String account = b.get(Field.ACCOUNT, row);
        if (account.isEmpty()) {
            throw new RejectedRowException("has no account" + said(b, Field.ACCOUNT, row));
        }
        return doubts.joining(account, row.line(), onLine());
    }

    private Post post(Bound b, Row row, String account, long millis, String text) {
        doubts.text(text);
        doubts.ofRow(b.export().doubt(row));
        boolean ownUrls = b.has(Field.URLS, row);
        boolean ownHashtags = b.has(Field.HASHTAGS, row);
        boolean ownMentions = b.has(Field.MENTIONS, row);
        Export export = b.export();
        boolean all = !(ownUrls && ownHashtags && ownMentions)
                || export.isAlsoFromText(Field.URLS)
                || export.isAlsoFromText(Field.HASHTAGS)
                || export.isAlsoFromText(Field.MENTIONS);
        TextEntities found = all ? TextEntities.of(text) : NO_ENTITIES;
        return new Post(
                id(b, row),
                account,
                Instant.ofEpochMilli(millis),
                text,
                optional(b.get(Field.LANGUAGE, row)),
                items(b, row, Field.URLS, ownUrls, found.urls()),
                items(b, row, Field.HASHTAGS, ownHashtags, found.hashtags()),
                addressed(b, row, account, items(b, row, Field.MENTIONS, ownMentions, found.mentions())),
                reference(b.get(Field.REPOST_OF, row)),
                reference(b.get(Field.REPLY_TO, row)),
                optional(b.get(Field.PLATFORM, row)),
                accountCreated(b.get(Field.ACCOUNT_CREATED, row), row.line()),
                Map.of());
    }

    private static List<String> items(Bound b, Row row, Field field, boolean isThere, List<String> ofText) {
        List<String> items = isThere ? b.items(field, row) : ofText;
        if (isThere && !ofText.isEmpty() && b.export().isAlsoFromText(field)) {
            Set<String> both = new LinkedHashSet<>(items);
            both.addAll(ofText);
            items = List.copyOf(both);
        }
        return field == Field.HASHTAGS && isThere && !items.isEmpty() ? canonical(items) : items;
    }

    /** Whom a post mentions, and whom it answers: nobody answers oneself, and a rounded name is nobody's. */
    private List<String> addressed(Bound b, Row row, String account, List<String> mentions) {
        String answered = Nothing.bare(b.get(Field.REPLY_TO_ACCOUNT, row));
        String whom =
                Nothing.whole(answered.startsWith("@") ? answered.substring(1).strip() : answered);
        if (Nothing.isRounded(whom)) {
            doubts.rounded(whom);
            return mentions;
        }
        if (whom.isEmpty() || whom.equals(account)) {
            return mentions;
        }
        Set<String> all = new LinkedHashSet<>(mentions);
        all.add(whom);
        return List.copyOf(all);
    }

    private static List<String> canonical(List<String> hashtags) {
        Set<String> canonical = new LinkedHashSet<>();
        hashtags.forEach(tag -> canonical.add(TextEntities.canonical(tag)));
        return List.copyOf(canonical);
    }

    private String id(Bound b, Row row) {
        String id = b.get(Field.ID, row);
        if (id.isEmpty() && b.has(Field.ID, row)) {
            doubts.withoutId();
        }
        return doubts.id(id, file, row.line(), onLine(), reader.isIdPerFile());
    }

    private Optional<String> reference(String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (Nothing.isRounded(id)) {
            doubts.rounded(id);
            return Optional.empty();
        }
        return Optional.of(reader.isIdPerFile() ? file + "/" + Nothing.whole(id) : Nothing.whole(id));
    }

    private static Optional<String> optional(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** No detector needs it, so it never costs a post. */
    private Optional<Instant> accountCreated(String text, long line) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            TimeColumn column = Objects.requireNonNull(created);
            long millis = column.parse(text);
            if (!column.isOpen()) {
                return Optional.of(Instant.ofEpochMilli(millis));
            }
        } catch (RejectedRowException e) {
            // said below, once for all
        }
        doubts.unreadCreated(line);
        return Optional.empty();
    }

    private void refuseUnreadText(Row row) throws MissingColumnException {
        String column = doubts.unreadText(row);
        if (!column.isEmpty()) {
            throw new MissingColumnException(file + ": no column for the text, but '" + column
                    + "' reads like one; name it with --map text=" + column + " or rename it");
        }
    }

    private boolean give(Post post) {
        if (sink.post(post)) {
            posts++;
            return true;
        }
        return false;
    }

    private static String seen(Post post) {
        return "id '" + post.id() + "' was already seen";
    }

    private void hold(TimeColumn column) throws IOException {
        if (column.dayFirst().isPresent()) {
            release(column.dayFirst().get());
        } else if (waiting.isFull()) {
            decide(column);
        }
    }

    private void decide(TimeColumn column) throws IOException {
        Bound b = bound;
        Optional<Boolean> usual = b == null ? Optional.empty() : b.export().dayFirst();
        if (usual.isEmpty()) {
            throw new IOException(file + ": dates such as '" + firstOpen + "' (line "
                    + waiting.firstLine() + ") can be read with the day or the month first, and no row"
                    + " decides: say which with --date-format day-first or --date-format month-first");
        }
        column.decide(usual.get());
        release(usual.get());
    }

    private void release(boolean isDayFirst) {
        for (WaitingPosts.Waiting w = waiting.poll(); w != null; w = waiting.poll()) {
            Post post = w.at(isDayFirst);
            if (!give(post)) {
                lateRejects++;
                sink.reject(new Reject(file, w.line(), seen(post), w.content()));
            }
        }
    }

    /** Gives what waits, and checks what only the end can show. */
    void finish() throws IOException {
        TimeColumn column = times;
        if (column != null && !waiting.isEmpty()) {
            decide(column);
        }
        for (Map.Entry<Field, String> entry : columns.mapping().entrySet()) {
            if (!isTable && rows > 0 && !mappedSeen.contains(entry.getKey())) {
                throw columns.notThere(entry.getKey(), entry.getValue(), firstRow.columns());
            }
        }
    }

    long posts() {
        return posts;
    }

    long lateRejects() {
        return lateRejects;
    }

    Map<String, Long> setAside() {
        return setAside;
    }

    String timeZone() {
        return times == null ? "" : times.zone().getId();
    }

    String dateFormat() {
        return times == null ? "" : times.form();
    }

    List<String> warnings(long rejects, String encoding) {
        List<String> warnings = new ArrayList<>(doubts.warnings(posts, expectsText, encoding));
        if (posts == 0 && rejects > 0 && !isTable) {
            warnings.add(firstRow.advice());
        }
        return warnings;
    }
}
