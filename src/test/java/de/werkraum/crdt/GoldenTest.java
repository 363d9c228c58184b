package de.werkraum.crdt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents written by Yjs 13.6, one of each content kind; {@code src/test/js/crdt/golden.js} writes the file. */
class GoldenTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<JsonNode> documents() throws Exception {
        List<JsonNode> documents = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src", "test", "resources", "crdt", "golden.jsonl"))) {
            documents.add(JSON.readTree(line));
        }
        return documents;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsAndWritesTheSameBytesAsYjs(JsonNode golden) {
        byte[] update = bytes(golden, "update");
        Doc doc = new Doc(DocOptions.defaults().withCollect(golden.get("gc").asBoolean()));
        RealYjs.Content.of(doc);
        doc.applyUpdate(update);

        RealYjs.Content content = RealYjs.Content.of(doc);
        JsonNode expected = golden.get("content");
        assertEquals(expected.get("text").asText(), content.text());
        assertEquals(SortedJson.of(expected.get("delta").asText()), SortedJson.of(content.delta()));
        assertEquals(expected.get("map").asText(), content.map());
        assertEquals(expected.get("array").asText(), content.array());
        assertEquals(expected.get("xml").asText(), content.xml());
        assertArrayEquals(bytes(golden, "vector"), doc.encodeStateVector());
        assertArrayEquals(bytes(golden, "reencoded"), doc.encodeStateAsUpdate());
        assertArrayEquals(bytes(golden, "snapshot"), doc.snapshot().encode());
        byte[] merged = Updates.merge(List.of(update));
        assertTrue(merged.length <= update.length);
        Doc again = new Doc(DocOptions.defaults().withCollect(golden.get("gc").asBoolean()));
        again.applyUpdate(merged);
        RealYjs.Content.of(again);
        assertArrayEquals(doc.encodeStateAsUpdate(), again.encodeStateAsUpdate());
    }

    @Test
    void printsNumbersLikeJavaScript() throws Exception {
        try (RealYjs yjs = new RealYjs()) {
            Random random = new Random(1);
            var request = yjs.request("numbers");
            var bits = request.putArray("bits");
            List<Double> numbers =
                    new ArrayList<>(List.of(0.1, 1e21, 1e-7, Double.MIN_VALUE, Double.MAX_VALUE, 2e-3, 9e15));
            for (int i = 0; i < 3000; i++) {
                double any = Double.longBitsToDouble(random.nextLong());
                numbers.add(Double.isFinite(any) ? any : 0.5);
                numbers.add(Math.scalb(1.0, random.nextInt(2040) - 1020));
                numbers.add(random.nextInt(1_000_000) / 1000.0);
            }
            numbers.forEach(each -> bits.add(Long.toUnsignedString(Double.doubleToLongBits(each))));
            JsonNode printed = yjs.ask(request).get("printed");
            assertTrue(printed.size() > 9000);
            for (int i = 0; i < numbers.size(); i++) {
                assertEquals(printed.get(i).asText(), JsNumber.print(numbers.get(i)));
            }
        }
    }

    private static byte[] bytes(JsonNode golden, String field) {
        return Base64.getDecoder().decode(golden.get(field).asText());
    }
}
