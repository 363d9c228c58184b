package de.werkraum.access;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Join codes: ten characters out of 32 that can't be mistaken for one another, 50 bits of chance. A right code always gets in, so what keeps
 * guessers out is the number of codes, not a limit: at 10,000 tries a second it takes years to hit one of a thousand. Thread-safe.
 */
public final class JoinCodes {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 10;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]+");
    /** Codes made by older versions have eight. */
    private static final Pattern CODE = Pattern.compile("[" + ALPHABET + "]{8}(?:[" + ALPHABET + "]{2})?");

    private final SecureRandom chance = new SecureRandom();

    /** A new code. */
    public String next() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** The code as stored, from what a person typed ({@code k7mx4-qpd2a}); empty where it can't be one. */
    public static Optional<String> parse(String typed) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        String code = SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return CODE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
