package de.werkraum.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that is run to its end, with all that it said. */
record Shell(int code, String said) {
    private static final long MINUTES = 5;

    static Shell run(String... command) {
        return run(List.of(command));
    }

    static Shell run(List<String> command) {
        try {
            Path output = Files.createTempFile("werkraum-", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Shell(ended ? process.exitValue() : -1, said);
        } catch (IOException e) {
            throw new AssertionError(command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it said, where it went well. */
    String well() {
        if (code != 0) {
            throw new AssertionError("ended with " + code + ": " + said);
        }
        return said;
    }

    static boolean installed(String program) {
        return Stream.of("/usr/bin/", "/usr/sbin/", "/bin/")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder + program)));
    }
}
