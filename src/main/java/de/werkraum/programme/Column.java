package de.werkraum.programme;

import de.werkraum.imports.Brought;
import java.util.Optional;

/** What a column of a table says of a session, by the words above it. */
enum Column {
    KEY("id|nr|nummer|kennung|code|guid|uid|sitzungs id|session id|lfd nr|key"),
    TITLE(
            "titel|title|thema|topic|sitzung|session|workshop|werkstatt|veranstaltung|name|bezeichnung|arbeitsgruppe|titel der sitzung"),
    PLACE("raum|room|ort|place|location|saal|wo|where|venue"),
    DAY("tag|datum|date|day|am"),
    START("beginn|start|von|anfang|uhrzeit|zeit|time|from|begin|startzeit|start time|beginnt|wann|when"),
    END("ende|end|bis|to|until|endzeit|end time|schluss"),
    DURATION("dauer|duration|länge|minuten|minutes|dauer min|dauer in minuten"),
    MODERATORS(
            "moderation|moderator|moderatorin|moderatoren|moderators|moderator in|moderatorinnen|leitung|speaker|speakers|"
                    + "referent|referentin|referenten|referentinnen|facilitator|host|wer|who|verantwortlich|names|speaker names"),
    SEATS(
            "plätze|sitze|platz|seats|capacity|kapazität|teilnehmerzahl|max|max teilnehmer|maximal|personen|teilnehmende"),
    TEMPLATE("vorlage|planvorlage|template|plan"),
    PRESET("ablauf|preset|format|verlauf");

    /** With bars around each. */
    private final String words;

    Column(String words) {
        this.words = "|" + words + "|";
    }

    static Optional<Column> of(String heading) {
        String text = heading.length() > 60 ? "" : Brought.words(heading);
        for (Column column : values()) {
            if (!text.isEmpty() && column.words.contains("|" + text + "|")) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
