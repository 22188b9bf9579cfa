/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import org.vigie.campaign.findings.Campaign;
import org.vigie.core.stats.Decimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes alerts as lines of JSON: docs/formats/alerts.md. */
final class AlertJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private AlertJson() {}

    static String write(Alert alert) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeStringProperty("id", alert.id());
            out.writeStringProperty("kind", alert.kind().label());
            out.writeStringProperty("state", Campaign.State.MACHINE_SUSPECTED.label());
            out.writeStringProperty("key_kind", alert.keyKind());
            out.writeStringProperty("key", alert.key());
            out.writeStringProperty("time", alert.time().toString());
            out.writeStringProperty("onset", alert.onset().toString());
            out.writeNumberProperty("posts", alert.posts());
            out.writeNumberProperty("accounts", alert.accounts());
            number(out, "expected", alert.expected());
            number(out, "p", alert.pValue());
            number(out, "q", alert.qValue());
            strings(out, "names", alert.names());
            strings(out, "evidence", alert.evidence());
            if (!alert.text().isEmpty()) {
                out.writeStringProperty("text", alert.text());
            }
            out.writeNumberProperty("withheld", alert.withheld());
            out.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void number(JsonGenerator out, String name, OptionalDouble value) {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            out.writeName(name);
            // The last digits of a double may differ between machines.
            BigDecimal rounded = new BigDecimal(value.getAsDouble()).round(DIGITS);
            out.writeNumber(Decimal.format(rounded.doubleValue()));
        }
    }

    private static void strings(JsonGenerator out, String name, List<String> values) {
        out.writeArrayPropertyStart(name);
        values.forEach(out::writeString);
        out.writeEndArray();
    }
}
