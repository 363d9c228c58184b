package de.werkraum.export.house;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A look at a font's directory of tables: what can't be embedded is told before the first document. */
final class TrueType {
    private static final int VERSION = 0x00010000;
    private static final int HEADER = 12;
    private static final int ENTRY = 16;

    /** Where OS/2 says what the maker permits, and the bits that forbid it (OpenType, fsType). */
    private static final int PERMISSION = 8;

    private static final int RESTRICTED = 0x0002;
    private static final int NO_SUBSET = 0x0100;
    private static final int BITMAP_ONLY = 0x0200;

    private static final List<String> NEEDED =
            List.of("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "OS/2");

    private TrueType() {}

    /** What is wrong with it; null if nothing is. */
    static @Nullable String trouble(byte[] bytes) {
        ByteBuffer font = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER || font.getInt(0) != VERSION) {
            return "is no TrueType font (others, such as OTF and WOFF, can't be embedded)";
        }
        Map<String, Integer> tables = new HashMap<>();
        int count = font.getShort(4) & 0xffff;
        for (int i = 0; i < count; i++) {
            int at = HEADER + i * ENTRY;
            if (at + ENTRY > bytes.length) {
                return "is cut off";
            }
            long begin = font.getInt(at + 8) & 0xffffffffL;
            long length = font.getInt(at + 12) & 0xffffffffL;
            if (begin + length > bytes.length) {
                return "is cut off";
            }
            tables.put(new String(bytes, at, 4, StandardCharsets.ISO_8859_1), (int) begin);
        }
        for (String table : NEEDED) {
            if (!tables.containsKey(table)) {
                return "lacks the table " + table;
            }
        }
        if (tables.containsKey("fvar")) {
            return "is a variable font; take its static cuts";
        }
        int at = tables.getOrDefault("OS/2", bytes.length) + PERMISSION;
        int permission = at + 2 > bytes.length ? RESTRICTED : font.getShort(at);
        boolean forbidden = (permission & 0xf) == RESTRICTED || (permission & (NO_SUBSET | BITMAP_ONLY)) != 0;
        return forbidden ? "may not be embedded, as its maker has written into it" : null;
    }
}
