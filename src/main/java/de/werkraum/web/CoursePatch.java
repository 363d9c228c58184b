package de.werkraum.web;

import de.werkraum.plan.Preset;
import de.werkraum.plan.Templates;
import de.werkraum.problem.Problem;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Timer;
import java.time.Instant;
import java.util.List;

/** A room goes on to a part of its course: its phase begins, and its time. */
record CoursePatch(Templates templates, int part) {
    /** No part is meant. */
    private static final int NONE = -1;
    /** More than a course has. */
    private static final int MOST = 100;

    private static final int MINUTE = 60;

    static CoursePatch of(Body body, Templates templates) {
        return new CoursePatch(templates, body.has("part") ? body.whole("part", 0, MOST, 0) : NONE);
    }

    /** The room then; one where that part is on already stays, so that asking again changes nothing. */
    StoredRoom apply(StoredRoom room, Instant now) {
        if (part == NONE) {
            return room;
        }
        StoredRoom.Course course = room.course();
        if (course == null) {
            throw Problem.conflict("noCourse", "The room has no course: its session had none when the room was made.");
        }
        List<Preset.Part> parts =
                templates.preset(course.preset()).map(Preset::parts).orElse(List.of());
        if (part >= parts.size()) {
            throw Problem.invalid("invalid", "/part", "must be a part of the room's course");
        }
        Integer on = course.part();
        Preset.Part next = parts.get(part);
        return on != null && on == part
                ? room
                : room.in(
                        new StoredRoom.Course(course.preset(), part),
                        next.phase(),
                        Timer.of(next.minutes() * MINUTE, now));
    }
}
