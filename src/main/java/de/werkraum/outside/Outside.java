package de.werkraum.outside;

import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds other servers by their names, once: whoever then connects to what was found can't be led elsewhere by a name that has changed its mind.
 * Thread-safe.
 */
public final class Outside {
    /** Longest search for a name, in seconds; resolvers ask again after five. */
    private static final int SECONDS = 10;

    private final Vertx vertx;
    private final Set<String> allowed;
    private final Names names;

    /** @param allowed hosts, in small letters, that may lie in an internal network or have no TLS, since the operator says so */
    public Outside(Vertx vertx, Set<String> allowed) {
        this(vertx, allowed, InetAddress::getAllByName);
    }

    Outside(Vertx vertx, Set<String> allowed, Names names) {
        this.vertx = vertx;
        this.allowed = Set.copyOf(allowed);
        this.names = names;
    }

    /** What a name means, asked for while a thread waits. */
    @FunctionalInterface
    interface Names {
        InetAddress[] meaning(String host) throws UnknownHostException;
    }

    /** Why a server is not spoken to. */
    public enum Reason {
        /** There is none of that name. */
        UNKNOWN,
        /** It lies in an internal network. */
        INTERNAL,
        /** It has no TLS. */
        UNPROTECTED
    }

    /** A server that is not spoken to. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Reason reason;

        Refused(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    /** The one address to connect to; fails with {@link Refused} if any address of that name is one not to be spoken to. */
    public Future<SocketAddress> find(Place place) {
        boolean trusted = allowed.contains(place.host());
        return vertx.executeBlocking(() -> names.meaning(place.host()), false)
                .timeout(SECONDS, TimeUnit.SECONDS)
                .recover(failure -> Future.failedFuture(
                        failure instanceof UnknownHostException ? new Refused(Reason.UNKNOWN) : failure))
                .map(found -> {
                    if (!trusted && !Stream.of(found).allMatch(Networks::open)) {
                        throw new Refused(Reason.INTERNAL);
                    } else if (!trusted && !place.tls()) {
                        throw new Refused(Reason.UNPROTECTED);
                    }
                    return SocketAddress.inetSocketAddress(place.port(), found[0].getHostAddress());
                });
    }

    /** The same; instead of {@link Refused} it fails with what is told of the reason. */
    public Future<SocketAddress> find(Place place, Function<Reason, Problem> told) {
        return find(place)
                .recover(failure -> Future.failedFuture(
                        failure instanceof Refused refused ? told.apply(refused.reason()) : failure));
    }
}
