package de.werkraum.imports;

import static de.werkraum.imports.Files.all;
import static de.werkraum.imports.Files.list;
import static de.werkraum.imports.Files.propose;
import static de.werkraum.imports.Files.shown;
import static de.werkraum.imports.Files.statuses;
import static de.werkraum.imports.Files.warned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each of the files in {@code imports} with its right result. */
class BroughtFilesTest {
    private static void assertWarned(Proposal proposal, int row, String text) {
        assertTrue(warned(proposal, row).contains(text), row + ": " + text + " is not named:\n" + warned(proposal));
    }

    private static void assertHolds(String text, String part) {
        assertTrue(text.contains(part), part + " is not in:\n" + text);
    }

    @Test
    void aListOfMeasuresFromWindows() {
        Proposal proposal = propose("massnahmenplan-cp1252.csv");
        assertEquals(8, proposal.drafts().size(), shown(proposal));
        assertEquals(
                "Onlineantrag „Hundesteuer“ freischalten",
                proposal.drafts().get(0).title());
        assertEquals(
                "Antrag auf Sondernutzung – Straßenraum – nachnutzen",
                proposal.drafts().get(1).title());
        assertEquals(
                "=SUMME der Schnittstellen erfassen", proposal.drafts().get(4).title());
        assertEquals(
                list("2026-04-03, 2026-06-15, 2026-06-30, 2026-07-03, 2026-09-30, 2026-09-30, –, –"),
                all(proposal, Draft::due));
        assertEquals(list("2026-03-01, –, –, –, –, 2026-09-01, –, –"), all(proposal, Draft::start));
        assertEquals(list("1.5, 8, 0.5, 10, 3, 12, –, 4.25"), all(proposal, Draft::effort));
        assertEquals(list("doing, proposed, done, blocked, proposed, agreed, proposed, dropped"), statuses(proposal));
        assertEquals("IT; Bürgerbüro", proposal.drafts().get(0).contributors());
        assertHolds(proposal.drafts().get(0).details(), "Testzugang vorhanden.\\\nOffen: Gebührentabelle");
        assertHolds(proposal.drafts().get(3).details(), "€ 4.800");
        assertHolds(proposal.drafts().get(3).details(), "Termin: KW 27");
        assertHolds(proposal.drafts().get(0).details(), "Handlungsfeld: Leistungen");
        assertWarned(proposal, 5, "KW 27");
        assertWarned(proposal, 6, "Q3 2026");
        assertWarned(proposal, 8, "sofort");
        assertWarned(proposal, 11, "Summe");
        assertEquals("", warned(proposal, 10) + warned(proposal, 12), "empty rows are nothing to speak of");
    }

    @Test
    void aListOfOpenPointsInTwoHeaderRows() {
        Proposal proposal = propose("offene-punkte.xlsx");
        assertEquals(8, proposal.drafts().size(), shown(proposal));
        assertEquals(4, proposal.layouts().get(0).header());
        assertEquals(2, proposal.layouts().get(0).height());
        assertEquals(
                list("2026-04-15, 2026-04-03, 2026-02-27, 2026-04-03, 2026-10-20, –, 2026-06-30, 2026-05-29"),
                all(proposal, Draft::due));
        assertEquals(list("doing, proposed, done, blocked, proposed, doing, proposed, dropped"), statuses(proposal));
        assertEquals("10, Fr. Lindner", proposal.drafts().get(0).responsible());
        assertEquals("Aktenplan abstimmen", proposal.drafts().get(0).title());
        assertHolds(proposal.drafts().get(0).details(), "(Archiv beteiligen)");
        assertHolds(proposal.drafts().get(2).details(), "Termin Ist: 25.02.2026");
        assertEquals(list("1, 2, 3, 4, 5, 6, 7, 8"), all(proposal, Draft::key));
        List<String> topics = all(proposal, draft -> draft.details().replaceAll("(?s).*Thema: (\\w+).*", "$1"));
        assertEquals(
                list("Organisation, Organisation, Organisation, Technik, Technik, Technik, Schulung, Schulung"),
                topics);
        assertWarned(proposal, 8, "ausgeblendet");
        assertWarned(proposal, 9, "KW 14");
        assertWarned(proposal, 11, "lfd.");
        assertWarned(proposal, 12, "Q2/2026");
        assertWarned(proposal, 14, "Anzahl");
        assertHolds(warned(proposal), "Legende!0");
        assertHolds(warned(proposal), "Listen!0");
    }

    @Test
    void aProjectPlanWithAChart() {
        Proposal proposal = propose("projektplan-gantt.xlsx");
        assertEquals(8, proposal.drafts().size(), shown(proposal));
        assertEquals(
                list("2026-04-07, 2026-04-08, 2026-04-13, 2026-04-27, 2026-04-27, 2026-05-11, 2026-05-26, –"),
                all(proposal, Draft::start));
        assertEquals(
                list("2026-04-07, 2026-04-17, 2026-04-24, 2026-05-08, 2026-05-15, 2026-05-22, 2026-05-26, –"),
                all(proposal, Draft::due));
        assertEquals(list("done, done, doing, doing, proposed, proposed, proposed, proposed"), statuses(proposal));
        assertEquals("Kalender anbinden", proposal.drafts().get(3).title());
        assertEquals(list("–, –, –, –, –, –, –, –"), all(proposal, Draft::effort));
        assertFalse(proposal.drafts().stream().anyMatch(draft -> draft.details().contains("KW")), shown(proposal));
        assertWarned(proposal, 6, "Diese Zeile nicht löschen.");
        assertWarned(proposal, 7, "Vorbereitung");
        assertWarned(proposal, 15, "Abschluss");
    }

    @Test
    void aPlanOfWorkPackagesWithAMillionColouredRows() {
        Proposal proposal = propose("arbeitspakete.ods");
        assertEquals(5, proposal.drafts().size(), shown(proposal));
        assertEquals(8, proposal.layouts().get(0).header());
        assertEquals(list("2026-05-04, 2026-05-11, 2026-05-11, 2026-06-01, –"), all(proposal, Draft::start));
        assertEquals(list("2026-05-08, 2026-05-22, 2026-05-13, 2026-06-19, –"), all(proposal, Draft::due));
        assertEquals(list("done, doing, proposed, proposed, proposed"), statuses(proposal));
        assertEquals(list("–, –, –, –, –"), all(proposal, Draft::effort), "hours are no person-days");
        assertHolds(proposal.drafts().get(1).details(), "Stunden: 16");
        assertEquals("Testanträge einreichen", proposal.drafts().get(3).title());
        assertHolds(proposal.drafts().get(3).details(), "und auswerten");
        assertWarned(proposal, 9, "Phase 1: Grundlagen");
        assertWarned(proposal, 13, "Phase 2: Probebetrieb");
        assertHolds(warned(proposal), "nach den Ferien");
        assertHolds(warned(proposal), "Stunden → Stunden sind keine Personentage");
    }

    @Test
    void theTasksOfMinutesAndNotWhoWasThere() {
        Proposal proposal = propose("ergebnisprotokoll.odt");
        assertEquals(5, proposal.drafts().size(), shown(proposal));
        assertEquals(list("2026-04-30, –, 2026-06-12, 2026-05-15, –"), all(proposal, Draft::due));
        assertEquals(list("proposed, done, proposed, proposed, proposed"), statuses(proposal));
        assertEquals("Rücksicherung üben", proposal.drafts().get(0).title());
        assertHolds(proposal.drafts().get(0).details(), "- Dateiserver\n- Fachverfahren Kfz");
        assertEquals(
                "Dienstleister abfragen (siehe Liste)", proposal.drafts().get(3).title());
        assertHolds(proposal.drafts().get(3).details(), "[Liste](https://example.org/liste)");
        String all = warned(proposal);
        for (String doubtful : List.of("sofort", "KW 24", "15.05.")) {
            assertHolds(all, doubtful);
        }
    }

    @Test
    void aTableOfMeasuresInWord() {
        Proposal proposal = propose("massnahmentabelle.docx");
        assertEquals(5, proposal.drafts().size(), shown(proposal));
        assertEquals(list("2026-12-31, 2026-09-30, 2026-06-30, 2027-12-31, –"), all(proposal, Draft::due));
        assertEquals(
                List.of("Digitalisierungsbeauftragte; Fachämter", "Kasse", "IT", "Hauptamt, IT", "Personalamt"),
                all(proposal, Draft::responsible));
        assertEquals("Barrierefreiheit prüfen", proposal.drafts().get(2).title());
        assertHolds(proposal.drafts().get(2).details(), "Prüfvermerk je Dienst");
        for (int i = 0; i < 3; i++) {
            assertHolds(proposal.drafts().get(i).details(), "Handlungsfeld: Onlinedienste");
            assertHolds(proposal.drafts().get(i).details(), "Abschnitt: A. Bürgerservice");
        }
        String all = warned(proposal);
        for (String named : List.of("Ende Juni 2026", "2027", "lfd.", "A. Bürgerservice", "B. Verwaltung intern")) {
            assertHolds(all, named);
        }
    }

    @Test
    void anExportOfPlannerWithTheMonthFirst() {
        Proposal proposal = propose("planner-export.xlsx");
        assertEquals(4, proposal.drafts().size(), shown(proposal));
        assertEquals(list("2026-04-03, 2026-06-26, 2026-01-30, 2026-02-27"), all(proposal, Draft::due));
        assertEquals(list("2026-03-02, –, 2026-01-12, –"), all(proposal, Draft::start));
        assertEquals(list("doing, proposed, done, proposed"), statuses(proposal));
        assertEquals(
                List.of("Anna Ebert;Jürgen Weiß", "–", "Jürgen Weiß", "Dilek Arslan"),
                all(proposal, Draft::responsible));
        assertHolds(proposal.drafts().get(0).details(), "- Gebühren klären\n- Texte prüfen");
        assertHolds(proposal.drafts().get(2).details(), "Zeile 1");
    }

    @Test
    void anExportOfTrello() {
        Proposal proposal = propose("trello-export.csv");
        assertEquals(4, proposal.drafts().size(), shown(proposal));
        assertEquals(list("doing, proposed, blocked, done"), statuses(proposal));
        assertEquals(list("2026-04-17, 2026-05-31, –, 2026-02-27"), all(proposal, Draft::due));
        assertEquals(list("2026-03-02, –, –, –"), all(proposal, Draft::start));
        assertHolds(proposal.drafts().get(0).details(), "Pilot in *einem* Amt.\n\n- Kalender anbinden\n- Texte prüfen");
        assertWarned(proposal, 6, "Faxgerät abschaffen");
    }

    @Test
    void anExportOfOpenProject() {
        Proposal proposal = propose("openproject-de.csv");
        assertEquals(7, proposal.drafts().size(), shown(proposal));
        assertEquals(
                list("2026-02-13, 2026-03-27, 2026-03-27, 2026-04-24"),
                all(proposal, Draft::due).subList(1, 5));
        assertEquals(list("–, –, –, –, –, –, –"), all(proposal, Draft::effort));
        assertEquals(
                list("done, doing, proposed, proposed, dropped, dropped"),
                statuses(proposal).subList(1, 7));
        assertHolds(proposal.drafts().get(1).details(), "**Ergebnis:** normal");
        assertHolds(proposal.drafts().get(2).details(), "1. Anlage 1\n2. Anlage 2");
        assertHolds(warned(proposal), "Geschätzte Zeit → Stunden sind keine Personentage");
    }

    @Test
    void listsAndATableInMarkdown() {
        Proposal proposal = propose("aufgaben.md");
        assertEquals(8, proposal.drafts().size(), shown(proposal));
        assertEquals(
                list("done, proposed, proposed, proposed, proposed, proposed, proposed, proposed"), statuses(proposal));
        String details = proposal.drafts().get(1).details();
        assertHolds(details, "- Altregistratur sichten");
        assertHolds(details, "[Muster](https://example.org/aktenplan) anpassen");
        assertEquals(
                "Aktenplan abstimmen – Archiv, Hauptamt – bis 15.04.2026",
                proposal.drafts().get(1).title());
        assertEquals(
                "Schnittstelle zum Fachverfahren *prüfen* (IT)",
                proposal.drafts().get(4).title());
        assertHolds(proposal.drafts().get(4).details(), "Angebot einholen, danach entscheiden.");
        assertEquals("Löschfristen | Archiv", proposal.drafts().get(7).title());
        assertEquals("2026-06-30", String.valueOf(proposal.drafts().get(6).due()));
        assertEquals("Personalrat", proposal.drafts().get(6).responsible());
    }

    @Test
    void ourOwnPlan() {
        Proposal proposal = propose("werkraum-plan.json");
        assertEquals(6, proposal.drafts().size(), shown(proposal));
        assertEquals("12.345", proposal.drafts().get(2).more().get("kostenstelle"));
        assertHolds(proposal.drafts().get(0).details(), "**42 Tage**");
        assertEquals("Vereinbart am 12.03.2026.", proposal.words().minutes());
        assertEquals(list("agreed, doing, proposed, proposed, proposed, proposed"), statuses(proposal));
        assertHolds(warned(proposal), "Abstimmungen werden nicht übernommen");
    }

    @Test
    void whatIsNoPlanIsRefusedInOneSentence() {
        for (String name : List.of("deck-board.json", "nextcloud-tasks.ics")) {
            Unreadable refused = assertThrows(Unreadable.class, () -> propose(name), name);
            assertEquals("importFormat", refused.code());
            assertTrue(refused.sentence().de().endsWith("."), refused.sentence().de());
        }
    }

    @Test
    void aSentenceForEachBadRow() {
        Proposal proposal = propose("fehlerhaft.csv");
        assertEquals(6, proposal.drafts().size(), shown(proposal));
        assertWarned(proposal, 3, "31.02.2026 → Diesen Tag gibt es nicht");
        assertWarned(proposal, 4, "viel → Keine Zahl");
        assertWarned(proposal, 5, "Kein Titel");
        assertWarned(proposal, 6, "-3 → Weniger als nichts");
        assertWarned(proposal, 6, "fast fertig → Kein bekannter Status");
        assertWarned(proposal, 7, "überzählig · noch eins");
        assertEquals("", warned(proposal, 2) + warned(proposal, 8), "nothing is wrong with these");
        assertEquals(list("2, 4, –, –, 2, –"), all(proposal, Draft::effort));
        assertHolds(proposal.drafts().stream().map(Draft::details).collect(Collectors.joining()), "überzählig");
    }
}
