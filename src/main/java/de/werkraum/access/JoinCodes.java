package de.werkraum.access;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Join codes: eight characters out of 32 that can't be mistaken for one another, 40 bits of chance. Thread-safe. */
public final class JoinCodes {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 8;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]+");
    private static final Pattern CODE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    private final SecureRandom chance = new SecureRandom();

    /** A new code. */
    public String next() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** The code as stored, from what a person typed ({@code k7mx-4qpd}); empty where it can't be one. */
    public static Optional<String> parse(String typed) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        String code = SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return CODE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
