package de.werkraum.imports;

import de.werkraum.plan.Bilingual;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes a proposal of a file.
 *
 * @param language of the room, for the few words an import adds
 * @param year for dates without one, where the file does not show it
 */
record Proposals(Bounds bounds, String language, int year) {
    /** Tools whose descriptions are Markdown, by headings that only they have. */
    private static final List<List<String>> MARKDOWN_TOOLS = List.of(
            List.of("Card Name", "Card Description"),
            List.of("Typ", "Thema", "Beschreibung", "% abgeschlossen"),
            List.of("Type", "Subject", "Description", "% Complete"),
            List.of("Issue ID", "Title", "Description"));

    Proposal propose(byte[] bytes, String name, Choice choice) {
        Contents contents = Sniffing.read(bytes, name, bounds);
        return contents instanceof Contents.OwnPlan own
                ? OwnPlans.propose(own.tree(), bounds)
                : propose((Contents.Sheets) contents, choice);
    }

    private Proposal propose(Contents.Sheets contents, Choice choice) {
        List<Sheet> sheets = contents.sheets();
        List<Layout> layouts = choice.parts().isEmpty() ? found(contents) : chosen(sheets, choice.parts());
        var drafts = new ArrayList<Draft>();
        var skipped = new ArrayList<Skipped>();
        var warnings = new ArrayList<Warning>(contents.doubts());
        warnings.addAll(unread(sheets, layouts));
        for (Layout layout : layouts) {
            Sheet sheet = marked(sheets.get(layout.sheet()), layout);
            warnings.addAll(columns(sheet, layout));
            if (sheet.cut()) {
                warnings.add(cut(sheet));
            }
            Lines.Outcome outcome =
                    new Lines(sheet, layout, choice, Context.of(sheet, layout, choice.order(), year), language).read();
            drafts.addAll(outcome.drafts());
            skipped.addAll(outcome.skipped());
            warnings.addAll(outcome.warnings());
        }
        if (drafts.isEmpty() && choice.parts().isEmpty() && skipped.isEmpty()) {
            throw Unreadable.nothing();
        } else if (drafts.size() > bounds.steps()) {
            throw Unreadable.manySteps(bounds);
        }
        return new Proposal(contents.format(), sheets, layouts, drafts, skipped, warnings, Proposal.PlanWords.NONE);
    }

    /** Of workbooks the best sheet and all with the same headings; of documents all tables and, of Markdown, all lists of things to do. */
    private List<Layout> found(Contents.Sheets contents) {
        List<Sheet> sheets = contents.sheets();
        List<Headings.Found> tables = IntStream.range(0, sheets.size())
                .filter(i -> sheets.get(i).kind() != Sheet.Kind.LIST
                        && !sheets.get(i).hidden())
                .mapToObj(i -> Headings.find(sheets.get(i), i))
                .flatMap(Optional::stream)
                .toList();
        Optional<Headings.Found> best = tables.stream()
                .max(Comparator.comparingInt(Headings.Found::weight)
                        .thenComparing(table ->
                                sheets.get(table.layout().sheet()).rows().size())
                        .thenComparing(table -> -table.layout().sheet()));
        boolean document = List.of("odt", "docx", "md").contains(contents.format());
        var layouts = new ArrayList<Layout>();
        tables.stream()
                .map(Headings.Found::layout)
                .filter(layout -> document
                        || layout.headings().equals(best.orElseThrow().layout().headings()))
                .forEach(layouts::add);
        boolean markdown = contents.format().equals("md");
        IntStream.range(0, sheets.size())
                .filter(i -> sheets.get(i).kind() == Sheet.Kind.LIST && !Items.isOther(sheets.get(i)))
                .filter(i -> markdown || Items.isTasks(sheets.get(i)))
                .forEach(i -> layouts.add(Items.layout(i, language)));
        if (layouts.isEmpty()) {
            guessed(sheets).ifPresent(layouts::add);
        }
        layouts.sort(Comparator.comparingInt(Layout::sheet));
        return layouts;
    }

    /** Nothing says what it is: the first list, else the largest sheet of a workbook, its columns by what they hold. */
    private Optional<Layout> guessed(List<Sheet> sheets) {
        Optional<Layout> list = IntStream.range(0, sheets.size())
                .filter(i -> sheets.get(i).kind() == Sheet.Kind.LIST && !Items.isOther(sheets.get(i)))
                .mapToObj(i -> Items.layout(i, language))
                .findFirst();
        return list.isPresent()
                ? list
                : IntStream.range(0, sheets.size())
                        .filter(i -> sheets.get(i).kind() == Sheet.Kind.SHEET
                                && !sheets.get(i).hidden())
                        .boxed()
                        .max(Comparator.comparingInt(
                                        (Integer i) -> sheets.get(i).rows().size())
                                .thenComparing(Comparator.reverseOrder()))
                        .filter(i -> !sheets.get(i).rows().isEmpty())
                        .map(i -> Fitting.guess(sheets.get(i), i));
    }

    private List<Layout> chosen(List<Sheet> sheets, List<Choice.Part> parts) {
        return parts.stream()
                .filter(part -> part.sheet() < sheets.size())
                .map(part -> layout(sheets.get(part.sheet()), part))
                .toList();
    }

    private Layout layout(Sheet sheet, Choice.Part part) {
        Layout found = sheet.kind() == Sheet.Kind.LIST
                ? Items.layout(part.sheet(), language)
                : part.header() == 0
                        ? Fitting.guess(sheet, part.sheet())
                        : part.header() > 0
                                ? Headings.at(sheet, part.sheet(), part.header(), part.height())
                                : Headings.find(sheet, part.sheet())
                                        .map(Headings.Found::layout)
                                        .orElseGet(() -> Fitting.guess(sheet, part.sheet()));
        return part.fields().isEmpty() ? found : found.with(part.fields());
    }

    private Warning cut(Sheet sheet) {
        return new Warning(
                sheet.name(),
                0,
                Warning.column(bounds.columns()),
                "",
                "sheet",
                new Bilingual(
                        "Gelesen werden die ersten " + bounds.columns() + " Spalten; was ab hier steht, nicht.",
                        "The first " + bounds.columns() + " columns are read; what stands from here on is not."));
    }

    /** What is in the file and not read. */
    private static List<Warning> unread(List<Sheet> sheets, List<Layout> layouts) {
        var warnings = new ArrayList<Warning>();
        for (int i = 0; i < sheets.size(); i++) {
            int place = i;
            Sheet sheet = sheets.get(i);
            if (layouts.stream().noneMatch(layout -> layout.sheet() == place)
                    && !sheet.rows().isEmpty()) {
                String de =
                        switch (sheet.kind()) {
                            case SHEET -> sheet.hidden() ? "Ein ausgeblendetes Blatt" : "Ein Blatt";
                            case TABLE -> "Eine Tabelle";
                            case LIST -> "Eine Liste";
                        };
                String en = sheet.kind() == Sheet.Kind.SHEET
                        ? sheet.hidden() ? "A hidden sheet" : "A sheet"
                        : sheet.kind() == Sheet.Kind.TABLE ? "A table" : "A list";
                String words = sheet.rows().get(0).written().stream()
                        .limit(3)
                        .map(column -> sheet.rows().get(0).at(column).text().strip())
                        .collect(Collectors.joining(" · "));
                warnings.add(new Warning(
                        sheet.name(),
                        0,
                        null,
                        words,
                        "sheet",
                        new Bilingual(de + "; wird nicht gelesen.", en + "; not read.")));
            }
        }
        return warnings;
    }

    /** Columns that are not taken, and those of hours. */
    private static List<Warning> columns(Sheet sheet, Layout layout) {
        var warnings = new ArrayList<Warning>();
        for (int column = 0; column < layout.fields().size(); column++) {
            int at = column;
            boolean used = sheet.rows().stream()
                    .anyMatch(row -> row.number() >= layout.header() + layout.height()
                            && row.at(at).isOwn());
            String name = layout.heading(column);
            if (used && layout.at(column) == Field.NOTHING) {
                warnings.add(new Warning(
                        sheet.name(),
                        0,
                        Warning.column(column),
                        name,
                        "sheet",
                        new Bilingual("Diese Spalte wird nicht übernommen.", "This column is not taken.")));
            } else if (used && layout.at(column) != Field.EFFORT && Label.saysHours(name)) {
                warnings.add(new Warning(
                        sheet.name(),
                        0,
                        Warning.column(column),
                        name,
                        "sheet",
                        new Bilingual(
                                "Stunden sind keine Personentage; sie bleiben beim Schritt als Text.",
                                "Hours are no person-days; they stay with the step as text.")));
            } else if (used && sheet.hiddenColumns().contains(column)) {
                warnings.add(new Warning(
                        sheet.name(),
                        0,
                        Warning.column(column),
                        name,
                        "sheet",
                        new Bilingual(
                                "Diese Spalte ist in der Datei ausgeblendet; sie wird übernommen.",
                                "This column is hidden in the file; it is taken.")));
            }
        }
        if (layout.header() == 0 && sheet.kind() != Sheet.Kind.LIST) {
            warnings.add(new Warning(
                    sheet.name(),
                    0,
                    null,
                    "",
                    "sheet",
                    new Bilingual(
                            "Keine Überschriften gefunden; was die Spalten sind, ist aus ihrem Inhalt geschlossen.",
                            "No headings were found; what the columns are is concluded from what they hold.")));
        }
        return warnings;
    }

    /** Descriptions of tools that write Markdown are that. */
    private static Sheet marked(Sheet sheet, Layout layout) {
        if (MARKDOWN_TOOLS.stream().noneMatch(layout.headings()::containsAll)) {
            return sheet;
        }
        List<Integer> columns = layout.columns(Field.DETAILS);
        List<Row> rows = sheet.rows().stream()
                .map(row -> new Row(
                        row.number(),
                        row.hidden(),
                        IntStream.range(0, row.cells().size())
                                .mapToObj(
                                        column -> columns.contains(column) ? markdown(row.at(column)) : row.at(column))
                                .toList()))
                .toList();
        return new Sheet(sheet.name(), sheet.kind(), sheet.hidden(), rows, sheet.hiddenColumns(), sheet.cut());
    }

    private static Cell markdown(Cell cell) {
        return cell.value() instanceof Value.Words words
                ? new Cell(new Value.Words(words.text(), true, words.links()), cell.from(), cell.sum())
                : cell;
    }
}
