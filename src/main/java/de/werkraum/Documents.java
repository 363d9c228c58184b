package de.werkraum;

import de.werkraum.export.Exports;
import de.werkraum.export.Style;
import de.werkraum.export.docx.DocxFormat;
import de.werkraum.export.house.StyleFolder;
import de.werkraum.export.ics.IcsFormat;
import de.werkraum.export.odt.OdtFormat;
import de.werkraum.export.pdf.PdfFormat;
import de.werkraum.export.xlsx.XlsxFormat;
import de.werkraum.press.Apart;
import de.werkraum.press.Launch;
import de.werkraum.press.Maker;
import de.werkraum.press.Press;
import de.werkraum.press.Within;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.logging.Logger;

/** The formats that plans leave in, and where documents are made. A new format is a package of {@code export} and its line here. */
final class Documents {
    private static final Logger LOG = Logger.getLogger(Documents.class.getName());
    /** The threads that wait for documents. */
    private static final String EXPORTING = "werkraum-exports";

    private Documents() {}

    static Exports exports(Style style) {
        return new Exports(
                style, List.of(new PdfFormat(), new OdtFormat(), new DocxFormat(), new XlsxFormat(), new IcsFormat()));
    }

    static Press press(Vertx vertx, Config config) {
        Limits.Documents limits = config.limits().documents();
        Style style = style(config.exporting());
        Exports exports = exports(style);
        Maker within = new Within(exports);
        Maker maker = config.exporting().apart() ? apart(limits, style, within) : within;
        int cores = Runtime.getRuntime().availableProcessors();
        int atOnce = atOnce(limits, cores);
        return new Press(exports, maker, vertx.createSharedWorkerExecutor(EXPORTING, atOnce), atOnce);
    }

    private static Maker apart(Limits.Documents limits, Style style, Maker within) {
        List<String> options = List.of(
                "-Xmx" + limits.documentMebibytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true");
        List<String> arguments = List.of(String.valueOf(limits.documentIdleSeconds()));
        return new Apart(
                () -> Launch.java(Printer.class, options, arguments),
                style,
                Duration.ofSeconds(limits.documentSeconds()),
                within);
    }

    /** How many documents are made at once: where there are few cores, one of them is left to the rooms. */
    static int atOnce(Limits.Documents limits, int cores) {
        return Math.max(1, Math.min(limits.documentsAtOnce(), cores - 1));
    }

    private static Style style(Config.Exporting settings) {
        if (settings.style() == null) {
            return Style.PLAIN;
        }
        StyleFolder.Found found = StyleFolder.read(settings.style());
        found.complaints().forEach(LOG::warning);
        return found.style();
    }
}
