/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Names;

/**
 * What earlier findings named, so that each is said when it appears, grows, changes or ends, and not again and again. A
 * campaign is known again by its accounts: at least half of the smaller set. Holds digests, no names. Not thread-safe.
 */
final class KnownCampaigns {
    private static final int MOST = 1_000;
    private static final int MOST_OBJECTS = 20;
    private static final double SAME = 0.5;
    private static final double GROWTH = 1.25;
    /** A campaign without a post, or not found, for so long has ended. */
    private static final long QUIET = 86_400_000;

    private final NameDigests digests;
    private List<Known> known = new ArrayList<>();
    private long named;

    /** What was last said of a campaign. */
    static final class Known {
        final String id;
        long[] members = {};
        long[] objects = {};
        int said;
        long posts;
        long first;
        long last;
        long found;
        boolean hasEnded;

        Known(String id) {
            this.id = id;
        }
    }

    /** Something to say; without a campaign where it is not found any more. */
    record Event(Alert.Kind kind, Known known, @Nullable Campaign campaign) {}

    KnownCampaigns(NameDigests digests) {
        this.digests = digests;
    }

    /** Compares new findings, as of a time, with what is known. */
    List<Event> update(Findings findings, Names plain, long time) {
        List<Event> events = new ArrayList<>();
        List<Known> left = new ArrayList<>(known);
        for (Campaign campaign : findings.campaigns()) {
            long[] members = digests(campaign.members().stream()
                    .map(m -> plain.account(m.account()))
                    .toList());
            long[] objects = objects(campaign, plain);
            Known same = best(left, members);
            Alert.Kind kind = null;
            if (same == null) {
                same = new Known("M" + ++named);
                known.add(same);
                kind = Alert.Kind.CAMPAIGN_APPEARED;
            } else {
                left.remove(same);
            }
            boolean isQuiet = time - campaign.last().toEpochMilli() >= QUIET;
            if (kind == null && same.hasEnded && !isQuiet) {
                kind = Alert.Kind.CAMPAIGN_APPEARED; // it has begun again
            } else if (kind == null && members.length >= GROWTH * same.said && members.length > same.said) {
                kind = Alert.Kind.CAMPAIGN_GROWN;
            } else if (kind == null && !isQuiet && common(same.objects, objects) < SAME * same.objects.length) {
                kind = Alert.Kind.CAMPAIGN_CHANGED;
            } else if (kind == null && isQuiet && !same.hasEnded) {
                kind = Alert.Kind.CAMPAIGN_ENDED;
            }
            same.members = members;
            same.posts = campaign.rows().length();
            same.first = campaign.first().toEpochMilli();
            same.last = campaign.last().toEpochMilli();
            same.found = time;
            if (kind != null) {
                same.said = members.length;
                same.objects = objects;
                same.hasEnded = kind == Alert.Kind.CAMPAIGN_ENDED;
                events.add(new Event(kind, same, campaign));
            }
        }
        for (Known gone : left) {
            if (!gone.hasEnded && time - gone.found >= QUIET) {
                gone.hasEnded = true;
                events.add(new Event(Alert.Kind.CAMPAIGN_ENDED, gone, null));
            }
        }
        trim();
        return events;
    }

    /** Goes back to a time: nothing was found after it. */
    void goBack(long time) {
        known.forEach(k -> k.found = Math.min(k.found, time));
    }

    /** Lets those go that were found longest ago. */
    private void trim() {
        if (known.size() > MOST) {
            known.sort(Comparator.comparingLong((Known k) -> -k.found));
            known = new ArrayList<>(known.subList(0, MOST));
        }
    }

    private long[] digests(List<String> names) {
        return names.stream().mapToLong(digests::number).sorted().distinct().toArray();
    }

    /** The things that it acts on most; a text is known again by its first post. */
    private long[] objects(Campaign campaign, Names plain) {
        List<String> objects = new ArrayList<>();
        campaign.objects().stream()
                .limit(MOST_OBJECTS)
                .forEach(o -> objects.add(o.kind().name() + '\n' + plain.object(o.kind(), o.object())));
        campaign.texts().stream().limit(MOST_OBJECTS).forEach(t -> objects.add("text\n" + plain.post(t.first())));
        return digests(objects);
    }

    private static @Nullable Known best(List<Known> candidates, long[] members) {
        Known best = null;
        double bestShare = 0;
        for (Known candidate : candidates) {
            int smaller = Math.min(candidate.members.length, members.length);
            double share = (double) common(candidate.members, members) / smaller;
            if (share >= SAME && share > bestShare) {
                best = candidate;
                bestShare = share;
            }
        }
        return best;
    }

    /** How many numbers two sorted arrays have in common. */
    private static int common(long[] a, long[] b) {
        return (int)
                LongStream.of(a).filter(v -> Arrays.binarySearch(b, v) >= 0).count();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(named);
        out.writeInt(known.size());
        for (Known k : known) {
            out.writeUTF(k.id);
            write(out, k.members);
            write(out, k.objects);
            out.writeInt(k.said);
            out.writeLong(k.posts);
            out.writeLong(k.first);
            out.writeLong(k.last);
            out.writeLong(k.found);
            out.writeBoolean(k.hasEnded);
        }
    }

    void read(DataInputStream in) throws IOException {
        named = in.readLong();
        known.clear();
        for (int n = in.readInt(); n > 0; n--) {
            Known k = new Known(in.readUTF());
            k.members = readNumbers(in);
            k.objects = readNumbers(in);
            k.said = in.readInt();
            k.posts = in.readLong();
            k.first = in.readLong();
            k.last = in.readLong();
            k.found = in.readLong();
            k.hasEnded = in.readBoolean();
            known.add(k);
        }
    }

    private static void write(DataOutputStream out, long[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (long number : numbers) {
            out.writeLong(number);
        }
    }

    private static long[] readNumbers(DataInputStream in) throws IOException {
        long[] numbers = new long[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readLong();
        }
        return numbers;
    }
}
