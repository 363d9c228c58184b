package de.werkraum.signon;

import de.werkraum.Limits;
import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The provider as known by now: its addresses and keys, asked for when they are needed. It may be down when this server starts. Thread-safe. */
final class Provider {
    private static final Logger LOG = Logger.getLogger(Provider.class.getName());
    private static final long SECOND = 1_000_000_000L;

    private final Vertx vertx;
    private final Registration registration;
    private final Limits.SignOn limits;
    private final LongSupplier nanos;
    private final Fetch fetch;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();
    private final AtomicReference<@Nullable Keys> keys = new AtomicReference<>();

    private final Together<Metadata> told = new Together<>();
    private final Together<Keys> given = new Together<>();

    /** What it said of itself, and when. */
    private record Known(Metadata metadata, long since) {}

    Provider(Vertx vertx, Registration registration, Limits.SignOn limits, Fetch fetch, LongSupplier nanos) {
        this.vertx = vertx;
        this.registration = registration;
        this.limits = limits;
        this.fetch = fetch;
        this.nanos = nanos;
    }

    /** What it says of itself now, or said some seconds ago: whoever is sent there finds it. */
    Future<Metadata> now() {
        Known before = known.get();
        if (before != null && nanos.getAsLong() - before.since() < limits.metadataSeconds() * SECOND) {
            return Future.succeededFuture(before.metadata());
        }
        return told.once(this::tell);
    }

    private Future<Metadata> tell() {
        return fetch.get(Metadata.address(registration.issuer()), Map.of()).map(answer -> {
            if (!answer.ok()) {
                throw setup("the provider's configuration is answered by " + answer.status());
            }
            try {
                Metadata metadata = Metadata.of(answer.json(), registration.issuer());
                known.set(new Known(metadata, nanos.getAsLong()));
                return metadata;
            } catch (IllegalArgumentException e) {
                throw setup(String.valueOf(e.getMessage()));
            }
        });
    }

    /** What it says of itself, or said at any time: whoever comes back from there has found it. */
    Future<Metadata> any() {
        return now().recover(failure -> {
            Known before = known.get();
            return before == null ? Future.failedFuture(failure) : Future.succeededFuture(before.metadata());
        });
    }

    /** The claims of an ID token that it has signed for this client. One signed by a key made since the keys were asked for is good as well. */
    Future<JsonObject> claims(Metadata metadata, String token) {
        Keys before = keys.get();
        if (before == null) {
            return freshly(metadata, token);
        }
        return before.claims(token).recover(failure -> {
            boolean old = nanos.getAsLong() - before.since() >= limits.keysSeconds() * SECOND;
            return old ? freshly(metadata, token) : Future.failedFuture(failure);
        });
    }

    private Future<JsonObject> freshly(Metadata metadata, String token) {
        return given.once(() -> renewed(metadata)).compose(fresh -> fresh.claims(token));
    }

    private Future<Keys> renewed(Metadata metadata) {
        JWTOptions expected = new JWTOptions()
                .setIssuer(metadata.issuer())
                .setAudience(List.of(registration.clientId()))
                .setLeeway(limits.clockSeconds());
        return fetch.get(metadata.keys(), Map.of()).map(answer -> {
            if (!answer.ok()) {
                throw setup("the provider's keys are answered by " + answer.status());
            }
            Keys fresh = Keys.of(vertx, answer.json(), expected, nanos.getAsLong());
            keys.set(fresh);
            return fresh;
        });
    }

    /** Nothing that somebody who signs on can mend: the operator reads why. */
    Problem setup(String why) {
        LOG.log(Level.WARNING, "Signing on as {0} fails: {1}.", new Object[] {registration, why});
        return Refusals.setup();
    }
}
