package de.werkraum.export;

import de.werkraum.plan.Bilingual;
import java.util.Map;

/** The words that readable exports use, in both languages. */
final class Words {
    static final Bilingual AUTHORITY = new Bilingual("Verwaltung", "Authority");
    static final Bilingual LEVEL = new Bilingual("Ebene", "Level");
    static final Bilingual FIELD = new Bilingual("Aufgabenbereich", "Field");
    static final Bilingual SERVICE_KEY = new Bilingual("Leistungsschlüssel", "Service key");
    static final Bilingual REUSE_MODEL = new Bilingual("Nachnutzungsmodell", "Reuse model");
    static final Bilingual MATURITY_NOW = new Bilingual("Reifegrad heute", "Maturity today");
    static final Bilingual MATURITY_GOAL = new Bilingual("Reifegrad Ziel", "Maturity goal");

    static final Bilingual ORIGIN = new Bilingual("Herkunft", "Origin");
    static final Bilingual TEMPLATE = new Bilingual("Vorlage", "Template");
    static final Bilingual ABOUT = new Bilingual("Über diesen Plan", "About this plan");
    static final Bilingual TITLE = new Bilingual("Titel", "Title");
    static final Bilingual VERSION = new Bilingual("Fassung", "Version");
    static final Bilingual EXPORTED_BY = new Bilingual("Exportiert von", "Exported by");
    static final Bilingual GOAL = new Bilingual("Ziel", "Goal");
    static final Bilingual OVERVIEW = new Bilingual("Übersicht", "Overview");
    static final Bilingual PEOPLE = new Bilingual("Mitgewirkt haben", "Who took part");
    static final Bilingual NAME = new Bilingual("Name", "Name");
    static final Bilingual ORGANISATION = new Bilingual("Organisation", "Organisation");
    static final Bilingual NO_ORGANISATION = new Bilingual("ohne Angabe", "not given");
    static final Bilingual COUNT = new Bilingual("Anzahl", "Number");
    static final Bilingual NUMBER = new Bilingual("Nr.", "No.");
    static final Bilingual STEP = new Bilingual("Schritt", "Step");
    static final Bilingual METHOD = new Bilingual("Verfahren", "Method");
    static final Bilingual WHEN = new Bilingual("Zeit", "Time");
    static final Bilingual TURNOUT = new Bilingual("Beteiligung", "Turnout");
    static final Bilingual BALLOTS = new Bilingual("Abgegebene Stimmen", "Ballots cast");
    static final Bilingual CHOICE = new Bilingual("Stimme", "Ballot");
    static final Bilingual AS_OF = new Bilingual("Stand", "As of");
    static final Bilingual STEPS = new Bilingual("Schritte", "Steps");
    static final Bilingual POLLS = new Bilingual("Abstimmungen", "Polls");
    static final Bilingual MINUTES = new Bilingual("Protokoll", "Minutes");
    static final Bilingual UNTITLED = new Bilingual("(ohne Titel)", "(untitled)");

    static final Bilingual STATUS = new Bilingual("Status", "Status");
    static final Bilingual RESPONSIBLE = new Bilingual("Zuständig", "Responsible");
    static final Bilingual CONTRIBUTORS = new Bilingual("Mitwirkend", "Contributors");
    static final Bilingual START = new Bilingual("Beginn", "Start");
    static final Bilingual DUE = new Bilingual("Fällig", "Due");
    static final Bilingual FOLLOW_UP = new Bilingual("Wiedervorlage", "Follow-up");
    static final Bilingual SUPPORTERS = new Bilingual("Dafür als Idee", "For it as an idea");
    static final Bilingual EFFORT = new Bilingual("Personentage", "Person-days");
    static final Bilingual RESULT = new Bilingual("Fertig, wenn …", "Done when …");
    static final Bilingual OBSTACLE = new Bilingual("Hindernis", "Obstacle");
    static final Bilingual DECISION = new Bilingual("Beschluss", "Decision");
    static final Bilingual POLL = new Bilingual("Abstimmung", "Poll");
    static final Bilingual DETAILS = new Bilingual("Einzelheiten", "Details");
    static final Bilingual COMMENTS = new Bilingual("Anmerkungen", "Comments");

    static final Bilingual SECRET = new Bilingual("geheim", "secret");
    static final Bilingual OPEN_BALLOT = new Bilingual("namentlich", "by name");
    static final Bilingual OPTION = new Bilingual("Vorschlag", "Option");
    static final Bilingual QUESTION = new Bilingual("Frage", "Question");
    static final Bilingual RESULT_OF_POLL = new Bilingual("Ergebnis", "Result");
    static final Bilingual NUMBERS = new Bilingual("Zahlen", "Numbers");
    static final Bilingual VOTES = new Bilingual("Stimmen", "Votes");
    static final Bilingual IMPACT = new Bilingual("Wirkung", "Impact");
    static final Bilingual EFFORT_OF_MATRIX = new Bilingual("Aufwand", "Effort");
    private static final Bilingual RUNNING = new Bilingual("Die Abstimmung läuft noch.", "The poll is still open.");
    private static final Bilingual HIDDEN =
            new Bilingual("Das Ergebnis ist noch nicht freigegeben.", "The result has not been revealed yet.");
    private static final Bilingual WITHHELD = new Bilingual(
            "Das Ergebnis bleibt verborgen: Es gab zu wenige Stimmen, um sie geheim zu halten.",
            "The result stays hidden: there were too few ballots to keep them secret.");
    static final Bilingual CANCELLED = new Bilingual("Abgebrochen", "Cancelled");
    static final Bilingual PLENARY = new Bilingual("Plenum", "Plenary");
    static final Bilingual BY_AUTHORITY = new Bilingual("Nach Verwaltungen", "By authority");
    static final Bilingual YES = new Bilingual("ja", "yes");
    static final Bilingual NO = new Bilingual("nein", "no");

    private static final Map<String, Bilingual> METHODS = Map.of(
            "consent", new Bilingual("Sachabstimmung", "Vote on a proposal"),
            "dots", new Bilingual("Punktabfrage", "Dot voting"),
            "approval", new Bilingual("Zustimmungswahl", "Approval voting"),
            "ranking", new Bilingual("Rangfolge", "Ranking"),
            "score", new Bilingual("Bewertung, Schätzung", "Rating, estimate"),
            "resistance", new Bilingual("Systemisches Konsensieren", "Systemic consensus"),
            "matrix", new Bilingual("Wirkung und Aufwand", "Impact and effort"),
            "fist", new Bilingual("Fünf-Finger-Abfrage", "Fist of five"),
            "single", new Bilingual("Auswahl, Stichwahl", "Choice, runoff"));

    private static final Map<String, Bilingual> SETTINGS =
            Map.of("majority", new Bilingual("Mehrheit", "Majority"), "base", new Bilingual("Basis", "Base"));

    private Words() {}

    static Bilingual setting(String name) {
        return SETTINGS.getOrDefault(name, new Bilingual(name, name));
    }

    /** The name people know a counting method by; an unknown one has its own name. */
    static Bilingual method(String name) {
        return METHODS.getOrDefault(name, new Bilingual(name, name));
    }

    /** Why a poll that was not cancelled has no result to show. */
    static Bilingual noResult(PollOutcome poll) {
        return poll.withheld() != null ? WITHHELD : poll.state().equals("open") ? RUNNING : HIDDEN;
    }

    /** That a poll was cancelled, and the reason if there is one. */
    static String cancelled(PollOutcome poll, String language) {
        String reason = Clean.line(poll.reason());
        return CANCELLED.in(language) + (reason.isEmpty() ? "" : ": " + reason);
    }

    /** How many of the eligible have voted. */
    static String turnout(PollOutcome poll, String language) {
        return language.equals("en")
                ? poll.cast() + " of " + poll.eligible() + " voted"
                : poll.cast() + " von " + poll.eligible()
                        + (poll.cast() == 1 ? " hat abgestimmt" : " haben abgestimmt");
    }
}
