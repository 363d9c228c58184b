package de.werkraum.web;

import de.werkraum.problem.Problem;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** How many boards and walls each person looks at: each costs a look a second, for as long as it lasts. Thread-safe. */
final class Onlookers {
    private final int most;
    private final Map<UUID, Integer> looks = new ConcurrentHashMap<>();

    /** @param most of one person at a time */
    Onlookers(int most) {
        this.most = most;
    }

    /** Somebody begins to look; 429 where it does so often enough. Ended by {@link #leave}. */
    void come(UUID person) {
        if (looks.merge(person, 1, Integer::sum) > most) {
            leave(person);
            throw Problem.tooMany("You are looking at " + most + " boards and screens already. Please close some.");
        }
    }

    /** Somebody has closed one. */
    void leave(UUID person) {
        looks.computeIfPresent(person, (one, count) -> count == 1 ? null : count - 1);
    }
}
