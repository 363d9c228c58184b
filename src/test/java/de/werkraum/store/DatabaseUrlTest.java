package de.werkraum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.problem.StartupException;
import de.werkraum.store.DatabaseUrl.Address;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @Test
    void readsEveryPart() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://wanda:geheim@db.example:6543/raum?application_name=rathaus");
        PgConnectOptions options = only(url);
        assertEquals("db.example", options.getHost());
        assertEquals(6543, options.getPort());
        assertEquals("raum", options.getDatabase());
        assertEquals("wanda", options.getUser());
        assertEquals("geheim", options.getPassword());
        assertEquals("rathaus", options.getProperties().get("application_name"));
        assertEquals(SslMode.DISABLE, options.getSslMode());
    }

    @Test
    void decodesPercentSequencesAndNothingElse() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://a%40b:p%2Fw%3A%25+%C3%A4@127.0.0.1/d%20b");
        assertEquals("a@b", url.user());
        assertEquals("p/w:%+ä", url.password());
        assertEquals("d b", url.database());
        assertEquals(List.of(new Address("127.0.0.1", 5432)), url.addresses());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    u:p@werkraum_db/d                              | werkraum_db:5432
                    u:p@[::1]:5433/d                               | ::1:5433
                    u:p@db1,db2:5433/d?target_session_attrs=any    | db1:5432,db2:5433
                    u:p@[::1],db2/d?target_session_attrs=primary   | ::1:5432,db2:5432
                    u@%2Frun%2Fpostgresql/d                        | /run/postgresql/.s.PGSQL.5432
                    u@/d?host=/run/postgresql&port=5433            | /run/postgresql/.s.PGSQL.5433
                    /d?host=db1,db2&port=5433&user=u&password=p    | db1:5433,db2:5433
                    /?host=db1,db2&port=1,2&user=u&dbname=d        | db1:1,db2:2
                    """)
    void readsAddressesAsLibpqDoes(String rest, String addresses) {
        assertEquals(
                "u@" + addresses + "/d",
                DatabaseUrl.parse("postgresql://" + rest).toString());
    }

    @Test
    void sendsNothingThatAPoolerRefusesAtTheStart() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://u:p@h/d?options=-c%20work_mem%3D8MB");
        assertEquals(
                Map.of(
                        "application_name", "werkraum",
                        "client_encoding", "utf8",
                        "DateStyle", "ISO",
                        "options", "-c work_mem=8MB"),
                only(url).getProperties());
    }

    @Test
    void sslModeReachesBothClients() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://u:p@h/d?sslmode=verify-full");
        assertEquals(SslMode.VERIFY_FULL, only(url).getSslMode());
        assertEquals("HTTPS", only(url).getSslOptions().getHostnameVerificationAlgorithm());
        assertFalse(only(url).getSslOptions().isTrustAll());
    }

    @Test
    void aRootThatIsNamedIsHeeded(@TempDir Path folder) throws IOException {
        Path root = Files.writeString(folder.resolve("ca.pem"), "");
        String url = "postgresql://u:p@h/d?sslrootcert=" + root + "&sslmode=";
        assertEquals(SslMode.VERIFY_CA, only(DatabaseUrl.parse(url + "require")).getSslMode());
        assertEquals(SslMode.PREFER, only(DatabaseUrl.parse(url + "prefer")).getSslMode());
        assertThrows(StartupException.class, () -> DatabaseUrl.parse(url + "disable"));
    }

    @Test
    void theSystemsAuthoritiesAskForTheName() {
        String url = "postgresql://u:p@h/d?sslrootcert=system";
        assertEquals(SslMode.VERIFY_FULL, only(DatabaseUrl.parse(url)).getSslMode());
        assertThrows(StartupException.class, () -> DatabaseUrl.parse(url + "&sslmode=require"));
    }

    /** Also where a sign of the password was not escaped, and its rest stands in the place of a host, a database or a parameter. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:geheim@h/d",
                "postgresql://u:geheim@h",
                "postgresql://u:geheim@h/",
                "postgresql://h/d",
                "postgresql:///d",
                "postgresql://u:geheim",
                "postgresql://u:geheim/d",
                "postgresql://u:ge#heim@h/d",
                "postgresql://u:ge heim@h/d",
                "postgresql://u:ge@heim@h/d",
                "postgresql://u:ge@heim/raum#1@h/d",
                "postgresql://u:ge/heim@h/d",
                "postgresql://u:ge?heim=1@h/d",
                "postgresql://u:geheim%@h/d",
                "postgresql://u:geheim@h:0/d",
                "postgresql://u:geheim@h:70000/d",
                "postgresql://u:geheim@h1,/d",
                "postgresql://u:geheim@/run,db/d",
                "postgresql://u:geheim@/d?host=/run,db",
                "postgresql://u:geheim@h/d?sslmode",
                "postgresql://u:geheim@h/d?sslmode=maybe",
                "postgresql://u:p@h/d?sslmode=geheim",
                "postgresql://u:p@h/d?sslmode=require&sslrootcert=geheim%00",
                "postgresql://u:p@h/d?sslmode=require&sslkey=geheim%00",
                "postgresql://u:geheim@h/d?sslrootcert=/no/such/file&sslmode=require",
                "postgresql://u:geheim@h/d?sslcert=/etc/hostname&sslmode=require",
                "postgresql://u:geheim@h/d?target_session_attrs=standby",
                "postgresql://u:geheim@h/d?connect_timeout=3",
                "postgresql://h/d?user=u&password=ge&heim=1",
                "postgresql://h/d?password=ge&heim",
                "nonsense"
            })
    void refusesWithoutTellingThePassword(String url) {
        StartupException refusal = assertThrows(StartupException.class, () -> DatabaseUrl.parse(url));
        for (Throwable told = refusal; told != null; told = told.getCause()) {
            assertFalse(told.toString().contains("heim"), told.toString());
        }
        assertFalse(refusal.getMessage().contains("\n"));
    }

    @Test
    void namesWhatItDoesNotUnderstand() {
        StartupException refusal = assertThrows(
                StartupException.class, () -> DatabaseUrl.parse("postgresql://u:p@h/d?channel_binding=require"));
        assertTrue(refusal.getMessage().contains("channel_binding"), refusal.getMessage());
    }

    @Test
    void printsNoPassword() {
        assertEquals(
                "u@h:5432/d", DatabaseUrl.parse("postgresql://u:geheim@h/d").toString());
    }

    private static PgConnectOptions only(DatabaseUrl url) {
        List<PgConnectOptions> options = url.connectOptions();
        assertEquals(1, options.size());
        return options.get(0);
    }
}
