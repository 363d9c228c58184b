package de.werkraum;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** How a process of this program logs. */
final class Logs {
    private Logs() {}

    /** Logs as the resource says, one line a fact, unless the operator has named a file of their own. */
    static void configure(boolean json) {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        try (InputStream settings = Logs.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFormatter(new LogFormat(json));
            handler.setFilter(LogFormat::tells);
        }
        Logger stray = Logger.getLogger("stderr");
        System.setErr(Strays.to(stray));
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, bug) -> stray.log(Level.SEVERE, "Thread " + thread.getName() + " has ended", bug));
    }
}
