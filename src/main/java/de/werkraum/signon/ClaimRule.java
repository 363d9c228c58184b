package de.werkraum.signon;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has a role: whoever's claim is that value, or a list with it, such as {@code groups=/werkraum/organisers}.
 *
 * @param claim its name, or the names on the way to it with dots between: {@code realm_access.roles}
 */
public record ClaimRule(String claim, String value) {
    /**
     * Reads {@code claim=value}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static ClaimRule of(String text) {
        int at = text.indexOf('=');
        String claim = text.substring(0, Math.max(at, 0)).strip();
        String value = text.substring(at + 1).strip();
        if (claim.isEmpty() || value.isEmpty()) {
            throw new IllegalArgumentException("must be claim=value, such as groups=/werkraum/organisers.");
        }
        return new ClaimRule(claim, value);
    }

    /** Whether these claims say anything about it. */
    boolean mentioned(JsonObject claims) {
        return at(claims) != null;
    }

    /** Whether these claims fulfil it. */
    boolean holds(JsonObject claims) {
        Object found = at(claims);
        List<?> values =
                found instanceof JsonArray array ? array.getList() : found == null ? List.of() : List.of(found);
        return values.contains(value);
    }

    /** A name with dots in it, as addresses have them, goes before a way. */
    private @Nullable Object at(JsonObject claims) {
        Object here = claims.getValue(claim);
        if (here != null) {
            return here;
        }
        here = claims;
        for (String name : claim.split("\\.", -1)) {
            here = here instanceof JsonObject object ? object.getValue(name) : null;
        }
        return here;
    }
}
