package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.crdt.YMap;
import de.werkraum.crdt.YXmlFragment;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.NodeScript;
import de.werkraum.support.PlanClient;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages of other applications, with TipTap and BlockNote, beside ours: both write into a step's details. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class HocuspocusBrowserTest extends SharedBrowserTest {
    private static final String STEP = "018f0000-0000-7000-8000-000000000001";

    private String script;

    @BeforeAll
    void bundle() {
        script = NodeScript.run("browser/bundle.js", Map.of("SCRIPT", "./editors.js"), Duration.ofMinutes(1));
    }

    @Test
    @Tag("Y-1")
    void aTipTapPageAndOursWriteIntoOneText() {
        Workshop room = room();
        Page theirs = elsewhere(room, "tiptap");
        Page ours = join(room);
        Locator text = details(ours);
        theirs.locator(".ProseMirror").click();
        theirs.keyboard().insertText("Erste Zeile von TipTap");
        assertThat(text).containsText("Erste Zeile von TipTap");
        theirs.evaluate("editor.commands.toggleBulletList()");
        assertThat(text.locator("ul li")).containsText("Erste Zeile");
        text.locator("li").click();
        text.press("End");
        ours.keyboard().insertText(", und von uns");
        assertThat(theirs.locator(".ProseMirror li")).hasText("Erste Zeile von TipTap, und von uns");
        saved(theirs);
        assertEquals("- Erste Zeile von TipTap, und von uns", plan(room));
    }

    /** TipTap takes out of everybody's document what it has no word for. */
    @Test
    @Tag("Y-1")
    void whatOurPageHasWrittenIsKeptByTheWordsInTheReadme() throws IOException {
        String words = Files.readString(Path.of("src/test/js/browser/words.js"));
        assertTrue(Files.readString(Path.of("README.md")).contains(words.replace("export const", "const")), words);
        String text =
                """
                Vorab **fett** und *schräg*\\
                neue Zeile

                - eins
                - zwei
                  - darunter

                3. drei
                4. vier

                ```
                befehl
                ```

                ___

                - [ ] Aufgabe
                - [x] erledigt

                | Was | Wann |
                | --- | --- |
                | Akte | Mai |

                > Zitat

                Schluss""";
        Workshop room = room();
        Api mona = room.moderator("Mona").api();
        JsonNode before = mona.get(room.path() + "/plan").expect(200);
        ((ObjectNode) before.get("steps").get(0)).put("details", text);
        mona.put(room.path() + "/plan", before).expect(200);
        String written = plan(room);
        Page theirs = elsewhere(room, "tiptap");
        Locator editor = theirs.locator(".ProseMirror");
        assertThat(editor.locator("ul li").filter(new Locator.FilterOptions().setHasText("eins")))
                .hasCount(1);
        theirs.evaluate("editor.chain().focus('end').insertContent(' von TipTap').run()");
        saved(theirs);
        assertEquals(written + " von TipTap", plan(room));
        editor.locator("li li").click();
        theirs.keyboard().press("End");
        theirs.keyboard().press("Enter");
        theirs.keyboard().insertText("noch eins");
        saved(theirs);
        assertEquals(written.replace("  - darunter", "  - darunter\n  - noch eins") + " von TipTap", plan(room));
    }

    /** As README warns; what was there before the page came is kept, and comes back by one press. */
    @Test
    @Tag("H-2")
    void aTipTapPageWithoutTheWordsTakesOutWhatItDoesNotKnowAndItIsTakenBack() {
        Workshop room = room();
        Api mona = room.moderator("Mona").api();
        JsonNode before = mona.get(room.path() + "/plan").expect(200);
        ((ObjectNode) before.get("steps").get(0))
                .put("details", "# Kosten\n\nDas ist **teuer**\n\n- Drucker\n\n- [ ] Fragen\n\nSchluss");
        mona.put(room.path() + "/plan", before).expect(200);
        String written = plan(room);
        Page ours = join(room);
        assertThat(details(ours).getByText("Drucker")).isVisible();
        Page theirs = elsewhere(room, "starterKit");
        Locator text = details(ours);
        assertThat(text.locator("li")).hasCount(0);
        assertThat(text).not().containsText("teuer");
        assertThat(text).containsText("Schluss");
        saved(theirs);
        assertEquals("# Kosten\n\nSchluss", plan(room));
        theirs.close();
        Conditions.await("the version", Duration.ofSeconds(20), () -> beforeProvider(mona, room) != null);
        mona.post(room.path() + "/versions/" + beforeProvider(mona, room) + "/restore", Api.object())
                .expect(200);
        assertEquals(written, plan(room));
        assertThat(text.getByText("Drucker")).isVisible();
    }

    /** The version that was kept before another application wrote. */
    private static @Nullable String beforeProvider(Api mona, Workshop room) {
        for (JsonNode version : mona.get(room.path() + "/versions").expect(200)) {
            if (version.get("reason").asText().equals("provider")) {
                return version.get("id").asText();
            }
        }
        return null;
    }

    @Test
    @Tag("Y-1")
    void aBlockNotePageAndOursWriteIntoOneText() {
        Workshop room = room();
        Page theirs = elsewhere(room, "blockNote");
        Page ours = join(room);
        theirs.evaluate(
                "editor.replaceBlocks(editor.document, [{type: 'heading', props: {level: 2}, content: 'Kosten'},"
                        + " {type: 'bulletListItem', content: 'Drucker'}])");
        Locator card = ours.locator(".step").first();
        assertThat(card.getByText("Drucker")).isVisible();
        saved(theirs);
        assertEquals("## Kosten\n\n- Drucker", plan(room));
        Page more = elsewhere(room, "blockNote");
        more.getByText("Drucker").click();
        more.keyboard().press("End");
        more.keyboard().insertText(" und Papier");
        assertThat(card.getByText("Drucker und Papier")).isVisible();
        assertThat(theirs.getByText("Drucker und Papier")).isVisible();
        ours.locator(".step-title").fill("Beschaffung");
        theirs.waitForCondition(
                () -> theirs.evaluate("step => String(provider.document.getMap('steps').get(step).get('title'))", STEP)
                        .equals("Beschaffung"));
        // What is put into other words BlockNote would delete: our page says so before.
        assertThat(card.getByText("BlockNote")).isVisible();
        theirs.close();
        more.close();
        ours.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Umwandeln"))
                .click();
        details(ours).getByText("Drucker").click();
        ours.keyboard().press("End");
        ours.keyboard().insertText(", von uns");
        Locator shared = elsewhere(room, "tiptap").locator(".ProseMirror");
        assertThat(shared.locator("li")).hasText("Drucker und Papier, von uns");
        shared.locator("li").click();
        shared.press("End");
        shared.page().keyboard().insertText(" und TipTap");
        assertThat(details(ours).locator("li")).hasText("Drucker und Papier, von uns und TipTap");
        saved(shared.page());
        assertEquals("## Kosten\n\n- Drucker und Papier, von uns und TipTap", plan(room));
    }

    /** A page at an address of ours, as behind one proxy, with the editor open. */
    private Page elsewhere(Workshop room, String kind) {
        Page page = browsers.page(1000, 700, new Browser.NewContextOptions().setBypassCSP(true));
        page.navigate(server.base() + "/health/live");
        page.evaluate("document.body.innerHTML = '<main></main>'");
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(script));
        String token = room.participant("Tina").api().token();
        page.evaluate("given => begin(...given)", List.of(kind, room.id(), STEP, token));
        return page;
    }

    /** Waits until the provider knows that all is in PostgreSQL. */
    private static void saved(Page page) {
        page.waitForCondition(() -> page.evaluate("provider.hasUnsyncedChanges").equals(false));
    }

    private Workshop room() {
        Workshop room = Workshop.open(server.base(), Api.object("title", "Plan"));
        try (PlanClient client = PlanClient.open(room.moderator("Mona").api(), room.path())) {
            client.edit(doc -> {
                YMap step = new YMap();
                doc.getMap("steps").set(STEP, step);
                step.set("rank", "a");
                step.set("title", "Schritt");
                step.set("details", new YXmlFragment());
            });
        }
        return room;
    }

    private static String plan(Workshop room) {
        return room.organiser()
                .get(room.path() + "/plan")
                .expect(200)
                .get("steps")
                .get(0)
                .get("details")
                .asText()
                .strip();
    }

    /** Our page, with the step opened. */
    private Page join(Workshop room) {
        Page page = browsers.page(1280, 900);
        Arrivals.join(page, server.base(), room.code("participant"), "Anna");
        page.locator(".step").first().locator(".toggle").click();
        return page;
    }

    private static Locator details(Page page) {
        return page.locator(".step")
                .first()
                .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Einzelheiten"));
    }
}
