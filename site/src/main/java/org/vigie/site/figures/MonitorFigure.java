/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site.figures;

import java.util.Locale;
import java.util.SplittableRandom;
import org.vigie.core.monitor.BurstScore;
import org.vigie.core.monitor.RateMonitor;

/** A key that rises: counts per bin, what its past expects, the alarm and the onset; and when findings are made. */
final class MonitorFigure {
    private static final int PAST = 576;
    private static final int SHOWN = 60;
    private static final int RISE = 36;
    private static final int[] SURGE = {5, 8, 12, 17, 21, 24, 22, 19, 17, 14, 12, 11, 9, 8, 7, 6, 5, 5, 4, 4, 3, 4, 2, 3
    };
    private static final double BIN = 300;
    private static final double TOP = 40;
    private static final double BASE = 190;

    private MonitorFigure() {}

    static String draw() {
        RateMonitor monitor = RateMonitor.withDefaults();
        SplittableRandom random = new SplittableRandom(3);
        int[] counts = new int[SHOWN];
        double[] expected = new double[SHOWN];
        int alarm = -1;
        double onset = 0;
        for (int bin = -PAST; bin < SHOWN; bin++) {
            int count = poisson(random, 2.5);
            if (bin >= RISE) {
                count = SURGE[bin - RISE];
            }
            BurstScore score = monitor.update((PAST + bin) * BIN, count);
            if (bin >= 0) {
                counts[bin] = count;
                expected[bin] = score.expected();
                if (score.alarm() && alarm < 0) {
                    alarm = bin;
                    onset = score.onset().orElseThrow() / BIN - PAST;
                }
            }
        }
        Svg svg = new Svg(
                330,
                "A rise, and when findings are made",
                "Bars are the posts with one hashtag in bins of five minutes. A line shows what the past expects. When the"
                        + " bars rise above it, an alarm is raised, and the onset is dated. Below, the window of the last"
                        + " days, in which the detector looks for campaigns at intervals.");
        svg.text(
                20,
                24,
                "h",
                "One hashtag, posts per five minutes: the alarm comes " + minutes(alarm + 1 - onset)
                        + " minutes after the onset");
        bars(svg, counts, alarm);
        StringBuilder line = new StringBuilder();
        for (int bin = 0; bin < SHOWN; bin++) {
            line.append(bin == 0 ? 'M' : 'L')
                    .append(Svg.n(x(bin + 0.5)))
                    .append(' ')
                    .append(Svg.n(y(expected[bin])));
        }
        svg.path(line.toString(), "la");
        svg.text(x(0), y(expected[0]) - 30, "s fa", "what the past expects");
        svg.line(x(onset), y(24), x(onset), BASE + 6, "d");
        svg.text(x(onset) - 6, y(22), "s e", "onset");
        svg.text(x(alarm + 6), y(22), "h fb", "alarm");
        for (int hour = 0; hour <= SHOWN / 12; hour++) {
            svg.line(x(hour * 12), BASE, x(hour * 12), BASE + 4, "k");
            svg.text(x(hour * 12), BASE + 18, "s m", hour + " h");
        }
        findings(svg);
        return svg.finish();
    }

    private static void bars(Svg svg, int[] counts, int alarm) {
        svg.line(x(0), BASE, x(SHOWN), BASE, "k");
        for (int bin = 0; bin < SHOWN; bin++) {
            svg.bar(x(bin) + 1, y(counts[bin]), x(1) - x(0) - 2, BASE - y(counts[bin]), bin == alarm ? "boxb" : "box");
        }
    }

    /** The second thing that the monitor says, on a scale of days. */
    private static void findings(Svg svg) {
        double y = 262;
        svg.line(60, y, 690, y, "k");
        svg.box(330, y - 12, 330, 24, "boxa");
        svg.text(495, y + 4, "s m", "window: the last days");
        for (int i = 0; i < 6; i++) {
            double at = 165 + i * 99.0;
            svg.line(at, y + 14, at, y + 24, "lb");
        }
        svg.text(60, y - 22, "h", "Every so often, the detector looks at the window");
        svg.text(690, y + 42, "s e", "at each mark: a campaign appeared, has grown, changed or ended");
    }

    private static String minutes(double bins) {
        return String.format(Locale.ROOT, "%.0f", bins * BIN / 60);
    }

    private static int poisson(SplittableRandom random, double mean) {
        double limit = StrictMath.exp(-mean);
        int count = -1;
        for (double product = 1; product > limit; count++) {
            product *= random.nextLong(1L << 53) * 0x1p-53;
        }
        return count;
    }

    private static double x(double bin) {
        return 40 + bin * 650 / SHOWN;
    }

    private static double y(double count) {
        return BASE - count * (BASE - TOP) / 25;
    }
}
