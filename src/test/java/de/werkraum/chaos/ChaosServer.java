package de.werkraum.chaos;

import de.werkraum.Config;
import de.werkraum.Werkraum;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** The real server, but with a snapshot every few updates, so that compaction is always under way when something fails. */
final class ChaosServer {
    private static final int SNAPSHOT_UPDATES = 40;

    private ChaosServer() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Config set = Config.of(System.getenv());
        Config config = changed(set, "limits", changed(set.limits(), "snapshotUpdates", SNAPSHOT_UPDATES));
        Werkraum server =
                Werkraum.start(config).toCompletionStage().toCompletableFuture().join();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            Runtime.getRuntime().halt(0);
        }));
        server.replaced().onSuccess(replaced -> Runtime.getRuntime().halt(1));
        System.out.println("Werkraum ready: http://" + config.host() + ":" + server.port());
    }

    /** The record with one component replaced. */
    private static <R extends Record> R changed(R record, String name, Object value)
            throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].getName().equals(name)
                    ? value
                    : components[i].getAccessor().invoke(record);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) record.getClass();
        return type.getDeclaredConstructor(types).newInstance(values);
    }
}
