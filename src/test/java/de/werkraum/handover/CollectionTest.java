package de.werkraum.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.werkraum.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kalender",
                "ftp://kalender.example/a/",
                "https:///a/",
                "https://anna:kennwort@kalender.example/",
                "https://kalender.example/?a",
                "https://kalender.example/#a",
                "https://kalen der.example/",
                "file:/a"
            })
    void noAddressIsRefused(String url) {
        assertEquals(
                "handoverAddress",
                assertThrows(Problem.class, () -> Collection.of(url)).code());
    }

    @Test
    void addressesEndWithASlash() {
        assertEquals(
                new Collection(true, "kalender.example", 443, "/dav/anna/plan/"),
                Collection.of("https://Kalender.example/dav/anna/plan"));
        assertEquals(
                new Collection(false, "kalender.example", 5232, "/"), Collection.of("http://kalender.example:5232"));
    }
}
