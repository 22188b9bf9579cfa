/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** How many fast alarms a day of the posts' time may have; one kind gets half of them at most. Not thread-safe. */
final class Budget {
    private static final long DAY = 86_400_000;

    private final int most;
    private long day = Long.MIN_VALUE;
    private int spent;
    private final Map<String, Integer> spentOn = new TreeMap<>();
    private long withheld;
    private long allWithheld;

    Budget(int most) {
        this.most = most;
    }

    /** Whether an alarm may go out. */
    boolean allows(FastAlarm alarm) {
        long today = Math.floorDiv(alarm.time(), DAY);
        if (today > day) {
            day = today;
            spent = 0;
            spentOn.clear();
        }
        String kind = alarm.kind().label() + ' ' + alarm.keyKind();
        if (spent >= most || spentOn.getOrDefault(kind, 0) >= (most + 1) / 2) {
            withheld++;
            allWithheld++;
            return false;
        }
        spent++;
        spentOn.merge(kind, 1, Integer::sum);
        return true;
    }

    /** Goes back to the day of a time; what was spent stays spent. */
    void goBack(long time) {
        day = Math.min(day, Math.floorDiv(time, DAY));
    }

    /** How many were held back since this was last asked. */
    long takeWithheld() {
        long since = withheld;
        withheld = 0;
        return since;
    }

    /** How many were held back in all. */
    long allWithheld() {
        return allWithheld;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(day);
        out.writeInt(spent);
        out.writeLong(withheld);
        out.writeLong(allWithheld);
        out.writeInt(spentOn.size());
        for (Map.Entry<String, Integer> entry : spentOn.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue());
        }
    }

    void read(DataInputStream in) throws IOException {
        day = in.readLong();
        spent = in.readInt();
        withheld = in.readLong();
        allWithheld = in.readLong();
        spentOn.clear();
        for (int n = in.readInt(); n > 0; n--) {
            String kind = in.readUTF();
            spentOn.put(kind, in.readInt());
        }
    }
}
