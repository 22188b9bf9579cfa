/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.vigie.core.stats.Decimal;

/**
 * Writes a network as a stream, in the order of its indices: one network gives the same bytes everywhere. Text that XML
 * cannot carry is replaced by U+FFFD.
 *
 * <p>Stateless and thread-safe.
 */
public enum NetworkFormat {
    /**
     * GEXF 1.3 for Gephi: dynamic, with start and end times of edges and accounts, so that the time line plays. Source:
     * GEXF Working Group, "GEXF File Format", version 1.3.
     */
    GEXF {
        @Override
        void writeTo(CoordinationNetwork network, ExportColumns attributes, Appendable out) throws IOException {
            out.append("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <gexf xmlns="http://gexf.net/1.3" version="1.3">
                    <graph defaultedgetype="undirected" mode="dynamic" timeformat="dateTime" timerepresentation="interval">
                    """);
            declare(out, "node", attributes.nodes);
            List<ExportColumns.Column> edgeColumns = ExportColumns.edgeColumns(network, attributes.edges);
            declare(out, "edge", edgeColumns);
            out.append("<nodes>\n");
            for (int v = 0; v < network.accountCount(); v++) {
                out.append("<node id=\"").append(Integer.toString(v)).append("\" label=\"");
                XmlText.append(out, network.account(v));
                out.append("\"");
                if (attributes.interval.isPresent()) {
                    time(out, "start", attributes.interval.get().start(), v);
                    time(out, "end", attributes.interval.get().end(), v);
                } else {
                    shownWithEdges(out, network, v);
                }
                values(out, attributes.nodes, v, "</node>\n");
            }
            out.append("</nodes>\n<edges>\n");
            for (int e = 0; e < network.edgeCount(); e++) {
                out.append("<edge id=\"").append(Integer.toString(e));
                out.append("\" source=\"").append(Integer.toString(network.source(e)));
                out.append("\" target=\"").append(Integer.toString(network.target(e)));
                out.append("\" weight=\"").append(Decimal.format(network.weight(e)));
                out.append("\" start=\"").append(dateTime(Instant.ofEpochMilli(network.first(e))));
                out.append("\" end=\"").append(dateTime(Instant.ofEpochMilli(network.last(e))));
                out.append("\"");
                values(out, edgeColumns, e, "</edge>\n");
            }
            out.append("</edges>\n</graph>\n</gexf>\n");
        }

        private void declare(Appendable out, String kind, List<ExportColumns.Column> columns) throws IOException {
            if (!columns.isEmpty()) {
                out.append("<attributes class=\"").append(kind).append("\">\n");
                for (int c = 0; c < columns.size(); c++) {
                    out.append("<attribute id=\"").append(Integer.toString(c)).append("\" title=\"");
                    XmlText.append(out, columns.get(c).name());
                    out.append("\" type=\"").append(columns.get(c).numeric() ? "double" : "string");
                    out.append("\"/>\n");
                }
                out.append("</attributes>\n");
            }
        }

        private void values(Appendable out, List<ExportColumns.Column> columns, int i, String close)
                throws IOException {
            if (columns.isEmpty()) {
                out.append("/>\n");
                return;
            }
            out.append("><attvalues>");
            for (int c = 0; c < columns.size(); c++) {
                out.append("<attvalue for=\"").append(Integer.toString(c)).append("\" value=\"");
                XmlText.append(out, columns.get(c).value().apply(i));
                out.append("\"/>");
            }
            out.append("</attvalues>").append(close);
        }

        private void time(Appendable out, String name, IntFunction<Optional<Instant>> value, int i) throws IOException {
            Optional<Instant> instant = value.apply(i);
            if (instant.isPresent()) {
                out.append(" ").append(name).append("=\"");
                out.append(dateTime(instant.get())).append("\"");
            }
        }

        private void shownWithEdges(Appendable out, CoordinationNetwork network, int v) throws IOException {
            long[] times = {Long.MAX_VALUE, Long.MIN_VALUE};
            network.forEachNeighbour(v, (u, e) -> {
                times[0] = Math.min(times[0], network.first(e));
                times[1] = Math.max(times[1], network.last(e));
            });
            if (times[0] <= times[1]) {
                time(out, "start", i -> Optional.of(Instant.ofEpochMilli(times[0])), v);
                time(out, "end", i -> Optional.of(Instant.ofEpochMilli(times[1])), v);
            }
        }
    },

    /** GraphML. Source: GraphML Working Group, "The GraphML File Format". */
    GRAPHML {
        @Override
        void writeTo(CoordinationNetwork network, ExportColumns attributes, Appendable out) throws IOException {
            List<ExportColumns.Column> edgeColumns = ExportColumns.edgeColumns(network, attributes.edges);
            out.append("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                    <key id="label" for="node" attr.name="label" attr.type="string"/>
                    """);
            declare(out, "node", "n", attributes.nodes);
            out.append("""
                    <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
                    <key id="first" for="edge" attr.name="first" attr.type="string"/>
                    <key id="last" for="edge" attr.name="last" attr.type="string"/>
                    """);
            declare(out, "edge", "e", edgeColumns);
            out.append("<graph edgedefault=\"undirected\">\n");
            for (int v = 0; v < network.accountCount(); v++) {
                out.append("<node id=\"").append(Integer.toString(v)).append("\">");
                data(out, "label", network.account(v));
                values(out, "n", attributes.nodes, v);
                out.append("</node>\n");
            }
            for (int e = 0; e < network.edgeCount(); e++) {
                out.append("<edge source=\"").append(Integer.toString(network.source(e)));
                out.append("\" target=\"")
                        .append(Integer.toString(network.target(e)))
                        .append("\">");
                data(out, "weight", Decimal.format(network.weight(e)));
                data(out, "first", dateTime(Instant.ofEpochMilli(network.first(e))));
                data(out, "last", dateTime(Instant.ofEpochMilli(network.last(e))));
                values(out, "e", edgeColumns, e);
                out.append("</edge>\n");
            }
            out.append("</graph>\n</graphml>\n");
        }

        private void declare(Appendable out, String kind, String prefix, List<ExportColumns.Column> columns)
                throws IOException {
            for (int c = 0; c < columns.size(); c++) {
                out.append("<key id=\"").append(prefix).append(Integer.toString(c));
                out.append("\" for=\"").append(kind).append("\" attr.name=\"");
                XmlText.append(out, columns.get(c).name());
                out.append("\" attr.type=\"").append(columns.get(c).numeric() ? "double" : "string");
                out.append("\"/>\n");
            }
        }

        private void values(Appendable out, String prefix, List<ExportColumns.Column> columns, int i)
                throws IOException {
            for (int c = 0; c < columns.size(); c++) {
                data(out, prefix + c, columns.get(c).value().apply(i));
            }
        }

        private void data(Appendable out, String key, String value) throws IOException {
            out.append("<data key=\"").append(key).append("\">");
            XmlText.append(out, value);
            out.append("</data>");
        }
    },

    /**
     * Comma-separated edges with a header, RFC 4180; columns of accounts are not written. The first columns
     * are {@code source,target,weight}: igraph takes the first two for the ends, and NetworkX these names. The others
     * have their names of GraphML. Cells are as they are, so a spreadsheet runs a name that is a formula.
     */
    CSV {
        @Override
        void writeTo(CoordinationNetwork network, ExportColumns attributes, Appendable out) throws IOException {
            List<ExportColumns.Column> edgeColumns = ExportColumns.edgeColumns(network, attributes.edges);
            out.append("source,target,weight,first,last");
            for (ExportColumns.Column column : edgeColumns) {
                out.append(',');
                field(out, column.name());
            }
            out.append('\n');
            for (int e = 0; e < network.edgeCount(); e++) {
                field(out, network.account(network.source(e)));
                out.append(',');
                field(out, network.account(network.target(e)));
                out.append(',').append(Decimal.format(network.weight(e)));
                out.append(',').append(dateTime(Instant.ofEpochMilli(network.first(e))));
                out.append(',').append(dateTime(Instant.ofEpochMilli(network.last(e))));
                for (ExportColumns.Column column : edgeColumns) {
                    out.append(',');
                    field(out, column.value().apply(e));
                }
                out.append('\n');
            }
        }

        private void field(Appendable out, String value) throws IOException {
            boolean quote = false;
            for (int i = 0; i < value.length() && !quote; i++) {
                quote = ",\"\r\n".indexOf(value.charAt(i)) >= 0;
            }
            if (quote) {
                out.append('"').append(value.replace("\"", "\"\"")).append('"');
            } else {
                out.append(value);
            }
        }
    };

    /**
     * Writes a network without more columns than its own.
     *
     * @param network the network
     * @param out receives the text, to be encoded in UTF-8; not closed
     * @throws IOException if the output throws it
     */
    public void write(CoordinationNetwork network, Appendable out) throws IOException {
        writeTo(network, ExportColumns.none(), out);
    }

    /**
     * Writes a network with columns of the caller.
     *
     * @param network the network
     * @param attributes the columns
     * @param out receives the text, to be encoded in UTF-8; not closed
     * @throws IOException if the output throws it
     */
    public void write(CoordinationNetwork network, ExportColumns attributes, Appendable out) throws IOException {
        writeTo(network, attributes, out);
    }

    /** As xsd:dateTime, which has no sign before years of five digits. */
    private static String dateTime(Instant instant) {
        String text = instant.toString();
        return text.startsWith("+") ? text.substring(1) : text;
    }

    abstract void writeTo(CoordinationNetwork network, ExportColumns attributes, Appendable out) throws IOException;
}
