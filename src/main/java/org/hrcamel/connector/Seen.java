package org.hrcamel.connector;

import java.nio.ByteBuffer;
import org.hrcamel.http.Sha256;

/**
 * Remembers which rows a listing has shown, since rows shift between pages while the data changes. Keeps 16 bytes of a hash for each, in
 * plain arrays: of all rows, or of the latest ones, so that the longest listing needs no more than 2 MB. Not thread safe.
 */
public final class Seen {

    /**
     * Rows shift by a few pages, and a page has at most some hundred rows; but a listing whose page id has ended is begun again, and as
     * many of its rows as possible shall be left out then.
     */
    static final int LATEST = Hashes.most(64 * 1024);

    private final int most;
    private Hashes hashes = new Hashes();
    private Hashes before = new Hashes();

    private Seen(int most) {
        this.most = most;
    }

    /** Of all rows. For listings in which a row seen twice must not count twice. */
    public static Seen all() {
        return new Seen(Integer.MAX_VALUE);
    }

    /**
     * Of the latest 49,152 rows at least, and of all rows of a listing that has no more than twice as many, so that it can be begun again.
     * For listings in which a row that comes again is delivered again, which does no harm.
     */
    public static Seen latest() {
        return new Seen(LATEST);
    }

    /** Whether this is new. */
    public boolean add(String id) {
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(id));
        long high = digest.getLong();
        long low = digest.getLong();
        if (before.contains(high, low) || hashes.contains(high, low)) {
            return false;
        }
        if (hashes.size() == most) {
            before = hashes;
            hashes = new Hashes();
        }
        hashes.add(high, low);
        return true;
    }

    /** How many bytes it holds on to. */
    long bytes() {
        return hashes.bytes() + before.bytes();
    }
}
