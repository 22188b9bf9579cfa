/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import org.vigie.posts.rows.Row;

/** Tables whose columns have French or Spanish names: their dates begin with the day. */
final class RomanceNames {
    static final Export EXPORT = Export.named(
                    "french or spanish names", "no known export: columns by usual names in French or Spanish")
            .recognisedBy(
                    "compte|auteur|utilisateur|cuenta|autor|usuario", "date|heure|horodatage|fecha|fecha_hora|time")
            .withColumns(Field.ID, "id", "identifiant", "identificador", "url")
            .withColumns(Field.ACCOUNT, "compte", "auteur", "utilisateur", "cuenta", "autor", "usuario")
            .withColumns(Field.TIME, "horodatage", "fecha_hora", "date", "fecha", "time")
            .withColumns(Field.TEXT, "texte", "contenu", "message", "texto", "mensaje", "contenido", "text")
            .withColumns(Field.LANGUAGE, "langue", "idioma")
            .withColumns(Field.URLS, "liens", "enlaces", "urls")
            .withColumns(Field.HASHTAGS, "hashtags")
            .withColumns(Field.MENTIONS, "mentions")
            .withColumns(Field.PLATFORM, "plateforme", "plataforma")
            .withValue(Field.TIME, RomanceNames::time, "date", "heure", "fecha", "hora")
            .withDayFirst(true);

    private RomanceNames() {}

    /** Two columns where the date and the clock stand apart. */
    private static String time(Row row) {
        String clock = row.get("heure") + row.get("hora");
        return clock.isEmpty() ? "" : row.get("date") + row.get("fecha") + " " + clock;
    }
}
