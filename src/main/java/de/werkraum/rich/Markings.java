package de.werkraum.rich;

import de.werkraum.rich.RichText.Marks;
import java.util.LinkedHashMap;
import java.util.Map;

/** The marks of characters under the names that editors give them. */
final class Markings {
    private Markings() {}

    static Marks read(Map<String, Object> attributes) {
        Marks marks = Marks.NONE;
        for (var attribute : attributes.entrySet()) {
            Object value = attribute.getValue();
            if (value != null && !Boolean.FALSE.equals(value)) {
                marks = with(marks, name(attribute.getKey()), value);
            }
        }
        return marks;
    }

    private static Marks with(Marks marks, String name, Object value) {
        return switch (name) {
            case "strong", "bold" -> marks.withStrong();
            case "em", "italic" -> marks.withEm();
            case "underline" -> marks.withUnderline();
            case "strike", "strikethrough" -> marks.withStrike();
            case "code" -> marks.withCode();
            case "link" ->
                value instanceof Map<?, ?> link && link.get("href") instanceof String href ? marks.to(href) : marks;
            default -> marks;
        };
    }

    /** Whether the basic schema has it, so that Markdown says all of it. */
    static boolean isBasic(String attribute, Object value) {
        return switch (attribute) {
            case "strong", "em" -> value instanceof Map<?, ?> map && map.isEmpty();
            case "link" -> value instanceof Map<?, ?> link && link.size() == 1 && link.get("href") instanceof String;
            default -> false;
        };
    }

    /** Marks that may overlap themselves carry a hash after two hyphens. */
    private static String name(String attribute) {
        int hash = attribute.indexOf("--");
        return hash < 0 ? attribute : attribute.substring(0, hash);
    }

    /** As attributes of a text, under the names of a dialect; what it has no name for is left out. */
    static Map<String, Object> attributes(Marks marks, Dialect dialect) {
        var attributes = new LinkedHashMap<String, Object>();
        put(attributes, dialect.strong(), marks.strong());
        put(attributes, dialect.em(), marks.em());
        if (dialect.richer()) {
            put(attributes, "underline", marks.underline());
            put(attributes, "strike", marks.strike());
            put(attributes, "code", marks.code());
        }
        if (marks.href() != null) {
            attributes.put("link", Map.of("href", marks.href()));
        }
        return attributes;
    }

    private static void put(Map<String, Object> attributes, String name, boolean marked) {
        if (marked) {
            attributes.put(name, Map.of());
        }
    }
}
