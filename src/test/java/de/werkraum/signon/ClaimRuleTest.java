package de.werkraum.signon;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class ClaimRuleTest {
    private static final JsonObject CLAIMS = new JsonObject(
            """
            {"groups": ["/alle", "/werkraum/organisers"], "role": "lead", "https://house.example/roles": ["editor"],
             "realm_access": {"roles": ["uma", "leitung"]}, "resource_access": {"werkraum": {"roles": ["mod"]}}, "level": 3, "none": null}
            """);

    private static boolean holds(String rule) {
        return ClaimRule.of(rule).holds(CLAIMS);
    }

    @Test
    void aListOrAValueAtANameOrAWay() {
        assertTrue(holds("groups=/werkraum/organisers"));
        assertTrue(holds(" role = lead "));
        assertTrue(holds("realm_access.roles=leitung"));
        assertTrue(holds("resource_access.werkraum.roles=mod"));
        assertTrue(holds("https://house.example/roles=editor"));
    }

    @Test
    void nothingElseHolds() {
        assertFalse(holds("groups=/werkraum"));
        assertFalse(holds("groups=/Werkraum/Organisers"));
        assertFalse(holds("role=le"));
        assertFalse(holds("realm_access=leitung"));
        assertFalse(holds("realm_access.roles.leitung=leitung"));
        assertFalse(holds("level=3"));
        assertFalse(holds("none=null"));
        assertFalse(holds("missing.way=x"));
    }
}
