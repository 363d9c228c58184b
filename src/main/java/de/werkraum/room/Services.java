package de.werkraum.room;

import de.werkraum.Limits;
import de.werkraum.journal.Journal;
import de.werkraum.metrics.Metrics;
import de.werkraum.pace.Aside;
import de.werkraum.store.Stores;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What all rooms of a server share. A room is composed of it; its parts get what each of them needs.
 *
 * @param joinUrl base of links and QR codes where the operator has set one
 * @param aside does what would take an event loop too long
 * @param homes which rooms may live here
 * @param waitingBytes of messages that wait for their turn, in all rooms
 */
public record Services(
        Vertx vertx,
        Clock clock,
        Limits limits,
        @Nullable String joinUrl,
        Stores stores,
        Journal journal,
        Aside aside,
        Homes homes,
        AtomicLong waitingBytes,
        Metrics metrics) {}
