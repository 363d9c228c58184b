package de.werkraum.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.Api;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that lets its role in by a client's certificate only; both sides look closely, and the dump of OPERATIONS goes the same way. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CertificateRun {
    private static final Duration START = Duration.ofSeconds(30);

    @Test
    void serverAndDumpShowACertificate(@TempDir Path folder) throws Exception {
        assertTrue(OwnPostgres.available(), "Debian's package postgresql-15 is needed");
        certificates(folder);
        try (OwnPostgres postgres = OwnPostgres.in(folder, new Random(1))) {
            postgres.askForCertificates("amt", folder);
            String address = postgres.tlsUrl("amt") + "?sslmode=verify-full&sslrootcert=" + folder.resolve("ca.pem");
            String url = address + "&sslcert=" + folder.resolve("amt.pem") + "&sslkey=" + folder.resolve("amt.key");
            String title;
            try (ServerProcess server = ServerProcess.start(folder, database(url))) {
                title = Workshop.open(server.base()).room().get("title").asText();
                dump(folder, url);
            }
            postgres.restore("restored", folder.resolve("werkraum.dump"));
            try (ServerProcess server = ServerProcess.start(folder, database(postgres.url("restored")))) {
                assertEquals(
                        title,
                        Workshop.organiser(server.base())
                                .get("/rooms")
                                .expect(200)
                                .get(0)
                                .get("title")
                                .asText());
            }
            // Without one PostgreSQL says no.
            refused(folder, address, "certificate");
            distrusts(folder, url);
        }
    }

    /** A server whose authority or name is another one is not spoken to; the chain alone is looked at where no more is asked for. */
    private static void distrusts(Path folder, String url) {
        String required = url.replace("verify-full", "require");
        String byAddress = required.replace("@localhost", "@127.0.0.1");
        try (ServerProcess server = ServerProcess.start(folder, database(byAddress))) {
            assertEquals(200, Api.of(server.base()).get("/health/ready").status());
        }
        refused(folder, required.replace("ca.pem", "other.pem"), "sslrootcert names the file");
        refused(folder, url.replace("@localhost", "@127.0.0.1"), "could not be verified");
    }

    /** It doesn't start, and says why in one sentence. */
    private static void refused(Path folder, String url, String says) {
        try (ServerProcess server = ServerProcess.launch(folder, database(url))) {
            assertEquals(1, server.exitCode(START));
            assertEquals(
                    1,
                    server.stderr()
                            .lines()
                            .filter(line -> line.startsWith("Werkraum can't start: "))
                            .count());
            assertTrue(server.stderr().contains(says), server.stderr());
        }
    }

    /** The command to the letter. */
    private static void dump(Path folder, String url) throws IOException, InterruptedException {
        Matcher command = Pattern.compile("```sh\\n(pg_dump .*)\\n```")
                .matcher(Files.readString(Path.of("src/docs/OPERATIONS.md")));
        assertTrue(command.find(), "OPERATIONS dumps a database");
        run(folder, Map.of("DATABASE_URL", url), command.group(1));
    }

    /** An authority, the server's certificate for localhost, one for the role, and another authority. */
    private static void certificates(Path folder) throws IOException, InterruptedException {
        String key = "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:prime256v1 -out ";
        String sign = " | openssl x509 -req -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 ";
        run(
                folder,
                Map.of(),
                String.join(
                        "\n",
                        "umask 077",
                        key + "ca.key",
                        key + "server.key",
                        key + "amt.key",
                        "openssl req -x509 -key ca.key -days 2 -subj /CN=Stadt -out ca.pem",
                        key + "other.key",
                        "openssl req -x509 -key other.key -days 2 -subj /CN=Stadt -out other.pem",
                        "printf subjectAltName=DNS:localhost >san",
                        "openssl req -new -key server.key -subj /CN=localhost" + sign + "-extfile san -out server.pem",
                        "openssl req -new -key amt.key -subj /CN=amt" + sign + "-out amt.pem"));
    }

    private static void run(Path folder, Map<String, String> environment, String script)
            throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder("sh", "-ec", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        assertEquals(0, builder.start().waitFor(), Files.readString(said));
    }

    private static Map<String, String> database(String url) {
        return Map.of("DATABASE_URL", url, "WERKRAUM_ORGANISER_KEY", Workshop.KEY);
    }
}
