package de.werkraum.store.embedded;

import de.werkraum.problem.StartupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of our own under the data folder: durable, with a password, on loopback only. If it is killed it is started again
 * on the same port. It outlives a killed Werkraum; the next start on the folder stops it and goes on with its data.
 *
 * <p>The folder holds {@code server.lock} (held while a Werkraum uses it), {@code password}, {@code cluster} (the data),
 * {@code postgresql-…} (the programs) and {@code postgresql.log}. All are open to their owner only. Methods block.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EmbeddedDatabase.class.getName());

    static final String MAJOR = "18";
    private static final String ADMIN = "postgres";
    private static final String NAME = "werkraum";
    private static final int PASSWORD_BYTES = 24;
    private static final Duration INIT = Duration.ofMinutes(1);
    /** A recovery after a crash replays the log before it answers. */
    private static final Duration START = Duration.ofMinutes(2);
    /** The port is found free and taken a moment later; somebody may be faster. */
    private static final int PORT_TRIES = 5;
    /**
     * Ports below those that Linux gives to outgoing connections, which begin at 32768: one of these could take the port while PostgreSQL is
     * away, even that of a client that looks whether it is there again.
     */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 12_000;
    private static final int PORT_LOOKS = 100;

    /**
     * Given on the command line, where neither postgresql.conf nor ALTER SYSTEM can weaken it. Statements and values stay out of the
     * log: they hold ballots.
     */
    private static final String SETTINGS = "-c fsync=on -c synchronous_commit=on -c full_page_writes=on"
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=60"
            + " -c password_encryption=scram-sha-256 -c timezone=UTC -c log_timezone=UTC"
            + " -c log_statement=none -c log_min_error_statement=panic -c log_error_verbosity=terse"
            + " -c log_parameter_max_length=0 -c log_parameter_max_length_on_error=0";

    private final FileChannel lock;
    private final Postmaster postmaster;
    private final Keeper keeper;
    private final String password;
    private final int port;

    private EmbeddedDatabase(FileChannel lock, Postmaster postmaster, Keeper keeper, String password, int port) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.keeper = keeper;
        this.password = password;
        this.port = port;
    }

    /**
     * Starts on the folder's data, or on new ones.
     *
     * @param dataFolder made if absent, then for its owner only
     * @throws StartupException with one sentence for the operator
     */
    public static EmbeddedDatabase start(Path dataFolder) {
        Path folder = prepare(dataFolder);
        FileChannel lock = lock(folder);
        try {
            boolean namespace = Programs.namespaceNeeded();
            Programs programs = new Programs(Binaries.unpack(folder), namespace);
            String password = password(folder);
            Path cluster = folder.resolve("cluster");
            Postmaster postmaster = new Postmaster(programs, cluster);
            postmaster.stopOrphan();
            create(programs, folder, cluster);
            Path log = rotate(folder.resolve("postgresql.log"));
            int port = launch(programs, cluster, log);
            Keeper keeper = new Keeper(postmaster, () -> {
                postmaster.stopOrphan();
                launch(programs, cluster, log, port).orThrow(log);
            });
            EmbeddedDatabase server = new EmbeddedDatabase(lock, postmaster, keeper, password, port);
            server.provide();
            keeper.begin();
            return server;
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private static Path prepare(Path dataFolder) {
        try {
            return Folders.ownerOnly(dataFolder.toAbsolutePath().normalize()).toRealPath();
        } catch (IOException e) {
            throw new StartupException("The data folder " + dataFolder + " can't be used: " + e.getMessage(), e);
        }
    }

    private static FileChannel lock(Path folder) {
        String taken = "Another Werkraum is using the data folder " + folder
                + ": stop it, or set WERKRAUM_DATA to another folder.";
        try {
            Path file = Folders.ownerOnlyFile(folder.resolve("server.lock"));
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                release(channel);
                throw new StartupException(taken, e);
            }
            release(channel);
            throw new StartupException(taken);
        } catch (IOException e) {
            throw new StartupException("The data folder " + folder + " can't be locked: " + e.getMessage(), e);
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made by chance once; the cluster's superuser and the product's role share it, and both stay on this machine. */
    private static String password(Path folder) {
        Path file = folder.resolve("password");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[PASSWORD_BYTES];
                new SecureRandom().nextBytes(random);
                Folders.writeOwnerOnly(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new StartupException(
                    "The database's password in " + folder + " can't be read or written: " + e.getMessage(), e);
        }
    }

    /** Makes the cluster aside and moves it into place, so that one that was cut short is never taken for whole. */
    private static void create(Programs programs, Path folder, Path cluster) {
        try {
            Path version = cluster.resolve("PG_VERSION");
            if (Files.exists(version)) {
                String major = Files.readString(version).strip();
                if (!major.equals(MAJOR)) {
                    throw new StartupException(
                            "The data in " + cluster + " is of PostgreSQL " + major + ", this version needs " + MAJOR
                                    + ": dump it with the former version and restore it here.");
                }
                return;
            }
            Path partial = folder.resolve("cluster.partial");
            Folders.delete(partial);
            initialise(programs, folder, partial);
            Files.move(partial, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartupException("The database can't be made in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void initialise(Programs programs, Path folder, Path target) {
        // texts sort by code point, the same on every machine and after every update of its C library
        Programs.Result result = programs.run(
                INIT,
                "initdb",
                "--pgdata=" + target,
                "--username=" + ADMIN,
                "--auth=scram-sha-256",
                "--pwfile=" + folder.resolve("password"),
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        if (!result.ok()) {
            throw new StartupException("The embedded PostgreSQL can't be made here (" + result.brief()
                    + "): set DATABASE_URL to a PostgreSQL server.");
        }
    }

    private static int launch(Programs programs, Path cluster, Path log) {
        Launched launched = new Launched(0, new Programs.Result(false, "no free port"));
        for (int attempt = 0; attempt < PORT_TRIES && !launched.result().ok(); attempt++) {
            launched = launch(programs, cluster, log, freePort());
        }
        return launched.orThrow(log);
    }

    private static Launched launch(Programs programs, Path cluster, Path log, int port) {
        Programs.Result result = programs.run(
                START.plusSeconds(5),
                "pg_ctl",
                "start",
                "-D",
                cluster.toString(),
                "-l",
                log.toString(),
                "-o",
                "-p " + port + " " + SETTINGS,
                "-w",
                "-t",
                String.valueOf(START.toSeconds()));
        return new Launched(port, result);
    }

    /** How a start went. */
    private record Launched(int port, Programs.Result result) {
        int orThrow(Path log) {
            if (result.ok()) {
                return port;
            }
            throw new StartupException("The embedded PostgreSQL does not start (" + result.brief()
                    + "); its reasons are in " + log + ", and DATABASE_URL can name another PostgreSQL server.");
        }
    }

    /** The last start's log is kept, older ones are not. */
    private static Path rotate(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            return Folders.ownerOnlyFile(log);
        } catch (IOException e) {
            throw new StartupException("PostgreSQL's log " + log + " can't be written: " + e.getMessage(), e);
        }
    }

    private static int freePort() {
        for (int attempt = 0; attempt < PORT_LOOKS; attempt++) {
            int port = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "Port {0} is taken: {1}", String.valueOf(port), e.getMessage());
            }
        }
        throw new StartupException("No port on 127.0.0.1 is free for the embedded PostgreSQL.");
    }

    /** Role and database, and the proof that what is committed is on the disk. */
    private void provide() {
        try {
            EmbeddedSetup.provide(source(ADMIN), NAME, password);
            EmbeddedSetup.requireDurable(source(NAME));
        } catch (RuntimeException e) {
            postmaster.stop();
            throw e;
        }
    }

    /** The product's database, as a role that owns it and nothing else. Holds the password: not for a log. */
    public String url() {
        return url(NAME);
    }

    /** The maintenance database as its superuser: for tests and tools. Holds the password. */
    public String adminUrl() {
        return url(ADMIN);
    }

    private DataSource source(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        source.setUser(name);
        source.setPassword(password);
        return source;
    }

    private String url(String name) {
        return "postgresql://" + name + ":" + password + "@127.0.0.1:" + port + "/" + name;
    }

    /** Stops the server and gives the folder free. Calling it again does nothing. */
    @Override
    public void close() {
        if (lock.isOpen()) {
            keeper.end();
            postmaster.stop();
            release(lock);
        }
    }
}
