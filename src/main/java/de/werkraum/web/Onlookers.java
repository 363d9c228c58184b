package de.werkraum.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Boards and walls that each person looks at, of each event: each costs a look a second, for as long as it lasts. Whoever opens one too many loses the
 * oldest: those are the ones that nobody closed. Thread-safe.
 */
final class Onlookers {
    private final int most;
    private final Map<Whose, Deque<Runnable>> looks = new HashMap<>();

    /** All who use the organisers' key are one person. */
    private record Whose(UUID event, UUID person) {}

    /** @param most of one person at one event at a time */
    Onlookers(int most) {
        this.most = most;
    }

    /**
     * Somebody begins to look.
     *
     * @param end ends this look, where newer ones take its place
     * @return to be run once when it has ended
     */
    Runnable come(EventGate.Onlooker one, Runnable end) {
        Whose whose = new Whose(one.event().id(), one.person());
        Runnable oldest = add(whose, end);
        if (oldest != end) {
            oldest.run();
        }
        return () -> leave(whose, end);
    }

    /** What has to go for it, or itself where nothing has. */
    private synchronized Runnable add(Whose whose, Runnable end) {
        Deque<Runnable> all = looks.computeIfAbsent(whose, first -> new ArrayDeque<>());
        all.add(end);
        return all.size() > most ? all.remove() : end;
    }

    private synchronized void leave(Whose whose, Runnable end) {
        looks.computeIfPresent(whose, (same, all) -> {
            all.remove(end);
            return all.isEmpty() ? null : all;
        });
    }
}
