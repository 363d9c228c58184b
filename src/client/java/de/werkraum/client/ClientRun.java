package de.werkraum.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import de.werkraum.generated.ApiClient;
import de.werkraum.generated.ApiException;
import de.werkraum.generated.ApiResponse;
import de.werkraum.generated.DefaultApi;
import de.werkraum.generated.model.Event;
import de.werkraum.generated.model.EventKey;
import de.werkraum.generated.model.Joined;
import de.werkraum.generated.model.Member;
import de.werkraum.generated.model.ModelImport;
import de.werkraum.generated.model.Plan;
import de.werkraum.generated.model.PlanGiven;
import de.werkraum.generated.model.Poll;
import de.werkraum.generated.model.PollGiven;
import de.werkraum.generated.model.PostEventsEventKeysRequest;
import de.werkraum.generated.model.PostEventsRequest;
import de.werkraum.generated.model.PostJoinRequest;
import de.werkraum.generated.model.PostLoginRequest;
import de.werkraum.generated.model.PostRoomsRequest;
import de.werkraum.generated.model.Problem;
import de.werkraum.generated.model.PutRoomsRoomPollsPollBallotRequest;
import de.werkraum.generated.model.Room;
import de.werkraum.generated.model.Step;
import de.werkraum.generated.model.StepGiven;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A client that a generator made of {@code openapi.json}, against a server: {@code mvn -Pclient test}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ClientRun {
    private final TestServer server = TestServer.start();

    @AfterAll
    void stop() {
        server.close();
    }

    private DefaultApi nobody() {
        return new DefaultApi(client());
    }

    private DefaultApi as(String token) {
        ApiClient client = client();
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return new DefaultApi(client);
    }

    private ApiClient client() {
        ApiClient client = new ApiClient();
        client.updateBaseUri(server.base().toString());
        return client;
    }

    private DefaultApi organiser() throws ApiException {
        return as(nobody().postLogin(new PostLoginRequest().key(Workshop.KEY)).getToken());
    }

    private static Event event(DefaultApi organiser) throws ApiException {
        LocalDate date = LocalDate.parse("2026-12-24");
        return organiser.postEvents(
                new PostEventsRequest().title("Straßenkongress").date(date), null);
    }

    private Joined join(String code, String name) throws ApiException {
        return nobody().postJoin(new PostJoinRequest().code(code).name(name), null);
    }

    /** What the server says of a refusal, in the body of the exception. */
    private static Problem refused(int status, Executable call) throws JsonProcessingException {
        ApiException refusal = assertThrows(ApiException.class, call);
        assertEquals(status, refusal.getCode(), refusal.getMessage());
        return ApiClient.createDefaultObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
    }

    @Test
    void aWorkshopFromTheEventToTheDocument() throws Exception {
        DefaultApi organiser = organiser();
        Event event = event(organiser);
        assertEquals("Straßenkongress", organiser.getEventsEvent(event.getId()).getTitle());
        Room room = organiser.postRooms(new PostRoomsRequest().title("Wege").event(event.getId()), null);
        assertEquals(event.getId(), room.getEvent());
        assertEquals(Room.PhaseEnum.COLLECT, room.getPhase());
        DefaultApi moderator = as(join(room.getCodes().getModerator(), "Mona").getToken());
        Joined joined = join(room.getCodes().getParticipant(), "Jürgen");
        assertEquals(Member.RoleEnum.PARTICIPANT, joined.getMember().getRole());
        DefaultApi participant = as(joined.getToken());
        Step step = plan(moderator, participant, room.getId());
        Poll closed = poll(moderator, participant, room.getId(), step);
        assertTrue(closed.getTally().getValid());
        assertEquals(1, closed.getTally().getCast());
        File document =
                moderator.getRoomsRoomExportFormat(room.getId(), "pdf", "both", null, "true", null, null, null, null);
        byte[] start = Files.readAllBytes(document.toPath());
        assertEquals("%PDF-", new String(start, 0, 5, StandardCharsets.US_ASCII));
        assertTrue(document.getName().endsWith(".pdf"), document.getName());
    }

    /** Puts a plan, reads it, puts it again with a date; the step in it. */
    private static Step plan(DefaultApi moderator, DefaultApi participant, UUID room) throws ApiException {
        StepGiven given =
                new StepGiven().title("Gehwege prüfen").responsible("Amt 66").status(StepGiven.StatusEnum.AGREED);
        moderator.putRoomsRoomPlan(room, new PlanGiven().goal("Sichere Wege").addStepsItem(given), null);
        ApiResponse<Plan> read = participant.getRoomsRoomPlanWithHttpInfo(room, null, null);
        Step step = read.getData().getSteps().get(0);
        assertEquals("Gehwege prüfen", step.getTitle());
        assertEquals(Step.StatusEnum.AGREED, step.getStatus());
        assertNull(step.getDue());
        String tag = read.getHeaders().getOrDefault("etag", List.of()).get(0);
        given.id(step.getId()).due(LocalDate.parse("2027-03-01"));
        Plan put = moderator.putRoomsRoomPlan(room, new PlanGiven().addStepsItem(given), tag);
        assertEquals("Sichere Wege", put.getGoal(), "what is not mentioned stays");
        assertEquals(LocalDate.parse("2027-03-01"), put.getSteps().get(0).getDue());
        return put.getSteps().get(0);
    }

    private static Poll poll(DefaultApi moderator, DefaultApi participant, UUID room, Step step) throws ApiException {
        PollGiven given = new PollGiven()
                .question("Machen wir " + step.getTitle() + "?")
                .method("consent")
                .settings(Map.of("secret", false));
        UUID poll = moderator.postRoomsRoomPolls(room, given, null).getId();
        Poll open = moderator.postRoomsRoomPollsPollOpen(room, poll, null);
        assertEquals(Poll.StateEnum.OPEN, open.getState());
        Map<String, String> choices = Map.of(open.getOptions().get(0).getId(), "yes");
        participant.putRoomsRoomPollsPollBallot(room, poll, new PutRoomsRoomPollsPollBallotRequest().choices(choices));
        assertEquals(
                choices, participant.getRoomsRoomPollsPoll(room, poll).getMine().getChoices());
        Poll closed = moderator.postRoomsRoomPollsPollClose(room, poll, null);
        assertEquals(Poll.StateEnum.CLOSED, closed.getState());
        return closed;
    }

    @Test
    void aKeyOfAnEventFoundsRoomsForAScript() throws Exception {
        DefaultApi organiser = organiser();
        UUID event = event(organiser).getId();
        PostEventsEventKeysRequest wanted =
                new PostEventsEventKeysRequest().name("Skript").scope(PostEventsEventKeysRequest.ScopeEnum.WRITE);
        EventKey key = organiser.postEventsEventKeys(event, wanted, null);
        DefaultApi script = as(key.getKey());
        UUID again = UUID.fromString("01890000-0000-7000-8000-000000000001");
        Room room = script.postRooms(new PostRoomsRequest().title("Vom Skript"), again);
        assertEquals(
                room.getId(),
                script.postRooms(new PostRoomsRequest().title("Vom Skript"), again)
                        .getId());
        assertEquals(
                List.of(room.getId()),
                script.getRooms().stream().map(Room::getId).toList());
        assertEquals("notForKeys", refused(403, () -> script.getHooks()).getCode());
        organiser.deleteEventsEventKeysKey(event, key.getId());
        assertEquals("unauthorized", refused(401, () -> script.getRooms()).getCode());
    }

    @Test
    void aFileIsImported(@TempDir Path folder) throws Exception {
        Room room = organiser().postRooms(new PostRoomsRequest().title("Einfuhr"), null);
        DefaultApi moderator = as(join(room.getCodes().getModerator(), "Mona").getToken());
        Path file = Files.writeString(folder.resolve("plan.csv"), "Nr.;Maßnahme\n1;Prüfen\n");
        ModelImport done =
                moderator.postRoomsRoomImport(room.getId(), file.toFile(), null, null, null, null, null, null);
        assertEquals(1, done.getNew());
        assertEquals(
                "Prüfen",
                moderator
                        .getRoomsRoomPlan(room.getId(), null, null)
                        .getSteps()
                        .get(0)
                        .getTitle());
    }

    @Test
    void refusalsAreExceptionsWithTheirCodes() throws Exception {
        DefaultApi organiser = organiser();
        UUID nowhere = UUID.fromString("01890000-0000-7000-8000-000000000000");
        Problem problem = refused(404, () -> organiser.getRoomsRoom(nowhere));
        assertEquals("notFound", problem.getCode());
        assertEquals(nowhere.toString(), problem.getRoom());
        Room room = organiser.postRooms(new PostRoomsRequest().title("Wege"), null);
        DefaultApi participant =
                as(join(room.getCodes().getParticipant(), "Jürgen").getToken());
        DefaultApi moderator = as(join(room.getCodes().getModerator(), "Mona").getToken());
        PlanGiven plan = new PlanGiven().goal("Anders");
        assertEquals(
                "notModerator",
                refused(403, () -> participant.putRoomsRoomPlan(room.getId(), plan, null))
                        .getCode());
        assertEquals(
                "stale",
                refused(412, () -> moderator.putRoomsRoomPlan(room.getId(), plan, "\"0\""))
                        .getCode());
        plan.addStepsItem(new StepGiven().id("a")).addStepsItem(new StepGiven().id("a"));
        Problem invalid = refused(422, () -> moderator.putRoomsRoomPlan(room.getId(), plan, null));
        assertEquals("/steps/1/id", invalid.getErrors().get(0).getPointer());
        assertFalse(invalid.getTitle().isEmpty());
    }
}
