/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.ArrayList;
import java.util.List;
import org.vigie.posts.rows.Row;

/**
 * Tables whose columns have names of other languages than English, those that spreadsheets and media monitors of these
 * languages write. Dates such as 02/03/2024 begin with the day unless a row says otherwise.
 */
final class LocalNames {
    private static final List<String> ID = words(
            "identifiant identificador identificación identificativo kennung beitrags-id идентификатор id_публикации "
                    + "id_поста معرف 微博id 编号 ");
    private static final List<String> ACCOUNT =
            words("compte nom_du_compte auteur auteure utilisateur nom_d'utilisateur pseudo cuenta "
                    + "autor usuario nombre_de_usuario usuário conta nome_de_usuário utente nome_utente "
                    + "autore benutzer benutzername nutzer nutzername verfasser konto gebruiker "
                    + "gebruikersnaam użytkownik kullanıcı kullanici yazar hesap användare författare "
                    + "pengguna akun автор пользователь имя_пользователя аккаунт канал користувач "
                    + "акаунт المستخدم الحساب الكاتب 用户id 用户 用户名 用户昵称 用户名称 发布者 博主 "
                    + "作者 账号 昵称 ユーザー ユーザー名 投稿者 アカウント 작성자 "
                    + "사용자 계정 ");
    private static final List<String> TIME = words(
            "horodatage date_et_heure date_de_publication publié_le fecha_hora fecha_y_hora fecha_de_publicación fecha_de_publicacion "
                    + "fecha data_e_hora data/hora data_de_publicação data_e_ora data_di_pubblicazione data_publikacji data "
                    + "zeitstempel zeitpunkt datum_und_uhrzeit veröffentlicht_am veröffentlicht erstellt_am datum tijdstip "
                    + "gepubliceerd_op yayın_tarihi tarih tanggal дата_и_время дата_публикации опубликовано дата_публікації "
                    + "дата التاريخ تاريخ_النشر 发布时间 发表时间 发布日期 评论时间 时间 日期 投稿日時 "
                    + "日時 日付 날짜 작성일 zeit время час waktu "
                    + "heure ");
    private static final List<String> CLOCK =
            words("heure hora ora uhrzeit tijd saat время час " + "godzina 时间 時刻 시간 ");
    private static final List<String> TEXT =
            words("texte contenu contenu_du_message extrait texto mensaje contenido mensagem "
                    + "conteúdo testo messaggio contenuto nachricht inhalt beitrag kommentar "
                    + "tekst bericht inhoud treść metin mesaj içerik meddelande "
                    + "innehåll teks pesan текст сообщение содержание пост комментарий "
                    + "повідомлення зміст النص المحتوى الرسالة 正文 微博正文 微博内容 博文 发布内容 帖子内容 评论内容 内容 "
                    + "文本 本文 テキスト 投稿内容 내용 본문 titre título "
                    + "titolo titel заголовок ");
    private static final List<String> LANGUAGE =
            words("langue idioma lingua sprache taal język dil язык " + "мова اللغة 语言 言語 ");
    private static final List<String> URLS = words("liens lien enlaces enlace ссылки ссылка посилання 链接 ");
    private static final List<String> HASHTAGS = words("mots-dièse etiquetas хештеги хэштеги 话题 ");
    private static final List<String> MENTIONS = words("menciones menções menzioni erwähnungen упоминания ");
    private static final List<String> PLATFORM =
            words("plateforme plataforma piattaforma plattform platforma платформа 平台 ");

    /** Dates that may have a clock beside them. */
    private static final List<String> DATES = List.of("date", "datum", "fecha", "data", "дата", "tarih", "日期");

    static final Export EXPORT = Export.named(
                    "names in other languages",
                    "no known export: columns by usual names in languages other than English")
            .recognisedBy(
                    any(all(Field.ACCOUNT, ACCOUNT)),
                    any(both(List.of(all(Field.TIME, TIME)), List.of("data"))),
                    any(both(ACCOUNT, TIME)))
            .withColumns(Field.ID, all(Field.ID, ID))
            .withColumns(Field.ACCOUNT, all(Field.ACCOUNT, ACCOUNT))
            .withColumns(
                    Field.TIME,
                    both(List.of(all(Field.TIME, TIME)), List.of("data", "heure"))) // data is no time in English
            .withColumns(Field.TEXT, all(Field.TEXT, TEXT))
            .withColumns(Field.LANGUAGE, all(Field.LANGUAGE, LANGUAGE))
            .withColumns(Field.URLS, all(Field.URLS, URLS))
            .withColumns(Field.HASHTAGS, all(Field.HASHTAGS, HASHTAGS))
            .withColumns(Field.MENTIONS, all(Field.MENTIONS, MENTIONS))
            .withColumns(Field.REPOST_OF, all(Field.REPOST_OF, List.of()))
            .withColumns(Field.REPLY_TO, all(Field.REPLY_TO, List.of()))
            .withColumns(Field.REPLY_TO_ACCOUNT, all(Field.REPLY_TO_ACCOUNT, List.of()))
            .withColumns(Field.PLATFORM, all(Field.PLATFORM, PLATFORM))
            .withValue(Field.TIME, LocalNames::time, "date", "datum", "fecha", "data", "дата", "tarih", "日期")
            .withAlsoFromText(Field.URLS)
            .withDayFirst(true);

    private LocalNames() {}

    private static String time(Row row) {
        return DateAndClock.of(row, DATES, CLOCK);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split(" ", -1));
    }

    private static String any(String... columns) {
        return String.join("|", columns);
    }

    private static String[] both(List<String> some, List<String> more) {
        List<String> both = new ArrayList<>(some);
        both.addAll(more);
        return both.toArray(String[]::new);
    }

    /** The names of other languages, then the English ones. */
    private static String[] all(Field field, List<String> words) {
        return both(words, ByName.EXPORT.plainColumns(field));
    }
}
