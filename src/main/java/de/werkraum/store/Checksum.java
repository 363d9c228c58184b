package de.werkraum.store;

import de.werkraum.crdt.Doc;
import de.werkraum.crdt.MalformedUpdateException;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Tells whether stored bytes are those that were written. A flipped byte of a Yjs update often still decodes, to something else. */
final class Checksum {
    private Checksum() {}

    /** CRC-32C: finds every change of up to 32 neighbouring bits, and all but one in four billion of others. */
    static int of(byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(data);
        return (int) crc.getValue();
    }

    /** @param stored null in rows that were written before there were checksums: these must at least decode */
    static boolean matches(byte[] data, @Nullable Integer stored) {
        if (stored != null) {
            return stored == of(data);
        }
        try {
            new Doc().applyUpdate(data);
            return true;
        } catch (MalformedUpdateException e) {
            return false;
        }
    }
}
