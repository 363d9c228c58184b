package de.werkraum.bench.fanout;

import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A congress from the first guest to the plenary's vote, each part a method that returns once it is over. People's acts are begun by a clock of its own,
 * their sockets are the swarm's.
 */
final class Day implements AutoCloseable {
    /** A socket, or all of them, that takes longer will not come. */
    private static final double PATIENCE_SECONDS = 60;

    private final Werkraum server;
    private final Storage storage;
    private final Api organiser;
    private final Swarm swarm;
    private final Requests requests = new Requests();
    private final Random random;
    private final Congress congress;
    private final int sessions;
    private final List<Guest> guests = new ArrayList<>();
    private final Streams streams = new Streams();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Map<Link, Integer> places = new HashMap<>();
    private final List<List<Long>> typed = new ArrayList<>();

    /** Makes the event by the interface, with so many sessions, their rooms and a plenary. */
    Day(Werkraum server, Storage storage, int sessions, int people, long seed) throws IOException {
        this.server = server;
        this.storage = storage;
        organiser = server.organiser();
        this.sessions = sessions;
        random = new Random(seed);
        swarm = new Swarm(List.of(), seed);
        Object[] programme = new Object[sessions];
        for (int i = 0; i < sessions; i++) {
            programme[i] = Api.object("title", "Sitzung " + i, "place", "Saal " + i, "seats", people);
            typed.add(new ArrayList<>());
        }
        congress = Congress.open(organiser, Congress.bare(organiser), programme);
        for (int i = 0; i < people; i++) {
            guests.add(new Guest(i % sessions));
        }
        swarm.tellTyped((link, micros) -> typed.get(places.getOrDefault(link, 0)).add(micros));
    }

    Werkraum server() {
        return server;
    }

    Storage storage() {
        return storage;
    }

    Api organiser() {
        return organiser;
    }

    Swarm swarm() {
        return swarm;
    }

    Requests requests() {
        return requests;
    }

    Congress congress() {
        return congress;
    }

    List<Guest> guests() {
        return guests;
    }

    Streams streams() {
        return streams;
    }

    /** What was typed into the room of a session: the moments that its text consists of. */
    List<Long> typed(int session) {
        return typed.get(session);
    }

    /** Updates typed in all sessions. */
    long typed() {
        return typed.stream().mapToLong(List::size).sum();
    }

    /** Of them, those that no server has reported as saved. */
    long unsaved() {
        return guests.stream()
                .mapToLong(guest -> guest.room().typed() - guest.room().heard().saved())
                .sum();
    }

    /** Ballots in the sessions that were answered. */
    long accepted() {
        return guests.stream().mapToLong(guest -> guest.room().heard().accepted()).sum();
    }

    /** Ballots in the plenary that were refused. */
    long denied() {
        return guests.stream().mapToLong(guest -> guest.hall().heard().denied()).sum();
    }

    /** How long what was typed took to its readers since this was asked last, and what has not come. */
    Figures delivered() {
        Latencies latencies = swarm.deliveries().latencies();
        Figures figures = Figures.of(
                Figures.P99, latencies.millis(0.99),
                "most ms", latencies.mostMillis(),
                Figures.LOST, swarm.missing());
        latencies.clear();
        return figures;
    }

    /** The organiser's boards, screens in rooms, and walls of the event. */
    void look(int boards, int screens, int walls) throws IOException {
        for (int i = 0; i < boards; i++) {
            streams.open(organiser, congress.path() + "/board/stream");
        }
        Api nobody = Api.of(organiser.base());
        for (int i = 0; i < walls; i++) {
            Api wall = nobody.join(congress.eventCode(organiser, "viewer"), "Leinwand " + i);
            streams.open(wall, congress.path() + "/playlist/stream");
        }
        List<Link> opened = new ArrayList<>();
        for (int i = 0; i < screens; i++) {
            Api screen = nobody.join(congress.code(i % sessions, "viewer"), "Leinwand " + i);
            swarm.open(server.seat(congress.room(i % sessions), screen.token(), 0, null), opened::add);
        }
        swarm.until(
                "the screens show",
                () -> opened.size() == screens && opened.stream().allMatch(Link::ready),
                PATIENCE_SECONDS);
    }

    /**
     * Everybody joins the event by its code and walks into a session, evenly over so many seconds.
     *
     * @param screens that a room has beside its people
     */
    void walkIn(double seconds, int screens, boolean writing) throws IOException {
        String code = congress.eventCode(organiser, "participant");
        int[] sizes = new int[sessions];
        guests.forEach(guest -> sizes[guest.session()]++);
        for (int i = 0; i < guests.size(); i++) {
            Guest guest = guests.get(i);
            Object person = Api.object("code", code, "name", "Person " + i, "organisation", "Amt " + i % 40);
            int others = sizes[guest.session()] - 1 + screens / sessions + (guest.session() < screens % sessions ? 1 : 0);
            String room = congress.room(guest.session());
            at(seconds * i / guests.size(), () -> join(guest, person)
                    .thenCompose(done -> enter(guest, "session", room))
                    .thenAccept(token ->
                            swarm.open(server.seat(room, token, others, writing ? Clients.next() : null), link -> {
                                places.put(link, guest.session());
                                guest.walkedIn(link);
                            })));
        }
        all("everybody is in a room", Guest::isInRoom, seconds);
    }

    private CompletableFuture<Void> join(Guest guest, Object person) {
        Api nobody = Api.of(organiser.base());
        return requests.post("join", nobody, "/join", person)
                .thenAccept(joined -> guest.joined(nobody.as(joined.get("token").asText())));
    }

    private CompletableFuture<String> enter(Guest guest, String kind, String room) {
        return requests.post("enter " + kind, guest.pass(), "/rooms/" + room + "/enter", Api.object())
                .thenApply(entered -> entered.get("token").asText());
    }

    /** Everybody leaves for the plenary, at random moments of so many seconds. */
    void gather(double seconds) throws IOException {
        String plenary = plenary();
        for (Guest guest : guests) {
            at(random.nextDouble() * seconds, () -> enter(guest, "plenary", plenary).thenAccept(token -> {
                long micros = swarm.micros();
                swarm.open(server.seat(plenary, token, 0, null), link -> guest.gathered(link, micros));
            }));
        }
        all("everybody is in the plenary", Guest::isInHall, seconds);
        guests.forEach(guest -> requests.note("socket with the plan", guest.hallMicros()));
    }

    /** The plenary's room. */
    String plenary() {
        return congress.plenary().substring("/rooms/".length());
    }

    /** Tells all rooms, and returns once everybody has heard it. */
    void announce(String text) throws IOException {
        long begin = swarm.micros();
        clock.execute(() -> organiser
                .post(congress.path() + "/announce", Api.object("text", text))
                .expect(200));
        all("everybody has heard the announcement", guest -> guest.room().heard().announced() > 0, PATIENCE_SECONDS);
        guests.forEach(guest -> requests.note("announcement", guest.room().heard().announced() - begin));
    }

    /** Everybody in the plenary casts once, at random moments of so many seconds; returns once all are answered. */
    void vote(String poll, Ballot ballot, double seconds) throws IOException {
        for (int i = 0; i < guests.size(); i++) {
            Guest guest = guests.get(i);
            String choices = ballot.of(i);
            clock.schedule(
                    () -> swarm.cast(guest.hall(), poll, choices),
                    (long) (random.nextDouble() * seconds * 1e6),
                    TimeUnit.MICROSECONDS);
        }
        all("every ballot is answered", Guest::isAnswered, seconds);
    }

    /** What somebody casts, by number. */
    @FunctionalInterface
    interface Ballot {
        String of(int number);
    }

    /** Something asked on another thread, while the sockets are read; or typed into, at so many updates a second. */
    <T> T meanwhile(double perSecond, CompletableFuture<T> asked) throws IOException {
        while (!asked.isDone()) {
            if (perSecond > 0) {
                swarm.type(perSecond, 1);
            } else {
                swarm.idle(0.005);
            }
        }
        return asked.join();
    }

    private void at(double seconds, Supplier<CompletableFuture<Void>> act) {
        clock.schedule(
                () -> CompletableFuture.completedFuture(null)
                        .thenCompose(now -> act.get())
                        .whenComplete((done, failed) -> {
                            if (failed != null) {
                                failure.compareAndSet(null, failed);
                            }
                        }),
                (long) (seconds * 1e6),
                TimeUnit.MICROSECONDS);
    }

    private void all(String what, Predicate<Guest> done, double seconds) throws IOException {
        swarm.until(what, () -> failure.get() != null || guests.stream().allMatch(done), seconds + PATIENCE_SECONDS);
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IOException(what + ": not, since", failed);
        }
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        streams.close();
        swarm.close();
    }
}
