package de.werkraum.room;

import de.werkraum.access.Member;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Timer;
import de.werkraum.wire.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a moderator has changed of a room, for its log: what is as before is not noted. */
final class RoomChanges {
    private RoomChanges() {}

    static List<AuditEntry> notes(Scope scope, StoredRoom before, StoredRoom after, boolean gather, Member by) {
        List<AuditEntry> notes = new ArrayList<>();
        if (!before.title().equals(after.title())) {
            notes.add(scope.note(by, "titled").with("title", after.title()));
        }
        if (!before.phase().equals(after.phase())) {
            notes.add(scope.note(by, "phase").with("phase", after.phase()));
        }
        if (before.locked() != after.locked()) {
            notes.add(scope.note(by, after.locked() ? "locked" : "unlocked"));
        }
        if (!Objects.equals(before.timer(), after.timer())) {
            notes.add(timer(scope, before.timer(), after.timer(), by));
        }
        if (!before.admission().equals(after.admission())) {
            notes.add(scope.note(by, "admission").with("admission", after.admission()));
        }
        if (!before.papers().takeAlong().equals(after.papers().takeAlong())) {
            notes.add(scope.note(by, "takeAlong")
                    .with("formats", String.join(", ", after.papers().takeAlong())));
        }
        if (before.papers().minuting() != after.papers().minuting()) {
            notes.add(scope.note(by, after.papers().minuting() ? "minutingOn" : "minutingOff"));
        }
        if (gather) {
            notes.add(scope.note(by, "gathered").with("spotlight", after.spotlight()));
        }
        return notes;
    }

    private static AuditEntry timer(Scope scope, @Nullable Timer before, @Nullable Timer after, Member by) {
        if (before instanceof Timer.Running && after instanceof Timer.Paused) {
            return scope.note(by, "timerPaused");
        }
        if (before instanceof Timer.Paused paused && after != null && after.seconds() == paused.seconds()) {
            return scope.note(by, "timerResumed");
        }
        return scope.note(by, "timer").with("seconds", after == null ? null : after.seconds());
    }
}
