package de.werkraum.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the heading of a column says it is.
 *
 * @param weight 3 where the words leave no doubt, 1 where they mean that only beside better ones, 0 where they are not known
 * @param whole whether it says nothing else
 */
record Label(Field field, int weight, boolean whole) {
    /** Longer texts are no headings, in characters. */
    private static final int LONGEST = 200;

    private static final Label UNKNOWN = new Label(Field.TEXT, 0, false);

    /** Words that make of any other word something else: who wrote it, when it really was, what it belongs to. */
    private static final Set<String> VETO = Set.of(
            "ist",
            "actual",
            "tatsächlich",
            "übergeordnete",
            "übergeordnetes",
            "parent",
            "erstellt",
            "created",
            "angelegt",
            "geändert",
            "updated",
            "modified",
            "activity",
            "resolved",
            "completed",
            "abgeschlossen",
            "letzte",
            "last",
            "typ",
            "type",
            "art",
            "count",
            "anzahl",
            "total",
            "dauer",
            "duration",
            "unterschrift",
            "telefon",
            "email",
            "alt",
            "priorität",
            "abgeschlossene");

    private static final Pattern WEEK = Pattern.compile(
            "(?:kw|cw|w|woche|week)? ?\\d{1,2}(?: \\d{4})?|\\d{1,2} \\d{1,2}(?: \\d{2,4})?|(?:mo|di|mi|do|fr|sa|so|m|t|w|f|s|d)");

    /** One way to call a column. */
    private record Words(Field field, int weight, List<String> whole, List<String> part) {}

    private static final List<Words> DICTIONARY = List.of(
            words(Field.ARCHIVED, 1, "archived|archiviert", ""),
            words(
                    Field.NOTHING,
                    0,
                    "attachment count|checklist item total count|checklist item completed count|vote count"
                            + "|comment count|last activity date|list id|board id|is recurring|late|card url"
                            + "|due complete|completed checklist items|unterschrift",
                    "dauer|duration"),
            words(Field.CHECKLIST, 2, "checklist items|checklist|checkliste", ""),
            words(
                    Field.PROGRESS,
                    2,
                    "% abgeschlossen|% complete|percent complete|% erledigt|erledigt %|% done|prozent|"
                            + "fertigstellungsgrad|erledigungsgrad|umsetzungsgrad|fortschritt %|fortschritt in %|in %|%",
                    ""),
            words(
                    Field.KEY,
                    1,
                    "nr|lfd nr|lfdnr|lfd|id|no|no.|#|key|pos|ifd nr|issue id|issue key|card id|task id|kennung|schlüssel|"
                            + "vorgangsnummer|aufgaben id|schritt nr|maßnahmennr|maßnahmennummer|m nr|ordnungsnummer|ticket|psp|wbs|gliederung",
                    "nr|nummer"),
            words(
                    Field.EFFORT,
                    3,
                    "pt|personentage|person days|persondays|manntage|aufwand pt|aufwand in pt|aufwand tage|"
                            + "aufwand in tagen|aufwand personentage|aufwand in personentagen|effort days|effort pd|effort person days|"
                            + "aufwand mt|aufwand at|pd|schätzung pt|estimate days|tagewerk",
                    ""),
            words(Field.TEXT, 0, "", "stunden|std|hours|seconds"),
            words(
                    Field.TEXT,
                    0,
                    "geschätzte zeit|estimated time|original estimate|work|time estimate|arbeit|story points",
                    "h"),
            words(Field.EFFORT, 2, "aufwand|effort|aufwandsschätzung", ""),
            words(
                    Field.DUE,
                    3,
                    "termin|frist|fällig|fälligkeit|fälligkeitsdatum|fällig am|bis wann|bis|due|due date|deadline|"
                            + "abgabedatum|zieltermin|zieldatum|umsetzung bis|erledigen bis|zu erledigen bis|termin soll|soll termin|"
                            + "fertigstellung|fertig bis|umsetzungstermin|target date|by when|until|endtermin|stichtag|erledigung bis|"
                            + "abschluss bis|fristende|duedate|termin bis|umsetzungsfrist",
                    "termin|frist|deadline|fällig|fälligkeit"),
            words(
                    Field.DUE,
                    2,
                    "ende|end|enddatum|end date|finish|finish date|ende plan|plan ende|geplantes ende|wann|when|soll",
                    "ende"),
            words(
                    Field.DUE,
                    1,
                    "datum|date|zeitraum|umsetzungszeitraum|zeitplan|zeitrahmen|timeline|zeithorizont|zeit",
                    ""),
            words(
                    Field.START,
                    3,
                    "beginn|start|startdatum|start date|starttermin|geplanter beginn|beginn plan|plan beginn|startdate|"
                            + "anfangstermin|umsetzungsbeginn",
                    "beginn|start"),
            words(Field.START, 2, "von|ab|anfang|begin|from|ab wann", ""),
            words(Field.FOLLOW_UP, 3, "wiedervorlage|follow up|followup|wv|wiedervorlage am", "wiedervorlage"),
            words(
                    Field.STATUS,
                    3,
                    "status|bearbeitungsstand|state|umsetzungsstand|umsetzungsstatus|bearbeitungsstatus|list name",
                    "status"),
            words(Field.STATUS, 2, "fortschritt|progress|stand|zustand", ""),
            words(Field.DONE, 2, "erledigt|done|ok|abgeschlossen|completed|complete|fertig|erledigt am|☑|✓", ""),
            words(
                    Field.RESPONSIBLE,
                    3,
                    "zuständig|zuständigkeit|verantwortlich|verantwortliche|verantwortlicher|verantwortlichkeit|"
                            + "verantwortung|wer|federführung|federführend|owner|assignee|assigned to|zugewiesen an|zugewiesen|bearbeiter|"
                            + "bearbeiterin|responsible|bearbeitung durch|durch wen|accountable|who|members|zuständige stelle|"
                            + "verantwortliche stelle|federführendes amt|lead|umsetzung durch|bearbeiter in|responsibility",
                    "zuständig|zuständigkeit|verantwortlich|verantwortliche|verantwortung|federführung|federführend|owner|assignee|responsible|bearbeiter"),
            words(
                    Field.RESPONSIBLE,
                    1,
                    "person|amt|organisationseinheit|fachbereich|dezernat|abteilung|ansprechpartner|"
                            + "ansprechperson|referat|team|department|nachname vorname",
                    ""),
            words(
                    Field.CONTRIBUTORS,
                    3,
                    "beteiligte|beteiligt|mitwirkende|mitwirkend|mitwirkung|mit wem|unterstützung|contributors|"
                            + "participants|involved|support|mitarbeit|weitere beteiligte|beteiligung|zu beteiligen|consulted",
                    "beteiligte|mitwirkende|mitwirkend|contributors"),
            words(Field.OBSTACLE, 3, "hindernis|obstacle", ""),
            words(
                    Field.RESULT,
                    3,
                    "ergebnis|fertig wenn|done when|result|erfolgskriterium|akzeptanzkriterien|definition of done|"
                            + "deliverable|lieferergebnis|messkriterium|acceptance criteria",
                    ""),
            words(
                    Field.TITLE,
                    3,
                    "maßnahme|maßnahmen|massnahme|massnahmen|aufgabe|aufgaben|was|was ist zu tun|task|task name|card name|"
                            + "summary|schritt|schritte|step|vorgang|vorgangsname|arbeitspaket|arbeitsschritt|teilaufgabe|offener punkt|"
                            + "offene punkte|to do|todo|aktivität|activity|action|action item|actions|tätigkeit|zu erledigen|what|maßnahmentitel|"
                            + "arbeitspakete|umsetzungsschritt|aufgabenbeschreibung|maßnahmenbeschreibung|auftrag",
                    "maßnahme|massnahme|aufgabe|task|arbeitspaket|action"),
            words(
                    Field.TITLE,
                    2,
                    "thema|titel|title|betreff|subject|bezeichnung|meilenstein|milestone|punkt|item|topic|projekt|vorhaben",
                    ""),
            words(Field.TITLE, 1, "name|tagesordnungspunkt|top|initiative|issue", ""),
            words(
                    Field.DETAILS,
                    2,
                    "bemerkung|bemerkungen|beschreibung|description|notiz|notizen|notes|details|einzelheiten|erläuterung|"
                            + "erläuterungen|kommentar|kommentare|comments|comment|anmerkung|anmerkungen|hinweis|hinweise|card description|"
                            + "remark|remarks|inhalt|langtext|sachverhalt|sachstand",
                    ""));

    private static Words words(Field field, int weight, String whole, String part) {
        return new Words(field, weight, split(whole), split(part));
    }

    private static List<String> split(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split("\\|", -1));
    }

    /** What a heading says; joined from several rows it reads from top to bottom. */
    static Label of(String heading) {
        String text = heading.length() > LONGEST ? "" : normal(heading);
        if (text.isEmpty()) {
            return UNKNOWN;
        }
        for (Words words : DICTIONARY) {
            if (words.whole().contains(text)) {
                return new Label(words.field(), words.weight(), true);
            }
        }
        List<String> tokens = List.of(text.split(" ", -1));
        if (WEEK.matcher(text).matches()) {
            return new Label(Field.NOTHING, 0, true);
        } else if (isEffort(tokens)) {
            return new Label(Field.EFFORT, 3, true);
        }
        boolean other = tokens.stream().anyMatch(VETO::contains);
        for (Words words : DICTIONARY) {
            if (tokens.stream().anyMatch(words.part()::contains) && (!other || words.field() == Field.NOTHING)) {
                return new Label(words.field(), words.weight(), false);
            }
        }
        return UNKNOWN;
    }

    /** Of two columns that could be the same, the one with the clearer words is it. */
    int clarity() {
        return field.isMany() ? weight * 2 : weight * 2 + (whole ? 1 : 0);
    }

    private static boolean isEffort(List<String> tokens) {
        boolean days = tokens.stream()
                .anyMatch(
                        List.of("pt", "personentage", "personentagen", "tage", "tagen", "days", "pd", "manntage")
                                ::contains);
        return days
                && tokens.stream()
                        .anyMatch(List.of("aufwand", "effort", "schätzung", "estimate", "geschätzter")::contains);
    }

    /** Whether a heading counts its effort in days. */
    static boolean saysDays(String heading) {
        List<String> tokens = List.of(normal(heading).split(" ", -1));
        return tokens.stream()
                .anyMatch(List.of(
                        "pt",
                        "personentage",
                        "personentagen",
                        "tage",
                        "tagen",
                        "days",
                        "pd",
                        "manntage",
                        "persondays",
                        "mt",
                        "at",
                        "tagewerk")::contains);
    }

    /** Whether a heading counts hours, of which nobody knows how many a person-day has. */
    static boolean saysHours(String heading) {
        String text = normal(heading);
        return List.of(text.split(" ", -1)).stream()
                        .anyMatch(List.of("stunden", "std", "hours", "h", "seconds")::contains)
                || List.of("geschätzte zeit", "estimated time", "original estimate", "time estimate")
                        .contains(text);
    }

    /** Whether a heading says that its numbers are shares of a hundred. */
    static boolean saysPercent(String heading) {
        return heading.contains("%")
                || normal(heading).contains("prozent")
                || normal(heading).contains("percent");
    }

    /** Whether a heading is a whole list of people who were there rather than of things to do. */
    static boolean isAttendance(List<String> headings) {
        return headings.stream()
                .map(Label::normal)
                .anyMatch(List.of(
                        "unterschrift",
                        "anwesend",
                        "entschuldigt",
                        "signature",
                        "present",
                        "kürzel teilnehmer",
                        "telefon",
                        "e mail")::contains);
    }

    /** In lower case, words by one space each, without brackets and signs; a word that was divided is one again. */
    static String normal(String heading) {
        String text = Encoding.clean(heading)
                .replaceAll("(?<=\\p{Ll})-\\s*\\n\\s*(?=\\p{Ll})", "")
                .replace("\u00AD", "")
                .toLowerCase(Locale.GERMAN);
        var words = new ArrayList<String>();
        for (String word : text.split("[^\\p{L}\\p{N}%#☑✓]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return String.join(" ", words);
    }
}
