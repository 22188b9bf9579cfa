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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.core.internal.LowerCase;

/**
 * Makes links to the same page equal. The host is in lower case. Scheme, user, {@code www.} or {@code m.}, usual port, fragment,
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
            "gad_source",
            "gclsrc",
            "_ga",
            "_gl",
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
            "_openstat",
            "_kx",
            "oly_enc_id",
            "oly_anon_id",
            "vero_id",
            "wickedid",
            "rb_clickid",
            "li_fat_id",
            "guccounter",
            "rdid",
            "sfnsn",
            "amp_js_v",
            "usqp",
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
        "utm_",
        "mtm_",
        "pk_campaign",
        "pk_kwd",
        "piwik_",
        "matomo_",
        "at_campaign",
        "at_medium",
        "at_custom",
        "guce_",
        "__cft__",
        "__tn__"
    };

    /** The first label of hosts that show the same pages to telephones. */
    private static final String[] MOBILE = {"www.", "m.", "mobile.", "amp."};

    private static final Map<String, String> SAME_HOSTS = Map.of(
            "twitter.com", "x.com",
            "telegram.me", "t.me",
            "threads.net", "threads.com",
            "mbasic.facebook.com", "facebook.com",
            "touch.facebook.com", "facebook.com",
            "web.facebook.com", "facebook.com",
            "old.reddit.com", "reddit.com",
            "np.reddit.com", "reddit.com",
            "youtube-nocookie.com", "youtube.com",
            "music.youtube.com", "youtube.com");

    /** Posts whose parameters and further path only say how they are shown or shared. */
    private static final Pattern POST = Pattern.compile(
            "(?:x\\.com/\\w+/status/\\d+|tiktok\\.com/@[^/?]+/(?:video|photo)/\\d+"
                    + "|instagram\\.com/(?:[\\w.]+/)?(?:p|reel|tv)/[\\w-]+|threads\\.com/@[^/?]+/post/[\\w-]+)(?![^/?])");

    /** Pages for leaving a platform, by host and path, and the parameter that has the link. */
    private static final Map<String, String> LEAVING = Map.ofEntries(
            Map.entry("l.facebook.com/l.php", "u"),
            Map.entry("lm.facebook.com/l.php", "u"),
            Map.entry("l.messenger.com/l.php", "u"),
            Map.entry("l.instagram.com", "u"),
            Map.entry("l.threads.com", "u"),
            Map.entry("l.threads.net", "u"),
            Map.entry("linkedin.com/redir/redirect", "url"),
            Map.entry("vk.com/away.php", "to"),
            Map.entry("away.vk.com/away.php", "to"),
            Map.entry("google.com/url", "q|url"),
            Map.entry("youtube.com/redirect", "q"),
            Map.entry("out.reddit.com", "url"),
            Map.entry("t.umblr.com/redirect", "z"));

    /** Pages of AMP, and the link behind them: on Google's search in any country, and in its store. */
    private static final Pattern AMP =
            Pattern.compile("(?:google\\.[a-z.]{2,6}/amp|(?:[^/]+\\.)?cdn\\.ampproject\\.org/[a-z])/(?:s/)?");

    /** Google in a country. */
    private static final Pattern COUNTRY = Pattern.compile("^google\\.(?:com?\\.)?[a-z]{2}/");

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
        boolean hasScheme = scheme > 0 && scheme <= 5;
        if (hasScheme) {
            text = text.substring(scheme + 3);
        }
        int fragment = text.indexOf('#');
        if (fragment >= 0) {
            text = text.substring(0, fragment);
        }
        int hostEnd = indexOfAny(text, "/?");
        int user = hasScheme ? text.lastIndexOf('@', hostEnd) : -1;
        String host = host(LowerCase.of(text.substring(user + 1, hostEnd)), isHttps);
        String rest = unescaped(withoutTracking(text.substring(hostEnd)));
        int path = indexOfAny(rest, "?");
        return host
                + rest.substring(0, path > 0 && rest.charAt(path - 1) == '/' ? path - 1 : path)
                + rest.substring(path);
    }

    private static String host(String written, boolean isHttps) {
        String host = written;
        if (host.endsWith(isHttps ? ":443" : ":80")) {
            host = host.substring(0, host.lastIndexOf(':'));
        }
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
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
        Matcher amp = AMP.matcher(key);
        if (amp.lookingAt()) {
            return key.substring(amp.end());
        }
        int query = key.indexOf('?');
        String page = query < 0 ? "" : COUNTRY.matcher(key.substring(0, query)).replaceFirst("google.com/");
        String parameters = LEAVING.get(page);
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

    /** A video is the same by its short link, and a post is by whatever button it was shared. */
    private static String sameSite(String key) {
        if (key.startsWith("t.me/")) {
            String post = key.startsWith("t.me/s/") ? "t.me/" + key.substring(7) : key;
            return post.endsWith("?single") ? post.substring(0, post.length() - 7) : post;
        }
        if (!key.startsWith("youtube.com/") && !key.startsWith("youtu.be/")) {
            Matcher post = POST.matcher(key.startsWith("x.com/i/web/") ? "x.com/i/" + key.substring(12) : key);
            if (post.lookingAt()) {
                return key.startsWith("x.com/") ? LowerCase.of(post.group()) : post.group();
            }
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
        for (String kind :
                new String[] {"youtube.com/shorts/", "youtube.com/live/", "youtube.com/embed/", "youtube.com/v/"}) {
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
        return host.substring(0, indexOfAny(host, ":"));
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
            if (!parameter.isEmpty() && !isTracking(LowerCase.of(parameter))) {
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
