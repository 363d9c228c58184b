package de.werkraum.web;

import de.werkraum.room.Announcement;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What was announced to whole events last, for what is of no single room. In memory only, as in rooms: it says what is about to happen. Thread-safe. */
final class Announcements {
    private final Clock clock;
    private final Map<UUID, Announcement> said = new ConcurrentHashMap<>();

    Announcements(Clock clock) {
        this.clock = clock;
    }

    /** Says it to an event, in place of what was said before; null takes that away. */
    void say(UUID event, @Nullable Announcement sentence) {
        said.values().removeIf(this::over);
        if (sentence == null) {
            said.remove(event);
        } else {
            said.put(event, sentence);
        }
    }

    /** What is to be read now. */
    Optional<Announcement> of(UUID event) {
        return Optional.ofNullable(said.get(event)).filter(one -> !over(one));
    }

    private boolean over(Announcement one) {
        return !clock.instant().isBefore(one.until());
    }
}
