package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Signals;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the page says while PostgreSQL or the server is away, and that nothing typed meanwhile is lost. With {@code mvn -Pchaos verify}. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class OutageRun {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final double LONG_MILLIS = 120_000;
    private static final String TITLE = "Titel des Plans";
    /** Settles when this device's own copy is on its disk: reading waits for the writing before it. */
    private static final String WRITTEN =
            """
            () => indexedDB.databases().then(all => Promise.all(all.map(({ name }) => new Promise((done, failed) => {
              const open = indexedDB.open(name)
              open.onerror = failed
              open.onsuccess = () => {
                const stores = [...open.result.objectStoreNames]
                const reading = open.result.transaction(stores)
                reading.oncomplete = done
                for (const store of stores) reading.objectStore(store).count()
              }
            }))))
            """;

    private final Path data;
    private final Map<String, String> environment = Map.of(
            "WERKRAUM_ORGANISER_KEY",
            Workshop.KEY,
            "WERKRAUM_DEMO",
            "false",
            "WERKRAUM_PORT",
            String.valueOf(ServerProcess.freePort()));

    OutageRun(@TempDir Path folder) throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        Path programs = TestDatabase.programs();
        Files.createSymbolicLink(data.resolve(programs.getFileName()), programs);
    }

    @Test
    void thePageTellsTheTruthAndCatchesUp() throws IOException, SQLException {
        try (Browsers browsers = Browsers.start()) {
            suffer(browsers);
        } finally {
            resume();
        }
    }

    private void suffer(Browsers browsers) throws IOException, SQLException {
        Workshop room;
        Workshop other;
        Page page = browsers.page(1280, 900);
        try (ServerProcess server = start()) {
            room = Workshop.open(server.base(), Api.object("title", "Plan"));
            other = Workshop.open(room.organiser(), Api.object("title", "Nebenan"));
            join(page, room, "participant", "Paula");
            append(page, " eins");
            assertSays(page, "Gespeichert");

            Signals.stop(data.resolve("cluster"));
            append(page, " zwei");
            assertSays(page, "Nicht gespeichert: Der Server kann gerade nicht speichern");
            assertEquals(503, Api.of(server.base()).get("/health/ready").status());
            resume();
            assertSays(page, "Gespeichert");
            assertStored(room, "Plan eins zwei");

            server.kill();
            append(page, " drei");
            assertSays(page, "Offline: \\d+ Änderung(en)? noch nicht gespeichert");
        }
        try (ServerProcess server = start()) {
            assertSays(page, "Gespeichert");
            assertStored(room, "Plan eins zwei drei");

            server.kill();
            append(page, " vier");
            assertSays(page, "Offline: \\d+ Änderung(en)? noch nicht gespeichert");
        }
        String address = page.url();
        page.evaluate(WRITTEN);
        page = reopened(page);
        try (ServerProcess server = start()) {
            page.navigate(address);
            assertSays(page, "Gespeichert");
            assertStored(room, "Plan eins zwei drei vier");
            damageTheLastEdit(room);
            server.kill();
        }
        try (ServerProcess server = start()) {
            Page late = browsers.page(1280, 900);
            join(late, room, "participant", "Otto");
            assertThat(late.getByText("Ein Teil des gespeicherten Plans fehlt.").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_MILLIS));
            assertThat(late.getByLabel(TITLE).first()).isEditable();
            Browsers.requireAccessible("a damaged plan", late);
            assertTrue(
                    server.stderr().contains("The plan of room " + room.id() + " is damaged: row "), server.stderr());
            join(late, other, "participant", "Otto");
            append(late, " geht weiter");
            assertSays(late, "Gespeichert");
            assertStored(other, "Nebenan geht weiter");
        }
    }

    private void resume() {
        Signals.send("CONT", Signals.workingIn(data.resolve("cluster")));
    }

    private ServerProcess start() {
        return ServerProcess.start(data, environment);
    }

    /** The page is closed while it has edits that nobody else has; the browser is opened again. */
    private static Page reopened(Page page) {
        Page next = page.context().newPage();
        page.close();
        return next;
    }

    private static void join(Page page, Workshop workshop, String role, String name) {
        Arrivals.join(page, workshop.nobody().base(), workshop.code(role), name);
    }

    private static void append(Page page, String text) {
        Locator title = page.getByLabel(TITLE).first();
        title.click();
        page.keyboard().press("Control+End");
        page.keyboard().insertText(text);
    }

    private static void assertSays(Page page, String text) {
        assertThat(page.locator("p.save").first())
                .hasText(Pattern.compile(text), new LocatorAssertions.HasTextOptions().setTimeout(LONG_MILLIS));
    }

    private static void assertStored(Workshop room, String title) {
        Conditions.await("the plan is called " + title, LONG, () -> room.organiser()
                .get(room.path() + "/plan")
                .expect(200)
                .get("title")
                .asText()
                .equals(title));
    }

    private void damageTheLastEdit(Workshop room) throws IOException, SQLException {
        String port = Files.readAllLines(data.resolve("cluster/postmaster.pid"))
                .get(3)
                .strip();
        String password = Files.readString(data.resolve("password")).strip();
        try (Connection connection =
                        TestDatabase.connect("postgresql://werkraum:" + password + "@127.0.0.1:" + port + "/werkraum");
                PreparedStatement statement = connection.prepareStatement(
                        """
                        update plan_update set data = set_byte(data, length(data) - 1, get_byte(data, length(data) - 1) # 1)
                         where room = ? and seq = (select max(seq) from plan_update where room = ?)
                        """)) {
            statement.setObject(1, UUID.fromString(room.id()));
            statement.setObject(2, UUID.fromString(room.id()));
            assertEquals(1, statement.executeUpdate());
        }
    }
}
