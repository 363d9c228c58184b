package de.werkraum.poll;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/** Ballots as lists for those who may read them. */
final class BallotLists {
    private BallotLists() {}

    /** Who chose what: {@code [{member, name, choices}]}. */
    static JsonArray named(Collection<Vote> ballots, Map<UUID, String> names) {
        JsonArray list = new JsonArray();
        for (Vote vote : ballots) {
            list.add(new JsonObject()
                    .put("member", vote.member().toString())
                    .put("name", names.getOrDefault(vote.member(), ""))
                    .put("choices", vote.ballot().toTree()));
        }
        return list;
    }

    /** The ballots of a secret poll by receipt: {@code [{receipt, choices}]}, in the receipts' order, which tells nothing. */
    static JsonArray receipts(Collection<Vote> ballots) {
        JsonArray list = new JsonArray();
        ballots.stream()
                .sorted(Comparator.comparing(vote -> vote.receipt().toString()))
                .forEach(vote -> list.add(new JsonObject()
                        .put("receipt", vote.receipt().toString())
                        .put("choices", vote.ballot().toTree())));
        return list;
    }
}
