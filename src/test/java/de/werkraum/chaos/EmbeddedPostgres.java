package de.werkraum.chaos;

import de.werkraum.support.Signals;
import de.werkraum.support.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The one inside Werkraum, which starts it, stops it, and must start it again when it was killed. */
record EmbeddedPostgres(Path data) implements Postgres {
    static EmbeddedPostgres in(Path folder) {
        try {
            Path data = Files.createDirectories(folder.resolve("data"));
            Path programs = TestDatabase.programs();
            Files.createSymbolicLink(data.resolve(programs.getFileName()), programs);
            return new EmbeddedPostgres(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "embedded PostgreSQL";
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("WERKRAUM_DEMO", "false");
    }

    @Override
    public String url() {
        try {
            List<String> running = Files.readAllLines(cluster().resolve("postmaster.pid"));
            String password = Files.readString(data.resolve("password")).strip();
            return "postgresql://werkraum:" + password + "@127.0.0.1:"
                    + running.get(3).strip() + "/werkraum";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path cluster() {
        return data.resolve("cluster");
    }

    @Override
    public void revive() {
        // the server does
    }

    @Override
    public boolean ownedByServer() {
        return true;
    }

    @Override
    public void fillLog() {
        execute(
                "create or replace function disk_full() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'no space left' using errcode = 'disk_full'; end $$",
                "create trigger disk_full before insert on plan_update execute function disk_full()");
    }

    @Override
    public void clearLog() {
        execute("drop trigger disk_full on plan_update");
    }

    private void execute(String... commands) {
        TestDatabase.execute(url(), commands);
    }

    @Override
    public void close() {
        // the server has stopped it, unless the test failed while it was suspended
        Signals.send("KILL", Signals.workingIn(cluster()));
    }
}
