package de.werkraum.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A proposal as a JSON tree, for whoever looks at it. */
final class ProposalTree {
    /** Values of a column that show what it holds. */
    private static final int SAMPLES = 3;

    private static final int SAMPLE_CHARS = 80;

    private ProposalTree() {}

    static Map<String, Object> of(Proposal proposal, List<Placed> placed) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("format", proposal.format());
        tree.put(
                "sheets",
                IntStream.range(0, proposal.sheets().size())
                        .mapToObj(i -> sheet(proposal.sheets().get(i), i))
                        .toList());
        tree.put(
                "parts",
                proposal.layouts().stream()
                        .map(layout -> part(layout, proposal.sheets().get(layout.sheet())))
                        .toList());
        tree.put("steps", placed.stream().map(ProposalTree::step).toList());
        tree.put(
                "skipped",
                proposal.skipped().stream()
                        .map(row -> Map.of(
                                "sheet", row.sheet(),
                                "row", row.row(),
                                "text", row.text(),
                                "why", row.kind().said().toMap(),
                                "byHand", row.kind() == RowKind.LEFT_OUT,
                                "titled", row.titled()))
                        .toList());
        tree.put(
                "warnings",
                proposal.warnings().stream().map(ProposalTree::warning).toList());
        tree.put("new", count(placed, Placed.Kind.NEW));
        tree.put("updated", count(placed, Placed.Kind.UPDATED));
        tree.put("same", count(placed, Placed.Kind.SAME));
        tree.put("keys", proposal.drafts().stream().anyMatch(draft -> !draft.key()
                .isEmpty()));
        return tree;
    }

    private static long count(List<Placed> placed, Placed.Kind kind) {
        return placed.stream().filter(step -> step.kind() == kind).count();
    }

    private static Map<String, Object> sheet(Sheet sheet, int place) {
        return Map.of(
                "sheet", place,
                "name", sheet.name(),
                "kind", sheet.kind().name().toLowerCase(Locale.ROOT),
                "hidden", sheet.hidden(),
                "rows", sheet.rows().size());
    }

    private static Map<String, Object> part(Layout layout, Sheet sheet) {
        var columns = new ArrayList<Map<String, Object>>();
        for (int column = 0; column < layout.fields().size(); column++) {
            columns.add(Map.of(
                    "column", Warning.column(column),
                    "heading", layout.heading(column).replaceAll("\\s+", " "),
                    "field", layout.at(column).code(),
                    "samples", samples(layout, sheet, column)));
        }
        return Map.of(
                "sheet", layout.sheet(), "header", layout.header(), "height", layout.height(), "columns", columns);
    }

    private static List<String> samples(Layout layout, Sheet sheet, int column) {
        return sheet.rows().stream()
                .filter(row -> row.number() >= layout.header() + layout.height()
                        && row.at(column).isOwn())
                .limit(SAMPLES)
                .map(row -> row.at(column).text().strip())
                .map(text -> text.length() > SAMPLE_CHARS ? text.substring(0, SAMPLE_CHARS) + "…" : text)
                .toList();
    }

    private static Map<String, Object> step(Placed placed) {
        Draft draft = placed.draft();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("sheet", draft.sheet());
        tree.put("row", draft.row());
        tree.put("key", draft.key());
        draft.texts().forEach((field, text) -> tree.put(field.code(), field == Field.EFFORT ? draft.effort() : text));
        tree.putIfAbsent("title", "");
        tree.putIfAbsent("status", "proposed");
        tree.put("change", placed.kind().name().toLowerCase(Locale.ROOT));
        tree.put("step", placed.step());
        tree.put("changed", placed.changed().stream().map(Field::code).toList());
        tree.put(
                "kept",
                placed.kept().stream()
                        .map(kept -> Map.of("field", kept.field().code(), "plan", kept.plan(), "file", kept.file()))
                        .toList());
        return tree;
    }

    private static Map<String, Object> warning(Warning warning) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("sheet", warning.sheet());
        tree.put("row", warning.row());
        if (warning.cell() != null) {
            tree.put("cell", warning.cell());
        }
        tree.put("text", warning.text());
        tree.put("kind", warning.kind());
        tree.put("sentence", warning.sentence().toMap());
        return tree;
    }
}
