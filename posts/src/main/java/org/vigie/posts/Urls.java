/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.net.IDN;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes links to the same page equal. The host is in lower case. Scheme, {@code www.} or {@code m.}, usual port, fragment,
 * trailing slash, and parameters that only say where a click came from are left out. Escaped letters are letters, and
 * hosts in punycode too. A link through a page for leaving a platform, or through AMP's, is the link behind it. Text that
 * is no link is only stripped. Linear time.
 */
final class Urls {
    /** Parameters that say where a click came from, by their whole name. */
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "twclid",
            "ttclid",
            "yclid",
            "ysclid",
            "igshid",
            "igsh",
            "mibextid",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "_hsenc",
            "_hsmi",
            "srsltid",
            "ref_src",
            "ref_url",
            "xtor",
            "wt_mc",
            "ncid",
            "__twitter_impression",
            "outputtype=amp",
            "amp",
            "amp=1",
            "amp=true");
    /** Parameters that say where a click came from, by how their names begin. */
    private static final String[] TRACKING_STARTS = {
        "utm_", "at_campaign", "at_medium", "at_custom", "__cft__", "__tn__"
    };

    /** The first label of hosts that show the same pages to telephones. */
    private static final String[] MOBILE = {"www.", "m.", "mobile.", "amp."};

    private static final Map<String, String> SAME_HOSTS = Map.of(
            "twitter.com", "x.com",
            "telegram.me", "t.me",
            "old.reddit.com", "reddit.com",
            "np.reddit.com", "reddit.com",
            "youtube-nocookie.com", "youtube.com",
            "music.youtube.com", "youtube.com");

    /** Pages for leaving a platform, by host and path, and the parameter that has the link. */
    private static final Map<String, String> LEAVING = Map.of(
            "l.facebook.com/l.php", "u",
            "lm.facebook.com/l.php", "u",
            "l.messenger.com/l.php", "u",
            "l.instagram.com", "u",
            "vk.com/away.php", "to",
            "google.com/url", "q|url",
            "youtube.com/redirect", "q",
            "out.reddit.com", "url",
            "t.umblr.com/redirect", "z",
            "away.vk.com/away.php", "to");

    private static final int MAX_WRAPS = 3;

    /** No host is longer; to decode what only looks like one would take quadratic time. */
    private static final int MAX_HOST = 253;

    private Urls() {}

    static String canonical(String url) {
        String text = url.strip();
        String key = page(text);
        for (int wraps = 0; wraps < MAX_WRAPS; wraps++) {
            String inner = behind(key, text);
            if (inner.isEmpty()) {
                break;
            }
            text = inner;
            key = page(text);
        }
        return sameSite(key);
    }

    /** Host, path and parameters of a link. */
    private static String page(String url) {
        String text = url;
        int scheme = text.indexOf("://");
        boolean isHttps = scheme == 5;
        if (scheme > 0 && scheme <= 5) {
            text = text.substring(scheme + 3);
        }
        int fragment = text.indexOf('#');
        if (fragment >= 0) {
            text = text.substring(0, fragment);
        }
        int hostEnd = indexOfAny(text, "/?");
        String host = host(text.substring(0, hostEnd).toLowerCase(Locale.ROOT), isHttps);
        String rest = unescaped(withoutTracking(text.substring(hostEnd)));
        return rest.endsWith("/") ? host + rest.substring(0, rest.length() - 1) : host + rest;
    }

    private static String host(String written, boolean isHttps) {
        String host = written;
        if (host.endsWith(isHttps ? ":443" : ":80")) {
            host = host.substring(0, host.lastIndexOf(':'));
        }
        for (String label : MOBILE) {
            if (host.startsWith(label) && (label.equals("www.") || host.indexOf('.', label.length()) > 0)) {
                host = host.substring(label.length());
                break;
            }
        }
        int mobile = host.indexOf(".m."); // en.m.wikipedia.org
        if (mobile > 0 && host.indexOf('.', mobile + 3) > 0) {
            host = host.substring(0, mobile) + host.substring(mobile + 2);
        }
        if (host.length() <= MAX_HOST && host.contains("xn--")) {
            String unicode = IDN.toUnicode(host);
            host = unicode.length() <= host.length() ? unicode : host;
        }
        return SAME_HOSTS.getOrDefault(host, host);
    }

    /** The link behind a page for leaving a platform or of AMP; empty if it is none. */
    private static String behind(String key, String url) {
        if (key.startsWith("google.com/amp/")) {
            return key.substring(key.startsWith("google.com/amp/s/") ? 17 : 15);
        }
        int query = key.indexOf('?');
        String parameters = query < 0 ? null : LEAVING.get(key.substring(0, query));
        if (parameters == null) {
            return "";
        }
        int from = url.indexOf('?') + 1;
        for (String parameter : url.substring(from).split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0 && ("|" + parameters + "|").contains("|" + parameter.substring(0, equals) + "|")) {
                String inner = decoded(parameter.substring(equals + 1), true);
                return inner.startsWith("http://") || inner.startsWith("https://") ? inner.strip() : "";
            }
        }
        return "";
    }

    /** A video is the same by its short link. */
    private static String sameSite(String key) {
        if (!key.startsWith("youtube.com/") && !key.startsWith("youtu.be/")) {
            return key;
        }
        int query = key.indexOf('?');
        String path = query < 0 ? key : key.substring(0, query);
        if (path.startsWith("youtu.be/")) {
            return path;
        }
        if (path.equals("youtube.com/watch")) {
            for (String parameter : key.substring(query + 1).split("&", -1)) {
                if (parameter.startsWith("v=") && parameter.length() > 2) {
                    return "youtu.be/" + parameter.substring(2);
                }
            }
        }
        for (String kind : new String[] {"youtube.com/shorts/", "youtube.com/live/", "youtube.com/embed/"}) {
            if (path.startsWith(kind) && path.length() > kind.length()) {
                return "youtu.be/" + path.substring(kind.length());
            }
        }
        return key;
    }

    /** The host of a link in lower case, without user, port and a dot at the end; what is no link is its own host. */
    static String host(String url) {
        String text = canonical(url);
        String host = text.substring(0, indexOfAny(text, "/?"));
        host = host.substring(host.lastIndexOf('@') + 1); // a user may have a password after a colon
        host = host.substring(0, indexOfAny(host, ":"));
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static int indexOfAny(String text, String chars) {
        for (int i = 0; i < text.length(); i++) {
            if (chars.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static String withoutTracking(String pathAndQuery) {
        int query = pathAndQuery.indexOf('?');
        if (query < 0) {
            return pathAndQuery;
        }
        StringBuilder out = new StringBuilder(pathAndQuery.length()).append(pathAndQuery, 0, query);
        char separator = '?';
        for (String parameter : pathAndQuery.substring(query + 1).split("&", -1)) {
            if (!parameter.isEmpty() && !isTracking(parameter.toLowerCase(Locale.ROOT))) {
                out.append(separator).append(parameter);
                separator = '&';
            }
        }
        return out.toString();
    }

    private static boolean isTracking(String parameter) {
        for (String start : TRACKING_STARTS) {
            if (parameter.startsWith(start)) {
                return true;
            }
        }
        int equals = parameter.indexOf('=');
        return TRACKING.contains(parameter)
                || (equals > 0 && !parameter.startsWith("amp=") && TRACKING.contains(parameter.substring(0, equals)));
    }

    /** With letters, digits and marks instead of their escapes. */
    private static String unescaped(String text) {
        return text.indexOf('%') < 0 ? text : decoded(text, false);
    }

    /** Decodes runs of escapes that are UTF-8: all of them, or only what needs no escape in a link that is read. */
    private static String decoded(String text, boolean all) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (isEscape(text, end)) {
                end += 3;
            }
            if (end == i) {
                out.append(text.charAt(i++));
                continue;
            }
            byte[] bytes = new byte[(end - i) / 3];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) Integer.parseInt(text, i + 3 * k + 1, i + 3 * k + 3, 16);
            }
            append(bytes, all, text.substring(i, end), out);
            i = end;
        }
        return out.toString();
    }

    private static void append(byte[] bytes, boolean all, String escaped, StringBuilder out) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer decoded = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (utf8.decode(in, decoded, true).isError()) {
            out.append(escaped.toUpperCase(Locale.ROOT));
            return;
        }
        decoded.flip();
        String text = decoded.toString();
        int from = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            boolean isPlain = Character.isLetterOrDigit(c)
                    || "-._~".indexOf(c) >= 0
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK;
            if (all || isPlain) {
                out.appendCodePoint(c);
            } else {
                out.append(escaped.substring(3 * from, 3 * (from + size)).toUpperCase(Locale.ROOT));
            }
            from += size;
            i += Character.charCount(c);
        }
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && text.charAt(at) == '%'
                && isHex(text.charAt(at + 1))
                && isHex(text.charAt(at + 2));
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
    }
}
