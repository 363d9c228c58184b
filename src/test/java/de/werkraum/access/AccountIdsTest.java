package de.werkraum.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountIdsTest {
    private static AccountIds ids(String secret) {
        return new AccountIds(secret.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theSamePersonIsTheSameAccountInOneInstallationOnly() {
        UUID anna = ids("ein Geheimnis").of("https://sso.example", "anna");
        assertEquals(anna, ids("ein Geheimnis").of("https://sso.example", "anna"));
        assertNotEquals(anna, ids("ein anderes").of("https://sso.example", "anna"));
        assertNotEquals(anna, ids("ein Geheimnis").of("https://sso.example", "otto"));
        assertNotEquals(anna, ids("ein Geheimnis").of("https://other.example", "anna"));
        assertEquals(8, anna.version());
        assertEquals(2, anna.variant());
    }
}
