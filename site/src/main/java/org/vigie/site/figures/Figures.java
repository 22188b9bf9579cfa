/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site.figures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Draws the documentation's figures into a folder: {@code Figures docs/images}. */
public final class Figures {
    private Figures() {}

    /**
     * Writes every figure.
     *
     * @param args the folder
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (Map.Entry<String, String> figure : all().entrySet()) {
            Files.writeString(folder.resolve(figure.getKey()), figure.getValue(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Draws every figure.
     *
     * @return SVG by name of file
     */
    public static Map<String, String> all() {
        Map<String, String> figures = new TreeMap<>();
        figures.put("pipeline.svg", PipelineFigure.draw());
        figures.put("shingles.svg", ShinglesFigure.draw());
        figures.put("s-curve.svg", CurveFigure.draw());
        figures.put("window.svg", WindowFigure.draw());
        figures.put("bursts.svg", BurstsFigure.draw());
        figures.put("chance.svg", ChanceFigure.draw());
        figures.put("q-values.svg", QValuesFigure.draw());
        figures.put("campaign.svg", CampaignFigure.draw());
        figures.put("language.svg", LanguageFigure.draw());
        figures.put("monitor.svg", MonitorFigure.draw());
        figures.put("pseudonyms.svg", PseudonymsFigure.draw());
        return figures;
    }
}
