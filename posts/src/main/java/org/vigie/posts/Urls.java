/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.util.Locale;

/**
 * Makes links to the same page equal. The host is in lower case. Scheme, {@code www.}, fragment, trailing slash, and
 * parameters that only say where a click came from are left out. Text that is no link is only stripped.
 */
final class Urls {
    private Urls() {}

    static String canonical(String url) {
        String text = url.strip();
        int scheme = text.indexOf("://");
        if (scheme > 0 && scheme <= 5) {
            text = text.substring(scheme + 3);
        }
        int fragment = text.indexOf('#');
        if (fragment >= 0) {
            text = text.substring(0, fragment);
        }
        int hostEnd = indexOfAny(text, "/?");
        String host = text.substring(0, hostEnd).toLowerCase(Locale.ROOT);
        String rest = withoutTracking(text.substring(hostEnd));
        if (host.startsWith("www.")) {
            host = host.substring(4);
        }
        return rest.endsWith("/") ? host + rest.substring(0, rest.length() - 1) : host + rest;
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
            String name = parameter.toLowerCase(Locale.ROOT);
            boolean tracking = name.startsWith("utm_")
                    || name.startsWith("fbclid=")
                    || name.startsWith("gclid=")
                    || name.startsWith("mc_cid=")
                    || name.startsWith("mc_eid=");
            if (!tracking && !parameter.isEmpty()) {
                out.append(separator).append(parameter);
                separator = '&';
            }
        }
        return out.toString();
    }
}
