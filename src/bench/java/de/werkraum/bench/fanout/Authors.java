package de.werkraum.bench.fanout;

import de.werkraum.crdt.Doc;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Five people who write a document: eight characters at a random place each time, hearing from each other every hundred updates. */
final class Authors {
    static final int COUNT = 5;
    private static final int ALONE = 100;

    private final List<Doc> docs = new ArrayList<>();
    private final Random random;

    Authors(long seed) {
        random = new Random(seed);
        for (int i = 0; i < COUNT; i++) {
            docs.add(new Doc(Clients.next()));
        }
    }

    /**
     * Has the document written at a server, update by update, each author over a socket of their own.
     *
     * @param swarm with a socket for each author
     * @return bytes of the document
     */
    long write(Swarm swarm, int updates) throws IOException {
        for (int written = 0; written < updates; written += COUNT * ALONE) {
            List<List<byte[]>> round = new ArrayList<>();
            for (int i = 0; i < COUNT; i++) {
                List<byte[]> own = alone(docs.get(i));
                own.forEach(swarm.links().get(i)::update);
                round.add(own);
            }
            exchange(round);
            // What comes next stands on what the others wrote, so the server must have that first.
            swarm.resync(docs.get(0).encodeStateVector());
        }
        return docs.get(0).encodeStateAsUpdate().length;
    }

    private List<byte[]> alone(Doc doc) {
        List<byte[]> updates = new ArrayList<>();
        for (int i = 0; i < ALONE; i++) {
            int place = random.nextInt(doc.getText("goal").length() + 1);
            updates.add(doc.transact(() -> doc.getText("goal").insert(place, "acht Z. ")));
        }
        return updates;
    }

    private void exchange(List<List<byte[]>> round) {
        for (int from = 0; from < COUNT; from++) {
            for (int to = 0; to < COUNT; to++) {
                if (from != to) {
                    round.get(from).forEach(docs.get(to)::applyUpdate);
                }
            }
        }
    }
}
