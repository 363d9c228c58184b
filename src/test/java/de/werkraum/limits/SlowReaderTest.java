package de.werkraum.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.crdt.Doc;
import de.werkraum.support.RawSocket;
import de.werkraum.support.Workshop;
import de.werkraum.sync.Message;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody stops reading while the room is busy: others go on, the server lets go, and coming back brings everything. */
class SlowReaderTest extends LimitsServer {
    private static final int MIB = 1024 * 1024;
    private static final int EDIT = 200_000;

    SlowReaderTest() {
        super(Map.of("writeQueueBytes", 2 * MIB, "goodbyeSeconds", 1, "documentBytes", 512 * MIB));
    }

    @Test
    @Tag("B-4")
    @Tag("C-5")
    void whoStopsReadingIsDroppedAndComesBackToEverything() throws IOException {
        Workshop room = workshop();
        var paula = room.participant("Paula").api();
        try (RawSocket author = RawSocket.enter(room, room.participant("Anna").api());
                RawSocket witness =
                        RawSocket.enter(room, room.participant("Bert").api());
                RawSocket stuck = RawSocket.enter(room, paula)) {
            stuck.readUntil("step 1", frame -> frame.type() == Message.SYNC);
            Author anna = new Author();
            Doc seen = new Doc();
            int length = 0;
            while (connections(room) > 2 && length < 200 * MIB) {
                author.send(anna.types("x".repeat(EDIT)));
                length += EDIT;
                int all = length;
                witness.readUntil("edit up to " + all, frame -> {
                    apply(seen, frame);
                    return seen.getText("goal").length() == all;
                });
            }
            assertTrue(length > 2 * MIB, "dropped after " + length);
            int code = stuck.readUntilClosed();
            assertTrue(code == 1013 || code == RawSocket.CUT, "closed with " + code);
            try (RawSocket back = RawSocket.enter(room, paula)) {
                back.send(Message.sync(Message.STEP_1, new Doc().encodeStateVector()));
                Doc all = new Doc();
                RawSocket.Frame answer = back.readUntil(
                        "step 2",
                        frame -> frame.type() == Message.SYNC
                                && Message.decode(frame.payload()) instanceof Message.Step2);
                all.applyUpdate(((Message.Step2) Message.decode(answer.payload())).update());
                assertEquals(anna.text(), all.getText("goal").toString());
            }
        }
    }

    private static int connections(Workshop room) {
        return room.organiser().get("/rooms").expect(200).findValue("connected").asInt();
    }

    private static void apply(Doc doc, RawSocket.Frame frame) {
        if (frame.type() == Message.SYNC && Message.decode(frame.payload()) instanceof Message.Update update) {
            doc.applyUpdate(update.update());
        }
    }
}
