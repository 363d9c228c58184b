package de.werkraum.access;

import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A key that opens an event for scripts. It is kept without what makes it a key.
 *
 * @param prefix its beginning, by which people tell it from others
 */
public record EventKey(UUID id, UUID event, String name, Scope scope, String prefix, Instant endsAt) {
    /** How each begins, so that people and scanners of published code know one. */
    public static final String BEGINNING = "wrk_";

    private static final Pattern FORM = Pattern.compile(BEGINNING + "[A-Za-z0-9_-]{43}");
    /** The beginning and six letters: 36 bits tell all keys of an event apart, and leave 220. */
    private static final int PREFIX = BEGINNING.length() + 6;

    /** What a key may do. */
    public enum Scope {
        /** Read what a screen shows. */
        READ,
        /** Make rooms, lead them, and take documents away. */
        WRITE;

        /** The name in JSON and SQL. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The scope of that name, if there is one. */
        public static Optional<Scope> of(String wire) {
            return wire.equals("read")
                    ? Optional.of(READ)
                    : wire.equals("write") ? Optional.of(WRITE) : Optional.empty();
        }
    }

    /** The key as it is shown. */
    public static String of(byte[] secret) {
        return BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Whether it is meant as a key, and no token. */
    public static boolean meant(String bearer) {
        return bearer.startsWith(BEGINNING);
    }

    /** Whether it could be one: others need not be looked for. */
    public static boolean possible(String bearer) {
        return FORM.matcher(bearer).matches();
    }

    /** What is shown of a key for ever. */
    public static String prefix(String key) {
        return key.substring(0, PREFIX);
    }
}
