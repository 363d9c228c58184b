package de.werkraum.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a choice from JSON; what can't be one is told as the place of the first flaw. */
final class ChoiceReading {
    private static final int MOST_ROW = 10_000_000;

    private ChoiceReading() {}

    static Choice of(Map<?, ?> tree) {
        return new Choice(
                list(tree, "parts").stream().map(ChoiceReading::part).toList(),
                places(tree, "leftOut"),
                places(tree, "taken"),
                order(tree.get("dates")),
                flag(tree, "update"),
                flag(tree, "overwrite"));
    }

    private static Choice.Part part(Object tree) {
        Map<?, ?> part = object(tree, "/parts");
        var fields = new ArrayList<Field>();
        for (Object code : list(part, "fields")) {
            Field field = Field.of(code);
            if (field == null) {
                throw new IllegalArgumentException("/parts/fields");
            }
            fields.add(field);
        }
        return new Choice.Part(
                number(part, "sheet", 0),
                number(part, "header", -1),
                Math.min(2, Math.max(1, number(part, "height", 1))),
                fields);
    }

    private static Set<Choice.Place> places(Map<?, ?> tree, String name) {
        var places = new HashSet<Choice.Place>();
        for (Object item : list(tree, name)) {
            Map<?, ?> place = object(item, "/" + name);
            places.add(new Choice.Place(number(place, "sheet", 0), number(place, "row", 0)));
        }
        return places;
    }

    private static DateOrder order(@Nullable Object value) {
        if (value == null) {
            return DateOrder.UNKNOWN;
        }
        return switch (value.toString()) {
            case "day" -> DateOrder.DAY;
            case "month" -> DateOrder.MONTH;
            default -> throw new IllegalArgumentException("/dates");
        };
    }

    private static List<?> list(Map<?, ?> tree, String name) {
        Object value = tree.get(name);
        if (value == null) {
            return List.of();
        } else if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("/" + name);
    }

    private static Map<?, ?> object(Object value, String pointer) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(pointer);
    }

    private static int number(Map<?, ?> tree, String name, int absent) {
        Object value = tree.get(name);
        if (value == null) {
            return absent;
        } else if (value instanceof Number number && number.doubleValue() >= -1 && number.doubleValue() <= MOST_ROW) {
            return number.intValue();
        }
        throw new IllegalArgumentException("/" + name);
    }

    private static boolean flag(Map<?, ?> tree, String name) {
        Object value = tree.get(name);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw new IllegalArgumentException("/" + name);
    }
}
