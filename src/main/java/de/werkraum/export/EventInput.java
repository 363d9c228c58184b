package de.werkraum.export;

import de.werkraum.plan.Source;
import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the report of an event is made of.
 *
 * @param language {@code de} or {@code en}, of the whole document
 * @param sessions in the order of the programme, the plenary at last
 * @param people who took part, each once, in however many sessions
 * @param by who exports it; blank if that is not to be said
 * @param at when the report is made
 */
public record EventInput(
        String event,
        String title,
        String language,
        @Nullable LocalDate date,
        @Nullable String venue,
        List<Session> sessions,
        List<ExportInput.Person> people,
        Contents contents,
        String by,
        ZoneId zone,
        Instant at)
        implements Serializable {
    public EventInput {
        sessions = sessions.stream().map(session -> session.in(language)).toList();
        people = List.copyOf(people);
    }

    /**
     * A session, with what its room holds.
     *
     * @param plenary whether it is where all meet
     */
    public record Session(
            @Nullable String place, @Nullable Instant start, @Nullable Instant end, boolean plenary, ExportInput room)
            implements Serializable {
        /** As its own document is called. */
        public String title() {
            return Clean.line(room.title());
        }

        private Session in(String language) {
            return with(room.in(language));
        }

        /** One of its steps, among those of all sessions. */
        Source.Key key(Step step) {
            return new Source.Key(room.room(), step.id());
        }

        Session with(ExportInput other) {
            return new Session(place, start, end, plenary, other);
        }
    }

    /** A step that was agreed upon, and the session whose it is. */
    public record Task(Session session, Step step) {
        /** Whether it is not done yet. */
        public boolean underWay() {
            return step.status() != Status.DONE;
        }
    }

    /**
     * What was agreed upon in all sessions, done or not. What the plenary has agreed upon counts there, and no more in the sessions that it was
     * collected from; so does what it has merged of several that were agreed upon in theirs, also before it has decided itself.
     */
    public List<Task> agreed() {
        var parts = new HashMap<Source.Key, Step>();
        all(false)
                .filter(task -> task.step().agreed())
                .forEach(task -> parts.put(task.session().key(task.step()), task.step()));
        var elsewhere = new HashSet<Source.Key>();
        var merged = new ArrayList<Task>();
        all(true).forEach(task -> {
            List<Source.Key> of =
                    task.step().sources().stream().map(Source::key).toList();
            List<@Nullable Status> stand = of.stream()
                    .flatMap(key -> Stream.ofNullable(parts.get(key)))
                    .map(Step::status)
                    .toList();
            if (task.step().agreed()) {
                merged.add(task);
                elsewhere.addAll(of);
            } else if (stand.size() > 1 && task.step().status() != Status.DROPPED) {
                merged.add(new Task(task.session(), task.step().standing(Joint.standing(stand), null)));
                elsewhere.addAll(of);
            }
        });
        return Stream.concat(
                        all(false)
                                .filter(task -> task.step().agreed()
                                        && !elsewhere.contains(task.session().key(task.step()))),
                        merged.stream())
                .toList();
    }

    private Stream<Task> all(boolean plenary) {
        return sessions.stream()
                .filter(session -> session.plenary() == plenary)
                .flatMap(session -> session.room().plan().steps().stream().map(step -> new Task(session, step)));
    }

    /** Sessions of the programme: where all meet is none. */
    int count() {
        return (int) sessions.stream().filter(session -> !session.plenary()).count();
    }

    /** The same in another language. */
    public EventInput in(String other) {
        return new EventInput(event, title, other, date, venue, sessions, people, contents, by, zone, at);
    }

    /**
     * The same for everybody; see {@link ExportInput#forEverybody}.
     *
     * @param unnamed who may not be named where they are in charge
     */
    public EventInput forEverybody(List<ExportInput.Person> unnamed) {
        return new EventInput(
                event,
                title,
                language,
                date,
                venue,
                sessions.stream()
                        .map(session -> session.with(session.room().forEverybody(unnamed)))
                        .toList(),
                people,
                contents.forEverybody(),
                "",
                zone,
                at);
    }

    LocalDate day() {
        return at.atZone(zone).toLocalDate();
    }

    /** The document's title. */
    String heading() {
        return EventWords.REPORT.in(language) + ": " + Clean.line(title);
    }
}
