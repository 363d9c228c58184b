package de.werkraum.handover;

import de.werkraum.export.ics.Fingerprint;

/**
 * What a task was when it was handed over, in a property of its own. So a task is only written anew when its step has changed, and what people
 * did to it in their calendar stays until then.
 */
final class Mark {
    private static final String PROPERTY = "X-WERKRAUM-HASH:";
    private static final String END = "\r\nEND:VTODO\r\n";

    private Mark() {}

    static String of(String calendar) {
        return Fingerprint.of(calendar);
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
        return Fingerprint.lines(calendar)
                .filter(line -> line.startsWith(property))
                .findFirst()
                .map(line -> line.substring(property.length()).strip())
                .orElse("");
    }
}
