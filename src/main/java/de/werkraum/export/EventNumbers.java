package de.werkraum.export;

import de.werkraum.export.EventInput.Task;
import de.werkraum.export.Report.Fact;
import de.werkraum.export.Report.Part;
import de.werkraum.plan.Bilingual;
import java.util.ArrayList;
import java.util.List;

/** An event in numbers: sessions, people by organisation, steps, polls. */
final class EventNumbers {
    private final EventInput input;
    private final String language;

    EventNumbers(EventInput input) {
        this.input = input;
        language = input.language();
    }

    List<Part> parts() {
        List<Task> agreed = input.agreed();
        long done = agreed.stream().filter(task -> !task.underWay()).count();
        var facts = new ArrayList<Fact>();
        facts.add(fact(EventWords.SESSIONS, input.count()));
        if (!input.people().isEmpty() && input.contents().people() != Contents.People.NONE) {
            facts.add(fact(Words.PEOPLE, input.people().size()));
        }
        facts.add(fact(
                Words.STEPS,
                input.sessions().stream()
                        .mapToInt(session -> session.room().plan().steps().size())
                        .sum()));
        facts.add(fact(EventWords.AGREED, agreed.size()));
        facts.add(fact(EventWords.OF_THESE_DONE, (int) done));
        if (input.contents().polls()) {
            List<PollOutcome> polls = input.sessions().stream()
                    .flatMap(session -> session.room().polls().stream())
                    .filter(poll -> !poll.cancelled())
                    .toList();
            facts.add(fact(Words.POLLS, polls.size()));
            facts.add(fact(
                    EventWords.BALLOTS,
                    polls.stream().mapToInt(PollOutcome::cast).sum()));
        }
        var parts = new ArrayList<Part>();
        parts.add(new Report.Facts(List.copyOf(facts)));
        parts.addAll(new PeopleParts(input.people(), input.contents(), language).parts());
        return parts;
    }

    private Fact fact(Bilingual label, int number) {
        return new Fact(label.in(language), StepParts.number(number));
    }
}
