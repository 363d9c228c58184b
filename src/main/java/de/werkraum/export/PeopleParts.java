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
    private final ExportInput input;

    PeopleParts(ExportInput input) {
        this.input = input;
    }

    List<Part> parts() {
        if (input.people().isEmpty() || input.contents().people() == Contents.People.NONE) {
            return List.of();
        }
        return List.of(input.contents().people() == Contents.People.NAMES ? names() : counts());
    }

    private Part names() {
        return grid(
                List.of(
                        new Head(Words.NAME.in(input.language()), false),
                        new Head(Words.ORGANISATION.in(input.language()), false)),
                input.people().stream()
                        .map(person -> List.<Value>of(
                                new Report.Words(Clean.line(person.name())),
                                new Report.Words(Clean.line(person.organisation()))))
                        .toList());
    }

    private Part counts() {
        Map<String, Long> counts = input.people().stream()
                .collect(Collectors.groupingBy(
                        person -> Clean.line(person.organisation()), TreeMap::new, Collectors.counting()));
        return grid(
                List.of(
                        new Head(Words.ORGANISATION.in(input.language()), false),
                        new Head(Words.COUNT.in(input.language()), true)),
                counts.entrySet().stream()
                        .map(entry -> List.<Value>of(
                                new Report.Words(
                                        entry.getKey().isEmpty()
                                                ? Words.NO_ORGANISATION.in(input.language())
                                                : entry.getKey()),
                                new Report.Amount(BigDecimal.valueOf(entry.getValue()), "" + entry.getValue())))
                        .toList());
    }

    private static Part grid(List<Head> head, List<List<Value>> rows) {
        return new Report.Grid(null, head, rows, false);
    }
}
