package de.werkraum.access;

import java.util.Optional;

/** What somebody with a pass is in a room. Pure; who may not enter at all is settled before. */
public final class Seat {
    private Seat() {}

    /**
     * The role in a room.
     *
     * @param pass of the event
     * @param before in that room, if it was there; nobody loses a place
     * @param closed whether the room takes no more than viewers
     * @param full whether others have all seats
     */
    public static Role of(Role pass, Optional<Role> before, boolean closed, boolean full) {
        Role had = before.orElse(Role.VIEWER);
        Role gets =
                switch (pass) {
                    case ORGANISER -> Role.MODERATOR;
                    case PARTICIPANT, MODERATOR -> closed || full ? Role.VIEWER : Role.PARTICIPANT;
                    case VIEWER -> Role.VIEWER;
                };
        return had.compareTo(gets) >= 0 ? had : gets;
    }
}
