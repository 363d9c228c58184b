package de.werkraum.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something people do whose answer may get lost.
 *
 * @param prepare what must be there before
 * @param send does it; called again with the same key until it is answered
 * @param check whether it is done, and once
 * @param goneAfter whether asking again may find that it is done by 404
 */
record LostAct(
        String name,
        Consumer<Stage> prepare,
        Function<Stage, Api.Answer> send,
        Consumer<Stage> check,
        boolean goneAfter) {

    static List<LostAct> all() {
        return List.of(
                act(
                        "event",
                        s -> s.organiser.under(s.key).post("/events", Api.object("title", s.title)),
                        s -> s.once("/events")),
                act("room", s -> s.organiser.under(s.key).post("/rooms", Api.object("title", s.title + " neu")), s -> {
                    s.title = s.title + " neu";
                    s.once("/rooms");
                }),
                act(
                        "codes",
                        s -> s.mona.under(s.key).post(s.path("/codes"), Api.object("role", "participant", "count", 3)),
                        s -> {}),
                act(
                        "joining",
                        s -> s.room.nobody()
                                .under(s.key)
                                .post("/join", Api.object("code", s.room.code("participant"), "name", "Neu")),
                        s -> assertEquals(4, s.get("/members").size())),
                act(
                        "state",
                        s -> s.mona.patch(s.path(""), Api.object("phase", "vote", "locked", true)),
                        s -> assertEquals("vote", s.get("").get("phase").asText())),
                act(
                        "name",
                        s -> s.paula.api().patch(s.path("/members/" + s.paula.id()), Api.object("name", "Pia")),
                        s -> {}),
                gone(
                        "removal",
                        s -> s.mona.delete(s.path("/members/" + s.paula.id())),
                        s -> assertEquals(2, s.get("/members").size())),
                gone("erasing", s -> s.mona.delete(s.path("/members/" + s.paula.id() + "?erase=true")), s -> {}),
                act(
                        "plan",
                        s -> s.mona.put(s.path("/plan"), Api.object("goal", "Ziel")),
                        s -> assertEquals("Ziel", s.get("/plan").get("goal").asText())),
                act(
                        "version",
                        s -> s.mona.under(s.key).post(s.path("/versions"), Api.object("name", s.title)),
                        s -> s.once(s.path("/versions"))),
                new LostAct(
                        "restoring",
                        Stage::version,
                        s -> s.mona.under(s.key).post(s.made + "/restore", Api.object()),
                        s -> assertEquals("", s.get("/plan").get("goal").asText()),
                        false),
                act(
                        "draft",
                        s -> s.mona.under(s.key).post(s.path("/polls"), QUESTION),
                        s -> assertEquals(1, s.get("/polls").size())),
                poll("changing", Stage::draft, s -> s.mona.patch(s.made, Api.object("question", "Nein?")), "draft", 0),
                new LostAct(
                        "deleting",
                        Stage::draft,
                        s -> s.mona.delete(s.made),
                        s -> assertEquals(0, s.get("/polls").size()),
                        true),
                poll("opening", Stage::draft, s -> s.mona.under(s.key).post(s.made + "/open", Api.object()), "open", 0),
                poll("ballot", Stage::open, Stage::ballot, "open", 1),
                poll(
                        "admitting",
                        Stage::late,
                        s -> s.mona.under(s.key).post(s.made + "/admit", Api.object()),
                        "open",
                        0),
                poll(
                        "closing",
                        Stage::cast,
                        s -> s.mona.under(s.key).post(s.made + "/close", Api.object()),
                        "closed",
                        1),
                poll(
                        "revealing",
                        Stage::closed,
                        s -> s.mona.under(s.key).post(s.made + "/reveal", Api.object()),
                        "closed",
                        1),
                new LostAct(
                        "repeating",
                        Stage::closed,
                        s -> s.mona.under(s.key).post(s.made + "/repeat", Api.object()),
                        s -> assertEquals(2, s.get("/polls").size()),
                        false),
                poll(
                        "cancelling",
                        Stage::cast,
                        s -> s.mona.under(s.key).post(s.made + "/cancel", Api.object("reason", "Irrtum")),
                        "cancelled",
                        1));
    }

    private static final Map<String, Object> QUESTION = Api.object(
            "question", "Ja?", "method", "consent", "settings", Api.object("secret", false, "reveal", "moderator"));

    private static LostAct act(String name, Function<Stage, Api.Answer> send, Consumer<Stage> check) {
        return new LostAct(name, s -> {}, send, check, false);
    }

    private static LostAct gone(String name, Function<Stage, Api.Answer> send, Consumer<Stage> check) {
        return new LostAct(name, s -> {}, send, check, true);
    }

    private static LostAct poll(
            String name, Consumer<Stage> prepare, Function<Stage, Api.Answer> send, String state, int cast) {
        return new LostAct(name, prepare, send, s -> s.poll(state, cast), false);
    }

    /** A room with somebody in it, for one act. */
    static final class Stage {
        private final Api organiser;
        private final Workshop room;
        private final Api mona;
        private final Workshop.Person paula;
        private final String key = UUID.randomUUID().toString();
        private String title;
        private String made = "";
        private String option = "";

        private Stage(Api organiser, String title) {
            this.organiser = organiser;
            this.title = title;
            room = Workshop.open(organiser, Api.object("title", title));
            mona = room.moderator("Mona").api();
            paula = room.participant("Paula");
            room.participant("Peter");
            // Minutes are written a moment after what they tell: what is compared is to stand still.
            mona.patch(room.path(), Api.object("minuting", false)).expect(200);
        }

        static Stage set(Api organiser, String title) {
            return new Stage(organiser, title);
        }

        private String path(String below) {
            return room.path() + below;
        }

        private JsonNode get(String below) {
            return organiser.get(path(below)).expect(200);
        }

        /** One thing of that title, or name, is there. */
        private void once(String list) {
            int count = 0;
            for (JsonNode one : organiser.get(list).expect(200)) {
                count += title.equals(one.path("title").asText(one.path("name").asText())) ? 1 : 0;
            }
            assertEquals(1, count, list);
        }

        private void version() {
            made = path("/versions/")
                    + mona.post(path("/versions"), Api.object("name", "Leer"))
                            .expect(201)
                            .get("id")
                            .asText();
            mona.put(path("/plan"), Api.object("goal", "Ziel")).expect(200);
        }

        private void draft() {
            JsonNode poll = mona.post(path("/polls"), QUESTION).expect(201);
            made = path("/polls/") + poll.get("id").asText();
            option = poll.at("/options/0/id").asText();
        }

        private void open() {
            draft();
            mona.post(made + "/open", Api.object()).expect(200);
        }

        private void late() {
            open();
            room.participant("Nina");
        }

        private Api.Answer ballot() {
            return paula.api().put(made + "/ballot", Api.object("choices", Api.object(option, "yes")));
        }

        private void cast() {
            open();
            ballot().expect(200);
        }

        private void closed() {
            cast();
            mona.post(made + "/close", Api.object()).expect(200);
        }

        private void poll(String state, int cast) {
            JsonNode poll = mona.get(made).expect(200);
            assertEquals(state, poll.get("state").asText());
            assertEquals(cast, poll.get("cast").asInt(), poll.toString());
        }

        /** Notes all that must be the same after a restart. */
        void keep(Map<String, JsonNode> told) {
            for (String part : List.of("/plan", "/polls", "/members")) {
                told.put(path(part), get(part));
            }
        }
    }
}
