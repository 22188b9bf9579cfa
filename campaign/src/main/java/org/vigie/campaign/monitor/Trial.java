/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the time that the clock was set to is believed. What the first post or a few in a row say may be wrong. So it is on
 * trial until a hundred posts came in time. If more came behind it by then, and agree on a time of their own, the clock goes
 * back. Not thread-safe.
 */
final class Trial {
    private static final int ENOUGH = 100;
    /** Posts behind the clock that agree on nothing; what is kept for a clock that goes back has this bound. */
    private static final int MOST_BEHIND = 10_000;

    private static final int LOOKED_AT = 50;

    private boolean isOn;
    private int inTime;
    private int behind;
    /** Posts that were older than the window: in this trial, and in those that ended well. */
    private long old;

    private long allOld;
    /** How often the clock went back. */
    private long returns;
    /** What rates had learnt when the trial began; nothing at the begin of a state. */
    private byte[] learnt = {};

    private final List<Agreement.Vote> last = new ArrayList<>();

    boolean isOn() {
        return isOn;
    }

    /** The clock was set, at a time before which this had been learnt. */
    void begin(byte[] before) {
        isOn = true;
        learnt = before;
    }

    /** The clock went back: what spoke for the time before does not speak for the new one. */
    void beginAnew() {
        byte[] before = learnt;
        old = 0;
        returns++;
        end();
        begin(before);
    }

    /** What had been learnt before the clock was set. */
    byte[] learnt() {
        return learnt;
    }

    /** How often the clock went back. */
    long returns() {
        return returns;
    }

    private void end() {
        isOn = false;
        learnt = new byte[0];
        allOld += old;
        old = 0;
        inTime = 0;
        behind = 0;
        last.clear();
    }

    /** A post that came in time, or that the clock was set by. True if the trial ends with it. */
    boolean support() {
        if (isOn && ++inTime >= ENOUGH) {
            end();
            return true;
        }
        return false;
    }

    /** A post that came behind the clock; gives the time that the clock must go back to. */
    Optional<Long> oppose(long time, long account) {
        if (!isOn) {
            return Optional.empty();
        }
        behind++;
        last.add(new Agreement.Vote(time, account));
        if (last.size() > LOOKED_AT) {
            last.remove(0);
        }
        return behind > inTime ? Agreement.latest(last) : Optional.empty();
    }

    /** Whether so many came behind it that what is kept for them must have an end. */
    boolean endsUndecided() {
        if (isOn && behind >= MOST_BEHIND) {
            end();
            return true;
        }
        return false;
    }

    /** A post that is kept for a clock that goes back alone. */
    void tooOld() {
        old++;
    }

    /** How many posts were older than the window, and were so rightly as far as is known. */
    long old() {
        return allOld + old;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeBoolean(isOn);
        out.writeInt(inTime);
        out.writeInt(behind);
        out.writeLong(returns);
        out.writeInt(learnt.length);
        out.write(learnt);
        out.writeLong(old);
        out.writeLong(allOld);
        out.writeInt(last.size());
        for (Agreement.Vote vote : last) {
            out.writeLong(vote.time());
            out.writeLong(vote.account());
        }
    }

    void read(DataInputStream in) throws IOException {
        isOn = in.readBoolean();
        inTime = in.readInt();
        behind = in.readInt();
        returns = in.readLong();
        learnt = in.readNBytes(in.readInt());
        old = in.readLong();
        allOld = in.readLong();
        for (int n = in.readInt(); n > 0; n--) {
            last.add(new Agreement.Vote(in.readLong(), in.readLong()));
        }
    }
}
