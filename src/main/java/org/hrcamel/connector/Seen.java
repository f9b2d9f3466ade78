package org.hrcamel.connector;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.hrcamel.http.Sha256;

/**
 * Remembers which rows a listing has shown, since rows shift between pages while the data changes. Keeps 16 bytes of a hash for
 * each, so that a long listing costs little. Not thread safe.
 */
public final class Seen {

    private record Hash(long high, long low) {}

    private final Set<Hash> hashes = new HashSet<>();

    /** Whether this is new. */
    public boolean add(String id) {
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(id));
        return hashes.add(new Hash(digest.getLong(), digest.getLong()));
    }
}
