package de.werkraum.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.crdt.Doc;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.RawSocket;
import de.werkraum.support.VisitClient;
import de.werkraum.support.VisitClient.Ear;
import de.werkraum.support.VisitClient.Line;
import de.werkraum.support.Workshop;
import de.werkraum.sync.Message;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A connection without a WebSocket: what a WebSocket would get and take, over requests that may be cut at any moment. */
class VisitTest extends LimitsServer {
    private static final int MIB = 1024 * 1024;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int AWAY_SECONDS = 3;

    VisitTest() {
        super(Map.of("awaySeconds", AWAY_SECONDS, "writeQueueBytes", 2 * MIB, "documentBytes", 512 * MIB));
    }

    @Test
    @Tag("N-1")
    @Tag("N-2")
    void theStreamBeginsWithPaddingAndTellsWhatASocketWouldHear() {
        Workshop room = workshop();
        VisitClient visit = VisitClient.begin(room, room.participant("Paula").api());
        try (Ear ear = visit.listen(0)) {
            assertEquals(200, ear.response().statusCode());
            var headers = ear.response().headers();
            assertEquals(
                    "application/x-ndjson", headers.firstValue("content-type").orElse(""));
            assertEquals("no-store", headers.firstValue("cache-control").orElse(""));
            assertEquals("no", headers.firstValue("x-accel-buffering").orElse(""));
            assertEquals("identity", headers.firstValue("content-encoding").orElse("identity"));
            ear.awaits("step 1", line -> line.said() instanceof Message.Step1);
            ear.hears("\"type\":\"room\"");
            ear.hears("\"type\":\"presence\"");
            assertTrue(ear.raw().get(0).length() >= 2_047, "padding");
            assertFalse(Api.parse(ear.raw().get(0)).has("n"));
            assertEquals(
                    LongStream.rangeClosed(1, ear.lines().size()).boxed().toList(),
                    ear.lines().stream().map(Line::number).toList());
        }
    }

    @Test
    @Tag("N-3")
    void editsGoBothWaysInOrderAndOnesOwnDoNotComeBack() throws IOException {
        Workshop room = workshop();
        VisitClient visit = VisitClient.begin(room, room.participant("Paula").api());
        Author paula = new Author();
        Author bert = new Author();
        Doc seen = new Doc();
        try (Ear ear = visit.listen(0);
                RawSocket other = RawSocket.enter(room, room.participant("Bert").api())) {
            assertEquals(
                    2,
                    visit.say(0, paula.types("a"), paula.types("b"))
                            .expect(200)
                            .get("next")
                            .asInt());
            for (int i = 0; i < 50; i++) {
                other.send(bert.types(i + " "));
            }
            Doc there = new Doc();
            other.readUntil("Paula's edits", frame -> {
                apply(there, frame.payload());
                return there.getText("goal").toString().equals("ab");
            });
            ear.hears("\"updates\":2");
            Conditions.await("Bert's edits", LIMIT, () -> edits(ear).size() == 50);
            edits(ear).forEach(edit -> seen.applyUpdate(edit.update()));
            assertEquals(bert.text(), seen.getText("goal").toString());
        }
    }

    @Test
    @Tag("N-4")
    void aRepeatedRequestChangesNothingEvenWhereItsAnswerIsLost() throws IOException {
        Workshop room = workshop();
        Api api = room.participant("Paula").api();
        VisitClient visit = VisitClient.begin(room, api);
        Author paula = new Author();
        byte[][] said = {paula.types("eins "), paula.types("zwei ")};
        String body = Api.json(VisitClient.body(0, false, said));
        for (int i = 0; i < 3; i++) {
            try (Socket cut = new Socket(server.base().getHost(), server.base().getPort())) {
                cut.getOutputStream()
                        .write(("POST " + visit.path() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                        + api.token() + "\r\nContent-Type: application/json\r\nContent-Length: "
                                        + body.length() + "\r\n\r\n" + body)
                                .getBytes(StandardCharsets.US_ASCII));
                // The first byte of the answer shows that it was taken; the rest is lost.
                assertEquals('H', cut.getInputStream().read());
            }
        }
        assertEquals(2, visit.say(0, said).expect(200).get("next").asInt());
        // A longer one brings what is new of it.
        assertEquals(
                3,
                visit.say(1, said[1], paula.types("drei"))
                        .expect(200)
                        .get("next")
                        .asInt());
        Api.Answer gap = visit.say(7, paula.types("!"));
        assertEquals("gap", gap.problem(409));
        assertEquals(3, gap.expect(409).get("next").asInt());
        try (Ear ear = visit.listen(0)) {
            Line saved = ear.hears("\"updates\":3");
            assertTrue(new String(saved.message(), StandardCharsets.UTF_8).contains("\"refused\":0"));
            assertTrue(ear.lines().stream()
                    .noneMatch(line -> new String(line.message(), StandardCharsets.UTF_8).contains("\"updates\":4")));
        }
        assertEquals("eins zwei drei", goal(room));
    }

    @Test
    @Tag("N-5")
    void aStreamThatComesBackGoesOnWhereItWas() throws IOException {
        Workshop room = workshop();
        VisitClient visit = VisitClient.begin(room, room.participant("Paula").api());
        Author bert = new Author();
        Doc seen = new Doc();
        long last;
        try (RawSocket other = RawSocket.enter(room, room.participant("Bert").api())) {
            try (Ear ear = visit.listen(0)) {
                other.send(bert.types("vorher "));
                Conditions.await("the first edit", LIMIT, () -> edits(ear).size() == 1);
                edits(ear).forEach(edit -> seen.applyUpdate(edit.update()));
                last = ear.last();
            }
            IntStream.range(0, 20).forEach(i -> other.send(bert.types("nachher " + i)));
            try (Ear ear = visit.listen(last)) {
                Conditions.await(
                        "what was said meanwhile", LIMIT, () -> edits(ear).size() == 20);
                edits(ear).forEach(edit -> seen.applyUpdate(edit.update()));
                assertEquals(bert.text(), seen.getText("goal").toString());
                assertEquals(last + 1, ear.lines().get(0).number());
            }
        }
    }

    @Test
    @Tag("N-5")
    void ofTwoStreamsTheNewerOneHears() throws IOException {
        Workshop room = workshop();
        VisitClient visit = VisitClient.begin(room, room.participant("Paula").api());
        try (Ear first = visit.listen(0)) {
            first.hears("\"type\":\"presence\"");
            try (Ear second = visit.listen(first.last());
                    RawSocket other =
                            RawSocket.enter(room, room.participant("Bert").api())) {
                first.awaitEnd();
                other.send(new Author().types("für die neue"));
                Conditions.await("the edit", LIMIT, () -> edits(second).size() == 1);
                assertTrue(edits(first).isEmpty());
            }
        }
    }

    @Test
    @Tag("N-6")
    void whereStreamsAreHeldBackOneAsksAndWaits() throws IOException {
        Workshop room = workshop();
        VisitClient visit = VisitClient.begin(room, room.participant("Paula").api());
        Author bert = new Author();
        Doc seen = new Doc();
        long last = 0;
        try (RawSocket other = RawSocket.enter(room, room.participant("Bert").api())) {
            other.send(bert.types("eins "));
            for (int i = 0; i < 50 && !seen.getText("goal").toString().equals("eins zwei"); i++) {
                List<Line> lines = VisitClient.lines(visit.poll(last, 5));
                for (Line line : lines) {
                    assertEquals(++last, line.number());
                    apply(seen, line.message());
                }
                if (i == 2) {
                    other.send(bert.types("zwei"));
                }
            }
            assertEquals("eins zwei", seen.getText("goal").toString());
            // A lost answer: the same is asked for again.
            long again = last - 1;
            assertEquals(last, VisitClient.lines(visit.poll(again, 5)).get(0).number());
        }
    }

    @Test
    @Tag("N-5")
    void nobodyListensAndItIsOver() {
        Workshop room = workshop();
        VisitClient visit = VisitClient.begin(room, room.participant("Paula").api());
        Conditions.await("it is over", LIMIT, () -> visit.say(0).status() == 410);
        assertEquals("visitOver", visit.say(0).problem(410));
        assertEquals("visitOver", visit.poll(0, 0).problem(410));
        assertEquals(0, connections(room));
    }

    @Test
    void whoLeavesIsGoneAtOnce() {
        Workshop room = workshop();
        VisitClient visit = VisitClient.begin(room, room.participant("Paula").api());
        Conditions.await("it is there", LIMIT, () -> connections(room) == 1);
        assertEquals(204, visit.leave().status());
        Conditions.await("it has gone", LIMIT, () -> connections(room) == 0);
        assertEquals("visitOver", visit.poll(0, 0).problem(410));
    }

    @Test
    @Tag("N-7")
    void itIsOneMembersInOneRoom() {
        Workshop room = workshop();
        Workshop elsewhere = workshop();
        VisitClient visit = VisitClient.begin(room, room.participant("Paula").api());
        assertEquals(
                "visitOver", visit.as(room.participant("Otto").api()).say(0).problem(410));
        assertEquals(
                "otherRoom",
                visit.as(elsewhere.participant("Otto").api()).poll(0, 0).problem(403));
        assertEquals(
                "unauthorized",
                visit.as(Api.of(server.base()).as("nothing")).say(0).problem(401));
        assertEquals(0, visit.say(0).expect(200).get("next").asInt());
    }

    @Test
    @Tag("N-7")
    void removalEndsItWithItsCode() {
        Workshop room = workshop();
        Workshop.Person paula = room.participant("Paula");
        VisitClient visit = VisitClient.begin(room, paula.api());
        try (Ear ear = visit.listen(0)) {
            ear.hears("\"type\":\"room\"");
            room.organiser().delete(room.path() + "/members/" + paula.id()).expect(204);
            ear.awaits("goodbye", line -> line.close() == 4403);
            ear.awaitEnd();
        }
    }

    @Test
    void aViewerIsDeniedAndNonsenseEndsTheVisitAlone() {
        Workshop room = workshop();
        Api viewerApi = room.viewer("Leinwand").api();
        VisitClient viewer = VisitClient.begin(room, viewerApi);
        VisitClient paula = VisitClient.begin(room, room.participant("Paula").api());
        try (Ear ear = viewer.listen(0);
                Ear other = paula.listen(0)) {
            viewer.say(0, new Author().types("nicht erlaubt")).expect(200);
            ear.awaits("denied", line -> line.message().length > 0 && line.message()[0] == Message.AUTH);
            assertEquals("invalid", viewer.say(-1).problem(422));
            assertEquals(
                    "invalid",
                    viewerApi
                            .post(viewer.path(), Api.object("from", 1, "messages", List.of("%%")))
                            .problem(422));
            viewer.say(1, new byte[] {0, 2, 5, 1}).expect(200);
            ear.awaits("goodbye", line -> line.close() >= 4400 || line.close() == 1007);
            ear.awaitEnd();
            paula.say(0, new Author().types("geht weiter")).expect(200);
            other.hears("\"updates\":1");
        }
        assertEquals("geht weiter", goal(room));
    }

    @Test
    @Tag("N-8")
    void longMessagesComeInPartsAndNoRequestIsLongerThanAMebibyte() {
        Workshop room = workshop();
        VisitClient visit = VisitClient.begin(room, room.participant("Paula").api());
        Author paula = new Author();
        byte[] update = paula.types("x".repeat(2 * MIB));
        assertEquals("tooLarge", visit.say(0, update).problem(413));
        int next = 0;
        int part = 700_000;
        for (int from = 0; from < update.length; from += part) {
            byte[] bytes = Arrays.copyOfRange(update, from, Math.min(update.length, from + part));
            boolean last = from + part >= update.length;
            Api.Answer answer = last ? visit.say(next, bytes) : visit.part(next, bytes);
            next = answer.expect(200).get("next").asInt();
            // Each part may be repeated, too.
            assertEquals(
                    next,
                    (last ? visit.say(next - 1, bytes) : visit.part(next - 1, bytes))
                            .expect(200)
                            .get("next")
                            .asInt());
        }
        Conditions.await("all of it", LIMIT, () -> goal(room).length() == 2 * MIB);
    }

    @Test
    @Tag("B-4")
    void whoDoesNotReadIsLetGo() throws IOException {
        Workshop room = workshop();
        Api paula = room.participant("Paula").api();
        VisitClient visit = VisitClient.begin(room, paula);
        try (Socket stuck = new Socket(server.base().getHost(), server.base().getPort());
                RawSocket author =
                        RawSocket.enter(room, room.participant("Anna").api())) {
            stuck.getOutputStream()
                    .write(("GET " + visit.path() + "?after=0 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + paula.token() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Conditions.await("both are there", LIMIT, () -> connections(room) == 2);
            Author anna = new Author();
            int length = 0;
            while (connections(room) > 1 && length < 200 * MIB) {
                author.send(anna.types("x".repeat(200_000)));
                length += 200_000;
                int all = length;
                Conditions.await("the server has it", LIMIT, () -> goal(room).length() == all);
            }
            assertTrue(length > 2 * MIB && length < 200 * MIB, "let go after " + length);
        }
        assertEquals("visitOver", visit.say(0).problem(410));
    }

    private static int connections(Workshop room) {
        for (JsonNode one : room.organiser().get("/rooms").expect(200)) {
            if (one.get("id").asText().equals(room.id())) {
                return one.get("connected").asInt();
            }
        }
        throw new AssertionError("the room is not listed");
    }

    private static String goal(Workshop room) {
        return room.organiser()
                .get(room.path() + "/plan")
                .expect(200)
                .path("goal")
                .asText();
    }

    private static List<Message.Update> edits(Ear ear) {
        return ear.lines().stream()
                .filter(line -> line.message().length > 0)
                .map(Line::said)
                .filter(Message.Update.class::isInstance)
                .map(Message.Update.class::cast)
                .toList();
    }

    private static void apply(Doc doc, byte[] message) {
        if (message.length > 0
                && message[0] == Message.SYNC
                && Message.decode(message) instanceof Message.Update edit) {
            doc.applyUpdate(edit.update());
        }
    }
}
