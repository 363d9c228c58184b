package de.werkraum.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files that people bring, and what comes out of them. */
final class Files {
    static final Bounds BOUNDS = new Bounds(4 << 20, 32 << 20, 5_000, 256, 2_000, 20);

    private Files() {}

    static byte[] bytes(String name) {
        try (InputStream in = Files.class.getResourceAsStream("/imports/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Proposal propose(String name) {
        return propose(name, bytes(name), Choice.AUTOMATIC);
    }

    static Proposal propose(String name, byte[] bytes, Choice choice) {
        return new Proposals(BOUNDS, "de", 2026).propose(bytes, name, choice);
    }

    /** A value of each step, {@code –} where there is none. */
    static List<String> all(Proposal proposal, Function<Draft, Object> value) {
        return proposal.drafts().stream()
                .map(draft -> {
                    Object found = value.apply(draft);
                    return found == null || found.toString().isEmpty() ? "–" : found.toString();
                })
                .toList();
    }

    static List<String> statuses(Proposal proposal) {
        return all(
                proposal,
                draft -> draft.status() == null ? "proposed" : draft.status().code());
    }

    static List<String> list(String values) {
        return List.of(values.split(", ", -1));
    }

    /** The warnings about a row, as one text. */
    static String warned(Proposal proposal, int row) {
        return proposal.warnings().stream()
                .filter(warning -> warning.row() == row)
                .map(warning -> warning.text() + " → " + warning.sentence().de())
                .collect(Collectors.joining("\n"));
    }

    /** All warnings, one a line. */
    static String warned(Proposal proposal) {
        return proposal.warnings().stream()
                .map(warning -> warning.sheet() + "!" + warning.row() + " " + warning.cell() + ": " + warning.text()
                        + " → " + warning.sentence().de())
                .collect(Collectors.joining("\n"));
    }

    /** Everything, for a failed assertion. */
    static String shown(Proposal proposal) {
        return proposal.layouts() + "\n"
                + proposal.drafts().stream().map(Draft::toString).collect(Collectors.joining("\n")) + "\n"
                + warned(proposal);
    }
}
