package de.werkraum.export.ics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether a calendar says something else than before. */
public final class Fingerprint {
    private static final int HEX = 32;

    /** What differs from one export to the next though no step does. */
    private static final List<String> FLEETING = List.of("DTSTAMP:", "SEQUENCE:");

    private Fingerprint() {}

    /** The same for calendars that say the same. */
    public static String of(String calendar) {
        var lasting = new StringBuilder();
        lines(calendar)
                .filter(line -> FLEETING.stream().noneMatch(line::startsWith))
                .forEach(line -> lasting.append(line).append('\n'));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(lasting.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HEX);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The lines of a calendar as they were before they were folded. */
    public static Stream<String> lines(String calendar) {
        return calendar.replace("\r\n", "\n")
                .replace("\n ", "")
                .replace("\n\t", "")
                .lines();
    }
}
