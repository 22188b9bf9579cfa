/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class WebSocketLinesTest {
    private static final String SILENCE = "then nothing more";
    private static final String BINARY = "sent as binary";
    private static final String NO_UTF8 = "sent with a byte that no UTF-8 has";
    private static final String HALF = "the first part of a message of two";
    private static final WebSocketLines.Patience LITTLE =
            new WebSocketLines.Patience(Duration.ofMillis(5), Duration.ofMillis(200));

    /** Keeps what it hears. */
    private static final class Heard implements WebSocketLines.Hearer {
        private final List<String> doubts = Collections.synchronizedList(new ArrayList<>());
        private final List<String> refused = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void doubt(String what) {
            doubts.add(what);
        }

        @Override
        public void refused(String kind) {
            refused.add(kind);
        }
    }

    /**
     * A server of this machine that sends some messages on each connection and takes its leave; where it has nothing to say
     * it goes away without a word.
     */
    private static final class Server implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
        private final List<List<String>> messages;

        Server(List<List<String>> messages) throws IOException {
            this.messages = messages;
            Thread thread = new Thread(this::serve, "server");
            thread.setDaemon(true);
            thread.start();
        }

        URI address() {
            return URI.create("ws://localhost:" + socket.getLocalPort() + "/subscribe?wanted=posts");
        }

        private void serve() {
            for (List<String> some : messages) {
                try (Socket client = socket.accept()) {
                    shakeHands(client);
                    for (String message : some) {
                        send(client.getOutputStream(), message);
                    }
                    if (some.contains(SILENCE)) {
                        client.getInputStream().transferTo(OutputStream.nullOutputStream()); // and no answer to a ping
                    } else if (!some.isEmpty()) {
                        takeLeave(client);
                    }
                } catch (Exception e) {
                    requests.add("failed: " + e);
                    return;
                }
            }
        }

        /** Messages that are under way are lost where nobody waits for the other's goodbye. */
        private static void takeLeave(Socket client) throws IOException {
            client.getOutputStream().write(new byte[] {(byte) 0x88, 2, 3, (byte) 0xE8});
            client.getOutputStream().flush();
            client.setSoTimeout(10_000);
            client.getInputStream().read();
        }

        private void shakeHands(Socket client) throws Exception {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            requests.add(in.readLine());
            String key = "";
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                    key = line.substring(18).strip();
                }
            }
            byte[] accept = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream()
                    .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Accept: "
                                    + Base64.getEncoder().encodeToString(accept) + "\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
        }

        private static void send(OutputStream out, String message) throws IOException {
            if (message.equals(SILENCE)) {
                return;
            }
            byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
            if (message.equals(NO_UTF8)) {
                bytes[3] = (byte) 0xFF;
            }
            out.write(message.equals(HALF) ? 0x01 : message.equals(BINARY) ? 0x82 : 0x81);
            if (bytes.length < 126) {
                out.write(bytes.length);
            } else if (bytes.length > 0xFFFF) {
                out.write(127);
                out.write(ByteBuffer.allocate(8).putLong(bytes.length).array());
            } else {
                out.write(126);
                out.write(bytes.length >> 8);
                out.write(bytes.length & 0xFF);
            }
            out.write(bytes);
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static String message(long micros, String text) {
        return "{\"did\":\"did:plc:a\",\"time_us\":" + micros + ",\"text\":\"" + text + "\"}";
    }

    @Test
    @Timeout(60)
    void aLostConnectionIsMadeAgainALittleBeforeWhereItWas() throws IOException {
        Heard heard = new Heard();
        try (Server server = new Server(List.of(
                        List.of(message(1_000_000_000, "eins"), message(1_001_000_000, "zwei")),
                        List.of(),
                        List.of(message(1_001_000_000, "zwei"), message(1_002_000_000, "drüi \u00fcber"))));
                WebSocketLines lines = new WebSocketLines(server.address(), Optional.empty(), LITTLE, heard)) {
            BufferedReader in = new BufferedReader(new InputStreamReader((InputStream) lines, StandardCharsets.UTF_8));
            assertThat(in.readLine()).contains("eins");
            assertThat(in.readLine()).contains("zwei");
            assertThat(in.readLine()).contains("zwei");
            assertThat(in.readLine()).contains("drüi über");
            // What was read last may not be taken yet.
            assertThat(lines.cursor()).isEqualTo("1001000000");
            assertThat(server.requests)
                    .startsWith(
                            "GET /subscribe?wanted=posts HTTP/1.1",
                            "GET /subscribe?wanted=posts&cursor=996000000 HTTP/1.1",
                            "GET /subscribe?wanted=posts&cursor=996000000 HTTP/1.1");
            assertThat(heard.doubts).hasSizeGreaterThanOrEqualTo(2).allMatch(d -> d.startsWith("localhost "));
        }
    }

    @Test
    @Timeout(60)
    void aNewRunGoesOnWhereTheLastOneWas() throws IOException {
        try (Server server = new Server(List.of(List.of(message(9_000_000, "x"))));
                WebSocketLines lines =
                        new WebSocketLines(server.address(), Optional.of("7000000"), LITTLE, new Heard())) {
            assertThat(lines.read()).isEqualTo('{');
            assertThat(server.requests).first().asString().contains("cursor=2000000");
        }
    }

    @Test
    @Timeout(60)
    void anEndThatIsSilentIsGivenUp() throws IOException {
        Heard heard = new Heard();
        try (Server server = new Server(
                        List.of(List.of(message(1_000_000, "eins"), SILENCE), List.of(message(2_000_000, "zwei"))));
                WebSocketLines lines = new WebSocketLines(server.address(), Optional.empty(), LITTLE, heard)) {
            BufferedReader in = new BufferedReader(new InputStreamReader((InputStream) lines, StandardCharsets.UTF_8));
            assertThat(in.readLine()).contains("eins");
            assertThat(in.readLine()).contains("zwei");
            assertThat(heard.doubts).singleElement().asString().contains("localhost silent for");
        }
    }

    @Test
    @Timeout(60)
    void whatIsNoLineIsRefusedByName() throws IOException {
        Heard heard = new Heard();
        try (Server server = new Server(List.of(List.of(
                        BINARY,
                        message(1, "a") + "\n" + message(2, "b"),
                        message(3, "c") + "\r\n",
                        BINARY,
                        message(4, "d\t"))));
                WebSocketLines lines = new WebSocketLines(server.address(), Optional.empty(), LITTLE, heard)) {
            BufferedReader in = new BufferedReader(new InputStreamReader((InputStream) lines, StandardCharsets.UTF_8));
            assertThat(in.readLine()).isEqualTo(message(3, "c"));
            assertThat(in.readLine()).isEqualTo(message(4, "d\t"));
            assertThat(heard.refused)
                    .containsExactly("binary messages", "messages of several lines", "binary messages");
        }
    }

    @Test
    @Timeout(60)
    void aMessageThatIsCutOffIsCounted() throws IOException {
        Heard heard = new Heard();
        // A connection that ends at once may take along what is under way, so it falls silent.
        try (Server server = new Server(List.of(
                        List.of(message(1_000_000, "eins"), HALF, SILENCE),
                        List.of(message(2_000_000, "zwei"), SILENCE)));
                WebSocketLines lines = new WebSocketLines(server.address(), Optional.empty(), LITTLE, heard)) {
            BufferedReader in = new BufferedReader(new InputStreamReader((InputStream) lines, StandardCharsets.UTF_8));
            assertThat(in.readLine()).contains("eins");
            assertThat(in.readLine()).contains("zwei");
            assertThat(heard.refused).containsExactly("messages that were cut off");
        }
    }

    /** A server that sends the same again would else break each connection at the same place. */
    @Test
    @Timeout(60)
    void aMessageThatBreaksEveryConnectionIsLeftBehind() throws IOException {
        Heard heard = new Heard();
        List<String> broken = List.of(message(10_000_000, "eins"), NO_UTF8);
        try (Server server = new Server(
                        List.of(broken, broken, broken, broken, List.of(message(13_000_000, "zwei"), SILENCE)));
                WebSocketLines lines = new WebSocketLines(server.address(), Optional.empty(), LITTLE, heard)) {
            BufferedReader in = new BufferedReader(new InputStreamReader((InputStream) lines, StandardCharsets.UTF_8));
            for (int i = 0; i < broken.size() * 2; i++) {
                assertThat(in.readLine()).contains("eins");
            }
            assertThat(in.readLine()).contains("zwei");
            assertThat(server.requests)
                    .extracting(request -> request.replaceAll(".*cursor=(\\d+) .*", "$1"))
                    .containsExactly(
                            "GET /subscribe?wanted=posts HTTP/1.1", "5000000", "5000000", "11000000", "12000000");
            assertThat(heard.refused)
                    .containsExactly(
                            "messages after one that broke the connection",
                            "messages after one that broke the connection");
        }
    }

    @Test
    @Timeout(60)
    void aMessageThatIsTooLongIsCutWhereTheReaderRefusesIt() throws IOException {
        try (Server server = new Server(List.of(
                        List.of(message(1_000_000, "x".repeat(3 << 20)), message(2_000_000, "zwei"), SILENCE)));
                WebSocketLines lines = new WebSocketLines(server.address(), Optional.empty(), LITTLE, new Heard())) {
            BufferedReader in = new BufferedReader(new InputStreamReader((InputStream) lines, StandardCharsets.UTF_8));
            assertThat(in.readLine()).hasSizeBetween(1 << 20, 2 << 20);
            assertThat(in.readLine()).contains("zwei");
        }
    }

    @Test
    void addressesAreTold() {
        assertThat(WebSocketLines.address("wss:/jetstream.example/subscribe?a=b"))
                .contains(URI.create("wss://jetstream.example/subscribe?a=b"));
        assertThat(WebSocketLines.address("posts.csv")).isEmpty();
        assertThat(WebSocketLines.address("-")).isEmpty();
    }
}
