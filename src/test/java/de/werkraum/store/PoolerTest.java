package de.werkraum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.problem.StartupException;
import de.werkraum.support.Conditions;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real PgBouncer with the settings it is shipped with, over TCP and over its Unix socket. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PoolerTest {
    private static final Duration START = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final String url = TestDatabase.url();
    private final Path folder = folder();
    private @Nullable Process pooler;

    @AfterEach
    void stop() throws InterruptedException {
        if (pooler != null) {
            pooler.destroy();
            pooler.waitFor();
        }
        await(vertx.close());
    }

    @Test
    void sessionsArePooledAsShipped() throws Exception {
        int port = start("session");
        String pooled = url.replaceFirst(":\\d+/", ":" + port + "/");
        try (Database database = Database.open(vertx, pooled, folder, 12)) {
            assertTrue(database.freshlyCreated());
            assertEquals(200, answers(database, 200));
        }
        try (Database database = Database.open(vertx, pooled, folder, 12)) {
            assertEquals("werkraum", one(database, "select current_schema()"));
        }
    }

    @Test
    void aFolderLeadsToItsSocket() throws Exception {
        int port = start("session");
        String socket = url.replaceFirst("@[^/]*/", "@/") + "?host=" + folder + "&port=" + port;
        try (Database database = Database.open(vertx, socket, folder, 12)) {
            assertEquals(20, answers(database, 20));
        }
    }

    @Test
    void transactionsHandedOutAreRefused() throws Exception {
        int port = start("transaction");
        String pooled = url.replaceFirst(":\\d+/", ":" + port + "/");
        String sentence = assertThrows(StartupException.class, () -> Database.open(vertx, pooled, folder, 12))
                .getMessage();
        assertTrue(sentence.contains("pool_mode=session"), sentence);
    }

    /** How many queries with a number of their own got it back, by prepared statements on all connections at once. */
    private static long answers(Database database, int queries) {
        List<Future<Boolean>> asked = new ArrayList<>();
        for (int i = 0; i < queries; i++) {
            int number = i;
            String text = "select $1::int + " + (i % 7);
            asked.add(database.pool()
                    .preparedQuery(text)
                    .execute(io.vertx.sqlclient.Tuple.of(number))
                    .map(rows -> rows.iterator().next().getInteger(0) == number + number % 7));
        }
        await(Future.all(asked));
        return asked.stream().filter(Future::result).count();
    }

    private int start(String mode) throws IOException {
        URI uri = URI.create(url);
        String[] login = uri.getUserInfo().split(":", 2);
        int port = ServerProcess.freePort();
        Files.writeString(folder.resolve("users.txt"), "\"%s\" \"%s\"\n".formatted(login[0], login[1]));
        Path settings = Files.writeString(
                folder.resolve("pgbouncer.ini"),
                """
                [databases]
                * = host=%s port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir = %s
                auth_type = md5
                auth_file = %s/users.txt
                pool_mode = %s
                """
                        .formatted(uri.getHost(), uri.getPort(), port, folder, folder, mode));
        List<String> command = new ArrayList<>(List.of("/usr/sbin/pgbouncer", settings.toString()));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(1, List.of("-u", "nobody"));
        }
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        pooler = started;
        awaitListening(started, folder.resolve(".s.PGSQL." + port));
        return port;
    }

    private void awaitListening(Process pooler, Path socket) throws IOException {
        Conditions.await("the pooler listens or ends", START, () -> !pooler.isAlive() || listens(socket));
        if (!pooler.isAlive()) {
            throw new IOException(Files.readString(folder.resolve("out")));
        }
    }

    private static boolean listens(Path socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Short, since the name of a Unix socket has 107 bytes at most; open, since the pooler won't run as root. */
    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("pooler");
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String one(Database database, String query) {
        return await(database.pool().query(query).execute()).iterator().next().getString(0);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
