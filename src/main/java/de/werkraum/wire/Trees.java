package de.werkraum.wire;

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

    /** Maps and lists all the way down. */
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
}
