package de.werkraum.programme;

import de.werkraum.imports.Brought;
import de.werkraum.imports.Unreadable;
import de.werkraum.store.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file says of an event's sessions, in its order.
 *
 * @param format as {@code frab}
 */
public record Programme(String format, List<Session> sessions, List<Doubt> doubts) {
    public Programme {
        sessions = List.copyOf(sessions);
        doubts = List.copyOf(doubts);
    }

    /**
     * Reads a file. May take long; to be called where that harms nobody.
     *
     * @throws Unreadable with a sentence
     */
    public static Programme read(byte[] bytes, String name, Frame frame) {
        var doubts = new ArrayList<Doubt>();
        Brought brought = Brought.read(bytes, name, frame.bounds());
        if (brought instanceof Brought.Tables tables) {
            return of(tables.format(), new SheetReading(frame, doubts).read(tables), frame, doubts);
        }
        Brought.Text text = (Brought.Text) brought;
        if (text.begins("BEGIN:")) {
            return of("ics", new CalendarReading(doubts).read(text.text()), frame, doubts);
        } else if (text.begins("<")) {
            return of("frab", FrabReading.read(text.bytes()), frame, doubts);
        }
        return of("schedule", ScheduleReading.read(text.text()), frame, doubts);
    }

    private static Programme of(String format, List<Raw> raw, Frame frame, List<Doubt> doubts) {
        if (raw.size() > frame.sessions()) {
            throw Unreadable.tooLarge(
                    "Die Datei hat mehr als " + frame.sessions() + " Sitzungen.",
                    "The file has more than " + frame.sessions() + " sessions.");
        }
        List<Session> sessions = new Tidying(frame, doubts).tidy(raw);
        if (sessions.isEmpty()) {
            throw Unreadable.empty(
                    "In der Datei wurde keine Sitzung mit einem Titel gefunden.",
                    "No session with a title was found in the file.");
        }
        return new Programme(format, sessions, doubts);
    }
}
