package de.werkraum.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.Conditions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The package for Debian is installed, runs under systemd with all it is kept from, is upgraded, removed and comes back: {@code mvn -Ppackage verify}. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class InstalledRun {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String API = "http://127.0.0.1:8080/api/v1";

    @Test
    void aServiceComesGoesAndLeavesWhatPeopleWrote() throws Exception {
        Path deb = Debs.built("_amd64.deb");
        // Not in the folder for temporary files, of which the machine has one of its own.
        Path older = Debs.older(deb, Files.createTempDirectory(Path.of("target").toAbsolutePath(), "older-"));
        try (Machine machine = Machine.boot()) {
            install(machine, older);
            closedToOthers(machine);
            machine.tell("echo WERKRAUM_RETENTION_DAYS=30 >>/etc/werkraum/werkraum.env");
            String room = made(machine);
            makesDocumentsApart(machine);
            String before = machine.tell("systemctl show --value -p MainPID werkraum");

            install(machine, deb);
            assertFalse(
                    machine.tell("systemctl show --value -p MainPID werkraum").equals(before), "restarted");
            assertTrue(
                    machine.tell("cat /etc/werkraum/werkraum.env").endsWith("WERKRAUM_RETENTION_DAYS=30\n"),
                    "settings kept");
            assertTrue(rooms(machine).contains(room), "rooms kept");

            machine.tell("dpkg --remove werkraum");
            assertEquals(
                    "inactive\n", machine.ask("systemctl is-active werkraum").said());
            String purged = machine.tell("dpkg --purge werkraum");
            assertTrue(purged.contains("rooms and plans stay in /var/lib/werkraum"), purged);
            assertEquals("", machine.tell("ls -d /etc/werkraum /usr/lib/werkraum 2>/dev/null || true"));

            install(machine, deb);
            assertTrue(rooms(machine).contains(room), "rooms are there again, under a new key");
        }
    }

    private static void install(Machine machine, Path deb) {
        machine.tell("DEBIAN_FRONTEND=noninteractive dpkg --force-confold --install " + deb);
        Conditions.await(
                "the service",
                LIMIT,
                () -> machine.ask("curl -fs http://127.0.0.1:8080/health/ready").code() == 0);
        assertEquals("active\n", machine.tell("systemctl is-active werkraum"));
        assertEquals("enabled\n", machine.tell("systemctl is-enabled werkraum"));
    }

    /** Nobody but root and the service reads settings, key or data; the journal holds no key and no code. */
    private static void closedToOthers(Machine machine) {
        assertEquals(
                """
                640 root:werkraum /etc/werkraum/organiser.env
                640 root:werkraum /etc/werkraum/werkraum.env
                700 werkraum:werkraum /var/lib/werkraum
                """,
                machine.tell("stat -c '%a %U:%G %n' /etc/werkraum/*.env /var/lib/werkraum"));
        assertEquals("werkraum\n", machine.tell("ps -o user= -p $(systemctl show --value -p MainPID werkraum)"));
        String journal = machine.tell("journalctl --no-pager -u werkraum");
        assertTrue(journal.contains("Werkraum ready: "), journal);
        String key = machine.tell("cut -d= -f2- /etc/werkraum/organiser.env").strip();
        assertTrue(key.length() >= 20, "a key");
        assertFalse(journal.contains(key) || journal.contains("#"), "no key and no links with codes");
    }

    private static String made(Machine machine) {
        String title = "Aus der alten Fassung";
        machine.tell(asOrganiser(posting(title)));
        return title;
    }

    private static String posting(String title) {
        return "-X POST -H 'Content-Type: application/json' -d '{\"title\":\"" + title + "\"}'";
    }

    private static String rooms(Machine machine) {
        return machine.tell(asOrganiser(""));
    }

    /** In a process of its own, which may say even here that it gives way to all others. */
    private static void makesDocumentsApart(Machine machine) {
        String event = machine.tell(asOrganiser(posting("Kongress"), "/events"))
                .replaceAll("(?s)^\\{\"id\":\"([^\"]*)\".*", "$1");
        machine.tell(asOrganiser("-o /tmp/report.pdf", "/events/" + event + "/export?format=pdf"));
        assertEquals("%PDF-", machine.tell("head -c 5 /tmp/report.pdf"));
        assertEquals("IDL\n", machine.tell("ps -o cls= -p $(pgrep -f 'werkraum[.]Printer')"));
    }

    private static String asOrganiser(String options) {
        return asOrganiser(options, "/rooms");
    }

    private static String asOrganiser(String options, String path) {
        return """
                key=$(cut -d= -f2- /etc/werkraum/organiser.env)
                token=$(curl -fsS -H 'Content-Type: application/json' -d "{\\"key\\":\\"$key\\"}" %1$s/login | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')
                curl -fsS -H "Authorization: Bearer $token" %2$s '%1$s%3$s'
                """
                .formatted(API, options, path);
    }
}
