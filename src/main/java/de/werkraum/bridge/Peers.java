package de.werkraum.bridge;

import de.werkraum.cluster.Cluster;
import de.werkraum.cluster.Settings;
import de.werkraum.store.Servers;
import de.werkraum.store.Servers.Peer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Who is there beside this server. PostgreSQL tells by their signs of life, Hazelcast by who is seen; of one that is gone whoever may takes away the
 * right to write. Its looks are on one event loop; what it knows may be asked for from any thread.
 */
final class Peers {
    private static final Logger LOG = Logger.getLogger(Peers.class.getName());
    private static final long BEAT_MILLIS = 2_000;
    /** Three signs of life: who is silent longer does not count where it is about who has most. */
    private static final long FRESH_MILLIS = 6_000;
    /** Whoever is not seen and has given no sign of life for so long is gone, or hangs. */
    private static final long GONE_MILLIS = 10_000;
    /** The same of one that is seen, but can't reach PostgreSQL: it has yielded by itself by then. */
    private static final long DEAF_MILLIS = 15_000;
    /** Silence of PostgreSQL after which this server yields, so that people land elsewhere within 10 s. */
    private static final long UNHEARD_MILLIS = 8_000;
    /** Longest look whether somebody's port refuses connections. */
    private static final int KNOCK_MILLIS = 1_000;

    private final Context loop;
    private final Cluster cluster;
    private final Servers servers;
    private final int own;
    private final Listener listener;
    private final NetClient knocker;
    private final Map<Integer, Peer> known = new ConcurrentHashMap<>();
    private final Set<Integer> fencing = new HashSet<>();
    private long heardAt = System.nanoTime();
    /** Since when PostgreSQL has answered without a break. */
    private long heardSince = heardAt;

    private boolean silent;
    private boolean looking;
    private volatile boolean serving = true;

    /** Hears what becomes of the others and of this server, on the loop of the looks. */
    interface Listener {
        /** Another server can write no more: its rooms are to be had. */
        void gone(Peer server);

        /** This server has lost the others or PostgreSQL: it is to let go of its rooms. */
        void yields();
    }

    Peers(Context loop, Cluster cluster, Servers servers, int own, Listener listener) {
        this.loop = loop;
        this.cluster = cluster;
        this.servers = servers;
        this.own = own;
        this.listener = listener;
        knocker = cluster.vertx().createNetClient(new NetClientOptions().setConnectTimeout(KNOCK_MILLIS));
    }

    /** Begins to look; completes after the first one. */
    Future<Void> start() {
        cluster.whenLeft(() -> loop.runOnContext(now -> look()));
        cluster.vertx().setPeriodic(BEAT_MILLIS, timer -> loop.runOnContext(now -> look()));
        return servers.peers().map(peers -> {
            peers.forEach(peer -> known.put(peer.number(), peer));
            return null;
        });
    }

    /** Servers with a fresh sign of life that this one does not see: it must not serve beside them. */
    List<Integer> unseen() {
        Set<String> seen = cluster.nodes();
        return known.values().stream()
                .filter(peer -> peer.silentMillis() < GONE_MILLIS && !seen.contains(peer.node()))
                .map(Peer::number)
                .toList();
    }

    /** Whether this server sees enough of the others, and PostgreSQL. */
    boolean serving() {
        return serving;
    }

    /** A server that may write, if it does. */
    Optional<Peer> of(int server) {
        return Optional.ofNullable(known.get(server));
    }

    /** All that may write. */
    List<Peer> all() {
        return List.copyOf(known.values());
    }

    /** The server of that name. */
    Optional<Peer> named(String node) {
        return known.values().stream().filter(peer -> peer.node().equals(node)).findAny();
    }

    private void look() {
        if (looking) {
            return;
        }
        looking = true;
        servers.beat()
                .compose(may -> servers.peers())
                .timeout(UNHEARD_MILLIS, TimeUnit.MILLISECONDS)
                .onComplete(peers -> loop.runOnContext(now -> {
                    looking = false;
                    if (peers.succeeded()) {
                        heardAt = System.nanoTime();
                        heardSince = silent ? heardAt : heardSince;
                        silent = false;
                        judge(peers.result());
                    } else {
                        silent = true;
                        serve(millisSince(heardAt) < UNHEARD_MILLIS, "PostgreSQL is out of reach");
                    }
                }));
        cluster.vertx()
                .setTimer(
                        UNHEARD_MILLIS,
                        timer -> loop.runOnContext(now -> {
                            if (millisSince(heardAt) >= UNHEARD_MILLIS) {
                                serve(false, "PostgreSQL is out of reach");
                            }
                        }));
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private void judge(List<Peer> peers) {
        List<Integer> before = new ArrayList<>(known.keySet());
        peers.forEach(peer -> known.put(peer.number(), peer));
        before.removeAll(peers.stream().map(Peer::number).toList());
        before.forEach(this::gone);
        Set<String> seen = cluster.nodes();
        long fresh = peers.stream().filter(Peers::fresh).count();
        long freshSeen = peers.stream()
                .filter(peer -> fresh(peer) && seen.contains(peer.node()))
                .count();
        serve(2 * freshSeen >= fresh, "most of the other servers are out of reach");
        boolean judges = serving && peers.stream().anyMatch(peer -> peer.number() == own && peer.serving());
        for (Peer peer : peers) {
            if (peer.number() != own && judges) {
                judge(peer, seen.contains(peer.node()), 2 * freshSeen > fresh);
            }
        }
    }

    private static boolean fresh(Peer peer) {
        return peer.serving() && peer.silentMillis() < FRESH_MILLIS;
    }

    /** Silence counts once PostgreSQL has answered for as long: after a while without it nobody has given signs of life. */
    private void judge(Peer peer, boolean seen, boolean most) {
        long silence = millisSince(heardSince) > GONE_MILLIS ? peer.silentMillis() : 0;
        if (silence > DEAF_MILLIS || (!seen && silence > GONE_MILLIS) || (!seen && most && peer.serving())) {
            fence(peer);
        } else if (!seen && peer.serving()) {
            String[] address = peer.http().split(":", 2);
            knocker.connect(Settings.busPort(Integer.parseInt(address[1])), address[0])
                    .onSuccess(there -> there.close())
                    .onFailure(failure -> {
                        if (failure instanceof ConnectException) {
                            loop.runOnContext(now -> fence(peer));
                        }
                    });
        }
    }

    /** Not twice at a time. */
    private void fence(Peer peer) {
        if (fencing.add(peer.number())) {
            servers.fence(peer.number())
                    .onComplete(done -> loop.runOnContext(now -> {
                        fencing.remove(peer.number());
                        if (done.succeeded()) {
                            LOG.log(
                                    Level.WARNING,
                                    "Server {0} at {1} is gone; its rooms are to be had by others.",
                                    new Object[] {peer.number(), peer.http()});
                            gone(peer.number());
                        } else {
                            LOG.log(Level.WARNING, "Server {0} could not be fenced: {1}", new Object[] {
                                peer.number(), done.cause()
                            });
                        }
                    }));
        }
    }

    private void gone(int server) {
        Peer known = this.known.remove(server);
        if (known != null) {
            listener.gone(known);
        }
    }

    private void serve(boolean now, String why) {
        if (serving != now) {
            serving = now;
            if (now) {
                LOG.info("The other servers and PostgreSQL are within reach again: rooms are served.");
            } else {
                LOG.log(Level.SEVERE, "This server lets go of its rooms: {0}.", why);
                listener.yields();
            }
        }
    }
}
