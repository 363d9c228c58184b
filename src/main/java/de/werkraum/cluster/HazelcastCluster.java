package de.werkraum.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MultiMapConfig.ValueCollectionType;
import com.hazelcast.config.NetworkConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.spi.cluster.NodeListener;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Hazelcast as the list of members, behind Vert.x' cluster manager. The only class that knows it. */
final class HazelcastCluster implements Cluster {
    /** A name, no secret: whoever reaches the port and says it is a member. */
    private static final String NAME = "werkraum";
    /** Vert.x' own word for the name of a member. */
    private static final String NODE = "__vertx.nodeId";
    /** Its messages below that tell of every step; kept, or java.util.logging would forget the level. */
    private static final Logger HAZELCAST = Logger.getLogger("com.hazelcast");

    /** Tried with pauses, stops and splits: a member that is gone is noticed within 10 s, one that woke is back in 4 to 7. */
    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("hazelcast.socket.bind.any", "false"),
            Map.entry("hazelcast.phone.home.enabled", "false"),
            Map.entry("hazelcast.health.monitoring.level", "OFF"),
            Map.entry("hazelcast.wait.seconds.before.join", "0"),
            Map.entry("hazelcast.logging.type", "jdk"),
            Map.entry("hazelcast.heartbeat.interval.seconds", "1"),
            Map.entry("hazelcast.max.no.heartbeat.seconds", "10"),
            Map.entry("hazelcast.merge.first.run.delay.seconds", "10"),
            Map.entry("hazelcast.merge.next.run.delay.seconds", "5"),
            Map.entry("hazelcast.operation.thread.count", "2"),
            Map.entry("hazelcast.operation.generic.thread.count", "2"),
            Map.entry("hazelcast.io.thread.count", "1"),
            Map.entry("hazelcast.event.thread.count", "1"));

    /** Between two questions whether the other end of a connection is there, in milliseconds. */
    private static final int PING_MILLIS = 5_000;
    /** At least as long as Hazelcast forgives a pause, or that would cut the bus. */
    private static final int PONG_MILLIS = 10_000;

    private static final int CONNECT_MILLIS = 3_000;
    /** What waits for a member that hangs is let go after this, in milliseconds. */
    private static final int UNHEARD_MILLIS = 15_000;

    private final Vertx vertx;
    private final HazelcastClusterManager manager;
    private final AtomicReference<@Nullable Runnable> hears;

    private HazelcastCluster(Vertx vertx, HazelcastClusterManager manager, AtomicReference<@Nullable Runnable> hears) {
        this.vertx = vertx;
        this.manager = manager;
        this.hears = hears;
    }

    static Future<HazelcastCluster> join(Settings settings) {
        HAZELCAST.setLevel(Level.WARNING);
        AtomicReference<@Nullable Runnable> hears = new AtomicReference<>();
        HazelcastClusterManager manager = new Watched(config(settings), hears);
        return Vertx.builder()
                .with(new VertxOptions().setPreferNativeTransport(true).setEventBusOptions(bus(settings)))
                .withClusterManager(manager)
                .buildClustered()
                .map(vertx -> new HazelcastCluster(vertx, manager, hears));
    }

    private static Config config(Settings settings) {
        // Not from Vert.x' own file: Hazelcast reads XML by a parser that plans in ODF don't use.
        Config config = new Config().setClusterName(NAME);
        config.getMultiMapConfig("__vertx.subs").setBackupCount(1).setValueCollectionType(ValueCollectionType.SET);
        config.getMapConfig("__vertx.haInfo").setBackupCount(1);
        config.getMapConfig("__vertx.nodeInfo").setBackupCount(1);
        PROPERTIES.forEach(config::setProperty);
        NetworkConfig network = config.getNetworkConfig();
        network.setPort(settings.port()).setPortAutoIncrement(false);
        network.getInterfaces().setEnabled(true).addInterface(settings.host());
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        String dns = settings.dns();
        if (dns == null) {
            join.getTcpIpConfig().setEnabled(true).setMembers(settings.members());
        } else {
            join.getKubernetesConfig()
                    .setEnabled(true)
                    .setProperty("service-dns", dns)
                    .setProperty("service-port", String.valueOf(settings.port()));
        }
        return config;
    }

    private static EventBusOptions bus(Settings settings) {
        EventBusOptions bus = new EventBusOptions()
                .setHost(settings.host())
                .setPort(settings.busPort())
                .setClusterPingInterval(PING_MILLIS)
                .setClusterPingReplyInterval(PONG_MILLIS)
                .setConnectTimeout(CONNECT_MILLIS);
        bus.setTcpUserTimeout(UNHEARD_MILLIS);
        Settings.Tls tls = settings.tls();
        if (tls != null) {
            tls.secure(bus);
            bus.setClientAuth(ClientAuth.REQUIRED)
                    // Everybody is trusted otherwise.
                    .setTrustAll(false);
        }
        return bus;
    }

    /** Tells of members that have gone, beside Vert.x itself, whose place it is to listen. */
    private static final class Watched extends HazelcastClusterManager {
        private final AtomicReference<@Nullable Runnable> hears;

        Watched(Config config, AtomicReference<@Nullable Runnable> hears) {
            super(config);
            this.hears = hears;
        }

        @Override
        public void nodeListener(NodeListener listener) {
            super.nodeListener(new NodeListener() {
                @Override
                public void nodeAdded(String node) {
                    listener.nodeAdded(node);
                }

                @Override
                public void nodeLeft(String node) {
                    listener.nodeLeft(node);
                    Runnable told = hears.get();
                    if (told != null) {
                        told.run();
                    }
                }
            });
        }
    }

    @Override
    public Vertx vertx() {
        return vertx;
    }

    @Override
    public String node() {
        return manager.getNodeId();
    }

    @Override
    public Set<String> nodes() {
        return Set.copyOf(manager.getNodes());
    }

    @Override
    public Optional<String> suggests(UUID room) {
        Member owner = manager.getHazelcastInstance()
                .getPartitionService()
                .getPartition(room.toString())
                .getOwner();
        return Optional.ofNullable(owner).map(member -> member.getAttribute(NODE));
    }

    @Override
    public void whenLeft(Runnable told) {
        hears.set(told);
    }
}
