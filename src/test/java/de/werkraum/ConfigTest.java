package de.werkraum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.signon.Registration;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    @Test
    void defaultsRunTheDemoOnTheEmbeddedDatabase() {
        Config config = Config.of(Map.of());
        assertEquals("127.0.0.1", config.host());
        assertEquals(8080, config.port());
        assertEquals(Path.of("data"), config.dataFolder());
        assertNull(config.databaseUrl());
        assertNull(config.organiserKey());
        assertEquals(90, config.retentionDays());
        assertTrue(config.demo());
    }

    @Test
    void aDatabaseOfOnesOwnGetsNoDemoUnlessAsked() {
        String url = "postgresql://user:secret@127.0.0.1:5432/db";
        assertFalse(Config.of(Map.of("DATABASE_URL", url)).demo());
        assertTrue(
                Config.of(Map.of("DATABASE_URL", url, "WERKRAUM_DEMO", "true")).demo());
        assertFalse(Config.of(Map.of("WERKRAUM_DEMO", "false")).demo());
    }

    @ParameterizedTest
    @CsvSource({
        "WERKRAUM_PORT, eighty",
        "WERKRAUM_PORT, 65536",
        "WERKRAUM_PORT, -1",
        "WERKRAUM_RETENTION_DAYS, 0",
        "WERKRAUM_PUBLIC_URL, werkraum.example",
        "WERKRAUM_PUBLIC_URL, ftp://werkraum.example",
        "WERKRAUM_TLS_CERT, /nowhere/cert.pem",
        "WERKRAUM_TLS_KEY, /nowhere/key.pem",
        "WERKRAUM_CLUSTER, hazelcast",
        "WERKRAUM_EXPORTS, beside",
        "WERKRAUM_ORGANISER_KEY, off",
        "WERKRAUM_OIDC_ORGANISERS, groups=/werkraum/organisers",
        "WERKRAUM_OIDC_ISSUER, https://sso.example/realms/house"
    })
    void whatCannotBeUsedIsRefusedByName(String name, String value) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Config.of(Map.of(name, value)));
        assertTrue(String.valueOf(refused.getMessage()).contains(name), refused.getMessage());
    }

    @Test
    void aPublicUrlLosesItsLastSlash() {
        Config config = Config.of(Map.of("WERKRAUM_PUBLIC_URL", "https://werkraum.example/"));
        assertEquals("https://werkraum.example", String.valueOf(config.publicUrl()));
    }

    private static final Map<String, String> PROVIDER = Map.of(
            "WERKRAUM_OIDC_ISSUER", "https://sso.example/realms/house",
            "WERKRAUM_OIDC_CLIENT_ID", "werkraum",
            "WERKRAUM_OIDC_CLIENT_SECRET", "geheim",
            "WERKRAUM_OIDC_ORGANISERS", "groups=/werkraum/organisers");

    private static Config signOn(String name, String value) {
        Map<String, String> environment = new HashMap<>(PROVIDER);
        environment.put(name, value);
        return Config.of(environment);
    }

    @Test
    void aProviderIsNamedByItsIssuerAndNeverTellsTheSecret() {
        Registration provider = Objects.requireNonNull(Config.of(PROVIDER).signOn());
        assertEquals("sso.example", provider.name());
        assertEquals("openid profile", provider.scopes());
        assertFalse(Config.of(PROVIDER).toString().contains("geheim"));
        String copied = "https://sso.example/realms/house/.well-known/openid-configuration";
        assertEquals(
                provider.issuer(),
                Objects.requireNonNull(signOn("WERKRAUM_OIDC_ISSUER", copied).signOn())
                        .issuer());
        assertEquals(
                "openid groups",
                Objects.requireNonNull(signOn("WERKRAUM_OIDC_SCOPES", "groups").signOn())
                        .scopes());
        assertTrue(signOn("WERKRAUM_ORGANISER_KEY", "off").keyOff());
    }

    @ParameterizedTest
    @CsvSource({
        "WERKRAUM_OIDC_ISSUER, sso.example",
        "WERKRAUM_OIDC_ISSUER, https://name@sso.example",
        "WERKRAUM_OIDC_ISSUER, https://sso.example/?realm=house",
        "WERKRAUM_OIDC_ORGANISERS, organisers",
        "WERKRAUM_OIDC_MODERATORS, =value"
    })
    void aProviderThatCannotBeUsedIsRefusedByName(String name, String value) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> signOn(name, value));
        assertTrue(String.valueOf(refused.getMessage()).contains(name), refused.getMessage());
    }
}
