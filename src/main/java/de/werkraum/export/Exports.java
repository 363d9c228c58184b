package de.werkraum.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

    /** The names of those that a report is rendered in. */
    public List<String> documents() {
        return documents.stream().map(Format::name).toList();
    }

    /** The names of all formats, as in {@code …/export/md}. */
    public List<String> formats() {
        var names = new ArrayList<>(documents());
        names.add(JsonFormat.NAME);
        names.add(Bundle.NAME);
        return names;
    }

    /** The document, or empty if there is no format of that name. Large plans take up to a second of CPU. */
    public Optional<Rendered> render(String format, ExportInput input) {
        return render(format, work(input));
    }

    /** The same of a whole event. */
    public Optional<Rendered> render(String format, EventInput input) {
        return render(format, work(input));
    }

    /**
     * What files are made of.
     *
     * @param report what all but one of them say
     * @param json the same for programs
     */
    private record Work(Supplier<Report> report, Supplier<byte[]> json, String title, LocalDate day) {
        Rendered rendered(String format, String mediaType, byte[] bytes) {
            return new Rendered(bytes, mediaType, FileName.of(title, day, format));
        }

        Rendered file() {
            return rendered(JsonFormat.NAME, JsonFormat.MEDIA_TYPE, json.get());
        }
    }

    private static Work work(ExportInput input) {
        return new Work(() -> ReportBuilder.of(input), () -> JsonFormat.render(input), input.heading(), input.day());
    }

    private static Work work(EventInput input) {
        return new Work(() -> EventReport.of(input), () -> EventJson.render(input), input.heading(), input.day());
    }

    private Optional<Rendered> render(String format, Work work) {
        if (format.equals(Bundle.NAME)) {
            return Optional.of(bundle(work));
        }
        if (format.equals(JsonFormat.NAME)) {
            return Optional.of(work.file());
        }
        return named(format).map(document -> document(document, work.report().get(), work));
    }

    private Optional<Format> named(String name) {
        return documents.stream()
                .filter(document -> document.name().equals(name))
                .findFirst();
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
        return Preview.of(ReportBuilder.of(input), input.contents());
    }

    /** A short document with one of everything: later ones come sooner, since making it loads the format's library, up to half a second of CPU. */
    public Optional<Rendered> sample(String format) {
        Report sample = Sample.report();
        return named(format)
                .map(document -> new Rendered(
                        document.render(sample, style),
                        document.mediaType(),
                        FileName.of(sample.title(), LocalDate.EPOCH, format)));
    }

    private Rendered bundle(Work work) {
        var bundle = new Bundle();
        Report report = work.report().get();
        Stream.concat(documents.stream().map(document -> document(document, report, work)), Stream.of(work.file()))
                .forEach(file -> bundle.add(file.fileName(), file.bytes()));
        return work.rendered(Bundle.NAME, Bundle.MEDIA_TYPE, bundle.bytes());
    }

    private Rendered document(Format format, Report report, Work work) {
        return work.rendered(format.name(), format.mediaType(), format.render(report, style));
    }
}
