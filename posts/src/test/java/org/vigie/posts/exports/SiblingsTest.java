/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.posts.Post;

/** Files as other tools, other generations and other languages write them: what is right is written beside each. */
class SiblingsTest {
    /** An input, and {@code id|account|time|text} of its posts. */
    record Input(String name, String content, List<String> posts) {
        static Input of(String name, String content, String... posts) {
            return new Input(name, content, List.of(posts));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String QUAY = "p1|ann|2024-02-13T10:00:00Z|Quay shut";

    static List<Input> inputs() {
        return List.of(
                // column names in other languages
                local("german", "ID;Benutzer;Datum;Uhrzeit;Text", "p1;ann;13.02.2024;10:00;Quay shut"),
                local("german, one column of times", "Beitrags-ID;Nutzername;Ver\u00f6ffentlicht am;Nachricht"),
                local("german, decomposed", "Beitrags-ID;Nutzername;Vero\u0308ffentlicht am;Nachricht"),
                local("french", "Identifiant;Nom d\u2019utilisateur;Date de publication;Contenu du message"),
                local("spanish", "Identificaci\u00f3n;Usuario;Fecha de publicaci\u00f3n;Mensaje"),
                local("portuguese", "id;usu\u00e1rio;data;texto"),
                local("italian", "id;utente;data;ora;testo", "p1;ann;13/02/2024;10:00;Quay shut"),
                local("dutch", "id;gebruiker;datum;bericht"),
                local("polish", "id;autor;data;tre\u015b\u0107"),
                local("turkish capitals", "ID;KULLANICI;TAR\u0130H;MET\u0130N"),
                local(
                        "russian",
                        "ID;\u0410\u0432\u0442\u043e\u0440;\u0414\u0430\u0442\u0430;\u0422\u0435\u043a\u0441\u0442"),
                local(
                        "ukrainian",
                        "id;\u043a\u043e\u0440\u0438\u0441\u0442\u0443\u0432\u0430\u0447;\u0434\u0430\u0442\u0430;\u0442\u0435\u043a\u0441\u0442"),
                local("chinese", "id;\u7528\u6237\u6635\u79f0;\u53d1\u5e03\u65f6\u95f4;\u6b63\u6587"),
                local("japanese", "id;\u30e6\u30fc\u30b6\u30fc;\u65e5\u6642;\u672c\u6587"),
                local(
                        "arabic",
                        "id;\u0627\u0644\u0645\u0633\u062a\u062e\u062f\u0645;\u0627\u0644\u062a\u0627\u0631\u064a\u062e;\u0627\u0644\u0646\u0635"),
                // names of tools
                table("tweet binder", "Tweet ID;User;Date;Hour;Tweet content", "p1;ann;13/02/2024;10:00;Quay shut"),
                table("sprinklr", "id,Sender Screen Name,Created Time,Message", "p1,ann,13/02/2024 10:00,Quay shut"),
                table("comments", "comment_id,Author,Comment date,Comment", "p1,ann,\"Feb 13, 2024 10:00\",Quay shut"),
                table(
                        "date and clock",
                        "id,account,date,time,timezone,text",
                        "p1,ann,2024-02-13,12:00,+0200,Quay shut"),
                table("milliseconds", "id,user_id,timestamp_ms,text", "p1,ann,1707818400000,Quay shut"),
                Input.of(
                        "camel case",
                        "[{\"id\":\"p1\",\"caption\":\"Quay shut\",\"ownerUsername\":\"ann\",\"timestamp\":\"2024-02-13T10:00:00.000Z\"}]",
                        QUAY),
                Input.of(
                        "nested author",
                        "[{\"id\":\"p1\",\"fullText\":\"Quay shut\",\"createdAt\":\"Tue Feb 13 10:00:00 +0000 2024\",\"author\":{\"userName\":\"ann\"}}]",
                        QUAY),
                Input.of(
                        "mongodb",
                        "{\"_id\":{\"$oid\":\"p1\"},\"account\":\"ann\",\"created_at\":{\"$date\":{\"$numberLong\":\"1707818400000\"}},\"text\":\"Quay shut\"}",
                        QUAY),
                // what spreadsheets do
                table(
                        "ids kept from rounding",
                        "id,account,time,text",
                        "=\"p1\",\"=\"\"ann\"\"\",2024-02-13 10:00,Quay shut"),
                Input.of(
                        "ids with an apostrophe or quotes",
                        "id,account,time,text\n'147500,7,2024-02-13,x\n\"\"\"147501\"\"\",7,2024-02-13,y\n",
                        "147500|7|2024-02-13T00:00:00Z|x",
                        "147501|7|2024-02-13T00:00:00Z|y"),
                Input.of(
                        "serials with a decimal comma",
                        "id;account;time;text\np1;ann;45335,4166666667;Quay shut\n",
                        QUAY),
                table("empty columns behind", "id,account,time,text,,", "p1,ann,2024-02-13 10:00,Quay shut,,"),
                table("commas behind rows only", "id,account,time,text", "p1,ann,2024-02-13 10:00,Quay shut,"),
                table(
                        "spaces before quotes",
                        "id, account, time, text",
                        "p1, \"ann\", \"2024-02-13 10:00\", \"Quay shut\""),
                Input.of(
                        "quotes behind backslashes",
                        "id,account,time,text\n1,a,2024-02-13,\"say \\\"no\\\" twice\"\n2,b,2024-02-13,\"c:\\\\\"\n3,c,2024-02-13,\"x \"\"y\"\"\"\n",
                        "1|a|2024-02-13T00:00:00Z|say \"no\" twice",
                        "2|b|2024-02-13T00:00:00Z|c:\\",
                        "3|c|2024-02-13T00:00:00Z|x \"y\""),
                Input.of(
                        "no backslashes without need",
                        "id,account,time,text\n1,a,2024-02-13,\"c:\\\"\n2,b,2024-02-13,\"\\\\\"\n",
                        "1|a|2024-02-13T00:00:00Z|c:\\",
                        "2|b|2024-02-13T00:00:00Z|\\\\"),
                Input.of(
                        "tabs without quoting",
                        "id\taccount\ttime\ttext\n1\ta\t2024-02-13\t\"Quay\" shut\n2\tb\t2024-02-13\t\"open\n3\tc\t2024-02-13\t\"whole\"\n",
                        "1|a|2024-02-13T00:00:00Z|\"Quay\" shut",
                        "2|b|2024-02-13T00:00:00Z|\"open",
                        "3|c|2024-02-13T00:00:00Z|whole"),
                table("bars", "id|account|time|text", "p1|ann|2024-02-13 10:00|Quay shut"),
                table("carriage returns", "\r\rid,account,time,text\r", "\rp1,ann,2024-02-13 10:00,Quay shut\r"),
                table(
                        "remarks above",
                        "# one, two\n# three\nid,account,time,text",
                        "p1,ann,2024-02-13 10:00,Quay shut"),
                table(
                        "commas in names",
                        "id;account;time;text;note (a, b, c, d, e)",
                        "p1;ann;2024-02-13 10:00;Quay shut;x"),
                // names of more tools
                table(
                        "videos",
                        "Video ID;Channel Name;Posted Date;Post Body Text",
                        "p1;ann;13/02/2024 10:00;Quay shut"),
                table(
                        "posts of many platforms",
                        "PostId,Channel Name,Platform,Published At,Post Body",
                        "p1,ann,Facebook,2024-02-13 10:00:00,Quay shut"),
                Input.of(
                        "pages kept while they are read",
                        "{\"item_id\":\"p1\",\"timestamp_collected\":1707900000000,\"source_platform\":\"instagram.com\",\"data\":{\"id\":\"p1\",\"taken_at\":1707818400,\"user\":{\"id\":\"ann\"},\"caption\":{\"text\":\"Quay shut\"}}}",
                        QUAY),
                table("bluesky, flat", "uri,author_did,created_at,text", "p1,ann,2024-02-13 10:00,Quay shut"),
                Input.of(
                        "gab",
                        "{\"id\":\"p1\",\"created_at\":\"2024-02-13T10:00:00Z\",\"body\":\"Quay shut\",\"account\":{\"username\":\"ann\"}}",
                        QUAY),
                Input.of(
                        "discord",
                        "{\"guild\":{\"id\":\"g\"},\"messages\":[{\"id\":\"p1\",\"timestamp\":\"2024-02-13T10:00:00+00:00\",\"content\":\"Quay shut\",\"author\":{\"id\":\"ann\"}}]}",
                        QUAY),
                Input.of(
                        "elasticsearch",
                        "{\"took\":3,\"hits\":{\"total\":1,\"hits\":[{\"_id\":\"z\",\"_source\":{\"id\":\"p1\",\"user_id\":\"ann\",\"date\":\"2024-02-13T10:00:00Z\",\"text\":\"Quay shut\"}}]}}",
                        QUAY),
                Input.of(
                        "comments of a video",
                        "{\"id\":\"v\",\"title\":\"T\",\"channel_id\":\"c\",\"timestamp\":1,\"comments\":[{\"id\":\"p1\",\"text\":\"Quay shut\",\"author_id\":\"ann\",\"timestamp\":1707818400}]}",
                        "v|c|1970-01-01T00:00:01Z|T",
                        QUAY),
                Input.of(
                        "answers around a status",
                        "{\"ancestors\":[],\"descendants\":[{\"uri\":\"p1\",\"created_at\":\"2024-02-13T10:00:00Z\",\"account\":{\"acct\":\"ann\"},\"content\":\"<p>Quay shut</p>\"}]}",
                        QUAY),
                table("tgstat", "channel_id,id,date,text,forwards", "ann,p1,2024-02-13 10:00,Quay shut,0", "ann/p1"),
                // JSON
                json("windows line ends", "\r\n%s\r\n\r\n\r\n"),
                json("byte order mark", "\uFEFF%s\n"),
                json("text sequence", "\u001e%s\n"),
                json("page of tweets", "{\"tweets\":[%s]}"),
                Input.of(
                        "NaN for nothing",
                        "{\"id\":\"p1\",\"account\":\"ann\",\"time\":\"2024-02-13T10:00:00Z\",\"text\":\"Quay shut\",\"reply_to\":NaN}",
                        QUAY));
    }

    private static Input local(String name, String header) {
        return local(name, header, "p1;ann;13/02/2024 10:00;Quay shut");
    }

    private static Input local(String name, String header, String row) {
        return table(name, header, row);
    }

    private static Input table(String name, String header, String row) {
        return Input.of(name, header + "\n" + row + "\n", QUAY);
    }

    private static Input table(String name, String header, String row, String id) {
        return Input.of(name, header + "\n" + row + "\n", QUAY.replace("p1", id));
    }

    private static Input json(String name, String around) {
        return Input.of(
                name,
                around.replace(
                        "%s",
                        "{\"id\":\"p1\",\"account\":\"ann\",\"time\":\"2024-02-13T10:00:00Z\",\"text\":\"Quay shut\"}"),
                QUAY);
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("inputs")
    void isReadAsItIs(Input input) throws IOException {
        Reading read = Reading.of(Reading.READER, input.content());

        assertThat(read.rejects()).isEmpty();
        assertThat(read.posts())
                .extracting(p -> String.join("|", p.id(), p.account(), p.time().toString(), p.text()))
                .containsExactlyElementsOf(input.posts());
    }

    @Test
    void aHeaderThatComesAgainIsSetAside() throws IOException {
        Reading read = Reading.of(
                "\uFEFFid,account,time,text", "1,a,2024-02-13,x", "\uFEFFid,account,time,text", "2,b,2024-02-13,y");

        assertThat(read.posts()).hasSize(2);
        assertThat(read.rejects()).isEmpty();
        assertThat(read.summary().setAside()).hasToString("{repeated headers=1}");
    }

    @Test
    void aHeaderThatComesAgainInAnotherOrderIsFollowed() throws IOException {
        Reading read = Reading.of(
                "id,account,time,text",
                "1,a,2024-02-13,x",
                "account,Text,\"id\",time",
                "b,y,2,2024-02-14",
                "id,account,time,text",
                "3,text,2024-02-15,id");

        assertThat(read.posts())
                .extracting(p -> p.id() + p.account() + p.text())
                .containsExactly("1ax", "2by", "3textid");
        assertThat(read.rejects()).isEmpty();
        assertThat(read.summary().setAside()).hasToString("{repeated headers=2}");
    }

    @Test
    void aRowThatIsTooShortIsRefusedBecauseItMayBeCut() throws IOException {
        Reading read = Reading.of("id,account,time,text,lang", "1,a,2024-02-13,x");

        assertThat(read.rejects()).extracting(r -> r.reason()).containsExactly("has 4 fields but the header has 5");
    }

    @Test
    void anItemOfAnArrayIsOneItem() throws IOException {
        Post post = Reading.of("{\"id\":\"1\",\"account\":\"a\",\"time\":\"2024-02-13T00:00:00Z\",\"text\":\"x\","
                        + "\"urls\":[\"https://q.example/a b\"],\"hashtags\":[\"one two\"]}")
                .posts()
                .get(0);

        assertThat(post.urls()).containsExactly("https://q.example/a b");
        assertThat(post.hashtags()).containsExactly("one two");
    }

    @Test
    void itemsThatAreObjectsAreReadOrTakenFromTheText() throws IOException {
        String post = "{\"id\":\"1\",\"account\":\"a\",\"time\":\"2024-02-13T00:00:00Z\",\"text\":\"#quay @bob\",";
        assertThat(Reading.of(post + "\"hashtags\":[{\"id\":\"7\",\"name\":\"kade\"}],\"mentions\":[{\"n\":\"zed\"}]}")
                        .posts()
                        .get(0))
                .satisfies(p -> assertThat(p.hashtags()).containsExactly("quay"))
                .satisfies(p -> assertThat(p.mentions()).containsExactly("bob"));
        assertThat(Reading.of(post + "\"hashtags\":[],\"mentions\":[]}").posts().get(0))
                .satisfies(p -> assertThat(p.hashtags()).isEmpty())
                .satisfies(p -> assertThat(p.mentions()).isEmpty());
        assertThat(Reading.of(post.replace("account", "author_handle")
                                + "\"hashtags\":[{\"id\":\"7\",\"name\":\"kade\"}]}")
                        .posts()
                        .get(0)
                        .hashtags())
                .containsExactly("kade");
    }

    @Test
    void aHeaderOfAnotherEncodingSaysSo() {
        for (String encoding : new String[] {"Shift_JIS", "GBK", "windows-1251", "EUC-KR"}) {
            String header = encoding.equals("windows-1251")
                    ? "\u0430\u0432\u0442\u043e\u0440,\u0434\u0430\u0442\u0430,\u0442\u0435\u043a\u0441\u0442"
                    : encoding.equals("EUC-KR")
                            ? "\uc791\uc131\uc790,\uc791\uc131\uc77c,\ub0b4\uc6a9"
                            : "\u4f5c\u8005,\u65e5\u6642,\u672c\u6587";
            byte[] bytes = (header + "\na,2024-02-13,x\n").getBytes(Charset.forName(encoding));
            assertThatThrownBy(() -> Reading.of(Reading.READER, bytes))
                    .as(encoding)
                    .isInstanceOf(MissingColumnException.class)
                    .hasMessageContaining("name the encoding with --encoding");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1250,D\u011bkuji v\u00e1m,true",
        "windows-1250,P\u0159\u00ed\u0161t\u011b v\u00edc,true",
        "windows-1250,Za\u017c\u00f3\u0142\u0107 g\u0119\u015bl\u0105,true",
        "windows-1250,\u00e1rv\u00edzt\u0171r\u0151 t\u00fck\u00f6r,true",
        "windows-1250,\u0161\u010du\u0107uren i \u017eiv,true",
        "windows-1254,b\u00f6yle de\u011fi\u015fti \u00e7ok g\u00fczel,true",
        "windows-1257,\u0105\u010d\u0119\u0117\u012f\u0161 \u016b\u017e,true",
        "x-MacRoman,un \u00e9t\u00e9 \u00e0 la c\u00f4te,true",
        "windows-1252,Le quai ferm\u00e9 \u00e0 No\u00ebl: \u0153uf o\u00f9,false",
        "windows-1252,gr\u00fc\u00dfe aus k\u00f6ln,false",
        "windows-1252,\u00bfqu\u00e9 pas\u00f3 ma\u00f1ana?,false",
        "windows-1252,n\u00e3o s\u00f3 cora\u00e7\u00f5es,false",
        "windows-1252,perch\u00e9 cos\u00ec pi\u00f9 f\u00e0,false",
        "windows-1252,r\u00f8d gr\u00f8d med fl\u00f8de p\u00e5,false",
        "windows-1252,10 m\u00b3 \u00a3s voor \u20ac5,false",
    })
    void lettersOfAnotherCodePageAreNotSilent(String encoding, String text, boolean isSaid) throws IOException {
        byte[] bytes = ("id,account,time,text\n1,a,2024-02-13," + text + "\n").getBytes(Charset.forName(encoding));
        List<String> warnings = Reading.of(Reading.READER, bytes).summary().warnings();

        assertThat(warnings.stream().anyMatch(w -> w.contains("not look like windows-1252")))
                .isEqualTo(isSaid);
        String western = "%d,a,2024-02-13,caf\u00e9\n";
        StringBuilder many = new StringBuilder();
        for (int i = 2; i < 20; i++) {
            many.append(western.replace("%d", String.valueOf(i)));
        }
        byte[] quoted = ("id,account,time,text\n1,a,2024-02-13,\u00c5se a caf\u00e9\n" + many)
                .getBytes(Charset.forName("windows-1252"));
        assertThat(Reading.of(Reading.READER, quoted).summary().warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"caf\u00c3\u00a9", "l\u00e2\u20ac\u2122eau", "25 \u00c2\u00b0C"})
    void textsThatWereEncodedTwiceAreSaid(String text) throws IOException {
        assertThat(Reading.of("id,account,time,text", "1,a,2024-02-13," + text)
                        .summary()
                        .warnings())
                .containsExactly(
                        "1 text has letters of UTF-8 that were read as windows-1252: repair the file, or name its"
                                + " encoding with --encoding");
        assertThat(Reading.of("id,account,time,text", "1,a,2024-02-13,N\u00c3O \u00c2ge \u00e2 l'\u00e2ge")
                        .summary()
                        .warnings())
                .isEmpty();
    }

    @Test
    void anEncodingMayBeGivenAndIsMissedWhereItIsNot() throws IOException {
        String table =
                "id,account,time,text\n1,a,2024-02-13,\u041c\u043e\u0441\u0442 \u0437\u0430\u043a\u0440\u044b\u0442\n";
        byte[] bytes = table.getBytes(Charset.forName("windows-1251"));

        Reading given = Reading.of(Reading.READER.withEncoding(Charset.forName("windows-1251")), bytes);
        assertThat(given.posts().get(0).text())
                .isEqualTo("\u041c\u043e\u0441\u0442 \u0437\u0430\u043a\u0440\u044b\u0442");
        assertThat(given.summary().encoding()).isEqualTo("windows-1251");
        assertThat(Reading.of(Reading.READER, bytes).summary().warnings())
                .containsExactly("1 text does not look like windows-1252, as which the file was read: name its encoding"
                        + " with --encoding, such as windows-1250, windows-1251 or GBK");
        byte[] header = "\u0430\u0432\u0442\u043e\u0440;\u0434\u0430\u0442\u0430\na;2024-02-13\n"
                .getBytes(Charset.forName("windows-1251"));
        assertThatThrownBy(() -> Reading.of(Reading.READER, header))
                .isInstanceOf(MissingColumnException.class)
                .hasMessageContaining("name the encoding with --encoding");
        assertThat(Reading.of(Reading.READER.withEncoding(StandardCharsets.UTF_8), "\uFEFF" + table)
                        .posts())
                .hasSize(1);
    }

    @Test
    void idsThatEndWhereASpreadsheetStopsAreNoticed() throws IOException {
        Reading read = Reading.of(
                "id,account,time,text",
                "1475123456789010000,a,2024-02-13,x",
                "1475123456789020000,a,2024-02-13,y",
                "1475123456789030000,a,2024-02-13,z");

        assertThat(read.summary().warnings())
                .containsExactly("3 ids of 3 end in zeros where a spreadsheet stops: export again with ids as text");
    }

    @Test
    void whatIsNoTableOfNamesSaysWhatToDo() throws IOException {
        assertThatThrownBy(() -> Reading.of("1,ann,2024-02-13 10:00,hello"))
                .isInstanceOf(MissingColumnException.class)
                .hasMessage("posts.csv: the first line holds values, not names of columns: 1, ann, 2024-02-13_10:00,"
                        + " hello; write a line such as id,account,time,text above it");
        assertThat(Reading.of("{\"id\":{\"0\":1,\"1\":2},\"text\":{\"0\":\"x\",\"1\":\"y\"}}")
                        .summary()
                        .warnings())
                .containsExactly("no row is a post; the first has id.0, id.1, text.0, text.1: write one object a row"
                        + " (pandas: orient='records', lines=True)");
    }

    @Test
    void timesThatAreSecondsByDefinitionMayBeSmall() throws IOException {
        Reading read = Reading.of(
                "object_id,account_id,content_id,timestamp_share", "o,a,c1,74128", "o,b,c2,74130", "o,c,c3,20240105");

        assertThat(read.posts())
                .extracting(p -> p.time().getEpochSecond())
                .containsExactly(74_128L, 74_130L, 20_240_105L);
        assertThat(Reading.of(Reading.READER.withDateFormat("unix"), "id,account,time,text\n1,a,45078,x\n")
                        .posts()
                        .get(0)
                        .time()
                        .getEpochSecond())
                .isEqualTo(45_078);
    }
}
