package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import de.werkraum.support.Api;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A workshop from the join code to the exported result, with three real pages. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class WorkshopBrowserTest {
    private static final String FIRST = "Titel von Schritt 1";
    private static final double SLOW = 20_000;

    @Test
    void aWorkshopRunsEndToEnd() throws IOException {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            String template = Api.of(server.base())
                    .get("/templates")
                    .expect(200)
                    .get(0)
                    .get("id")
                    .asText();
            Workshop workshop =
                    Workshop.open(server.base(), Api.object("title", "Wohngeld digital", "template", template));
            Page moderator = browsers.page(1280, 900);
            Page participant = browsers.page(390, 800);
            Page screen = browsers.page(1600, 900);
            join(moderator, workshop, "moderator", "Mona");
            join(participant, workshop, "participant", "Paula");
            join(screen, workshop, "viewer", "Leinwand");
            assertThat(screen.locator("body")).containsText(Pattern.compile("[A-Z0-9]{4}\\s?[A-Z0-9]{4}"));

            editTogether(moderator, participant);
            assertThat(participant.getByText("Gespeichert").first()).isVisible();
            Browsers.requireAccessible("the moderator's plan", moderator);
            Browsers.requireAccessible("the participant's plan", participant);

            openDots(moderator);
            vote(participant);
            JsonNode poll = workshop.organiser()
                    .get(workshop.path() + "/polls")
                    .expect(200)
                    .get(0);
            showOnScreen(workshop, poll);
            Browsers.requireAccessible("the participant's receipt", participant);
            polls(moderator);
            press(moderator, "Schließen und auszählen");
            result(workshop, poll, participant, screen);
            Browsers.requireAccessible("the screen", screen);
            Browsers.requireAccessible("the moderator's result", moderator);
            export(moderator, workshop, poll);
        }
    }

    /** By the address of a QR code, with a name. */
    private static void join(Page page, Workshop workshop, String role, String name) {
        page.navigate(workshop.nobody().base() + "/#" + workshop.code(role));
        page.getByLabel("Ihr Name").fill(name);
        Browsers.requireAccessible("the join page", page);
        press(page, "Zum Plan");
        page.waitForURL(Pattern.compile(role.equals("viewer") ? "screen\\.html" : "room\\.html"));
    }

    /** Both type into one title, a letter each in turn: nobody's is lost, both see the same. */
    private static void editTogether(Page one, Page other) {
        Locator mine = field(one);
        Locator theirs = field(other);
        String before = mine.inputValue();
        mine.click();
        one.keyboard().press("Control+End");
        theirs.click();
        other.keyboard().press("Control+Home");
        String end = " gemeinsam";
        String start = "Zuerst ";
        for (int i = 0; i < end.length(); i++) {
            one.keyboard().insertText(end.substring(i, i + 1));
            if (i < start.length()) {
                other.keyboard().insertText(start.substring(i, i + 1));
            }
        }
        String both = start + before + end;
        assertThat(mine).hasValue(both, new LocatorAssertions.HasValueOptions().setTimeout(SLOW));
        assertThat(theirs).hasValue(both, new LocatorAssertions.HasValueOptions().setTimeout(SLOW));
    }

    private static Locator field(Page page) {
        return page.getByLabel(FIRST, new Page.GetByLabelOptions().setExact(true));
    }

    /** From the first two steps, by name, in a few clicks. */
    private static void openDots(Page page) {
        Locator dialog = PollDialog.fromFirst(page, 2, "^Punktabfrage");
        dialog.getByLabel("Punkte je Person").fill("3");
        dialog.getByLabel("Höchstens je Schritt").fill("2");
        PollDialog.openly(dialog);
        Browsers.requireAccessible("the dialog that opens a poll", page);
        dialog.getByText("Jetzt öffnen").click();
    }

    /** Two dots to the first step, one to the second. */
    private static void vote(Page page) {
        polls(page);
        Locator groups = page.locator("ol.ballot").getByRole(AriaRole.RADIOGROUP);
        groups.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        Browsers.press(groups.nth(0).getByLabel("2 Punkte"));
        Browsers.press(groups.nth(1).getByLabel("1 Punkt", new Locator.GetByLabelOptions().setExact(true)));
        press(page, "Stimme abgeben");
        assertThat(page.getByText("Stimme gezählt").first()).isVisible();
    }

    private static void showOnScreen(Workshop workshop, JsonNode poll) {
        workshop.organiser()
                .patch(workshop.path(), Api.object("spotlight", poll.get("id").asText()))
                .expect(200);
    }

    private static void result(Workshop workshop, JsonNode poll, Page participant, Page screen) {
        String first = poll.get("options").get(0).get("id").asText();
        String second = poll.get("options").get(1).get("id").asText();
        participant.locator("nav a[href='#plan']:visible").first().click();
        assertThat(participant
                        .locator(".chip", new Page.LocatorOptions().setHasText("2 Punkte"))
                        .first())
                .isVisible();
        assertThat(participant
                        .locator(".chip", new Page.LocatorOptions().setHasText("1 Punkt"))
                        .first())
                .isVisible();
        assertThat(screen.locator("main")).containsText(poll.get("question").asText());
        assertThat(screen.locator("main")).containsText(Pattern.compile("2 Punkte|\\b2\\b"));
        JsonNode closed = workshop.organiser()
                .get(workshop.path() + "/polls/" + poll.get("id").asText())
                .expect(200);
        assertEquals("closed", closed.get("state").asText());
        assertEquals(
                2, closed.get("tally").get("options").get(first).get("dots").asInt());
        assertEquals(
                1, closed.get("tally").get("options").get(second).get("dots").asInt());
    }

    private static void export(Page page, Workshop workshop, JsonNode poll) throws IOException {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menü"))
                .click();
        page.getByText("Herunterladen").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Abstimmungen");
        Download download = page.waitForDownload(
                () -> dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Text (Markdown)"))
                        .click());
        page.keyboard().press("Escape");
        assertTrue(download.suggestedFilename().endsWith(".md"), download.suggestedFilename());
        String text = Files.readString(download.path());
        assertTrue(text.contains("Zuerst "), text);
        assertTrue(text.contains(poll.get("question").asText()), text);
        JsonNode closed = workshop.organiser()
                .get(workshop.path() + "/polls/" + poll.get("id").asText())
                .expect(200);
        String sentence = closed.get("tally").get("sentence").get("de").asText();
        assertTrue(text.contains(sentence), sentence + " is not in " + text);
    }

    private static void polls(Page page) {
        page.locator("nav a[href='#abstimmung']:visible").first().click();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }
}
