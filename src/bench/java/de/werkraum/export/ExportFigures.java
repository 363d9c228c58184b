package de.werkraum.export;

import com.sun.management.ThreadMXBean;
import de.werkraum.export.docx.DocxFormat;
import de.werkraum.export.ics.IcsFormat;
import de.werkraum.export.odt.OdtFormat;
import de.werkraum.export.pdf.PdfFormat;
import de.werkraum.export.xlsx.XlsxFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints what one format costs in milliseconds of this thread's processor time: {@code cold} the first document of a JVM, {@code warm} the median of eight
 * after eight, and {@code alloc}, the megabytes that one allocates. The plan is {@code large} (200 steps full of lists, 40 polls) or {@code usual} (15 steps,
 * 5 polls). Run by {@code src/bench/exports.sh}, each format in a JVM of its own.
 */
public final class ExportFigures {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 8;

    private ExportFigures() {}

    public static void main(String[] args) throws IOException {
        String format = args[0];
        ExportInput input = args[1].equals("large") ? Reports.largeInput(200, 40) : Reports.largeInput(15, 5);
        var exports = new Exports(
                Style.PLAIN,
                List.of(new PdfFormat(), new OdtFormat(), new DocxFormat(), new XlsxFormat(), new IcsFormat()));
        if (args.length > 3 && args[3].equals("tried")) {
            exports.documents().forEach(exports::sample);
        }
        print(format, args[1], "cold", cost(exports, format, input));
        for (int i = 0; i < ROUNDS; i++) {
            cost(exports, format, input);
        }
        double[] warm = new double[ROUNDS];
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < ROUNDS; i++) {
            warm[i] = cost(exports, format, input);
        }
        allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
        Arrays.sort(warm);
        print(format, args[1], "warm", warm[ROUNDS / 2]);
        print(format, args[1], "alloc", allocated / 1e6 / ROUNDS);
        if (args.length > 2) {
            Files.write(
                    Path.of(args[2]),
                    exports.render(format, input).orElseThrow().bytes());
        }
    }

    private static double cost(Exports exports, String format, ExportInput input) {
        long start = THREADS.getCurrentThreadCpuTime();
        exports.render(format, input).orElseThrow();
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static void print(String format, String plan, String what, double value) {
        System.out.printf(Locale.ROOT, "%s %s %s %.0f%n", format, plan, what, value);
    }
}
