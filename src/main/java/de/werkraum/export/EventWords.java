package de.werkraum.export;

import de.werkraum.plan.Bilingual;

/** The words of an event's report. */
final class EventWords {
    static final Bilingual REPORT = new Bilingual("Ergebnisbericht", "Report of results");
    static final Bilingual ABOUT = new Bilingual("Über diese Veranstaltung", "About this event");
    static final Bilingual PROGRAMME = new Bilingual("Programm", "Programme");
    static final Bilingual SESSION = new Bilingual("Sitzung", "Session");
    static final Bilingual PLACE = new Bilingual("Ort", "Place");
    static final Bilingual DAY = new Bilingual("Tag", "Day");
    static final Bilingual NUMBERS = new Bilingual("Zahlen", "Numbers");
    static final Bilingual SESSIONS = new Bilingual("Sitzungen", "Sessions");
    static final Bilingual AGREED = new Bilingual("Vereinbart", "Agreed");
    static final Bilingual OF_THESE_DONE = new Bilingual("davon erledigt", "of these done");
    static final Bilingual BALLOTS = new Bilingual("Abgegebene Stimmen", "Ballots cast");
    static final Bilingual TASKS = new Bilingual("Wer macht was bis wann", "Who does what until when");
    static final Bilingual MISSING = new Bilingual("Was fehlt noch?", "What is missing?");
    static final Bilingual NOTHING_MISSING = new Bilingual(
            "Alle vereinbarten Schritte haben Zuständige, einen Termin und ein Ergebnis.",
            "All steps agreed upon have somebody in charge, a date and a result.");
    static final Bilingual ORIGINS = new Bilingual("Woher die Schritte kommen", "Where the steps come from");
    static final Bilingual FROM = new Bilingual("aus der Sitzung", "from the session");
    static final Bilingual THERE = new Bilingual("dort", "there");

    private EventWords() {}
}
