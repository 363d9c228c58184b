package de.werkraum.access;

import java.util.Optional;

/** Whether somebody with a code may come into a room, and as what. Pure; whether a personal code is still free is settled where it is stored. */
public sealed interface Admission {
    /** Comes in, in that role. */
    record Enters(Role role) implements Admission {}

    /** Stays outside. */
    enum Refused implements Admission {
        /** The room is closed, and only its screens can still be opened. */
        CLOSED,
        /** Participants come by personal codes only. */
        PERSONAL_CODE,
        /** Comes back with a code for everybody after being removed. */
        REMOVED,
        /** The room has as many members as it may have. */
        FULL,
        /** Somebody else has used this personal code. */
        CODE_USED
    }

    /**
     * A room as its door knows it.
     *
     * @param personal whether only personal codes admit participants
     * @param full whether it has as many members as it may have
     */
    record Room(boolean closed, boolean personal, boolean full) {}

    /**
     * A code.
     *
     * @param single whether it is personal: for one person
     * @param used whether somebody has used it
     */
    record Code(Role role, boolean single, boolean used) {}

    /**
     * Who comes.
     *
     * @param known the role of the member who comes back, if one does
     * @param removed whether it is somebody whom others took out of the room and nobody has let in since
     */
    record Comer(Optional<Role> known, boolean removed) {}

    /**
     * Decides. A personal code is given to one person on purpose, and so lets in whoever was removed.
     *
     * @param comer who comes: a member gains the code's role and never loses a higher one
     */
    static Admission of(Room room, Code code, Comer comer) {
        Optional<Role> known = comer.known();
        boolean votesAlready = known.filter(role -> role != Role.VIEWER).isPresent();
        if (room.closed() && code.role() != Role.VIEWER) {
            return Refused.CLOSED;
        } else if (comer.removed() && !code.single()) {
            return Refused.REMOVED;
        } else if (room.personal() && code.role() == Role.PARTICIPANT && !code.single() && !votesAlready) {
            return Refused.PERSONAL_CODE;
        } else if (known.isPresent()) {
            Role before = known.get();
            return new Enters(before.compareTo(code.role()) >= 0 ? before : code.role());
        } else if (room.full()) {
            return Refused.FULL;
        }
        return code.single() && code.used() ? Refused.CODE_USED : new Enters(code.role());
    }
}
