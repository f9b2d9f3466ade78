package org.hrcamel.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells when what the operator wrote must be read again. It looks at the files rather than be told of events, since network file
 * systems and containers' volumes tell none. Used by one thread at a time.
 *
 * <p>A change is read once nothing was written for one look, so that a file is seldom read half written; but somebody who never stops
 * saving is not waited for longer than {@link #LONGEST_UNREST}. Files written moments ago may change again without looking different,
 * so they are read once more a little later.
 */
final class ProjectWatch {

    /** How often {@link #isDue} wants to be asked. */
    static final Duration INTERVAL = Duration.ofMillis(200);

    static final Duration LONGEST_UNREST = Duration.ofSeconds(1);

    /** Coarser than the clock of any file system in use. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Supplier<WatchedFiles> files;
    private final InstantSource clock;
    private @Nullable WatchedFiles read;
    private @Nullable WatchedFiles lastLook;
    private @Nullable Instant changeSeen;
    private boolean fresh;

    ProjectWatch(Supplier<WatchedFiles> files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    /** Looks once; true when the files must be read now. */
    boolean isDue() {
        WatchedFiles look = files.get();
        Instant now = clock.instant();
        if (look.equals(read)) {
            changeSeen = null;
            lastLook = look;
            return fresh && isSettled(look, now);
        }
        if (changeSeen == null) {
            changeSeen = now;
        }
        boolean quiet = look.equals(lastLook);
        lastLook = look;
        return quiet || !now.isBefore(changeSeen.plus(LONGEST_UNREST));
    }

    /** The files are about to be read. */
    void reading() {
        Instant now = clock.instant();
        read = files.get();
        changeSeen = null;
        fresh = !isSettled(read, now);
    }

    /** They could not be read after all, and must be until they can, whatever they look like. */
    void failed() {
        read = null;
    }

    private static boolean isSettled(WatchedFiles look, Instant now) {
        return look.newest().filter(newest -> newest.isAfter(now.minus(FRESH))).isEmpty();
    }
}
