package de.werkraum.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The built-in plan templates and session presets, in the order to offer them. They are resources of the program, one
 * JSON file for each template.
 */
public record Templates(List<Template> all, List<Preset> presets) {
    private static final String FOLDER = "/templates/";

    public Templates {
        all = List.copyOf(all);
        presets = List.copyOf(presets);
    }

    /**
     * Reads them all.
     *
     * @param json turns JSON text into Map, List, String, Number and Boolean: the core has no JSON library
     * @throws IllegalArgumentException if a resource has not the expected shape
     */
    public static Templates load(Function<String, Object> json) {
        List<Template> all = list(json, "index")
                .map(id -> Template.of(json.apply(resource(String.valueOf(id)))))
                .toList();
        return new Templates(all, list(json, "presets").map(Preset::of).toList());
    }

    public Optional<Template> find(String id) {
        return all.stream().filter(template -> template.id().equals(id)).findFirst();
    }

    /** Their titles by their ids. */
    public Map<String, Bilingual> titles() {
        return all.stream().collect(Collectors.toUnmodifiableMap(Template::id, Template::title));
    }

    /** A course of a session by its id. */
    public Optional<Preset> preset(String id) {
        return presets.stream().filter(preset -> preset.id().equals(id)).findFirst();
    }

    /** The answer of {@code GET /templates}. */
    public List<Map<String, Object>> toList() {
        return all.stream().map(Template::toMap).toList();
    }

    private static Stream<?> list(Function<String, Object> json, String name) {
        if (json.apply(resource(name)) instanceof List<?> list) {
            return list.stream();
        }
        throw new IllegalArgumentException(name + " is no list");
    }

    private static String resource(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(FOLDER + name + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + FOLDER + name + ".json");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
