package de.werkraum.chaos;

import de.werkraum.support.Conditions;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Signals;
import de.werkraum.support.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * PostgreSQL on a cluster of its own, behind a wire, with an address where a standby may take its place; the plan log may lie on a very small
 * disk.
 */
final class OwnPostgres implements Postgres {
    private static final int SMALL_MEGABYTES = 48;
    private static final Duration LONG = Duration.ofSeconds(90);

    private final Path folder;
    private final Programs programs;
    private Path cluster;
    private int port = ServerProcess.freePort();
    private Wire wire;
    /** Where a standby is to be that follows, behind a wire as well. */
    private int nextPort = ServerProcess.freePort();

    private Wire next;
    private final Process disk;
    private boolean moved;

    private OwnPostgres(Path folder, Programs programs, Process disk, Random random) {
        this.folder = folder;
        this.programs = programs;
        this.disk = disk;
        cluster = folder.resolve("own");
        wire = Wire.to(port, random);
        next = Wire.to(nextPort, random);
    }

    /** Whether the distribution's programs are here. */
    static boolean available() {
        return Programs.of(Programs.DISTRIBUTIONS).available();
    }

    /** The distribution's. */
    static OwnPostgres in(Path folder, Random random) {
        return in(folder, random, Programs.of(Programs.DISTRIBUTIONS));
    }

    static OwnPostgres in(Path folder, Random random, Programs programs) {
        try {
            Files.createDirectories(folder.resolve("small"));
            OwnPostgres postgres = new OwnPostgres(folder, programs, disk(folder.resolve("small")), random);
            postgres.run(
                    "initdb",
                    "-D",
                    postgres.cluster().toString(),
                    "-U",
                    "werkraum",
                    "--auth=trust",
                    "-E",
                    "UTF8",
                    "--locale=C");
            postgres.revive();
            postgres.execute("postgres", "create database werkraum");
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that holds a namespace in which the folder is a disk of a few megabytes. PostgreSQL runs in there. */
    private static Process disk(Path small) throws IOException {
        String mount = "mount -t tmpfs -o size=%dm,mode=0777 tmpfs '%s' && echo mounted && exec sleep infinity"
                .formatted(SMALL_MEGABYTES, small);
        Process process = new ProcessBuilder("unshare", "-rm", "sh", "-c", mount)
                .redirectErrorStream(true)
                .start();
        String answer = process.inputReader().readLine();
        if (!"mounted".equals(answer)) {
            throw new IOException("no small disk can be mounted in a namespace here: " + answer);
        }
        return process;
    }

    /** PostgreSQL refuses to be root; in a user namespace below nobody is. */
    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "nsenter",
                "-t",
                String.valueOf(disk.pid()),
                "-U",
                "-m",
                "unshare",
                "-U",
                programs.bin().resolve(program).toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("programs.log").toFile()))
                    .start();
            if (process.waitFor() != 0) {
                Path log = folder.resolve("postgresql.log");
                throw new IllegalStateException(program + ": " + Files.readString(folder.resolve("programs.log"))
                        + (Files.exists(log) ? Files.readString(log) : ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void execute(String database, String... commands) {
        TestDatabase.execute(url(database), commands);
    }

    @Override
    public String name() {
        return "PostgreSQL " + programs.version();
    }

    @Override
    public Map<String, String> environment() {
        String hosts = "127.0.0.1:%d,127.0.0.1:%d".formatted(wire.port(), next.port());
        return Map.of("DATABASE_URL", "postgresql://werkraum:-@" + hosts + "/werkraum?target_session_attrs=read-write");
    }

    @Override
    public String url() {
        return url("werkraum");
    }

    /** Another database of the same server; straight. */
    String url(String database) {
        return "postgresql://werkraum:-@127.0.0.1:" + port + "/" + database;
    }

    /** Dumps the database and restores it into a new one of that name, by the commands of OPERATIONS. */
    void dumpAndRestore(String into) {
        String dump = folder.resolve("werkraum.dump").toString();
        run("pg_dump", "-Fc", "--schema=werkraum", "--schema=werkraum_history", "-f", dump, "-d", url());
        restore(into, Path.of(dump));
    }

    /** Restores a dump into a new database of that name, as the role of {@link #url()}. */
    void restore(String into, Path dump) {
        execute("postgres", "create database " + into);
        run("pg_restore", "--exit-on-error", "--no-owner", "-d", url(into), dump.toString());
    }

    /** Makes a role that is let in over TLS and by a certificate of its name only; {@code ca.pem, server.pem, server.key} lie in the folder. */
    void askForCertificates(String role, Path folder) throws IOException {
        Path rules = cluster.resolve("pg_hba.conf");
        String rule = "hostssl all %1$s all cert%nhostnossl all %1$s all reject%n".formatted(role);
        Files.writeString(rules, rule + Files.readString(rules));
        execute(
                "postgres",
                "create role " + role + " login",
                "grant create on database werkraum to " + role,
                "alter system set ssl_ca_file = '" + folder.resolve("ca.pem") + "'",
                "alter system set ssl_cert_file = '" + folder.resolve("server.pem") + "'",
                "alter system set ssl_key_file = '" + folder.resolve("server.key") + "'",
                "alter system set ssl = on",
                "select pg_reload_conf()");
    }

    /** As a certificate for localhost is right for it. */
    String tlsUrl(String role) {
        return "postgresql://" + role + "@localhost:" + port + "/werkraum";
    }

    @Override
    public Path cluster() {
        return cluster;
    }

    @Override
    public void revive() {
        Conditions.await("the last of the killed", LONG, () -> Signals.workingIn(cluster())
                .isEmpty());
        Conditions.await("the killed postmaster's end", LONG, this::postmasterGone);
        start(cluster(), port, "");
    }

    private void start(Path cluster, int at, String settings) {
        run(
                "pg_ctl",
                "start",
                "-D",
                cluster.toString(),
                "-l",
                folder.resolve("postgresql.log").toString(),
                "-o",
                "-p " + at + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=32MB "
                        + settings,
                "-w",
                "-t",
                "60");
    }

    /** From now on what is committed may be on the disk ten seconds later only. */
    void commitLater() {
        execute(
                "postgres",
                "alter system set synchronous_commit = off",
                "alter system set wal_writer_delay = '10s'",
                "alter system set wal_writer_flush_after = '1GB'",
                "select pg_reload_conf()");
    }

    /** From now on no transaction may write, or all may again. */
    void readOnly(boolean readOnly) {
        execute(
                "postgres",
                readOnly
                        ? "alter system set default_transaction_read_only = on"
                        : "alter system reset default_transaction_read_only",
                "select pg_reload_conf()");
    }

    /** Starts a copy that must have each commit before it counts. The log comes back from the small disk, which has room for one. */
    void follow() {
        moveLogBack();
        run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w");
        Path copy = folder.resolve("follower");
        try {
            if (new ProcessBuilder("cp", "-a", cluster.toString(), copy.toString())
                            .start()
                            .waitFor()
                    != 0) {
                throw new IOException("the cluster can't be copied");
            }
            Files.createFile(copy.resolve("standby.signal"));
            Files.writeString(
                    copy.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port=%d user=werkraum'%n".formatted(port),
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        start(cluster, port, "");
        start(copy, nextPort, "");
        execute("postgres", "alter system set synchronous_standby_names = '*'", "select pg_reload_conf()");
        Conditions.await("the standby is synchronous", LONG, () -> TestDatabase.ask(
                        url("postgres"), "select count(*) from pg_stat_replication where sync_state = 'sync'")
                .equals("1"));
    }

    /** What follows takes writes from now on, at its own address. */
    void promote() {
        Path copy = folder.resolve("follower");
        run("pg_ctl", "promote", "-D", copy.toString(), "-w");
        Wire before = wire;
        int portBefore = port;
        cluster = copy;
        port = nextPort;
        wire = next;
        nextPort = portBefore;
        next = before;
    }

    /** Starts a standby that follows through a wire. */
    Standby standby(Random random) {
        Path copy = folder.resolve("standby");
        Wire behind = Wire.to(port, random);
        run(
                "pg_basebackup",
                "-D",
                copy.toString(),
                "-R",
                "-c",
                "fast",
                "-d",
                url().replace(":" + port, ":" + behind.port()));
        int at = ServerProcess.freePort();
        start(copy, at, "-c wal_receiver_timeout=60s");
        return new Standby(this, copy, at, behind);
    }

    /** A copy of this server that is always a little behind. */
    record Standby(OwnPostgres primary, Path cluster, int port, Wire behind) implements AutoCloseable {
        /** Returns once it has all that the primary has written so far. */
        void awaitCaughtUp() {
            String at = TestDatabase.ask(primary.url(), "select pg_current_wal_lsn()");
            Conditions.await("the standby has " + at, LONG, () -> TestDatabase.ask(
                            url(), "select pg_last_wal_replay_lsn() >= '" + at + "'")
                    .equals("t"));
        }

        String url() {
            return primary.url().replace(":" + primary.port, ":" + port);
        }

        /** Takes the primary's place, at the primary's address, with what it has. */
        void takeOver() {
            primary.run("pg_ctl", "promote", "-D", cluster.toString(), "-w");
            primary.port = port;
            primary.wire().leadTo(port);
        }

        @Override
        public void close() {
            Signals.send("KILL", Signals.workingIn(cluster));
            behind.close();
        }
    }

    /** Whether nothing has the number of the last postmaster: one that is not reaped yet would count as running. */
    private boolean postmasterGone() {
        Path file = cluster().resolve("postmaster.pid");
        try {
            return !Files.exists(file)
                    || !Files.exists(
                            Path.of("/proc", Files.readAllLines(file).get(0).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean ownedByServer() {
        return false;
    }

    Wire wire() {
        return wire;
    }

    /** Puts the plan log onto the small disk, where it stays. */
    private void moveLogToSmallDisk() {
        if (!moved) {
            moved = true;
            execute(
                    "werkraum",
                    "create tablespace small location '" + folder.resolve("small") + "'",
                    "alter table werkraum.plan_update set tablespace small",
                    "alter index werkraum.plan_update_pkey set tablespace small");
        }
    }

    private void moveLogBack() {
        if (moved) {
            moved = false;
            execute(
                    "werkraum",
                    "alter table werkraum.plan_update set tablespace pg_default",
                    "alter index werkraum.plan_update_pkey set tablespace pg_default",
                    "drop tablespace small");
        }
    }

    /** Fills the small disk to its last byte. */
    @Override
    public void fillLog() {
        moveLogToSmallDisk();
        byte[] megabyte = new byte[1024 * 1024];
        try (OutputStream out = Files.newOutputStream(filler())) {
            for (int i = 0; i < SMALL_MEGABYTES; i++) {
                out.write(megabyte);
            }
            throw new IllegalStateException("the small disk is larger than it should be");
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space")) {
                throw new UncheckedIOException(full);
            }
        }
    }

    @Override
    public void clearLog() {
        try {
            Files.delete(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The disk exists in the namespace only; the kernel shows it there. */
    private Path filler() {
        return Path.of("/proc/" + disk.pid() + "/root" + folder.toAbsolutePath().resolve("small/filler"));
    }

    @Override
    public void close() {
        Signals.send("CONT", Signals.workingIn(cluster()));
        Signals.send("KILL", Signals.workingIn(cluster()));
        disk.destroyForcibly();
        wire.close();
        next.close();
    }
}
