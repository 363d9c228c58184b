package de.werkraum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.werkraum.problem.StartupException;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @Test
    void readsEveryPart() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://wanda:geheim@db.example:6543/raum?application_name=rathaus");
        PgConnectOptions options = url.connectOptions();
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
        assertEquals(5432, url.port());
    }

    @Test
    void readsIpv6() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://u:p@[::1]:5433/d");
        assertEquals("::1", url.host());
        assertEquals(5433, url.port());
    }

    @Test
    void sslModeReachesBothClients() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://u:p@h/d?sslmode=verify-full");
        assertEquals(SslMode.VERIFY_FULL, url.connectOptions().getSslMode());
        assertEquals("HTTPS", url.connectOptions().getSslOptions().getHostnameVerificationAlgorithm());
        assertFalse(url.connectOptions().getSslOptions().isTrustAll());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:geheim@h/d",
                "postgresql://u:geheim@h",
                "postgresql://u:geheim@h/",
                "postgresql://h/d",
                "postgresql:///d",
                "postgresql://u:ge#heim@h/d",
                "postgresql://u:ge heim@h/d",
                "postgresql://u:geheim%@h/d",
                "postgresql://u:geheim@h/d?sslmode",
                "postgresql://u:geheim@h/d?options=-c%20fsync%3Doff",
                "nonsense"
            })
    void refusesWithoutTellingThePassword(String url) {
        StartupException refusal = assertThrows(StartupException.class, () -> DatabaseUrl.parse(url));
        assertFalse(refusal.getMessage().contains("heim"), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("\n"));
    }

    @Test
    void refusesAnUnknownSslMode() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://u:p@h/d?sslmode=maybe");
        assertThrows(StartupException.class, url::connectOptions);
    }

    @Test
    void printsNoPassword() {
        assertEquals(
                "u@h:5432/d", DatabaseUrl.parse("postgresql://u:geheim@h/d").toString());
    }
}
