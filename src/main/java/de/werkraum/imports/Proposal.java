package de.werkraum.imports;

import java.util.List;

/**
 * What a file would bring, to be looked at before anything is written.
 *
 * @param format {@code csv, xlsx, ods, odt, docx, md, json}
 * @param sheets all sheets of the file, read or not
 * @param layouts how those that are read are read
 * @param drafts the steps
 * @param skipped rows that become none
 * @param words texts of a whole plan, which are taken where the room has none
 */
public record Proposal(
        String format,
        List<Sheet> sheets,
        List<Layout> layouts,
        List<Draft> drafts,
        List<Skipped> skipped,
        List<Warning> warnings,
        PlanWords words) {
    public Proposal {
        sheets = List.copyOf(sheets);
        layouts = List.copyOf(layouts);
        drafts = List.copyOf(drafts);
        skipped = List.copyOf(skipped);
        warnings = List.copyOf(warnings);
    }

    /** The headings of the list that a step comes from: keys of one list say nothing about another. */
    String list(Draft draft) {
        return layouts.stream()
                .filter(layout -> layout.sheet() == draft.sheet())
                .map(layout -> String.join("|", layout.headings()))
                .findFirst()
                .orElse(format);
    }

    /** How many steps the file would bring. */
    public int size() {
        return drafts.size();
    }

    /** What a plan says besides its steps. */
    record PlanWords(String title, String goal, String minutes) {
        static final PlanWords NONE = new PlanWords("", "", "");
    }
}
