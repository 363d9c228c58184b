package de.werkraum;

import de.werkraum.access.Role;
import de.werkraum.problem.StartupException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The process: configuration from the environment, one server, an orderly end on SIGTERM. */
public final class Main {
    private static final int FAILED = 1;
    /** Where a sentence goes that is no line of the log. */
    private static final PrintStream CONSOLE = System.err;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            Logs.configure(Config.logsJson(System.getenv()));
            Config config = Config.of(System.getenv());
            Werkraum server = Werkraum.start(config)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            endWithTheProcess(server);
            server.replaced().onSuccess(replaced -> new Thread(() -> stepBack(server), "werkraum-replaced").start());
            greet(config, server);
        } catch (IllegalArgumentException e) {
            fail(e);
        } catch (ExecutionException e) {
            fail(e.getCause() == null ? e : e.getCause());
        }
        // The server lives on its event loops until the process is told to end.
        new CountDownLatch(1).await();
    }

    /** The one shutdown hook. It ends with halt: otherwise the exit code of a SIGTERM would be 143. */
    private static void endWithTheProcess(Werkraum server) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                server.close();
                            } finally {
                                Runtime.getRuntime().halt(0);
                            }
                        },
                        "werkraum-end"));
    }

    /** Another server writes to the database now. Clients are sent away, so that they reconnect there. */
    private static void stepBack(Werkraum server) {
        try {
            server.close();
        } finally {
            Runtime.getRuntime().halt(FAILED);
        }
    }

    private static void greet(Config config, Werkraum server) {
        String base = (config.tls() == null ? "http://" : "https://") + config.host() + ":" + server.port();
        URI publicUrl = config.publicUrl();
        String links = publicUrl == null ? base : publicUrl.toString();
        StringBuilder text = new StringBuilder("Werkraum ready: " + base + "\n");
        Demo demo = server.greeting().demo();
        if (demo != null) {
            text.append("  moderator:   ")
                    .append(demo.link(links, Role.MODERATOR))
                    .append('\n');
            text.append("  participant: ")
                    .append(demo.link(links, Role.PARTICIPANT))
                    .append('\n');
            text.append("  screen:      ").append(demo.link(links, Role.VIEWER)).append('\n');
        }
        String key = server.greeting().organiserKey();
        if (key != null) {
            text.append("  organiser:   ")
                    .append(links)
                    .append("/organise.html with the key ")
                    .append(key);
            text.append(" (shown this once)\n");
        }
        System.out.print(text);
        System.out.flush();
    }

    /** One sentence where the operator can do something about it. */
    private static @Nullable String reason(Throwable failure) {
        if (failure instanceof BindException) {
            return "another program listens on that port. Set WERKRAUM_PORT to a free one.";
        }
        boolean foreseen = failure instanceof StartupException || failure instanceof IllegalArgumentException;
        return foreseen ? failure.getMessage() : failure.toString();
    }

    private static void fail(Throwable failure) {
        CONSOLE.println("Werkraum can't start: " + reason(failure));
        Runtime.getRuntime().halt(FAILED);
    }
}
