package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.Receiver;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of the interface: all of it, nothing else, and true. */
class OpenApiTest extends ServerTest {
    private static final Pattern ROUTE =
            Pattern.compile("\\b(api|router)\\s*\\.(get|post|put|patch|delete)\\(([^)]+)\\)");
    private static final Pattern CONSTANT = Pattern.compile("String (\\w+) = ([^;]+);");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonObject description =
            new JsonObject(nobody().get("/openapi.json").body());

    /** Every route as the classes of the web package mount it: {@code get /api/v1/rooms/{}}. */
    private static Set<String> mounted() throws IOException {
        Set<String> routes = new TreeSet<>();
        List<Path> sources;
        try (Stream<Path> files = Files.list(Path.of("src/main/java/de/werkraum/web"))) {
            sources = files.toList();
        }
        for (Path source : sources) {
            String code = Files.readString(source);
            Map<String, String> constants = new HashMap<>();
            Matcher constant = CONSTANT.matcher(code);
            while (constant.find()) {
                constants.put(constant.group(1), value(constant.group(2), constants));
            }
            Matcher route = ROUTE.matcher(code);
            while (route.find()) {
                String base = route.group(1).equals("api") ? "/api/v1" : "";
                routes.add(route.group(2) + " " + base + nameless(value(route.group(3), constants)));
            }
        }
        return routes;
    }

    private static String value(String expression, Map<String, String> constants) {
        StringBuilder value = new StringBuilder();
        for (String part : expression.split("\\+", -1)) {
            String text = part.strip();
            value.append(
                    text.startsWith("\"") ? text.substring(1, text.length() - 1) : constants.getOrDefault(text, ""));
        }
        return value.toString();
    }

    private static String nameless(String path) {
        return path.replaceAll(":\\w+|\\{\\w+}", "{}");
    }

    @Test
    void everyRouteIsDescribedAndNoOther() throws IOException {
        Set<String> described = new TreeSet<>();
        description.getJsonObject("paths").forEach(path -> ((JsonObject) path.getValue())
                .fieldNames().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> described.add(method + " " + nameless(path.getKey()))));
        assertEquals(mounted(), described);
        assertTrue(described.size() > 40, "the sources were read: " + described);
    }

    /** Fails unless the answer is described for that call and as described. */
    private JsonNode checked(String method, String path, Api.Answer answer) {
        JsonObject operation =
                description.getJsonObject("paths").getJsonObject(path).getJsonObject(method);
        JsonObject response = operation.getJsonObject("responses").getJsonObject(String.valueOf(answer.status()));
        if (response == null) {
            throw new AssertionError(method + " " + path + " answered " + answer.status() + ": " + answer.body());
        }
        if (response.containsKey("content")) {
            String type = answer.contentType().replaceAll(";.*", "");
            JsonObject content = response.getJsonObject("content").getJsonObject(type);
            if (content == null) {
                throw new AssertionError(method + " " + path + " answered " + type);
            }
            if (content.containsKey("schema")) {
                validate(method + " " + path, content.getJsonObject("schema"), answer.body());
            }
        }
        return answer.expect(answer.status());
    }

    private void validate(String what, JsonObject schema, String body) {
        JsonObject whole = new JsonObject(description
                .copy()
                .getJsonObject("components")
                .getJsonObject("schemas")
                .encode()
                .replace("#/components/schemas/", "#/$defs/"));
        JsonObject checked =
                new JsonObject(schema.encode().replace("#/components/schemas/", "#/$defs/")).put("$defs", whole);
        Object value = body.startsWith("[") ? new JsonArray(body) : new JsonObject(body);
        OutputUnit result = Validator.create(
                        JsonSchema.of(checked),
                        new JsonSchemaOptions().setDraft(Draft.DRAFT202012).setBaseUri("https://werkraum.example"))
                .validate(value);
        assertTrue(Boolean.TRUE.equals(result.getValid()), () -> what + ": " + result.getErrors() + " in " + body);
    }

    private static final String ROOM = "/api/v1/rooms/{room}";
    private static final String POLL = ROOM + "/polls/{poll}";

    @Test
    void answersAreAsDescribed() {
        Workshop workshop = workshop();
        Api organiser = workshop.organiser();
        Workshop.Person moderator = workshop.moderator("Metha");
        Workshop.Person guest = workshop.participant("Gustav");
        Api api = moderator.api();
        String room = workshop.path();
        JsonNode event = checked("post", "/api/v1/events", organiser.post("/events", object("title", "Kongress")));
        checked("get", "/api/v1/events", organiser.get("/events"));
        checked(
                "get",
                "/api/v1/events/{event}",
                organiser.get("/events/" + event.get("id").asText()));
        events("/events/" + event.get("id").asText(), organiser, api);
        checked("post", "/api/v1/rooms", organiser.post("/rooms", object("title", "Noch einer")));
        checked("get", "/api/v1/rooms", organiser.get("/rooms"));
        checked("get", ROOM, api.get(room));
        checked("patch", ROOM, api.patch(room, object("timer", object("seconds", 60))));
        checked("post", ROOM + "/codes", api.post(room + "/codes", object("role", "viewer")));
        checked("get", "/api/v1/login", nobody().get("/login"));
        checked("post", "/api/v1/login/oidc/start", nobody().post("/login/oidc/start", object()));
        checked("get", "/api/v1/templates", nobody().get("/templates"));
        checked("get", "/api/v1/presets", nobody().get("/presets"));
        checked("get", ROOM + "/members", api.get(room + "/members"));
        checked(
                "patch",
                ROOM + "/members/{member}",
                api.patch(room + "/members/" + guest.id(), object("name", "Gustav G.")));
        Object comment = object("id", "k", "member", guest.id(), "name", "Gustav", "text", "Ja.", "done", true);
        Object step = object("title", "Ein Schritt", "due", "2026-12-24", "effort", 1.5, "comments", List.of(comment));
        checked("put", ROOM + "/plan", api.put(room + "/plan", object("goal", "Ziel", "steps", List.of(step))));
        checked("get", ROOM + "/plan", api.get(room + "/plan"));
        checked("put", ROOM + "/plan", api.put(room + "/plan", object("goal", 7)));
        checked("get", ROOM + "/export/{format}", api.get(room + "/export/json"));
        JsonNode version = checked("post", ROOM + "/versions", api.post(room + "/versions", object("name", "Stand")));
        String versionPath = room + "/versions/" + version.get("id").asText();
        checked("get", ROOM + "/versions/{version}", api.get(versionPath));
        checked("get", ROOM + "/versions/{version}/difference", api.get(versionPath + "/difference"));
        checked("get", ROOM + "/versions/{version}/difference", api.get(versionPath + "/difference?format=md"));
        checked(
                "post",
                ROOM + "/versions/{version}/steps/{step}/restore",
                api.post(versionPath + "/steps/nirgends/restore", object()));
        checked("post", ROOM + "/versions/{version}/restore", api.post(versionPath + "/restore", object()));
        checked("get", ROOM + "/versions", api.get(room + "/versions"));
        imports(room, api, guest.api());
        polls(workshop, api, guest);
        cards(room + "/cards", api, guest.api());
        checked("get", ROOM + "/audit", api.get(room + "/audit"));
        checked("get", ROOM + "/members/{member}/data", guest.api().get(room + "/members/" + guest.id() + "/data"));
        checked(
                "delete",
                ROOM + "/members/{member}",
                guest.api().delete(room + "/members/" + guest.id() + "?erase=true"));
        checked("get", ROOM + "/audit", api.get(room + "/audit"));
        String another = Congress.bare(organiser, object("title", "Noch einer"));
        outwards(organiser, another);
        status(room, api);
        feedback(room, api, organiser);
        feeds(organiser, workshop.participant("Fee").api(), room, "/events/" + another);
        checked("get", "/health/ready", nobody().get("/health/ready"));
        checked("get", "/health/live", nobody().get("/health/live"));
        checked("get", "/metrics", nobody().get("/metrics"));
        checked("delete", ROOM, organiser.delete(room));
    }

    private void events(String event, Api organiser, Api other) {
        String path = "/api/v1/events/{event}";
        checked("patch", path, organiser.patch(event, object("venue", "Rathaus")));
        checked("patch", path, other.patch(event, object("venue", "Rathaus")));
        Object session = object("title", "Sitzung", "start", "2026-07-04T07:30:00Z", "moderators", List.of("Mona"));
        checked(
                "put",
                path + "/programme",
                organiser.put(event + "/programme", object("sessions", List.of(session, object("title", "Offen")))));
        checked("put", path + "/programme", organiser.put(event + "/programme", object("sessions", 7)));
        String programme = event + "/programme/import";
        byte[] file = "ID;Titel;Beginn\n1;Neu;morgens\n".getBytes(StandardCharsets.UTF_8);
        String type = "application/octet-stream";
        checked("post", path + "/programme/import", organiser.upload(programme + "?dryRun=true", type, file));
        checked("post", path + "/programme/import", organiser.upload(programme, type, file));
        checked("post", path + "/programme/import", organiser.upload(programme, type, new byte[0]));
        checked("post", path + "/open", organiser.post(event + "/open", object()));
        checked("get", path + "/programme", organiser.get(event + "/programme"));
        checked("get", path + "/programme", other.get(event + "/programme"));
        assertEquals(200, organiser.get(event + "/programme.ics").status());
        assertEquals(200, organiser.get(event + "/moderators.csv").status());
        results(event, organiser);
        checked("delete", path, organiser.delete(event + "?rooms=true"));
    }

    private void results(String event, Api organiser) {
        String path = "/api/v1/events/{event}/publish";
        checked("get", path, organiser.get(event + "/publish"));
        JsonNode published = checked("post", path, organiser.post(event + "/publish", object()));
        checked("get", path, organiser.get(event + "/publish"));
        String secret = URI.create(published.get("url").asText()).getFragment();
        checked("get", "/api/v1/results/{results}", nobody().get("/results/" + secret));
        checked("get", "/api/v1/results/{results}/{format}", nobody().get("/results/" + secret + "/json"));
        checked("get", "/api/v1/events/{event}/progress", organiser.get(event + "/progress"));
        checked("get", "/api/v1/events/{event}/export", organiser.get(event + "/export?format=json"));
        checked("delete", path, organiser.delete(event + "/publish"));
    }

    private void feedback(String room, Api api, Api organiser) {
        String path = ROOM + "/feedback";
        checked("get", path, api.get(room + "/feedback"));
        JsonNode exported = api.get(room + "/export/json").expect(200);
        String reused = "/rooms/"
                + organiser
                        .post("/rooms", object("title", "Hier", "plan", exported))
                        .expect(201)
                        .get("id")
                        .asText();
        JsonNode file = checked("get", path, organiser.get(reused + "/feedback"));
        assertEquals(200, organiser.get(reused + "/feedback?format=md").status());
        checked("post", path, api.post(room + "/feedback", file));
        checked("post", path, api.post(room + "/feedback", object()));
    }

    private void status(String room, Api api) {
        String links = ROOM + "/status-links";
        Object step = object("id", "s", "title", "Ein Schritt", "status", "agreed", "responsible", "Amt");
        api.put(room + "/plan", object("steps", List.of(step))).expect(200);
        JsonNode link = checked("post", links, api.post(room + "/status-links", object("responsible", "Amt")));
        checked("post", links, api.post(room + "/status-links", object("responsible", "Niemand")));
        checked("get", links, api.get(room + "/status-links"));
        String path = "/status/" + URI.create(link.get("url").asText()).getFragment();
        String described = "/api/v1/status/{status}";
        checked("get", described, nobody().get(path));
        checked("post", described, nobody().post(path, object("step", "s", "status", "done")));
        checked("post", described, nobody().post(path, object("step", "s", "status", "fertig")));
        checked("get", described, nobody().get(path));
        String one = room + "/status-links/" + link.get("id").asText();
        checked("delete", links + "/{link}", api.delete(one));
        checked("delete", links + "/{link}", api.delete(one));
        checked("get", described, nobody().get(path));
    }

    private void feeds(Api organiser, Api guest, String room, String event) {
        String ofEvent = "/api/v1/events/{event}/feeds";
        JsonNode feed = checked("post", ROOM + "/feeds", guest.post(room + "/feeds", object("responsible", "Amt")));
        checked("get", ROOM + "/feeds", guest.get(room + "/feeds"));
        String path = URI.create(feed.get("url").asText()).getPath();
        String read = "/api/v1/feeds/{feed}";
        assertEquals(200, nobody().get(path).status());
        checked("get", read, nobody().get(path + "?as=unsinn"));
        checked(
                "delete",
                ROOM + "/feeds/{feed}",
                guest.delete(room + "/feeds/" + feed.get("id").asText()));
        checked("get", read, nobody().get(path));
        JsonNode of = checked("post", ofEvent, organiser.post(event + "/feeds", object()));
        checked("get", ofEvent, organiser.get(event + "/feeds"));
        checked(
                "delete",
                ofEvent + "/{feed}",
                organiser.delete(event + "/feeds/" + of.get("id").asText()));
    }

    private void outwards(Api organiser, String event) {
        String hook = "/api/v1/hooks/{hook}";
        checked("post", "/api/v1/hooks", organiser.post("/hooks", object("url", "https://127.0.0.1/")));
        checked("post", "/api/v1/hooks", organiser.post("/hooks", object()));
        try (TestServer open = TestServer.start(Map.of(), Receiver.ALLOWED)) {
            Api other = Workshop.organiser(open.base());
            JsonNode made =
                    checked("post", "/api/v1/hooks", other.post("/hooks", object("url", "http://127.0.0.1:9/")));
            String path = "/hooks/" + made.get("id").asText();
            checked("post", hook + "/probe", other.post(path + "/probe", object()));
            checked("get", hook, other.get(path));
            checked("get", "/api/v1/hooks", other.get("/hooks"));
            checked("post", hook + "/resume", other.post(path + "/resume", object()));
            checked("delete", hook, other.delete(path));
            checked("delete", hook, other.delete(path));
        }
        String keys = "/api/v1/events/{event}/keys";
        String path = "/events/" + event + "/keys";
        JsonNode key = checked("post", keys, organiser.post(path, object("name", "Skript", "scope", "write")));
        checked("get", keys, organiser.get(path));
        checked(
                "delete",
                keys + "/{key}",
                organiser.delete(path + "/" + key.get("id").asText()));
    }

    private void cards(String path, Api api, Api guest) {
        String cards = ROOM + "/cards";
        String card = path + "/" + UUID.randomUUID();
        Object idea = object("kind", "idea", "text", "Ein Amt für alle");
        checked("put", cards + "/{card}", guest.put(card, idea));
        checked("patch", cards, api.patch(path, object("ideas", "shown", "names", true, "questions", true)));
        checked("put", cards + "/{card}", guest.put(card, idea));
        checked("put", cards + "/{card}", guest.put(card, object("kind", "idee")));
        checked("put", cards + "/{card}/vote", guest.put(card + "/vote", object()));
        checked("get", cards, guest.get(path));
        checked("delete", cards + "/{card}/vote", guest.delete(card + "/vote"));
        checked("patch", cards + "/{card}", api.patch(card, object("onto", null)));
        checked("post", cards + "/{card}/step", api.post(card + "/step", object()));
        checked("delete", cards + "/{card}", guest.delete(card));
    }

    private void imports(String room, Api api, Api guest) {
        String path = room + "/import";
        String type = "application/octet-stream";
        byte[] file = "Nr.;Maßnahme;Termin\n1;Prüfen;KW 14\n;Summe;\n".getBytes(StandardCharsets.UTF_8);
        checked("post", ROOM + "/import", api.upload(path + "?dryRun=true", type, file));
        JsonNode done = checked("post", ROOM + "/import", api.upload(path, type, file));
        checked(
                "post",
                ROOM + "/import",
                api.upload(path + "?id=" + done.get("import").asText(), type, file));
        checked("post", ROOM + "/import", api.upload(path, type, new byte[0]));
        checked("post", ROOM + "/import", guest.upload(path, type, file));
        String undo = path + "/" + done.get("import").asText() + "/undo";
        checked("post", ROOM + "/import/{import}/undo", api.post(undo, object()));
    }

    private void polls(Workshop workshop, Api api, Workshop.Person guest) {
        String polls = workshop.path() + "/polls";
        for (boolean secret : new boolean[] {false, true}) {
            JsonNode draft = checked(
                    "post",
                    ROOM + "/polls",
                    api.post(
                            polls,
                            object("question", "Wie?", "method", "consent", "settings", object("secret", secret))));
            String poll = polls + "/" + draft.get("id").asText();
            checked("patch", POLL, api.patch(poll, object("question", "Wie denn?")));
            JsonNode open = checked("post", POLL + "/open", api.post(poll + "/open", object()));
            Object choices = object(open.at("/options/0/id").asText(), "yes");
            checked("put", POLL + "/ballot", guest.api().put(poll + "/ballot", object("choices", choices)));
            checked("put", POLL + "/ballot", guest.api().put(poll + "/ballot", object("choices", 3)));
            checked("put", POLL + "/ballot", api.put(poll + "/ballot", object("choices", choices)));
            checked("get", POLL, guest.api().get(poll));
            checked("get", POLL + "/missing", api.get(poll + "/missing"));
            checked("post", POLL + "/admit", api.post(poll + "/admit", object()));
            checked("delete", POLL, api.delete(poll));
            checked("post", POLL + "/close", api.post(poll + "/close", object()));
            checked("post", POLL + "/close", api.post(poll + "/close", object()));
            checked("get", ROOM + "/polls", guest.api().get(polls));
            JsonNode again = checked("post", POLL + "/repeat", api.post(poll + "/repeat", object()));
            checked("delete", POLL, api.delete(polls + "/" + again.get("id").asText()));
            checked("post", POLL + "/runoff", api.post(poll + "/runoff", object()));
            checked("post", POLL + "/cancel", api.post(poll + "/cancel", object("reason", "Anders gemeint")));
        }
    }

    @Test
    void whatIsNotAsDescribedIsFound() {
        JsonObject rooms = new JsonObject()
                .put("type", "array")
                .put("items", new JsonObject().put("$ref", "#/components/schemas/Room"));
        assertThrows(AssertionError.class, () -> validate("a room", rooms, "[{\"id\": 7}]"));
        assertThrows(AssertionError.class, () -> checked("get", ROOM, nobody().get("/health/live")));
    }

    @Test
    void refusalsAreAsDescribed() {
        Workshop workshop = workshop();
        Api guest = workshop.participant("Gustav").api();
        checked("post", "/api/v1/login", nobody().post("/login", object("key", "falsch")));
        checked("post", "/api/v1/login", nobody().post("/login", object("key", Workshop.KEY)));
        checked("post", "/api/v1/join", nobody().post("/join", object("code", "AAAAAAAA", "name", "Wer")));
        checked("post", "/api/v1/join", nobody().post("/join", object("code", workshop.code("viewer"), "name", "Wer")));
        checked("get", ROOM + "/audit", guest.get(workshop.path() + "/audit"));
        checked("get", ROOM + "/audit", nobody().get(workshop.path() + "/audit"));
        checked("get", ROOM, workshop.organiser().get("/rooms/" + NOWHERE));
        checked("post", "/api/v1/rooms", workshop.organiser().post("/rooms", object()));
        checked("post", "/api/v1/rooms", workshop.organiser().send("POST", "/rooms", "{"));
    }
}
