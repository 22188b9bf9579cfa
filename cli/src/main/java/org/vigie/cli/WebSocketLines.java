/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a WebSocket, one a line, such as those of Bluesky's Jetstream. When the connection ends another is
 * made, after a second at first and a minute at most. A silent one is asked whether it lives, and given up if nothing
 * answers. Messages that tell their {@code time_us} give the place to go on from: a few seconds before it, since posts
 * that come twice are known. Where a message breaks every connection, what comes a little later is asked for. Messages
 * that are no line are refused by name. It ends only when it is closed.
 */
final class WebSocketLines extends InputStream {
    private static final int WAITING = 1_000;
    private static final int MOST_PORT = 65_535;
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final long REWIND_MICROS = TimeUnit.SECONDS.toMicros(5);
    private static final int BROKEN_TWICE = 2;
    /** About an hour in seconds, as a power of 2. */
    private static final int MOST_DOUBLINGS = 12;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Pattern TIME = Pattern.compile("\"time_us\"\\s*:\\s*(\\d{1,18})");

    private final URI address;
    private final Patience patience;
    private final Hearer hearer;
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(WAITING);
    private byte[] line = {};
    private int at;
    private long pause;
    /** The time of the line at hand, and that of the last one that the reader is done with. */
    private long cursor;

    /** The latest time at which a connection broke, and how often one broke without getting further. */
    private long brokenAt;

    private int timesBroken;

    private volatile long done;
    private @Nullable Listener listener;
    private volatile boolean isClosed;

    /**
     * How long is waited.
     *
     * @param firstPause before the first attempt to connect again
     * @param silence until the other end is asked whether it lives, and again until it is given up
     */
    record Patience(Duration firstPause, Duration silence) {
        static final Patience DEFAULT = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    /** Hears what is no line. */
    interface Hearer {
        /** Hears that the connection ended, and why. */
        void doubt(String what);

        /** Hears of a message that is left out; the kind is one of few. */
        void refused(String kind);
    }

    private enum Kind {
        LINE,
        REFUSED,
        END,
        /** The connection ended, since what came breaks the rules of WebSockets. */
        BROKEN
    }

    /** A line, what was refused, or why the connection ended. */
    private record Event(Listener from, Kind kind, String text) {}

    WebSocketLines(URI address, Optional<String> from, Patience patience, Hearer hearer) {
        this.address = address;
        this.patience = patience;
        this.pause = patience.firstPause().toMillis();
        this.hearer = hearer;
        this.cursor = from.filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
        this.done = cursor;
    }

    /** Tells whether a source is one; a path has lost a slash of it. */
    static Optional<URI> address(String source) {
        if (!source.matches("wss?:/+[^/].*")) {
            return Optional.empty();
        }
        String text = source.replaceFirst("^(wss?):/+", "$1://");
        try {
            URI address = new URI(text);
            if (address.getHost() != null && address.getPort() <= MOST_PORT && address.getRawFragment() == null) {
                return Optional.of(address);
            }
        } catch (URISyntaxException e) {
            throw wrong(text, e);
        }
        throw wrong(text, null);
    }

    /** A refused connection has no message. */
    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private static WrongUsageException wrong(String text, @Nullable Exception cause) {
        String why = cause == null ? "" : ": " + cause.getMessage();
        return new WrongUsageException("--source must be such as wss://HOST/PATH but was '" + text + "'" + why);
    }

    /**
     * The time of the last message that the reader is done with, since it has asked for the next. The one at hand may
     * not be taken yet. Empty before the first that tells it.
     */
    String cursor() {
        return done == 0 ? "" : Long.toString(done);
    }

    /** One connection. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();
        private volatile @Nullable WebSocket socket;
        private volatile long heard = System.nanoTime();
        private long asked;
        private boolean isAsked;
        /** Whether a message has begun of which the end is not there. */
        private volatile boolean isPartial;

        @Override
        public void onOpen(WebSocket opened) {
            socket = opened;
            heard = System.nanoTime();
            opened.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            if (message.length() <= MOST_CHARACTERS) {
                message.append(part); // a row that is too long is refused by the reader
            }
            isPartial = !isLast;
            if (isLast) {
                int length = message.length();
                while (length > 0 && (message.charAt(length - 1) == '\n' || message.charAt(length - 1) == '\r')) {
                    length--;
                }
                String text = message.substring(0, length);
                message.setLength(0);
                if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
                    put(new Event(this, Kind.REFUSED, "messages of several lines"));
                } else if (!text.isEmpty()) {
                    put(new Event(this, Kind.LINE, text + '\n'));
                }
            }
            return next(from);
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean isLast) {
            isPartial = !isLast;
            if (isLast) {
                put(new Event(this, Kind.REFUSED, "binary messages"));
            }
            return next(from);
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
            return next(from);
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
            return next(from);
        }

        private @Nullable CompletionStage<?> next(WebSocket from) {
            heard = System.nanoTime();
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            end("closed with " + status + (reason.isEmpty() ? "" : ": " + reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            end(error instanceof ProtocolException ? Kind.BROKEN : Kind.END, "lost: " + reason(error));
        }

        private void end(String why) {
            end(Kind.END, why);
        }

        private void end(Kind kind, String why) {
            if (isPartial) {
                put(new Event(this, Kind.REFUSED, "messages that were cut off"));
            }
            put(new Event(this, kind, why));
        }

        /** Asks a silent end whether it lives, and gives up one that does not answer: a cable may be cut in silence. */
        void check() {
            WebSocket open = socket;
            long silence = patience.silence().toNanos();
            if (open == null) {
                return; // the attempt to connect has a time of its own
            }
            long now = System.nanoTime();
            if (isAsked && heard - asked > 0) {
                isAsked = false;
            }
            if (!isAsked && now - heard > silence) {
                isAsked = true;
                asked = now;
                CompletionStage<WebSocket> unused =
                        open.sendPing(ByteBuffer.allocate(0)); // what failed does not answer
            } else if (isAsked && now - asked > silence) {
                open.abort();
                end("silent for " + (now - heard) / 1_000_000_000 + " s");
            }
        }
    }

    /** Waits while there is no room: the other end waits too. */
    private void put(Event event) {
        try {
            boolean isPut = false;
            while (!isClosed && !isPut) {
                isPut = events.offer(event, 1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * How many microseconds are left out, because a message breaks each connection at the same place. There are none
     * at first, then more and more, until one is behind it.
     */
    private long skip() {
        int more = timesBroken - BROKEN_TWICE;
        return more <= 0 ? 0 : REWIND_MICROS + (TimeUnit.SECONDS.toMicros(1) << Math.min(more - 1, MOST_DOUBLINGS));
    }

    private void broke() {
        timesBroken = cursor > brokenAt ? 1 : timesBroken + 1;
        brokenAt = Math.max(brokenAt, cursor);
        if (cursor > 0 && skip() > 0) {
            hearer.refused("messages after one that broke the connection");
        }
    }

    private Listener connect() {
        String query = cursor == 0
                ? ""
                : (address.getRawQuery() == null ? "?" : "&") + "cursor="
                        + Math.max(1, cursor - REWIND_MICROS + skip());
        Listener connected = new Listener();
        CompletionStage<WebSocket> opened =
                client.newWebSocketBuilder().connectTimeout(TIMEOUT).buildAsync(URI.create(address + query), connected);
        opened.whenComplete((socket, failure) -> {
            if (failure != null) {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                connected.end("can't be reached: " + reason(cause));
            } else if (isClosed) {
                socket.abort();
            }
        });
        return connected;
    }

    /** Moves to the next line; false when closed. */
    private boolean next() throws InterruptedException {
        done = cursor;
        while (!isClosed) {
            Listener current = listener;
            if (current == null) {
                current = connect();
                listener = current;
            }
            Event event = events.poll(Math.min(1_000, patience.silence().toMillis() / 4 + 1), TimeUnit.MILLISECONDS);
            if (event == null) {
                current.check();
                continue;
            }
            if (event.from != current && (event.kind == Kind.END || event.kind == Kind.BROKEN)) {
                continue; // a connection that was given up has ended; what it brought is taken all the same
            }
            switch (event.kind) {
                case LINE -> {
                    take(event.text);
                    return true;
                }
                case REFUSED -> hearer.refused(event.text);
                case END, BROKEN -> {
                    if (event.kind == Kind.BROKEN) {
                        broke();
                    }
                    listener = null;
                    hearer.doubt(address.getHost() + " " + event.text + "; again in " + pause + " ms");
                    TimeUnit.MILLISECONDS.sleep(pause);
                    long first = patience.firstPause().toMillis();
                    pause = Math.min(2 * pause, Math.max(first, TimeUnit.MINUTES.toMillis(1)));
                }
            }
        }
        return false;
    }

    private void take(String text) {
        line = text.getBytes(StandardCharsets.UTF_8);
        at = 0;
        pause = patience.firstPause().toMillis();
        Matcher time = TIME.matcher(text);
        if (time.find()) {
            cursor = Long.parseLong(time.group(1));
        }
    }

    @Override
    public int available() {
        return line.length - at;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            if (at == line.length && !next()) {
                return -1;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
        int n = Math.min(length, line.length - at);
        System.arraycopy(line, at, bytes, from, n);
        at += n;
        return n;
    }

    @Override
    public void close() {
        isClosed = true;
        Listener current = listener;
        WebSocket open = current == null ? null : current.socket;
        if (open != null) {
            open.abort();
        }
    }
}
