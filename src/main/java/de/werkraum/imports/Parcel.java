package de.werkraum.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A packed file, unpacked in memory and never further than it may be: what a part says of its length is not believed, what comes out is counted.
 */
final class Parcel {
    /** Parts of a file; a workbook of a hundred sheets has some three hundred. */
    private static final int PARTS = 2_000;

    private static final int BUFFER = 16 * 1024;

    private final Map<String, byte[]> parts;

    private Parcel(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** Whether bytes begin as packed files do. */
    static boolean is(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    static Parcel open(byte[] bytes, Bounds bounds) {
        var parts = new LinkedHashMap<String, byte[]>();
        int left = bounds.unpackedBytes();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = read(zip, left);
                left -= part.length;
                if (left < 0 || parts.size() >= PARTS) {
                    throw Unreadable.tooLarge(
                            "Die Datei wird beim Entpacken zu groß.", "The file becomes too large when unpacked.");
                }
                parts.put(entry.getName(), part);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Unreadable.damaged();
        }
        return new Parcel(parts);
    }

    /** One byte more than allowed is enough to know. */
    private static byte[] read(ZipInputStream zip, int left) throws IOException {
        var part = new ByteArrayOutputStream();
        var buffer = new byte[BUFFER];
        for (int n = zip.read(buffer); n >= 0 && part.size() <= left; n = zip.read(buffer)) {
            part.write(buffer, 0, n);
        }
        return part.toByteArray();
    }

    Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    boolean has(String prefix) {
        return parts.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    /** What kind of office file it is: {@code xlsx, docx, ods, odt}, or empty. */
    String kind() {
        String type = part("mimetype")
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .orElse("");
        if (type.startsWith("application/vnd.oasis.opendocument.spreadsheet")) {
            return "ods";
        } else if (type.startsWith("application/vnd.oasis.opendocument.text")) {
            return "odt";
        }
        return has("xl/") ? "xlsx" : has("word/") ? "docx" : "";
    }
}
