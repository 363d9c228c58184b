package de.werkraum.support;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The npm packages of {@code src/test/js} (real Yjs and its companions), installed once from the lock file. */
public final class NodePackages {
    private static final Path FOLDER = Path.of("src", "test", "js").toAbsolutePath();

    private NodePackages() {}

    /**
     * The folder to run Node in. The first call after a change of the lock file installs the packages; processes that ask
     * at the same time wait for each other.
     */
    public static Path ready() throws IOException, InterruptedException {
        Path lockFile = FOLDER.resolve("package-lock.json");
        Path installed = FOLDER.resolve("node_modules").resolve(".installed.lock.json");
        Path guard = Files.createDirectories(Path.of("target").toAbsolutePath()).resolve("npm.guard");
        synchronized (NodePackages.class) {
            try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                boolean current = held.isValid() && Files.exists(installed) && Files.mismatch(lockFile, installed) < 0;
                if (!current) {
                    install();
                    Files.write(installed, Files.readAllBytes(lockFile));
                }
            }
        }
        return FOLDER;
    }

    private static void install() throws IOException, InterruptedException {
        File log = new File("target", "npm-test.log");
        int exit = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("npm ci failed: " + Files.readString(log.toPath()));
        }
    }
}
