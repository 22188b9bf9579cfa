/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.posts.Post;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A post as one line of JSON in Vigie's own columns, which {@code vigie detect} reads as well. */
final class PostJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private PostJson() {}

    static byte[] write(Post post) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeStringProperty("id", post.id());
            out.writeStringProperty("account", post.account());
            out.writeStringProperty("time", post.time().toString());
            out.writeStringProperty("text", post.text());
            post.language().ifPresent(v -> out.writeStringProperty("language", v));
            strings(out, "urls", post.urls());
            strings(out, "hashtags", post.hashtags());
            strings(out, "mentions", post.mentions());
            post.repostOf().ifPresent(v -> out.writeStringProperty("repost_of", v));
            post.replyTo().ifPresent(v -> out.writeStringProperty("reply_to", v));
            post.platform().ifPresent(v -> out.writeStringProperty("platform", v));
            post.accountCreated().ifPresent(v -> out.writeStringProperty("account_created", v.toString()));
            if (!post.attributes().isEmpty()) {
                out.writeObjectPropertyStart("attributes");
                new TreeMap<>(post.attributes()).forEach(out::writeStringProperty);
                out.writeEndObject();
            }
            out.writeEndObject();
        }
        return escaped(text.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /** UTF-8 has no form for half a surrogate pair; JSON has. */
    private static String escaped(String json) {
        @Nullable StringBuilder out = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < json.length() && Character.isLowSurrogate(json.charAt(i + 1))) {
                if (out != null) {
                    out.append(c).append(json.charAt(i + 1));
                }
                i++;
            } else if (Character.isSurrogate(c)) {
                out = out == null ? new StringBuilder(json.length() + 16).append(json, 0, i) : out;
                out.append("\\u").append(Integer.toHexString(c));
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? json : out.toString();
    }

    private static void strings(JsonGenerator out, String name, List<String> values) {
        if (!values.isEmpty()) {
            out.writeArrayPropertyStart(name);
            values.forEach(out::writeString);
            out.writeEndArray();
        }
    }

    static Post read(byte[] json) {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            return read(in);
        }
    }

    private static Post read(JsonParser in) {
        Map<String, String> plain = new TreeMap<>();
        Map<String, List<String>> lists = new TreeMap<>();
        Map<String, String> attributes = new TreeMap<>();
        in.nextToken();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            if (value == JsonToken.START_ARRAY) {
                List<String> list = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    list.add(in.getString());
                }
                lists.put(name, list);
            } else if (value == JsonToken.START_OBJECT) {
                while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                    String attribute = in.currentName();
                    in.nextToken();
                    attributes.put(attribute, in.getString());
                }
            } else {
                plain.put(name, in.getString());
            }
        }
        Post.Builder post = Post.builder(
                        plain.getOrDefault("id", ""),
                        plain.getOrDefault("account", ""),
                        Instant.parse(plain.getOrDefault("time", "")),
                        plain.getOrDefault("text", ""))
                .language(plain.getOrDefault("language", ""))
                .urls(lists.getOrDefault("urls", List.of()))
                .hashtags(lists.getOrDefault("hashtags", List.of()))
                .mentions(lists.getOrDefault("mentions", List.of()))
                .repostOf(plain.getOrDefault("repost_of", ""))
                .replyTo(plain.getOrDefault("reply_to", ""))
                .platform(plain.getOrDefault("platform", ""));
        String created = plain.getOrDefault("account_created", "");
        if (!created.isEmpty()) {
            post.accountCreated(Instant.parse(created));
        }
        attributes.forEach(post::attribute);
        return post.build();
    }
}
