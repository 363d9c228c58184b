package de.werkraum.export;

import java.util.List;
import java.util.Optional;

/** The formats a plan can be taken away in. A new one is a class and its line here. */
public final class Exports {
    private static final List<Format> FORMATS = List.of(new MarkdownFormat(), new CsvFormat(), new JsonFormat());

    private Exports() {}

    /** The names of all formats, as in {@code …/export/md}. */
    public static List<String> formats() {
        return FORMATS.stream().map(Format::name).toList();
    }

    /** The document, or empty if there is no format of that name. Large plans take some milliseconds of CPU. */
    public static Optional<Rendered> render(String format, ExportInput input) {
        return FORMATS.stream()
                .filter(candidate -> candidate.name().equals(format))
                .findFirst()
                .map(found -> new Rendered(
                        found.render(input),
                        found.mediaType(),
                        FileName.of(input.title(), input.day(), found.name()).disposition()));
    }
}
