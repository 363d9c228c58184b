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

/** This server with everything on: people who joined, events, every update committed to PostgreSQL. */
final class Werkraum implements Server {
    private static final byte[] STEP_1 = {0, 0, 1, 0};
    private static final int AT_A_TIME = 40;
    /** People of a room at the most; who comes beyond is a screen. */
    private static final int MEMBERS = 1_000;

    private final String name;
    private final Process process;
    private final Api organiser;
    private final int port;

    private Werkraum(String name, Process process, int port) {
        this.name = name;
        this.process = process;
        this.port = port;
        organiser = Workshop.organiser(URI.create("http://127.0.0.1:" + port));
    }

    /**
     * @param database as {@code DATABASE_URL} has it
     * @param options of the JVM
     */
    static Werkraum start(String name, File folder, String database, String... options) {
        int port = Launch.freePort();
        List<String> command = new ArrayList<>(List.of(Launch.java()));
        command.addAll(List.of(options));
        Collections.addAll(command, "-cp", System.getProperty("java.class.path"), "de.werkraum.Main");
        Map<String, String> environment = Map.of(
                "DATABASE_URL", database,
                "WERKRAUM_ORGANISER_KEY", Workshop.KEY,
                "WERKRAUM_DATA", new File(folder, "data").getPath(),
                "WERKRAUM_PORT", String.valueOf(port));
        return new Werkraum(name, Launch.start(folder, name, command, environment, port), port);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    Workshop workshop() {
        return Workshop.open(organiser, Api.object("title", "Ein Raum"));
    }

    @Override
    public List<Seat> room(int clients, int writers) {
        return room(workshop(), clients, writers);
    }

    /** As {@link #room(int, int)}, in a room that is there. Who comes beyond {@code MEMBERS} shares a viewer's token: a screen. */
    List<Seat> room(Workshop room, int clients, int writers) {
        int participants = Math.min(clients, Math.max(writers, MEMBERS));
        List<Seat> seats = new ArrayList<>();
        for (String token : tokens(room, participants)) {
            seats.add(seat(room, token, seats.size() < writers));
        }
        if (clients > participants) {
            seats.addAll(screens(room, clients - participants));
        }
        return seats;
    }

    /** Sockets of one viewer. */
    List<Seat> screens(Workshop room, int count) {
        String viewer = room.viewer("Screen").api().token();
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            seats.add(seat(room, viewer, false));
        }
        return seats;
    }

    private Seat seat(Workshop room, String token, boolean writes) {
        String path = "/collab/" + room.id() + "?events=1&token=" + token;
        return new Seat(port, path, new byte[0], List.of(STEP_1), true, writes ? Clients.next() : null);
    }

    private static List<String> tokens(Workshop room, int count) {
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

    @Override
    public void close() {
        Launch.stop(process);
    }
}
