package de.werkraum.export;

import de.werkraum.plan.Bilingual;

/** The words of a protocol. */
final class ProtocolWords {
    static final Bilingual PROTOCOL = new Bilingual("Ergebnisprotokoll", "Minutes of results");
    static final Bilingual COURSE = new Bilingual("Ablauf", "Course");
    static final Bilingual WHAT = new Bilingual("Was", "What");
    static final Bilingual DECISIONS = new Bilingual("Beschlüsse", "Decisions");
    static final Bilingual OTHER_POLLS = new Bilingual("Weitere Abstimmungen", "Other polls");
    static final Bilingual TASKS = new Bilingual("Wer macht was bis wann", "Who does what until when");
    static final Bilingual OPEN = new Bilingual("Was offen ist", "What is open");
    static final Bilingual FOLLOW_UPS = new Bilingual("Wiedervorlagen", "Follow-ups");
    static final Bilingual IN_CALENDAR =
            new Bilingual("Im Kalender (ICS): Wiedervorlagen", "In the calendar (ICS): follow-ups");
    static final Bilingual ALL_IN_CALENDAR = new Bilingual(
            "Im Kalender (ICS): alle Termine, denn es gibt keine Wiedervorlagen",
            "In the calendar (ICS): all dates, since there are no follow-ups");
    static final Bilingual NOTES = new Bilingual("Mitschrift", "Notes");
    static final Bilingual LED_BY = new Bilingual("Moderation", "Led by");
    static final Bilingual NOBODYS = new Bilingual("noch niemand zuständig", "nobody responsible yet");

    private ProtocolWords() {}

    static String crowd(int people, long organisations, String language) {
        boolean english = language.equals("en");
        String who = english
                ? people + (people == 1 ? " person" : " people")
                : people + (people == 1 ? " Person" : " Personen");
        if (organisations < 2) {
            return who;
        }
        return who
                + (english ? " from " + organisations + " organisations" : " aus " + organisations + " Organisationen");
    }
}
