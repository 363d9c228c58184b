package de.werkraum.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.crdt.Doc;
import de.werkraum.support.Api;
import de.werkraum.support.RawSocket;
import de.werkraum.support.Workshop;
import de.werkraum.sync.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Large plans, and much that comes at once, through the real server. */
class LargeRoomTest extends LimitsServer {
    private static final int TEN_MILLION = 10_000_000;
    private static final int STEPS = 5_000;

    @Test
    @Tag("S-15")
    void tenMillionCharactersWrittenOfflineGetInAndStay() {
        Workshop room = workshop();
        Api paula = room.participant("Paula").api();
        Author offline = new Author();
        offline.types("x".repeat(TEN_MILLION));
        try (RawSocket author = RawSocket.enter(room, paula)) {
            author.send(Message.sync(Message.STEP_2, offline.all()));
            author.readUntil("saved", LargeRoomTest::saysSynced);
        }
        server.restart();
        Workshop again = room.at(server.base());
        try (RawSocket late = RawSocket.enter(again, again.participant("Otto").api());
                RawSocket author =
                        RawSocket.enter(again, again.participant("Anna").api())) {
            late.send(Message.sync(Message.STEP_1, new Doc().encodeStateVector()));
            Doc all = new Doc();
            RawSocket.Frame answer = late.readUntil("step 2", frame -> step(frame, Message.STEP_2));
            all.applyUpdate(((Message.Step2) Message.decode(answer.payload())).update());
            assertEquals(TEN_MILLION, all.getText("goal").length());
            byte[] edit = all.transact(() -> all.getText("goal").insert(TEN_MILLION / 2, "Mitte"));
            author.send(Message.sync(Message.UPDATE, edit));
            RawSocket.Frame told = late.readUntil("the edit", frame -> step(frame, Message.UPDATE));
            assertTrue(told.payload().length < 100, "an edit is as small as ever");
        }
        String goal = again.organiser()
                .get(again.path() + "/plan")
                .expect(200)
                .get("goal")
                .asText();
        assertEquals(TEN_MILLION + 5, goal.length());
        assertEquals(200, again.organiser().get(again.path() + "/export/md").status());
    }

    @Test
    void fiveThousandStepsAreReadEditedExportedAndKept() {
        Workshop room = workshop();
        List<Object> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            steps.add(Api.object(
                    "title", "Schritt " + i, "details", "Was zu tun ist, Zeile " + i, "responsible", "Amt " + i % 40));
        }
        Api organiser = room.organiser();
        String path = room.path() + "/plan";
        assertEquals(
                STEPS,
                organiser
                        .put(path, Api.object("steps", steps))
                        .expect(200)
                        .get("steps")
                        .size());
        server.restart();
        Workshop again = room.at(server.base());
        try (RawSocket late = RawSocket.enter(again, again.participant("Otto").api())) {
            late.send(Message.sync(Message.STEP_1, new Doc().encodeStateVector()));
            Doc all = new Doc();
            RawSocket.Frame answer = late.readUntil("step 2", frame -> step(frame, Message.STEP_2));
            all.applyUpdate(((Message.Step2) Message.decode(answer.payload())).update());
            assertEquals(STEPS, all.getMap("steps").keys().size());
        }
        assertEquals(STEPS, again.organiser().get(path).expect(200).get("steps").size());
        for (String format : List.of("md", "csv", "json")) {
            assertEquals(
                    200,
                    again.organiser().get(room.path() + "/export/" + format).status());
        }
    }

    private static boolean step(RawSocket.Frame frame, int step) {
        return frame.type() == Message.SYNC && frame.payload()[1] == step;
    }

    private static boolean saysSynced(RawSocket.Frame frame) {
        return frame.type() == Message.EVENT
                && Message.decode(frame.payload()) instanceof Message.Event event
                && event.json().contains("\"saved\"")
                && event.json().contains("\"synced\":true");
    }
}
