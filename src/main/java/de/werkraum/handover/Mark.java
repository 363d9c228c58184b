package de.werkraum.handover;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a task was when it was handed over, in a property of its own. So a task is only written anew when its step has changed, and what people
 * did to it in their calendar stays until then.
 */
final class Mark {
    private static final String PROPERTY = "X-WERKRAUM-HASH:";
    private static final String END = "\r\nEND:VTODO\r\n";
    private static final int HEX = 32;

    /** What differs from one export to the next though the step doesn't. */
    private static final List<String> FLEETING = List.of("DTSTAMP:", "SEQUENCE:", "COMPLETED:");

    private Mark() {}

    static String of(String calendar) {
        var lasting = new StringBuilder();
        unfolded(calendar)
                .lines()
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

    /** The calendar with its mark. */
    static String on(String calendar) {
        return calendar.replace(END, "\r\n" + PROPERTY + of(calendar) + END);
    }

    /** The mark that a calendar carries; empty where it carries none. */
    static String in(String calendar) {
        return value(calendar, PROPERTY);
    }

    /** The first value of a property without parameters. */
    static String value(String calendar, String property) {
        return unfolded(calendar)
                .lines()
                .filter(line -> line.startsWith(property))
                .findFirst()
                .map(line -> line.substring(property.length()).strip())
                .orElse("");
    }

    private static String unfolded(String calendar) {
        return calendar.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    }
}
