package de.werkraum.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The servers that see each other. May be called from any thread. */
public interface Cluster {
    /** Joins the others; completes when this one is a member, be it the first. */
    static Future<Cluster> join(Settings settings) {
        return HazelcastCluster.join(settings).map(joined -> joined);
    }

    /** Its event bus reaches all members. */
    Vertx vertx();

    /** How the others name this server. */
    String node();

    /** All that are seen now, this one too. */
    Set<String> nodes();

    /** Who should own a room that nobody owns; empty for a moment after somebody has gone. */
    Optional<String> suggests(UUID room);

    /** Names who hears that somebody is not seen any more, on any thread. */
    void whenLeft(Runnable hears);
}
