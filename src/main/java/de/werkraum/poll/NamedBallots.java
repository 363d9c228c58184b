package de.werkraum.poll;

import de.werkraum.store.StoredPoll;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who chose what in a counted poll that was not secret.
 *
 * @param list {@code [{member, name, choices}]}; null where there is none
 */
record NamedBallots(@Nullable JsonArray list) {
    static NamedBallots of(StoredPoll stored) {
        return new NamedBallots(stored.result().ballots());
    }

    /** What a member chose. */
    Optional<Object> choices(UUID member) {
        return of(Set.of(member)).findFirst().map(ballot -> ballot.getValue("choices"));
    }

    /** Takes the names of erased members away; whether there were any. */
    boolean forget(Set<UUID> members) {
        List<JsonObject> theirs = of(members).toList();
        theirs.forEach(ballot -> ballot.put("name", ""));
        return !theirs.isEmpty();
    }

    private Stream<JsonObject> of(Set<UUID> members) {
        return list == null
                ? Stream.of()
                : list.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .filter(ballot -> members.contains(UUID.fromString(ballot.getString("member"))));
    }
}
