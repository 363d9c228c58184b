package de.werkraum.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The formats a plan can be taken away in. */
public final class Exports {
    private static final PlanFormat CSV = new CsvFormat();
    private static final List<PlanFormat> TEXTS = List.of(new MarkdownFormat(), CSV, new JsonFormat());

    private final Style style;
    private final List<Format> documents;

    /** Formats of texts are always there. */
    public Exports(Style style, List<Format> documents) {
        this.style = style;
        this.documents = List.copyOf(documents);
    }

    /** The names of all formats, as in {@code …/export/md}. */
    public List<String> formats() {
        var names = new ArrayList<String>();
        TEXTS.forEach(format -> names.add(format.name()));
        documents.forEach(format -> names.add(format.name()));
        names.add(Bundle.NAME);
        return names;
    }

    /** The document, or empty if there is no format of that name. Large plans take up to a second of CPU. */
    public Optional<Rendered> render(String format, ExportInput input) {
        return format.equals(Bundle.NAME) ? Optional.of(bundle(input)) : single(format, input);
    }

    /** The steps as another program's table. */
    public Rendered render(CsvPreset preset, ExportInput input) {
        return rendered(CSV.name(), CSV.mediaType(), preset.render(input), input);
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
        for (String name : formats()) {
            single(name, input).ifPresent(document -> bundle.add(document.fileName(), document.bytes()));
        }
        return rendered(Bundle.NAME, Bundle.MEDIA_TYPE, bundle.bytes(), input);
    }

    private Optional<Rendered> single(String format, ExportInput input) {
        for (PlanFormat text : TEXTS) {
            if (text.name().equals(format)) {
                return Optional.of(rendered(format, text.mediaType(), text.render(input), input));
            }
        }
        return documents.stream()
                .filter(document -> document.name().equals(format))
                .findFirst()
                .map(document ->
                        rendered(format, document.mediaType(), document.render(ReportBuilder.of(input), style), input));
    }

    private static Rendered rendered(String format, String mediaType, byte[] bytes, ExportInput input) {
        return new Rendered(bytes, mediaType, FileName.of(input.heading(), input.day(), format));
    }
}
