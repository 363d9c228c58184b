package de.werkraum.crdt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.werkraum.support.NodePackages;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Real Yjs in a Node process, asked line by line; see {@code src/test/js/crdt/driver.js}. */
final class RealYjs implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final Process node;
    private final BufferedWriter requests;
    private final BufferedReader answers;

    RealYjs() throws IOException, InterruptedException {
        node = new ProcessBuilder("node", "crdt/driver.js")
                .directory(NodePackages.ready().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        requests = node.outputWriter(StandardCharsets.UTF_8);
        answers = node.inputReader(StandardCharsets.UTF_8);
    }

    /** What a document shows and holds. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record State(Content content, byte[] vector, byte[] update, boolean pending, List<byte[]> updates) {}

    /** What readers of the five root types see. */
    record Content(String text, String delta, String map, String array, String xml) {
        static Content of(Doc doc) {
            List<Map<String, Object>> delta = new ArrayList<>();
            for (TextPart part : doc.getText("t").toDelta()) {
                Map<String, Object> tree = new LinkedHashMap<>();
                tree.put("insert", part.insert());
                if (!part.attributes().isEmpty()) {
                    tree.put("attributes", part.attributes());
                }
                delta.add(tree);
            }
            return new Content(
                    doc.getText("t").toString(),
                    Json.stringify(delta),
                    doc.getMap("m").toJson(),
                    doc.getArray("a").toJson(),
                    doc.getXmlFragment("x").toString());
        }
    }

    JsonNode ask(ObjectNode request) throws IOException {
        requests.write(json.writeValueAsString(request));
        requests.write('\n');
        requests.flush();
        JsonNode answer = json.readTree(answers.readLine());
        if (answer.has("error")) {
            throw new IOException(answer.get("error").asText());
        }
        return answer;
    }

    ObjectNode request(String command) {
        return json.createObjectNode().put("command", command);
    }

    State session(int seed, boolean gc, int clients, int steps, String kinds, boolean cutPairs) throws IOException {
        return state(ask(request("session")
                .put("seed", seed)
                .put("gc", gc)
                .put("clients", clients)
                .put("steps", steps)
                .put("kinds", kinds)
                .put("cutPairs", cutPairs)));
    }

    State load(boolean gc, List<byte[]> updates) throws IOException {
        ObjectNode request = request("load").put("gc", gc);
        ArrayNode list = request.putArray("updates");
        updates.forEach(list::add);
        return state(ask(request));
    }

    private static State state(JsonNode answer) {
        List<byte[]> updates = new ArrayList<>();
        answer.path("updates").forEach(each -> updates.add(bytes(each)));
        JsonNode content = answer.get("content");
        return new State(
                new Content(
                        content.get("text").asText(),
                        content.get("delta").asText(),
                        content.get("map").asText(),
                        content.get("array").asText(),
                        content.get("xml").asText()),
                bytes(answer.get("vector")),
                bytes(answer.get("update")),
                answer.get("pending").asBoolean(),
                updates);
    }

    private static byte[] bytes(JsonNode text) {
        return Base64.getDecoder().decode(text.asText());
    }

    @Override
    public void close() throws IOException {
        requests.close();
        node.destroy();
    }
}
