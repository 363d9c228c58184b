package de.werkraum.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    @Test
    void codesAreEightCharactersThatParseBack() {
        JoinCodes codes = new JoinCodes();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String code = codes.next();
            assertEquals(Optional.of(code), JoinCodes.parse(code));
            assertTrue(seen.add(code), code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"K7MX4QPD", "k7mx4qpd", "K7MX 4QPD", " k7mx-4qpd ", "K7M X4Q PD"})
    void codesAreReadAsPeopleTypeThem(String typed) {
        assertEquals(Optional.of("K7MX4QPD"), JoinCodes.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "K7MX4QP", "K7MX4QPD2", "K7MX4QP0", "K7MX4QPI", "K7MX4QPÄ", "' or 1=1", "K7MX4QPD\u0000"})
    void whatCannotBeACodeIsNone(String typed) {
        assertEquals(Optional.empty(), JoinCodes.parse(typed));
    }

    @Test
    void theOrganisersKeyIsKeptAsASaltedHash() {
        String key = OrganiserKey.generate();
        OrganiserKey stored = OrganiserKey.of(key);
        assertFalse(stored.stored().contains(key));
        assertTrue(stored.matches(key));
        assertFalse(stored.matches(key + "x"));
        assertFalse(stored.matches(""));
        assertNotEquals(stored, OrganiserKey.of(key), "two hashes of one key differ by their salt");
    }

    @Test
    void idsSortByTimeAndAreVersionSeven() {
        Ids ids = new Ids();
        UUID first = ids.next();
        assertEquals(7, first.version());
        assertEquals(2, first.variant());
        long millis = first.getMostSignificantBits() >>> 16;
        assertTrue(Math.abs(System.currentTimeMillis() - millis) < 60_000);
        assertEquals(Optional.of(first), Ids.parse(first.toString()));
        assertEquals(Optional.empty(), Ids.parse("1-1-1-1-1"));
    }
}
