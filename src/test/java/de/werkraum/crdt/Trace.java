package de.werkraum.crdt;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A recorded editing session as the updates that a server received, and the text they end in. */
record Trace(List<byte[]> updates, String text) {
    static Trace read(String name) throws IOException {
        Path file = Path.of("src", "test", "resources", "traces", name + ".yupd.gz");
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16))) {
            int count = in.readInt();
            List<byte[]> updates = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                updates.add(in.readNBytes(in.readInt()));
            }
            String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            return new Trace(updates, text);
        }
    }
}
