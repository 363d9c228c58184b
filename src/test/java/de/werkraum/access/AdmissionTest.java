package de.werkraum.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.werkraum.access.Admission.Code;
import de.werkraum.access.Admission.Comer;
import de.werkraum.access.Admission.Room;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    /** Room: open, closed, personal, full, or several. Code: its role, {@code 1} if it is personal, {@code used}. Known: the role before, or {@code removed}. */
    @ParameterizedTest
    @DisplayName("J-2, J-4, J-5, J-13: who comes in, and as what")
    @CsvSource({
        "open, viewer, , viewer",
        "open, participant, , participant",
        "open, moderator, , moderator",
        "open, participant 1, , participant",
        "open, participant 1 used, , CODE_USED",
        "open, moderator 1 used, , CODE_USED",
        "open, participant, viewer, participant",
        "open, viewer, participant, participant",
        "open, participant, moderator, moderator",
        "open, moderator, participant, moderator",
        "open, participant 1 used, participant, participant",
        "closed, viewer, , viewer",
        "closed, viewer, moderator, moderator",
        "closed, participant, , CLOSED",
        "closed, participant 1, , CLOSED",
        "closed, moderator, moderator, CLOSED",
        "personal, participant, , PERSONAL_CODE",
        "personal, participant, viewer, PERSONAL_CODE",
        "personal, participant, participant, participant",
        "personal, participant, moderator, moderator",
        "personal, participant 1, , participant",
        "personal, participant 1, viewer, participant",
        "personal, participant 1 used, , CODE_USED",
        "personal, viewer, , viewer",
        "personal, moderator, , moderator",
        "full, participant, , FULL",
        "full, viewer, , FULL",
        "full, participant 1 used, , FULL",
        "full, participant, participant, participant",
        "full, moderator, viewer, moderator",
        "closed personal full, participant, , CLOSED",
        "closed personal full, viewer, , FULL",
        "personal full, participant, , PERSONAL_CODE",
        "open, participant, removed, REMOVED",
        "open, viewer, removed, REMOVED",
        "open, moderator, removed, REMOVED",
        "open, participant 1, removed, participant",
        "open, participant 1 used, removed, CODE_USED",
        "personal, participant, removed, REMOVED",
        "personal, participant 1, removed, participant",
        "closed, participant, removed, CLOSED",
        "closed, viewer, removed, REMOVED",
        "full, participant, removed, REMOVED",
        "full, participant 1, removed, FULL",
    })
    void table(String room, String code, String known, String expected) {
        Room door = new Room(room.contains("closed"), room.contains("personal"), room.contains("full"));
        Role role = Role.of(code.replaceFirst(" .*", "")).orElseThrow();
        Code brought = new Code(role, code.contains(" 1"), code.contains("used"));
        Comer comer = new Comer(Optional.ofNullable(known).flatMap(Role::of), "removed".equals(known));
        Admission answer = Admission.of(door, brought, comer);
        assertEquals(
                expected,
                answer instanceof Admission.Enters enters ? enters.role().wire() : answer.toString());
    }
}
