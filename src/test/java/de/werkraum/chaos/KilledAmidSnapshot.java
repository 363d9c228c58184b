package de.werkraum.chaos;

import java.util.concurrent.CompletableFuture;

/** Compaction is in the middle of its transaction, and a version waits behind it, when everything is killed. */
record KilledAmidSnapshot(boolean postgresToo) implements Fault {
    @Override
    public String name() {
        return (postgresToo ? "both" : "server") + " killed amid snapshot and version";
    }

    @Override
    public void strike(World world, Crowd crowd) {
        CompletableFuture<Boolean> version;
        try (TableLock lock = TableLock.on("plan_snapshot", world.postgres().url())) {
            lock.awaitWaiting();
            version = CompletableFuture.supplyAsync(world.inquiry()::keepVersion);
            if (postgresToo) {
                world.killPostgres(true);
            }
            world.killServer();
        }
        if (postgresToo) {
            world.postgres().revive();
        }
        world.restartServer();
        // answered or not, nobody waits for it any more; one that was answered is checked like the others
        version.handle((answered, failure) -> failure == null).join();
    }
}
