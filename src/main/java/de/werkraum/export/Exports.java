package de.werkraum.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats a plan can be taken away in. */
public final class Exports {
    private static final Format CSV = new CsvFormat();

    private final Style style;
    private final List<Format> documents;

    /** Formats of texts are always there. */
    public Exports(Style style, List<Format> documents) {
        this.style = style;
        this.documents = Stream.concat(Stream.of(new MarkdownFormat(), CSV), documents.stream())
                .toList();
    }

    /** The names of all formats, as in {@code …/export/md}. */
    public List<String> formats() {
        var names = new ArrayList<String>();
        documents.forEach(format -> names.add(format.name()));
        names.add(JsonFormat.NAME);
        names.add(Bundle.NAME);
        return names;
    }

    /** The document, or empty if there is no format of that name. Large plans take up to a second of CPU. */
    public Optional<Rendered> render(String format, ExportInput input) {
        if (format.equals(Bundle.NAME)) {
            return Optional.of(bundle(input));
        }
        if (format.equals(JsonFormat.NAME)) {
            return Optional.of(json(input));
        }
        return documents.stream()
                .filter(document -> document.name().equals(format))
                .findFirst()
                .map(document -> document(document, ReportBuilder.of(input), input));
    }

    /** The steps as another program's table. */
    public Rendered render(CsvPreset preset, ExportInput input) {
        FileName name = FileName.of(input.heading(), input.day(), preset.word(), CSV.name());
        return new Rendered(preset.render(input), CSV.mediaType(), name);
    }

    /** What all documents of that input say. */
    public Report report(ExportInput input) {
        return ReportBuilder.of(input);
    }

    /** What a document of that input would hold. */
    public Preview preview(ExportInput input) {
        return Preview.of(ReportBuilder.of(input));
    }

    private Rendered bundle(ExportInput input) {
        var bundle = new Bundle();
        Report report = ReportBuilder.of(input);
        Stream.concat(documents.stream().map(document -> document(document, report, input)), Stream.of(json(input)))
                .forEach(file -> bundle.add(file.fileName(), file.bytes()));
        return rendered(Bundle.NAME, Bundle.MEDIA_TYPE, bundle.bytes(), input);
    }

    private Rendered document(Format format, Report report, ExportInput input) {
        return rendered(format.name(), format.mediaType(), format.render(report, style), input);
    }

    private static Rendered json(ExportInput input) {
        return rendered(JsonFormat.NAME, JsonFormat.MEDIA_TYPE, JsonFormat.render(input), input);
    }

    private static Rendered rendered(String format, String mediaType, byte[] bytes, ExportInput input) {
        return new Rendered(bytes, mediaType, FileName.of(input.heading(), input.day(), format));
    }
}
