package org.hrcamel.connector;

/** A set of hashes of 128 bits in one array, 43 bytes each at the most once there are many. Not thread safe. */
final class Hashes {

    private static final int FEWEST = 64;
    private static final int LONGS = 2;

    private long[] slots = new long[LONGS * FEWEST];
    private int size;

    /** How many fit into an array of so many slots before it grows. */
    static int most(int slots) {
        return slots / 4 * 3;
    }

    /** Whether it was not there. */
    boolean add(long high, long low) {
        int slot = slot(slots, high, taken(low));
        if (slots[slot + 1] != 0) {
            return false;
        }
        put(slots, slot, high, taken(low));
        size++;
        if (size > most(slots.length / LONGS)) {
            grow();
        }
        return true;
    }

    boolean contains(long high, long low) {
        return slots[slot(slots, high, taken(low)) + 1] != 0;
    }

    int size() {
        return size;
    }

    /** How many bytes it holds on to. */
    long bytes() {
        return (long) slots.length * Long.BYTES;
    }

    /** Zero marks a free slot. */
    private static long taken(long low) {
        return low == 0 ? 1 : low;
    }

    /** Where it is, or the free slot where it belongs. */
    private static int slot(long[] slots, long high, long low) {
        int count = slots.length / LONGS;
        int slot = (int) high & count - 1;
        while (slots[LONGS * slot + 1] != 0 && (slots[LONGS * slot] != high || slots[LONGS * slot + 1] != low)) {
            slot = slot + 1 & count - 1;
        }
        return LONGS * slot;
    }

    private static void put(long[] slots, int slot, long high, long low) {
        slots[slot] = high;
        slots[slot + 1] = low;
    }

    private void grow() {
        long[] more = new long[slots.length * 2];
        for (int i = 0; i < slots.length; i += LONGS) {
            if (slots[i + 1] != 0) {
                put(more, slot(more, slots[i], slots[i + 1]), slots[i], slots[i + 1]);
            }
        }
        slots = more;
    }
}
