package de.werkraum.export;

import de.werkraum.export.Report.Fact;
import de.werkraum.export.Report.Head;
import de.werkraum.export.Report.Kind;
import de.werkraum.export.Report.Part;
import de.werkraum.export.Report.Section;
import de.werkraum.export.Report.Sentence;
import de.werkraum.export.Report.Value;
import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Phases;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The protocol of a workshop: who, when, in which order, what was decided, what is open, who does what until when. */
final class ProtocolParts {
    /** Something that happened at a time. */
    private record Happening(Instant at, String what) {}

    private final ExportInput input;
    private final String language;
    private final int level;
    private final OpenParts open;

    /** @param level of its headings */
    ProtocolParts(ExportInput input, int level) {
        this.input = input;
        this.language = input.language();
        this.level = level;
        this.open = new OpenParts(input);
    }

    List<Section> sections() {
        var sections = new ArrayList<Section>();
        add(sections, "protocol-course", ProtocolWords.COURSE, course());
        add(sections, "protocol-decisions", ProtocolWords.DECISIONS, decisions());
        add(sections, "protocol-polls", ProtocolWords.OTHER_POLLS, others());
        add(sections, "protocol-tasks", ProtocolWords.TASKS, open.tasks());
        add(sections, "protocol-open", ProtocolWords.OPEN, open.questions());
        add(sections, "protocol-follow", ProtocolWords.FOLLOW_UPS, open.followUps());
        return sections;
    }

    private void add(List<Section> sections, String id, Bilingual heading, List<? extends Part> parts) {
        if (!parts.isEmpty()) {
            sections.add(new Section(id, heading.in(language), level, false, List.copyOf(parts)));
        }
    }

    /** When it was, and who led it: at the top. */
    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        List<Happening> all = happenings();
        if (!all.isEmpty()) {
            Instant first = all.get(0).at();
            Instant last = all.get(all.size() - 1).at();
            String to = day(first).equals(day(last)) ? "" : Days.shown(day(last), language) + ", ";
            String when = Days.shown(day(first), language) + ", " + clock(first) + "–" + to + clock(last);
            facts.add(new Fact(Words.WHEN.in(language), new Report.Words(when)));
        }
        String leaders = input.people().stream()
                .filter(ExportInput.Person::leads)
                .map(person -> Clean.line(person.name()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        if (input.contents().people() == Contents.People.NAMES && !leaders.isEmpty()) {
            facts.add(new Fact(ProtocolWords.LED_BY.in(language), new Report.Words(leaders)));
        }
        if (input.contents().people() != Contents.People.NONE && !input.people().isEmpty()) {
            facts.add(new Fact(Words.PEOPLE.in(language), new Report.Words(crowd())));
        }
        return facts;
    }

    /** For calendars: the follow-ups; where there is none, all dates. */
    static List<Report.Dated> dates(List<Report.Dated> steps) {
        List<Report.Dated> followUps = steps.stream()
                .filter(step -> step.followUp() != null)
                .map(Report.Dated::followUpOnly)
                .toList();
        return followUps.isEmpty() ? steps : followUps;
    }

    private String crowd() {
        long organisations = input.people().stream()
                .map(person -> Clean.line(person.organisation()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .count();
        return ProtocolWords.crowd(input.people().size(), organisations, language);
    }

    private List<Part> course() {
        List<Happening> all = happenings();
        if (all.isEmpty()) {
            return List.of();
        }
        boolean oneDay = day(all.get(0).at()).equals(day(all.get(all.size() - 1).at()));
        List<List<Value>> rows = all.stream()
                .map(one -> List.<Value>of(
                        new Report.Words((oneDay ? "" : Days.shown(day(one.at()), language) + ", ") + clock(one.at())),
                        new Report.Words(one.what())))
                .toList();
        List<Head> head =
                List.of(new Head(Words.WHEN.in(language), false), new Head(ProtocolWords.WHAT.in(language), false));
        return List.of(new Report.Grid(null, head, rows, false));
    }

    private List<Happening> happenings() {
        Stream<Happening> phases = input.phases().stream()
                .map(phase -> new Happening(
                        phase.at(), "Phase: " + Phases.name(phase.code()).in(language)));
        Stream<Happening> polls = input.polls().stream().flatMap(this::happenings);
        return Stream.concat(phases, polls)
                .sorted(Comparator.comparing(Happening::at))
                .toList();
    }

    private Stream<Happening> happenings(PollOutcome poll) {
        Instant at = poll.closedAt() == null ? poll.openedAt() : poll.closedAt();
        Bilingual what = poll.cancelled() ? Words.CANCELLED : poll.binding() ? Words.DECISION : Words.POLL;
        return at == null
                ? Stream.of()
                : Stream.of(new Happening(at, what.in(language) + ": " + Clean.line(poll.question())));
    }

    private List<Part> decisions() {
        var parts = new ArrayList<Part>();
        int number = 0;
        for (PollOutcome poll : input.polls()) {
            if (poll.binding()) {
                parts.add(new Sentence(Kind.DECISION, ++number + ". " + said(poll)));
            }
        }
        return parts;
    }

    /** What was no decision: moods, what found no majority, what was cancelled. */
    private List<Part> others() {
        var parts = new ArrayList<Part>();
        for (PollOutcome poll : input.polls()) {
            if (poll.cancelled()) {
                String ended = Words.cancelled(poll, language);
                parts.add(new Sentence(Kind.CANCELLED, Clean.line(poll.question()) + " – " + ended));
            } else if (!poll.binding() && poll.tally() != null) {
                parts.add(new Sentence(Kind.NOTE, said(poll)));
            }
        }
        return parts;
    }

    private String said(PollOutcome poll) {
        String sentence = Clean.line(poll.sentence(language).orElse(""));
        return Clean.line(poll.question()) + (sentence.isEmpty() ? "" : " – " + sentence);
    }

    private LocalDate day(Instant at) {
        return at.atZone(input.zone()).toLocalDate();
    }

    private String clock(Instant at) {
        return Days.clock(at, input.zone());
    }
}
