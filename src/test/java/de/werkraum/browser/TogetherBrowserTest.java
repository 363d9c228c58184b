package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.crdt.Doc;
import de.werkraum.crdt.YMap;
import de.werkraum.crdt.YText;
import de.werkraum.crdt.YXmlElement;
import de.werkraum.crdt.YXmlFragment;
import de.werkraum.crdt.YXmlText;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.PlanClient;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What two people write, both keep; what a page shows, it leaves alone. With two pages, or a page and another client. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class TogetherBrowserTest extends SharedBrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** What has come to the page's document, as text. */
    private static final String TELLS_WHAT_COMES =
            """
            window.come = ''
            window.WebSocket = class extends WebSocket {
              constructor (...arguments_) {
                super(...arguments_)
                this.addEventListener('message', ({ data }) => {
                  if (data instanceof ArrayBuffer) window.come += new TextDecoder().decode(data)
                })
              }
            }
            """;

    private static final String STEP = "018f0000-0000-7000-8000-000000000001";

    @Test
    void twoWriteIntoOneFieldThatHeldAString() {
        Workshop room = room();
        try (PlanClient client = client(room)) {
            step(client, "result", "Angebot");
            Page anna = join(room, "participant", "Anna");
            Page bernd = join(room, "participant", "Bernd");
            Locator hers = opened(anna).getByLabel("Fertig, wenn …");
            Locator his = opened(bernd).getByLabel("Fertig, wenn …");
            hers.press("End");
            his.press("End");
            for (String letter : List.of(" ", "v", "o", "n", " ", "A")) {
                anna.keyboard().insertText(letter);
                bernd.keyboard().insertText(letter.equals("A") ? "B" : letter);
            }
            assertThat(hers).hasValue(Pattern.compile("^Angebot.{12}$"));
            assertThat(hers).hasValue(Pattern.compile("A.*B|B.*A"));
            assertThat(his).hasValue(hers.inputValue());
        }
    }

    /** What another has written is in the document, but not in the field yet: what is typed now must not be taken for it. */
    @Test
    void theSameLetterTypedBeforeTheFieldShowsAnothersIsKept() {
        Workshop room = room();
        try (PlanClient client = client(room);
                PlanClient witness = client(room)) {
            step(client, "result", "Angebot");
            Page anna = browsers.page(1280, 900);
            anna.addInitScript(TELLS_WHAT_COMES);
            Arrivals.join(anna, room.nobody().base(), room.code("participant"), "Anna");
            Locator hers = opened(anna).getByLabel("Fertig, wenn …");
            hers.press("End");
            anna.evaluate("window.requestAnimationFrame = draw => setTimeout(() => draw(performance.now()), 2000)");
            anna.evaluate("window.come = ''");
            client.edit(doc -> step(doc).set("result", new YText("Angebot ")));
            anna.waitForFunction(
                    "window.come.includes('Angebot ')", null, new Page.WaitForFunctionOptions().setPollingInterval(20));
            anna.keyboard().insertText(" ");
            witness.awaits(
                    "both", doc -> String.valueOf(step(doc).get("result")).equals("Angebot  "));
            assertThat(hers).hasValue("Angebot  ");
        }
    }

    @Test
    void undoLeavesWhatAnotherWroteIntoOnesStep() {
        Workshop room = room();
        Page anna = join(room, "participant", "Anna");
        Page bernd = join(room, "participant", "Bernd");
        add(anna, "Schnittstelle klären");
        opened(bernd).getByLabel("Zuständig").fill("Bernd");
        assertThat(anna.locator(".facts")).containsText("Bernd");
        button(anna, "Rückgängig").click();
        assertThat(anna.getByText("Was andere darin geschrieben haben, bleibt."))
                .isVisible();
        assertThat(anna.locator(".step")).hasCount(1);
        add(anna, "Zweiter");
        button(anna, "Rückgängig").click();
        assertThat(bernd.locator(".step")).hasCount(1);
        button(anna, "Wiederholen").click();
        assertThat(bernd.locator(".step-title").nth(1)).hasValue("Zweiter");
    }

    @Test
    void aHeldKeyStopsAtItsStepAndADeletedStepOffersItsText() {
        Workshop room = room();
        Page anna = join(room, "participant", "Anna");
        Page bernd = join(room, "participant", "Bernd");
        add(anna, "Wichtig");
        add(anna, "Kurz");
        anna.locator(".step-title").nth(1).press("End");
        for (int i = 0; i < 12; i++) {
            anna.keyboard().down("Backspace");
        }
        anna.keyboard().up("Backspace");
        assertThat(anna.locator(".step-title").nth(0)).hasValue("Wichtig");
        assertThat(anna.locator(".step-title").nth(1)).hasValue("");
        assertThat(bernd.locator(".step-title").nth(1)).hasValue("");

        bernd.locator(".step-title").nth(1).focus();
        anna.keyboard().press("Backspace");
        assertThat(bernd.getByText("Anna hat diesen Schritt gerade gelöscht.")).isVisible();
        Browsers.requireAccessible("a step taken out", bernd);
        button(bernd, "Zurückholen").click();
        assertThat(anna.locator(".step")).hasCount(2);
    }

    @Test
    void aPageShowsWhatItCannotEditAndWritesNothing() {
        Workshop room = room();
        try (PlanClient client = client(room)) {
            step(client, "title", "Nur Zeichen");
            client.edit(doc -> {
                YXmlElement item = new YXmlElement("list_item");
                YXmlElement list = new YXmlElement("bullet_list");
                YXmlElement heading = new YXmlElement("heading");
                YXmlFragment details = new YXmlFragment();
                step(doc).set("details", details);
                details.push(list);
                list.push(item);
                item.push(heading);
                heading.push(new YXmlText("Kosten"));
            });
            Conditions.await("the client's step", PATIENCE, () -> plan(room).contains("Kosten"));
            String before = plan(room);
            Page page = join(room, "participant", "Anna");
            Locator card = opened(page);
            assertThat(card.getByText("Kosten")).isVisible();
            assertThat(card.getByText(Pattern.compile("^Dieser Text enthält Teile")))
                    .isVisible();
            assertThat(page.locator(".step-title")).hasValue("Nur Zeichen");
            Browsers.requireAccessible("a text that is only shown", page);
            assertEquals(before, plan(room));
            button(page, "Umwandeln und bearbeiten").click();
            assertThat(card.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Einzelheiten")))
                    .containsText("Kosten");
        }
    }

    @Test
    void aLetterChangesNothingBesideItAndOtherWordsStay() {
        Workshop room = room();
        try (PlanClient client = client(room)) {
            step(client, "title", "TipTap");
            client.edit(doc -> {
                YXmlElement list = new YXmlElement("orderedList");
                YXmlElement item = new YXmlElement("listItem");
                YXmlElement paragraph = new YXmlElement("paragraph");
                YXmlFragment details = new YXmlFragment();
                step(doc).set("details", details);
                details.push(list);
                list.setAttribute("start", 6).push(item);
                item.push(paragraph);
                paragraph.setAttribute("id", "p1").push(new YXmlText("Sechs"));
            });
            Locator card = opened(join(room, "participant", "Anna"));
            Locator text = card.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Einzelheiten"));
            assertThat(text.locator("ol")).hasAttribute("start", "6");
            text.press("End");
            text.page().keyboard().insertText("!");
            client.awaits("the letter", doc -> details(doc).contains("Sechs!"));
            client.awaits("the rest as it was", doc -> details(doc)
                    .matches("<orderedlist start=\"6\"><listitem><paragraph id=\"p1\">Sechs!</paragraph></listitem>"
                            + "</orderedlist>"));
        }
    }

    @Test
    void tasksAreTickedAndTablesAreWrittenInWithoutLosingTheirShape() {
        Workshop room = room();
        try (PlanClient client = client(room)) {
            step(client, "title", "TipTap");
            client.edit(doc -> {
                YXmlElement tasks = new YXmlElement("taskList");
                YXmlElement task = new YXmlElement("taskItem");
                YXmlElement table = new YXmlElement("table");
                YXmlElement row = new YXmlElement("tableRow");
                YXmlFragment details = new YXmlFragment();
                step(doc).set("details", details);
                details.push(tasks);
                details.push(table);
                tasks.push(task);
                task.setAttribute("checked", false).push(paragraph("Prüfen"));
                table.push(row);
                for (String word : List.of("Was", "Wer")) {
                    YXmlElement cell = new YXmlElement("tableCell");
                    row.push(cell);
                    cell.setAttribute("colspan", 1).push(paragraph(word));
                }
            });
            Page anna = join(room, "participant", "Anna");
            Page bernd = join(room, "participant", "Bernd");
            Locator card = opened(anna);
            Locator theirs = opened(bernd);
            card.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("Erledigt"))
                    .check();
            assertThat(theirs.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("Erledigt")))
                    .isChecked();
            Browsers.requireAccessible("tasks and a table in the editor", anna);
            card.locator("td").nth(1).click();
            anna.keyboard().press("Home");
            anna.keyboard().press("Backspace");
            anna.keyboard().insertText("für ");
            assertThat(theirs.locator("td").nth(1)).hasText("für Wer");
            client.awaits(
                    "the letters, and all the rest",
                    doc -> details(doc)
                            .matches(
                                    "<tasklist><taskitem checked=\"true\"><paragraph>Prüfen</paragraph></taskitem></tasklist>"
                                            + "<table><tablerow><tablecell colspan=\"1\"><paragraph>Was</paragraph></tablecell>"
                                            + "<tablecell colspan=\"1\"><paragraph>für Wer</paragraph></tablecell></tablerow></table>"));
        }
    }

    private static YXmlElement paragraph(String text) {
        YXmlElement paragraph = new YXmlElement("paragraph");
        paragraph.push(new YXmlText(text));
        return paragraph;
    }

    @Test
    void oneDraftIsOpenOnOnePageAndOthersSeeWhoHasIt() {
        Workshop room = room();
        Page mona = join(room, "moderator", "Mona");
        Page otto = join(room, "moderator", "Otto");
        button(mona, "Abstimmung vorbereiten").click();
        mona.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Frage"))
                .fill("Weiter so?");
        button(mona, "Als Entwurf sichern").click();
        otto.reload();
        button(otto, "Entwurf ändern").click();
        assertThat(otto.locator("dialog[open]")).isVisible();
        assertThat(mona.getByText("Otto bearbeitet diesen Entwurf gerade.").first())
                .isVisible();
        button(mona, "Entwurf ändern").click();
        assertThat(mona.locator("dialog[open]")).hasCount(0);
        otto.keyboard().press("Escape");
        assertThat(mona.locator(".held")).hasCount(0);
        button(mona, "Entwurf ändern").click();
        assertThat(mona.locator("dialog[open]")).isVisible();
    }

    @Test
    void whatDoesNotFitIsSaidAndLinesBecomeSteps() {
        Workshop room = room();
        Page page = join(room, "participant", "Anna");
        Locator field = page.locator("#new-step");
        paste(field, "1. Prüfen\n2. Klären\n3. Testen");
        assertThat(button(page, "Als 3 Schritte anlegen")).isVisible();
        Browsers.requireAccessible("lines to become steps", page);
        field.press("Enter");
        assertThat(page.locator(".step")).hasCount(3);
        assertThat(page.locator(".step-title").nth(1)).hasValue("Klären");
        Locator card = opened(page);
        page.locator(".step-title").first().fill("x".repeat(300) + " und der Rest");
        assertThat(card.getByLabel("Text, der nicht passte")).hasValue(" und der Rest");
        button(page, "An die Einzelheiten anhängen").click();
        assertThat(card.locator(".rich")).containsText("und der Rest");
        Locator days = card.getByLabel("Personentage");
        days.fill("2-3");
        days.press("Tab");
        assertThat(card.getByText(Pattern.compile("kein Bereich"))).isVisible();
        days.fill("1,5");
        days.press("Tab");
        assertThat(page.locator(".facts").first()).containsText("1,5");
    }

    @Test
    void aStrangersRefusalEndsNothingAndTheServersOwnOffersWhatWasNotSaved() {
        Workshop room = room();
        Page page = join(room, "participant", "Anna");
        add(page, "Schritt");
        assertThat(page.getByText("Gespeichert").first()).isVisible();
        AtomicInteger asked = new AtomicInteger();
        page.context().route("**/api/**", route -> {
            asked.incrementAndGet();
            strange(route);
        });
        page.context().setOffline(true);
        page.locator(".step-title").press("End");
        page.keyboard().insertText(" ungespeichert");
        assertThat(page.locator("p.save").first()).hasText(Pattern.compile("^\\s*Offline"));
        page.waitForCondition(() -> asked.get() > 1);
        assertThat(page.locator("#plan")).isVisible();
        room.organiser().delete(room.path()).expect(204);
        page.context().unroute("**/api/**");
        page.context().setOffline(false);
        assertThat(page.getByText("Diesen Raum gibt es nicht mehr.")).isVisible();
        assertTrue(page.locator(".take-away textarea").inputValue().contains("Schritt ungespeichert"));
        Browsers.requireAccessible("text to take away", page);
        button(page, "Vom Gerät löschen").click();
        assertThat(page.getByText("Zur Startseite")).isVisible();
        assertEquals(0, page.evaluate("indexedDB.databases().then(all => all.length)"));
    }

    @Test
    void whatIsTooLongForTheServerEndsInASentenceWithTheText() {
        try (TestServer small = TestServer.start(Map.of("messageBytes", 4096))) {
            Workshop room = Workshop.open(small.base(), Api.object("title", "Plan"));
            Page page = join(room, "participant", "Anna");
            add(page, "Schritt");
            assertThat(page.getByText("Gespeichert").first()).isVisible();
            Locator card = opened(page);
            card.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Einzelheiten"))
                    .click();
            page.keyboard().insertText("lang ".repeat(2000));
            assertThat(page.getByText("Dieser Text ist zu lang für den Server."))
                    .isVisible();
            assertTrue(page.locator(".take-away textarea").inputValue().contains("lang lang"));
            Browsers.requireAccessible("a text that is too long", page);
            button(page, "Text vom Gerät löschen und zurück in den Raum").click();
            assertThat(page.locator(".step-title")).hasValue("Schritt");
        }
    }

    private static void strange(Route route) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(404)
                .setContentType("text/html")
                .setBody("<h1>Not Found</h1>"));
    }

    private Workshop room() {
        return Workshop.open(server.base(), Api.object("title", "Plan"));
    }

    private static PlanClient client(Workshop room) {
        return PlanClient.open(room.moderator("Mona").api(), room.path());
    }

    /** A step as a script might write it, with a plain value. */
    private static void step(PlanClient client, String key, String value) {
        client.edit(doc -> {
            YMap step = new YMap();
            doc.getMap("steps").set(STEP, step);
            step.set("rank", "a");
            step.set(key, value);
        });
    }

    private static String details(Doc doc) {
        return String.valueOf(step(doc).get("details"));
    }

    private static String plan(Workshop room) {
        return room.organiser().get(room.path() + "/plan").expect(200).toString();
    }

    private Page join(Workshop room, String role, String name) {
        Page page = browsers.page(1280, 900);
        Arrivals.join(page, room.nobody().base(), room.code(role), name);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static void add(Page page, String title) {
        page.locator("#new-step").fill(title);
        page.locator("#new-step").press("Enter");
        assertThat(page.locator(".step-title").last()).hasValue(title);
    }

    /** The first step's card, opened. */
    private static Locator opened(Page page) {
        Locator card = page.locator(".step").first();
        card.locator(".toggle").click();
        return card;
    }

    private static void paste(Locator field, String text) {
        field.evaluate(
                """
                (field, text) => {
                  const data = new DataTransfer()
                  data.setData('text/plain', text)
                  field.focus()
                  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
                }
                """,
                text);
    }

    private static YMap step(Doc doc) {
        return (YMap) Objects.requireNonNull(doc.getMap("steps").get(STEP));
    }
}
