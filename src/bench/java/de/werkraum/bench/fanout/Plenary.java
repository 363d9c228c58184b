package de.werkraum.bench.fanout;

import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.Poll;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** What a plenary does: steps are agreed on in the rooms, collected, and voted on; the results go back. */
final class Plenary {
    /** Agreed steps of a room: 24 rooms have 288. */
    static final int STEPS = 12;

    private static final int OPTIONS = 30;
    private static final int DOTS = 3;
    private static final double BACK_SECONDS = 60;

    private final Day day;
    private final Api organiser;
    private final Congress congress;

    Plenary(Day day, Api organiser) {
        this.day = day;
        this.organiser = organiser;
        congress = day.congress();
    }

    /** The rooms agree, each on its own steps. */
    void agree(int sessions) {
        for (int i = 0; i < sessions; i++) {
            List<Object> steps = new ArrayList<>();
            for (int j = 0; j < STEPS; j++) {
                String title = "Schritt " + j + " der Sitzung " + i + ": Formulare kürzen und Nachweise abrufen";
                steps.add(Api.object("id", "s" + j, "title", title, "status", "agreed", "responsible", "Amt " + j));
            }
            organiser.put(congress.roomPath(i) + "/plan", Api.object("steps", steps)).expect(200);
        }
    }

    /** Collects while people go on typing at that rate; nothing may come twice or be lost. */
    void collect(int sessions, double perSecond, Parts parts) throws IOException {
        Cost cost = new Cost(day.server(), day.storage());
        day.meanwhile(
                perSecond,
                day.requests()
                        .post("collecting", organiser, congress.path() + "/collect", Api.object("take", "agreed")));
        day.swarm().drain(10);
        parts.end("collecting", cost.figures().and(day.delivered()));
        long begin = System.nanoTime();
        day.meanwhile(0, CompletableFuture.supplyAsync(
                () -> organiser.get(congress.path() + "/alike").expect(200)));
        day.requests().note("alike", (System.nanoTime() - begin) / 1_000);
        int found = steps(organiser).size();
        if (found != sessions * STEPS) {
            throw new IOException("collected " + found + " steps of " + sessions * STEPS);
        }
    }

    /** Steps of the plenary's plan. */
    List<String> steps(Api who) {
        return who.get(congress.plenary() + "/plan").expect(200).get("steps").findValuesAsText("id");
    }

    /** Opens a vote on the first steps, in dots. */
    Poll open(boolean secret) {
        List<String> steps = steps(organiser);
        List<String> first = steps.subList(0, Math.min(OPTIONS, steps.size()));
        String reveal = secret ? "closed" : "live";
        Map<String, Object> settings = Api.object("secret", secret, "reveal", reveal, "budget", DOTS, "maxPerOption", DOTS);
        return Poll.open(
                organiser,
                congress.plenary(),
                Poll.dotsOn(first, settings));
    }

    /** Everybody gives three dots to one step. */
    static String choices(Poll poll, int number) {
        return "{\"" + poll.options().get(number % poll.options().size()) + "\":" + DOTS + "}";
    }

    /** Milliseconds until each step that was voted on knows its place, once, in the room that it is from. */
    double back(Api who, Poll poll, int sessions) throws IOException {
        long begin = System.nanoTime();
        while (known(who, poll, sessions) < poll.options().size()) {
            if ((System.nanoTime() - begin) / 1e9 > BACK_SECONDS) {
                throw new IOException("the plenary's result is not back in the rooms");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Steps in rooms that know their place of this poll, each once. */
    private int known(Api who, Poll poll, int sessions) {
        return IntStream.range(0, sessions)
                .map(session -> congress.placed(who, session, poll.id()))
                .sum();
    }

    /** Receipts that the closed poll lists. */
    static Set<String> receipts(Api who, Poll poll) {
        return new HashSet<>(who.get(poll.path()).expect(200).path("receipts").findValuesAsText("receipt"));
    }
}
