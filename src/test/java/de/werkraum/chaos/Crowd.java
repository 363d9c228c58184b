package de.werkraum.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.NodeScript;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Eight stock clients that edit and fifty members who vote, in one Node process, told over HTTP what to do. */
final class Crowd implements AutoCloseable {
    static final int EDITORS = 8;
    static final int VOTERS = 50;
    private static final Duration LONG = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final NodeScript script;
    private final URI base;

    private Crowd(NodeScript script, URI base) {
        this.script = script;
        this.base = base;
    }

    static Crowd start(Map<String, String> environment) {
        NodeScript script = NodeScript.start("chaos/crowd.js", environment);
        Conditions.await("the crowd", LONG, () -> script.stdout().contains("\n"));
        int port = Api.parse(script.stdout().lines().findFirst().orElseThrow())
                .get("port")
                .asInt();
        return new Crowd(script, URI.create("http://127.0.0.1:" + port));
    }

    /** Lets the people into a room whose server they find at that address; answers what {@link #start} needs. */
    static Map<String, String> people(Workshop room, URI front, long seed) {
        List<String> editors = new ArrayList<>();
        List<Object> voters = new ArrayList<>();
        for (int i = 0; i < EDITORS; i++) {
            editors.add(room.participant("Editor " + i).api().token());
        }
        for (int i = 0; i < VOTERS; i++) {
            Workshop.Person voter = room.participant("Voter " + i);
            voters.add(Api.object("member", voter.id(), "token", voter.api().token()));
        }
        return Map.of(
                "BASE", front.toString(),
                "ROOM", room.id(),
                "SEED", String.valueOf(seed % 1_000_000),
                "TOKENS", Api.json(Api.object("editors", editors, "voters", voters)));
    }

    private JsonNode call(String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                    .timeout(LONG)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return Api.parse(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException("the crowd is gone" + (script.running() ? "" : ", its process too"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int state(String what) {
        return call("/state", "").get(what).asInt();
    }

    /** Tokens of edits that the server has reported as saved. */
    Set<String> saved() {
        return strings(call("/saved", ""));
    }

    /** Tokens of all edits. */
    Set<String> written() {
        return strings(call("/written", ""));
    }

    private static Set<String> strings(JsonNode list) {
        Set<String> all = new HashSet<>();
        list.forEach(one -> all.add(one.asText()));
        return all;
    }

    /** A word for what each editor's document holds. */
    Set<String> replicas() {
        return strings(call("/replicas", ""));
    }

    void write() {
        call("/write", "");
    }

    void pause() {
        call("/pause", "");
    }

    /** One editor loses its page for good, with all that only the page held, and comes back with an empty one. */
    void forgetOne() {
        call("/forget", "");
    }

    void vote(String id, String path, List<String> options) {
        call("/vote", Api.json(Api.object("id", id, "path", path, "options", options)));
    }

    /** Ends the voting and answers what each voter was told: {@code [{member, ok: {choices, receipt}?, unknown: [choices]}]}. */
    JsonNode count() {
        return call("/count", "");
    }

    /** Waits until more edits are saved. */
    void awaitSaved() {
        int saved = state("written") - state("unsaved");
        Conditions.await("edits are saved", LONG, () -> state("written") - state("unsaved") > saved + 40);
    }

    /** Waits until so many more edits are saved and ballots answered: life goes on. */
    void awaitProgress() {
        int saved = state("written") - state("unsaved");
        int ballots = state("ballots");
        Conditions.await(
                "edits are saved and ballots answered",
                LONG,
                () -> state("written") - state("unsaved") > saved + 40 && state("ballots") > ballots + VOTERS / 2);
    }

    /** Waits until some client has heard that nothing can be saved. */
    void awaitOutage(int before) {
        Conditions.await("clients are told that nothing is saved", LONG, () -> state("outages") > before);
    }

    @Override
    public void close() {
        script.close();
    }
}
