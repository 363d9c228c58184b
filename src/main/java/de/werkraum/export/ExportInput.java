package de.werkraum.export;

import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Plan;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that an export is made of.
 *
 * @param roomTitle used where the plan has no title of its own
 * @param language {@code de} or {@code en}
 * @param template the title of the built-in template that the plan was made from; null where there is none
 * @param polls in the order they were held; drafts are left out
 * @param people who took part
 * @param phases that the workshop went through, in their order
 * @param version of the plan; 0 if it is not known
 * @param by who exports it; blank if that is not to be said
 * @param zone for times of day
 * @param at when the export is made
 */
public record ExportInput(
        String room,
        String roomTitle,
        String language,
        Plan plan,
        @Nullable Bilingual template,
        List<PollOutcome> polls,
        List<Person> people,
        List<Phase> phases,
        Contents contents,
        long version,
        String by,
        ZoneId zone,
        Instant at)
        implements Serializable {
    public ExportInput {
        polls = polls.stream().filter(poll -> !poll.draft()).toList();
        people = List.copyOf(people);
        phases = List.copyOf(phases);
    }

    /** With everything, and nothing known of people. */
    public ExportInput(
            String room,
            String roomTitle,
            String language,
            Plan plan,
            List<PollOutcome> polls,
            ZoneId zone,
            Instant at) {
        this(room, roomTitle, language, plan, null, polls, List.of(), List.of(), Contents.ALL, 0, "", zone, at);
    }

    /**
     * Somebody who took part; the organisation may be blank.
     *
     * @param leads whether as moderator
     */
    public record Person(String name, String organisation, boolean leads) implements Serializable {}

    /** A phase, by its code, and when it began. */
    public record Phase(Instant at, String code) implements Serializable {}

    /** The same of a plan, which may have been made from one of these templates. */
    public ExportInput of(Plan read, Map<String, Bilingual> templates) {
        Bilingual from = read.meta().get("origin") instanceof String origin ? templates.get(origin) : null;
        return new ExportInput(
                room, roomTitle, language, read, from, polls, people, phases, contents, version, by, zone, at);
    }

    /** The same with another plan. */
    ExportInput with(Plan other) {
        return new ExportInput(
                room, roomTitle, language, other, template, polls, people, phases, contents, version, by, zone, at);
    }

    /** The same in another language. */
    ExportInput in(String other) {
        return new ExportInput(
                room, roomTitle, other, plan, template, polls, people, phases, contents, version, by, zone, at);
    }

    /**
     * The same for everybody: no comments, no minutes, nobody's ballot, no name of who took part.
     *
     * @param unnamed whose organisations stand in place of their names where they are in charge
     */
    ExportInput forEverybody(List<Person> unnamed) {
        return new ExportInput(
                room,
                roomTitle,
                language,
                new Discreet(unnamed, language).plan(plan),
                template,
                polls.stream().map(PollOutcome::withoutBallots).toList(),
                people,
                phases,
                contents.forEverybody(),
                version,
                "",
                zone,
                at);
    }

    String title() {
        return plan.title().isBlank() ? roomTitle : plan.title();
    }

    /** The document's title: the plan's, and what it is where it is not the plan. */
    String heading() {
        String title = Clean.line(title());
        return contents.plan() ? title : ProtocolWords.PROTOCOL.in(language) + ": " + title;
    }

    /** Whether the document says who made it. */
    boolean namesAuthor() {
        return !by.isBlank() && contents.people() == Contents.People.NAMES;
    }

    LocalDate day() {
        return at.atZone(zone).toLocalDate();
    }
}
