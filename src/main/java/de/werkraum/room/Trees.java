package de.werkraum.room;

import de.werkraum.voting.Option;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between JSON and the plain trees the core reads and writes. */
public final class Trees {
    private Trees() {}

    /** Maps and lists all the way down. */
    public static @Nullable Object plain(@Nullable Object json) {
        if (json instanceof JsonObject object) {
            return plain(object);
        } else if (json instanceof JsonArray array) {
            List<@Nullable Object> list = new ArrayList<>(array.size());
            for (Object item : array) {
                list.add(plain(item));
            }
            return list;
        }
        return json;
    }

    public static Map<String, Object> plain(JsonObject json) {
        Map<String, Object> map = new LinkedHashMap<>();
        json.forEach(entry -> map.put(entry.getKey(), plainValue(entry.getValue())));
        return map;
    }

    /** Plain trees hold JSON's null as Java's. */
    @SuppressWarnings("NullAway")
    private static Object plainValue(@Nullable Object json) {
        return plain(json);
    }

    static List<Option> options(JsonArray stored) {
        List<Option> options = new ArrayList<>(stored.size());
        for (int i = 0; i < stored.size(); i++) {
            JsonObject option = stored.getJsonObject(i);
            options.add(new Option(
                    option.getString("id"),
                    option.getString("label", ""),
                    option.getString("step"),
                    option.getBoolean("passive", false)));
        }
        return options;
    }

    static JsonArray options(List<Option> options) {
        JsonArray array = new JsonArray();
        options.forEach(option -> array.add(new JsonObject(option.toTree())));
        return array;
    }
}
