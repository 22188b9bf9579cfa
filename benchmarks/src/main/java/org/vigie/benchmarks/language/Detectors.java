/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.vigie.nlp.language.LanguageIdentifier;

/** The language identifiers that are compared, each over all languages that it knows. */
final class Detectors {
    static final List<String> NAMES = List.of("vigie", "opennlp", "optimaize", "lingua-low", "lingua-high");

    /** A tag, ISO 639-1 where there is one, and a probability; NaN where the detector is not asked for one. */
    record Answer(String tag, double probability) {}

    private Detectors() {}

    static Function<String, Answer> load(String name) throws IOException {
        return switch (name) {
            case "vigie" -> {
                LanguageIdentifier identifier = LanguageIdentifier.load();
                yield text -> {
                    var guess = identifier.identify(text);
                    return new Answer(guess.tag(), guess.probability());
                };
            }
            case "lingua-high", "lingua-low" -> {
                LanguageDetectorBuilder builder =
                        LanguageDetectorBuilder.fromAllLanguages().withPreloadedLanguageModels();
                var lingua = (name.equals("lingua-low") ? builder.withLowAccuracyMode() : builder).build();
                yield text -> new Answer(
                        lingua.detectLanguageOf(text).getIsoCode639_1().name().toLowerCase(Locale.ROOT), Double.NaN);
            }
            case "opennlp" -> {
                Map<String, String> codes = shortCodes();
                LanguageDetectorME opennlp = openNlp();
                yield text -> {
                    var language = opennlp.predictLanguage(text);
                    String code = language.getLang();
                    return new Answer(codes.getOrDefault(code, code), language.getConfidence());
                };
            }
            case "optimaize" -> {
                var optimaize = com.optimaize.langdetect.LanguageDetectorBuilder.create(NgramExtractors.standard())
                        .withProfiles(new LanguageProfileReader().readAllBuiltIn())
                        .build();
                yield text -> {
                    // Its detect() abstains below near-certainty; the likeliest language is what the others say too.
                    List<DetectedLanguage> ranked = optimaize.getProbabilities(text);
                    if (ranked.isEmpty()) {
                        return new Answer("und", 0);
                    }
                    String code = ranked.get(0).getLocale().getLanguage();
                    return new Answer(
                            code.equals("no") ? "nb" : code, ranked.get(0).getProbability());
                };
            }
            default -> throw new IllegalArgumentException("detector must be one of " + NAMES + " but was " + name);
        };
    }

    private static LanguageDetectorME openNlp() throws IOException {
        String resource = "langdetect-183.bin";
        try (InputStream in = Detectors.class.getClassLoader().getResourceAsStream(resource)) {
            return new LanguageDetectorME(new LanguageDetectorModel(Objects.requireNonNull(in, resource)));
        }
    }

    /** From ISO 639-3, as OpenNLP answers, to ISO 639-1; individual languages of a macrolanguage included. */
    private static Map<String, String> shortCodes() {
        Map<String, String> codes = new TreeMap<>();
        for (String code : Locale.getISOLanguages()) {
            codes.put(new Locale(code).getISO3Language(), code);
        }
        codes.putAll(Map.of(
                "cmn", "zh", "nob", "nb", "nno", "nn", "lvs", "lv", "pes", "fa", "ekk", "et", "arb", "ar", "swh", "sw",
                "azj", "az", "zlm", "ms"));
        codes.putAll(Map.of("khk", "mn", "als", "sq", "tgl", "tl", "fil", "tl", "npi", "ne", "uzn", "uz", "pnb", "pa"));
        codes.putAll(Map.of("ind", "id", "heb", "he", "yid", "yi", "nor", "nb")); // Java's own are the old codes
        return codes;
    }
}
