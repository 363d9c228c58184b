package de.werkraum.press;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How this program starts another Java process of itself: with the same classes and less of everything else. */
public final class Launch {
    /** What a JVM may need of the environment, and how to log. No secrets of the server; no {@code JDK_JAVA_OPTIONS}, which are for the server's memory. */
    private static final Set<String> KEPT = Set.of(
            "PATH",
            "HOME",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TZ",
            "TMPDIR",
            "LD_LIBRARY_PATH",
            "SYSTEMROOT",
            "TEMP",
            "TMP",
            "WERKRAUM_LOG");
    /**
     * Ways to run something that nobody waits for, the best first. What Linux calls idle gives way at once to whoever wakes up; what is merely nice keeps
     * the processor for some milliseconds more.
     */
    private static final List<List<String>> LEAST_URGENT =
            List.of(List.of("chrt", "--idle", "0"), List.of("nice", "-n", "19"));
    /** Seconds that trying one of these may take. */
    private static final int TRYING = 5;

    /** The file of an operator who has the JVM log in a way of their own. */
    private static final String LOGGING = "java.util.logging.config.file";

    private Launch() {}

    /** The command of a process that writes its log where this one does; its input and output are for whoever starts it. */
    public static ProcessBuilder java(Class<?> main, List<String> options, List<String> arguments) {
        var builder = new ProcessBuilder();
        builder.environment().keySet().retainAll(KEPT);
        var words = new ArrayList<String>();
        LEAST_URGENT.stream().filter(Launch::works).findFirst().ifPresent(words::addAll);
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        String logging = System.getProperty(LOGGING);
        if (logging != null) {
            words.add("-D" + LOGGING + "=" + logging);
        }
        words.addAll(List.of("-cp", classPath(main), main.getName()));
        words.addAll(arguments);
        return builder.command(words).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Whether this way is there and allowed here, which a service that is kept from much may not be. */
    private static boolean works(List<String> way) {
        var words = new ArrayList<>(way);
        words.add("true");
        try {
            Process trial = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (trial.waitFor(TRYING, TimeUnit.SECONDS)) {
                return trial.exitValue() == 0;
            }
            trial.destroyForcibly();
        } catch (IOException e) {
            // It is not there.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Build tools run programs in a class loader of their own, which the JVM's own class path does not tell of. */
    private static String classPath(Class<?> main) {
        return main.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(Launch::file).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private static String file(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
