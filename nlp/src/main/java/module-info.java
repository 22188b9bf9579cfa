/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Text: normalisation, shingles, near-duplicates, comparison of two texts, language identification. */
@org.jspecify.annotations.NullMarked
module org.vigie.nlp {
    requires static transitive org.jspecify;
    requires transitive org.vigie.core;
    requires static org.apache.opennlp.tools;

    exports org.vigie.nlp.comparison;
    exports org.vigie.nlp.duplicate;
    exports org.vigie.nlp.language;
    exports org.vigie.nlp.text;
}
