package de.werkraum.press;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.werkraum.export.Exports;
import de.werkraum.export.Format;
import de.werkraum.export.Report;
import de.werkraum.export.Samples;
import de.werkraum.export.Style;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That whoever looks has every format tried once, one after the other, whatever becomes of another. */
@ExtendWith(VertxExtension.class)
class PressTest {
    /** A format that tells when it is made. */
    private record Telling(String name, BlockingQueue<String> told) implements Format {
        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public byte[] render(Report report, Style style) {
            told.add(name);
            if (name.equals("broken")) {
                throw new IllegalStateException("This format can't be made here.");
            }
            return new byte[] {1};
        }
    }

    @Test
    @Tag("X-18")
    void eachFormatIsTriedOnce(Vertx vertx) throws InterruptedException, TimeoutException {
        var told = new LinkedBlockingQueue<String>();
        var exports = new Exports(
                Style.PLAIN,
                List.of(new Telling("first", told), new Telling("broken", told), new Telling("last", told)));
        WorkerExecutor worker = vertx.createSharedWorkerExecutor("press-test", 1);
        var press = new Press(exports, new Within(exports), worker, 1);
        press.preview(Samples.input("de")).await(20, TimeUnit.SECONDS);
        press.preview(Samples.input("en")).await(20, TimeUnit.SECONDS);
        var seen = new ArrayList<String>();
        while (!seen.contains("last")) {
            seen.add(told.poll(20, TimeUnit.SECONDS));
        }
        worker.close().await(20, TimeUnit.SECONDS);
        told.drainTo(seen);
        assertEquals(List.of("first", "broken", "last"), seen);
    }
}
