package de.werkraum.export.ics;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a calendar: escaped, and folded at 75 octets between signs. */
final class Lines {
    private static final int OCTETS = 75;

    private Lines() {}

    /** A TEXT value. */
    static String text(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\n", "\\n");
    }

    /** An id as part of a UID and of a file's name: keys of a document can be any text. */
    static String name(String id) {
        boolean plain = id.matches("[A-Za-z0-9-]{1,64}");
        return plain
                ? id
                : java.util
                        .UUID
                        .nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    static String folded(List<String> lines) {
        var folded = new StringBuilder();
        for (String line : lines) {
            int room = OCTETS;
            for (int i = 0; i < line.length(); ) {
                int point = line.codePointAt(i);
                int octets = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
                if (octets > room) {
                    folded.append("\r\n ");
                    room = OCTETS - 1;
                }
                folded.appendCodePoint(point);
                room -= octets;
                i += Character.charCount(point);
            }
            folded.append("\r\n");
        }
        return folded.toString();
    }
}
