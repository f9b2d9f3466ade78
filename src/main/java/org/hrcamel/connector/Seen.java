package org.hrcamel.connector;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;

/**
 * Remembers which rows a listing has shown, since rows shift between pages while the data changes. Keeps 16 bytes of a hash for
 * each, so that a long listing costs little. Not thread safe.
 */
public final class Seen {

    private record Hash(long high, long low) {}

    private final Set<Hash> hashes = new HashSet<>();

    /** Whether this is new. */
    public boolean add(String id) {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
            return hashes.add(new Hash(digest.getLong(), digest.getLong()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
