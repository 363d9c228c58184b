package de.werkraum.chaos;

import de.werkraum.support.Conditions;
import de.werkraum.support.Signals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** {@code kill -9} of the postmaster or of all its processes, under a server that goes on. */
record KilledPostgres(boolean all) implements Fault {
    @Override
    public String name() {
        return all ? "all of PostgreSQL killed" : "postmaster killed";
    }

    @Override
    public void strike(World world, Crowd crowd) {
        int outages = crowd.state("outages");
        Path running = world.postgres().cluster().resolve("postmaster.pid");
        world.killPostgres(all);
        if (!world.postgres().ownedByServer()) {
            world.awaitNotReady();
            crowd.awaitOutage(outages);
            world.passUpTo(3);
            world.postgres().revive();
        }
        Conditions.await(
                "PostgreSQL runs again",
                Duration.ofSeconds(90),
                () -> Files.exists(running)
                        && Signals.workingIn(world.postgres().cluster()).size() > 3);
    }
}
