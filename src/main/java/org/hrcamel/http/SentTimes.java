package org.hrcamel.http;

import java.time.Instant;

/** When the last requests were sent, oldest first; finding the n-th newest and dropping the oldest cost the same however many they are. */
final class SentTimes {

    private Instant[] ring = new Instant[8];
    private int oldest;
    private int size;

    int size() {
        return size;
    }

    /**
     * @param moment not before the newest one
     */
    void add(Instant moment) {
        if (size == ring.length) {
            Instant[] larger = new Instant[size * 2];
            System.arraycopy(ring, oldest, larger, 0, size - oldest);
            System.arraycopy(ring, 0, larger, size - oldest, oldest);
            ring = larger;
            oldest = 0;
        }
        ring[(oldest + size) & (ring.length - 1)] = moment;
        size++;
    }

    /**
     * @param n from 1, the newest, to the size, the oldest
     */
    Instant newest(int n) {
        return ring[(oldest + size - n) & (ring.length - 1)];
    }

    /** How many there are from this moment on. */
    int since(Instant moment) {
        int few = 0;
        int many = size;
        while (few < many) {
            int middle = (few + many + 1) >>> 1;
            if (newest(middle).isBefore(moment)) {
                many = middle - 1;
            } else {
                few = middle;
            }
        }
        return few;
    }

    void forgetBefore(Instant moment) {
        while (size > 0 && ring[oldest].isBefore(moment)) {
            ring[oldest] = null;
            oldest = (oldest + 1) & (ring.length - 1);
            size--;
        }
    }
}
