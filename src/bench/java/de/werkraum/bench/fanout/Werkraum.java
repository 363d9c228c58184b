package de.werkraum.bench.fanout;

import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** This server with everything on: people who joined, events, every update committed to PostgreSQL. */
final class Werkraum implements Server {
    private static final byte[] STEP_1 = {0, 0, 1, 0};
    private static final int AT_A_TIME = 40;
    /** People of a room at the most; who comes beyond is a screen, as is everybody where nobody writes. */
    private static final int MEMBERS = 1_000;

    private static final int SCREENS_EACH = 1_000;

    private final Running running;
    private final boolean providers;
    private final Api organiser;

    private Werkraum(Running running, boolean providers) {
        this.running = running;
        this.providers = providers;
        organiser = Workshop.organiser(URI.create("http://127.0.0.1:" + running.port()));
    }

    /**
     * @param database as {@code DATABASE_URL} has it
     * @param options of the JVM
     */
    static Werkraum start(String name, File folder, String database, String... options) {
        return new Werkraum(run(name, folder, database, options), false);
    }

    /** The same at a port of the caller's. */
    static Werkraum startAt(int port, String name, File folder, String database, String... options) {
        return new Werkraum(run(port, name, folder, database, System.getProperty("java.class.path"), options), false);
    }

    /** The same of another build, whose class path the system property {@code before} is. */
    static Werkraum before(String name, File folder, String database, String... options) {
        return new Werkraum(run(Launch.freePort(), name, folder, database, System.getProperty("before"), options), false);
    }

    /** The same; everybody comes by a Hocuspocus provider. */
    static Werkraum forProviders(String name, File folder, String database, String... options) {
        return new Werkraum(run(name, folder, database, options), true);
    }

    private static Running run(String name, File folder, String database, String... options) {
        return run(Launch.freePort(), name, folder, database, System.getProperty("java.class.path"), options);
    }

    private static Running run(
            int port, String name, File folder, String database, String classPath, String[] options) {
        List<String> command = new ArrayList<>(List.of(Launch.java()));
        command.addAll(List.of(options));
        Collections.addAll(command, "-cp", classPath, "de.werkraum.Main");
        Map<String, String> environment = Map.of(
                "DATABASE_URL", database,
                "WERKRAUM_ORGANISER_KEY", Workshop.KEY,
                "WERKRAUM_DATA", new File(folder, "data").getPath(),
                "WERKRAUM_PORT", String.valueOf(port));
        return Launch.start(folder, name, command, environment, port);
    }

    @Override
    public Running running() {
        return running;
    }

    Workshop workshop() {
        return Workshop.open(organiser, Api.object("title", "Ein Raum"));
    }

    @Override
    public List<Seat> room(int clients, int writers) {
        int members = writers == 0 ? 0 : Math.min(clients, Math.max(writers, MEMBERS));
        return room(workshop(), members, clients - members, writers);
    }

    /** Everybody in a room that is there: its members, of whom the first write, and screens, a thousand of which share a viewer's token. */
    List<Seat> room(Workshop room, int members, int screens, int writers) {
        int others = members + screens - 1;
        List<Seat> seats = new ArrayList<>();
        for (String token : tokens(room, members)) {
            seats.add(seat(room.id(), token, others, seats.size() < writers ? Clients.next() : null));
        }
        for (int left = screens; left > 0; left -= SCREENS_EACH) {
            String viewer = room.viewer("Screen").api().token();
            seats.addAll(Collections.nCopies(Math.min(left, SCREENS_EACH), seat(room.id(), viewer, others, null)));
        }
        return seats;
    }

    /** Where somebody who has a token of a room connects. */
    Seat seat(String room, String token, int others, @Nullable Long client) {
        if (providers) {
            byte[] key = new Bytes(64).putString(room).copy();
            byte[] login = new Bytes(512).put(2).put(0).putString(token).copy();
            return new Seat(running.port(), "/hocuspocus", key, List.of(login, STEP_1), true, others, client);
        }
        String path = "/collab/" + room + "?events=1&token=" + token;
        return new Seat(running.port(), path, new byte[0], List.of(STEP_1), true, others, client);
    }

    Api organiser() {
        return organiser;
    }

    static List<String> tokens(Workshop room, int count) {
        List<String> tokens = new ArrayList<>();
        while (tokens.size() < count) {
            List<CompletableFuture<Api.Answer>> joins = new ArrayList<>();
            for (int i = tokens.size(); i < Math.min(count, tokens.size() + AT_A_TIME); i++) {
                joins.add(room.nobody()
                        .sendLater("POST", "/join", Api.object("code", room.code("participant"), "name", "Person " + i)));
            }
            joins.forEach(
                    join -> tokens.add(join.join().expect(200).get("token").asText()));
        }
        return tokens;
    }
}
