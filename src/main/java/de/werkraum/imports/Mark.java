package de.werkraum.imports;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What an import leaves with a step, under the key {@code imported}: where it came from, and of each field what the file said, as a checksum. With
 * it the next import of the same list knows which fields people have changed since.
 *
 * @param id of the import
 * @param list checksum of the headings of the list
 * @param key of the step in the list, empty where it has none
 * @param fields checksums by the field's name
 */
record Mark(String id, String list, String key, Map<String, String> fields) {
    static final String NAME = "imported";

    static Mark of(String id, String headings, Draft draft) {
        var fields = new LinkedHashMap<String, String>();
        draft.texts().forEach((field, text) -> fields.put(field.code(), sum(text)));
        return new Mark(id, sum(headings), draft.key(), fields);
    }

    /** The mark of a step, null where it has none. */
    static @Nullable Mark of(Map<String, Object> unknown) {
        if (!(unknown.get(NAME) instanceof Map<?, ?> tree) || !(tree.get("fields") instanceof Map<?, ?> sums)) {
            return null;
        }
        var fields = new LinkedHashMap<String, String>();
        sums.forEach((field, sum) -> fields.put(String.valueOf(field), String.valueOf(sum)));
        return new Mark(
                String.valueOf(tree.get("id")),
                String.valueOf(tree.get("list")),
                String.valueOf(tree.get("key")),
                fields);
    }

    Map<String, Object> tree() {
        return Map.of("id", id, "list", list, "key", key, "fields", fields);
    }

    /** Whether a field still says what the file said; where the file said nothing, whether it is empty. */
    boolean isUntouched(Field field, String now) {
        String sum = fields.get(field.code());
        return sum == null ? now.isEmpty() : sum.equals(sum(now));
    }

    static String sum(String text) {
        var sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
