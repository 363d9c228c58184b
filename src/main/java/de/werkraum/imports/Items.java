package de.werkraum.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Items of a list as a sheet: what is to be done, whether it is, under which heading, and what else is said. */
final class Items {
    private static final Pattern TICK = Pattern.compile("^(\\[[ xX]\\]|[☐☑☒✓✔✅])\\s+(.*)$", Pattern.DOTALL);

    /** What stands above lists of other things than steps. */
    private static final Pattern OTHER = Pattern.compile(
            "(?:anwesend|anwesende|teilnehm|entschuldigt|gäste|verteiler|agenda|tagesordnung|inhalt|links|quellen|literatur|anlagen|"
                    + "attend|participants|present|apologies|contents|references|sources).*");

    private static final Pattern TASKS = Pattern.compile(
            ".*(?:aufgabe|maßnahme|to-?dos?\\b|schritte|offene punkte|arbeitsauftr|vereinbar|tasks|actions?\\b|next steps|zu erledigen|nächste).*");

    private Items() {}

    /**
     * One item.
     *
     * @param title plain
     * @param row its line in the file, 0 where that has none
     * @param rest Markdown or lines, see the sheet it goes into
     */
    record Item(int row, String title, String rest, String heading, List<Value.Link> links) {}

    static Sheet sheet(String name, List<Item> items) {
        return sheet(name, items, false);
    }

    /** @param markdown whether what follows the titles is Markdown */
    static Sheet sheet(String name, List<Item> items, boolean markdown) {
        var rows = new ArrayList<Row>();
        for (Item item : items) {
            Matcher tick = TICK.matcher(item.title());
            boolean ticked = tick.matches();
            String title = ticked ? tick.group(2) : item.title();
            String status = !ticked ? "" : tick.group(1).matches("\\[ \\]|☐") ? "☐" : "☒";
            rows.add(new Row(
                    item.row() > 0 ? item.row() : rows.size() + 1,
                    false,
                    List.of(
                            Cell.of(new Value.Words(title, false, item.links())),
                            Cell.of(status),
                            Cell.of(item.heading()),
                            Cell.of(new Value.Words(item.rest(), markdown, List.of())))));
        }
        return new Sheet(name, Sheet.Kind.LIST, rows, false);
    }

    /** The columns of every list. */
    static Layout layout(int place, String language) {
        return new Layout(
                place,
                0,
                0,
                language.equals("en")
                        ? List.of("Item", "Ticked", "Section", "More")
                        : List.of("Punkt", "Haken", "Abschnitt", "Weiteres"),
                List.of(Field.TITLE, Field.STATUS, Field.TEXT, Field.DETAILS));
    }

    /** Whether what stands above a list says that it is one of other things. */
    static boolean isOther(Sheet list) {
        return OTHER.matcher(list.name().toLowerCase(Locale.GERMAN).strip()).matches();
    }

    /** Whether a list is one of things to do: its heading says so, or its items can be ticked. */
    static boolean isTasks(Sheet list) {
        return TASKS.matcher(list.name().toLowerCase(Locale.GERMAN).strip()).matches()
                || list.rows().stream().anyMatch(row -> !row.at(1).isEmpty());
    }
}
