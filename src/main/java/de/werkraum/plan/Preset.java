package de.werkraum.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A course of a session to set a room up with: what to do, for how long, in which phase of the room. */
public record Preset(String id, Bilingual title, List<Part> parts) {
    public Preset {
        parts = List.copyOf(parts);
    }

    /** Length of the whole session in minutes. */
    public int minutes() {
        return parts.stream().mapToInt(Part::minutes).sum();
    }

    /** {@code {id, title, minutes, phases: [{label, minutes, phase}]}} with every text as {@code {de, en}}. */
    public Map<String, Object> toMap() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", id);
        tree.put("title", title.toMap());
        tree.put("minutes", minutes());
        tree.put(
                "phases",
                parts.stream()
                        .map(p -> Map.of("label", p.label().toMap(), "minutes", p.minutes(), "phase", p.phase()))
                        .toList());
        return tree;
    }

    static Preset of(Object tree) {
        if (tree instanceof Map<?, ?> map
                && map.get("id") instanceof String id
                && map.get("phases") instanceof List<?> phases) {
            return new Preset(
                    id,
                    Bilingual.of(map.get("title")),
                    phases.stream().map(Part::of).toList());
        }
        throw new IllegalArgumentException("not a preset: " + tree);
    }

    /**
     * A part of a session.
     *
     * @param minutes its length
     * @param phase the room's phase meanwhile: {@code collect, elaborate, vote} or {@code results}
     */
    public record Part(Bilingual label, int minutes, String phase) {
        private static Part of(Object tree) {
            if (tree instanceof Map<?, ?> map
                    && map.get("minutes") instanceof Number minutes
                    && map.get("phase") instanceof String phase) {
                return new Part(Bilingual.of(map.get("label")), minutes.intValue(), phase);
            }
            throw new IllegalArgumentException("not a part of a preset: " + tree);
        }
    }
}
