package de.werkraum.export;

import de.werkraum.export.Report.Head;
import de.werkraum.export.Report.Part;
import de.werkraum.export.Report.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who took part: by name, or counted by organisation. */
final class PeopleParts {
    private final List<ExportInput.Person> people;
    private final Contents contents;
    private final String language;

    PeopleParts(List<ExportInput.Person> people, Contents contents, String language) {
        this.people = people;
        this.contents = contents;
        this.language = language;
    }

    List<Part> parts() {
        if (people.isEmpty() || contents.people() == Contents.People.NONE) {
            return List.of();
        }
        return List.of(contents.people() == Contents.People.NAMES ? names() : counts());
    }

    private Part names() {
        return grid(
                List.of(new Head(Words.NAME.in(language), false), new Head(Words.ORGANISATION.in(language), false)),
                people.stream()
                        .map(person -> List.<Value>of(
                                new Report.Words(Clean.line(person.name())),
                                new Report.Words(Clean.line(person.organisation()))))
                        .toList());
    }

    /** How many there are of each organisation; of none under the empty name. */
    static Map<String, Long> byOrganisation(List<ExportInput.Person> people) {
        return people.stream()
                .collect(Collectors.groupingBy(
                        person -> Clean.line(person.organisation()), TreeMap::new, Collectors.counting()));
    }

    private Part counts() {
        return grid(
                List.of(new Head(Words.ORGANISATION.in(language), false), new Head(Words.COUNT.in(language), true)),
                byOrganisation(people).entrySet().stream()
                        .map(entry -> List.<Value>of(
                                new Report.Words(
                                        entry.getKey().isEmpty() ? Words.NO_ORGANISATION.in(language) : entry.getKey()),
                                new Report.Amount(BigDecimal.valueOf(entry.getValue()), "" + entry.getValue())))
                        .toList());
    }

    private static Part grid(List<Head> head, List<List<Value>> rows) {
        return new Report.Grid(null, head, rows, false);
    }
}
