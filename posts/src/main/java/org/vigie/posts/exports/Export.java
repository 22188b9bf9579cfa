/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.posts.rows.Row;
import org.vigie.posts.rows.RowReader;

/**
 * How one tool or platform writes posts: what it is recognised by, which column holds which field, and its quirks.
 *
 * <p>An export of one's own is a constant in one file:
 *
 * <pre>{@code
 * Export forum = Export.named("forum", "Our forum's nightly dump")
 *         .recognisedBy("nick", "posted", "body")
 *         .withColumns(Field.ACCOUNT, "nick")
 *         .withColumns(Field.TIME, "posted")
 *         .withColumns(Field.TEXT, "body");
 *
 * PostReader reader = PostReader.withDefaults().withExport(forum);
 * }</pre>
 *
 * <p>Columns are named as {@link RowReader#columnName} spells them: lower case, underscores for spaces, dotted paths for
 * nested JSON. Immutable; thread-safe if its functions are.
 */
public final class Export {
    /** What is computed from a row, and of which columns. */
    record Quirk(List<String> columns, Function<Row, List<String>> items) {}

    /** What is doubtful about a field of rows; "" where nothing is. */
    private record Doubt(Optional<Field> field, Function<Row, String> says) {}

    private final String name;
    private final String description;
    private final List<String> signs;
    private final List<List<String>> alternatives;
    private final Map<Field, List<String>> columns;
    private final Map<Field, Quirk> quirks;
    private final Set<Field> alsoFromText;
    private final Set<Field> mapped;
    private final Function<Row, String> setAside;
    private final Doubt doubt;
    private final List<String> pages;
    private final List<String> nestedRows;
    private final ZoneId zone;
    private final Optional<Boolean> dayFirst;
    private final boolean unixTime;

    private Export(Builder b) {
        name = b.name;
        description = b.description;
        signs = List.copyOf(b.signs);
        alternatives =
                signs.stream().map(sign -> List.of(sign.split("\\|", -1))).toList();
        columns = Map.copyOf(b.columns);
        quirks = Map.copyOf(b.quirks);
        alsoFromText = Set.copyOf(b.alsoFromText);
        mapped = Set.copyOf(b.mapped);
        setAside = b.setAside;
        doubt = b.doubt;
        pages = List.copyOf(b.pages);
        nestedRows = List.copyOf(b.nestedRows);
        zone = b.zone;
        dayFirst = b.dayFirst;
        unixTime = b.unixTime;
    }

    /**
     * Starts an export.
     *
     * @param name its name in lists and manifests, in lower case, not empty
     * @param description what it is, in a few words
     * @return an export without columns, which nothing is recognised by
     * @throws IllegalArgumentException if the name is empty
     */
    public static Export named(String name, String description) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name of an export must not be empty");
        }
        return new Export(new Builder(name, description));
    }

    /**
     * The exports that {@link PostReader} knows, in the order in which it tries them.
     *
     * @return the exports
     */
    public static List<Export> known() {
        return KnownExports.ALL;
    }

    /**
     * Sets the columns that a row of this export always has and that no other export has together.
     *
     * @param newSigns columns; {@code a|b} means that one of them is enough
     * @return the changed export
     */
    public Export recognisedBy(String... newSigns) {
        return changed(b -> b.signs = List.of(newSigns));
    }

    /**
     * Sets the columns of a field. Of several, the first that says something in a row counts.
     *
     * @param field the field
     * @param newColumns the columns, the surest first
     * @return the changed export
     */
    public Export withColumns(Field field, String... newColumns) {
        return changed(b -> b.columns.put(field, List.of(newColumns)));
    }

    /**
     * Sets how a field is computed where no column holds it as it is. If it gives "", {@link #withColumns} counts.
     *
     * @param field the field
     * @param value gives the field of a row, "" for nothing
     * @param from the columns that it looks at, for lists and reports
     * @return the changed export
     */
    public Export withValue(Field field, Function<Row, String> value, String... from) {
        Objects.requireNonNull(value, "value");
        return withItems(field, row -> listOf(value.apply(row)), from);
    }

    private static List<String> listOf(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /**
     * Sets how a field that is a list is computed. If it gives nothing, {@link #withColumns} counts.
     *
     * @param field {@link Field#URLS}, {@link Field#HASHTAGS} or {@link Field#MENTIONS}
     * @param items gives the items of a row
     * @param from the columns that it looks at, for lists and reports; a row without any is asked for its text instead
     * @return the changed export
     */
    public Export withItems(Field field, Function<Row, List<String>> items, String... from) {
        return changed(b -> b.quirks.put(field, new Quirk(List.of(from), Objects.requireNonNull(items, "items"))));
    }

    /**
     * Adds what stands in the text to lists that columns hold in part. Without it the text is asked only where there is
     * no column.
     *
     * @param fields lists
     * @return the changed export
     */
    public Export withAlsoFromText(Field... fields) {
        return changed(b -> b.alsoFromText.addAll(List.of(fields)));
    }

    /**
     * Sets which rows are no posts, such as likes and service messages. They are counted by reason, not refused.
     *
     * @param reason gives what a row is instead, in the plural ({@code likes}), or "" for a post
     * @return the changed export
     */
    public Export withSetAside(Function<Row, String> reason) {
        return changed(b -> b.setAside = Objects.requireNonNull(reason, "reason"));
    }

    /**
     * Sets names of members under which a page of JSON holds rows, besides the usual ones.
     *
     * @param names the names
     * @return the changed export
     */
    public Export withPages(String... names) {
        return changed(b -> b.pages = List.of(names));
    }

    /**
     * Sets arrays of objects, and objects, inside a row of JSON that are rows of their own.
     *
     * @param paths their paths
     * @return the changed export
     */
    public Export withNestedRows(String... paths) {
        return changed(b -> b.nestedRows = List.of(paths));
    }

    /**
     * Sets the zone of times that name none; UTC by default.
     *
     * @param newZone the zone
     * @return the changed export
     */
    public Export withTimeZone(ZoneId newZone) {
        return changed(b -> b.zone = Objects.requireNonNull(newZone, "newZone"));
    }

    /**
     * Says that times which are numbers are time since 1970, however small they are: never days as spreadsheets count them,
     * and never {@code 20240105}.
     *
     * @return the changed export
     */
    public Export withUnixTime() {
        return changed(b -> b.unixTime = true);
    }

    /**
     * Sets how dates such as 02/03/2024 are meant where the whole column leaves it open.
     *
     * @param isDayFirst true for 2 March
     * @return the changed export
     */
    public Export withDayFirst(boolean isDayFirst) {
        return changed(b -> b.dayFirst = Optional.of(isDayFirst));
    }

    /**
     * Returns the name in lists and manifests.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Says what it is.
     *
     * @return a few words
     */
    public String description() {
        return description;
    }

    /**
     * Returns the columns by which it is recognised.
     *
     * @return all that must be there; {@code a|b} means that one of them is enough
     */
    public List<String> signs() {
        return signs;
    }

    /**
     * Returns the columns that are read for a field.
     *
     * @param field the field
     * @return the columns, those of a quirk first
     */
    public List<String> columns(Field field) {
        Set<String> all = new LinkedHashSet<>();
        Quirk quirk = quirks.get(field);
        if (quirk != null) {
            all.addAll(quirk.columns());
        }
        all.addAll(columns.getOrDefault(field, List.of()));
        return List.copyOf(all);
    }

    /**
     * The columns of a field and, behind them, the one of its canonical name: what has that name is never dropped. A
     * column that the export computes something else of is not asked twice, and one that a mapping names is the only one.
     */
    List<String> allColumns(Field field) {
        List<String> all = new ArrayList<>(columns(field));
        if (!mapped.contains(field) && !isUsed(field.label())) {
            all.add(field.label());
        }
        return all;
    }

    /** Whether a column holds something else in this export: twint's {@code time} is a clock. */
    private boolean isUsed(String column) {
        return columns.values().stream().anyMatch(of -> of.contains(column))
                || quirks.values().stream().anyMatch(quirk -> quirk.columns().contains(column));
    }

    /** Whether a table or an object with some columns is of this export. */
    boolean matches(Predicate<String> has) {
        return !signs.isEmpty()
                && alternatives.stream().allMatch(sign -> sign.stream().anyMatch(has));
    }

    List<String> plainColumns(Field field) {
        return columns.getOrDefault(field, List.of());
    }

    @Nullable
    Quirk quirk(Field field) {
        return quirks.get(field);
    }

    boolean isAlsoFromText(Field field) {
        return alsoFromText.contains(field);
    }

    String setAside(Row row) {
        return setAside.apply(row);
    }

    /** What is doubtful about a row, as the end of a sentence about posts in the plural; "" if nothing is. */
    String doubt(Row row) {
        return doubt.says.apply(row);
    }

    /** Sets what is doubtful about a field of rows, such as {@code have no sender}; to name its column settles it. */
    Export withDoubt(Field field, Function<Row, String> newDoubt) {
        return changed(b -> b.doubt = new Doubt(Optional.of(field), newDoubt));
    }

    List<String> pages() {
        return pages;
    }

    List<String> nestedRows() {
        return nestedRows;
    }

    ZoneId zone() {
        return zone;
    }

    Optional<Boolean> dayFirst() {
        return dayFirst;
    }

    boolean isUnixTime() {
        return unixTime;
    }

    /** The same with one column for a field, whatever the export says of it. */
    Export withOnly(Field field, String column) {
        return changed(b -> {
            b.columns.put(field, List.of(column));
            b.quirks.remove(field);
            b.mapped.add(field);
            b.doubt = doubt.field.equals(Optional.of(field)) ? Builder.NO_DOUBT : doubt;
        });
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }

    private Export changed(java.util.function.Consumer<Builder> change) {
        Builder b = new Builder(name, description);
        b.signs = signs;
        b.columns.putAll(columns);
        b.quirks.putAll(quirks);
        b.alsoFromText.addAll(alsoFromText);
        b.mapped.addAll(mapped);
        b.setAside = setAside;
        b.doubt = doubt;
        b.pages = pages;
        b.nestedRows = nestedRows;
        b.zone = zone;
        b.dayFirst = dayFirst;
        b.unixTime = unixTime;
        change.accept(b);
        return new Export(b);
    }

    private static final class Builder {
        private static final Doubt NO_DOUBT = new Doubt(Optional.empty(), row -> "");

        private final String name;
        private final String description;
        private final Map<Field, List<String>> columns = new EnumMap<>(Field.class);
        private final Map<Field, Quirk> quirks = new EnumMap<>(Field.class);
        private final Set<Field> alsoFromText = EnumSet.noneOf(Field.class);
        private final Set<Field> mapped = EnumSet.noneOf(Field.class);
        private List<String> signs = List.of();
        private Function<Row, String> setAside = row -> "";
        private Doubt doubt = NO_DOUBT;
        private List<String> pages = List.of();
        private List<String> nestedRows = List.of();
        private ZoneId zone = ZoneOffset.UTC;
        private Optional<Boolean> dayFirst = Optional.empty();
        private boolean unixTime;

        Builder(String name, String description) {
            this.name = name;
            this.description = description;
        }
    }
}
