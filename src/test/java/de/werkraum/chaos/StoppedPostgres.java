package de.werkraum.chaos;

import java.time.Duration;

/** All of PostgreSQL stands still (a stopped virtual machine, a stuck disk) and goes on where it was. */
record StoppedPostgres(Duration duration) implements Fault {
    @Override
    public String name() {
        return "PostgreSQL stopped for " + duration.toSeconds() + " s";
    }

    @Override
    public void strike(World world, Crowd crowd) {
        int outages = crowd.state("outages");
        long end = System.nanoTime() + duration.toNanos();
        world.stopPostgres();
        world.awaitNotReady();
        crowd.awaitOutage(outages);
        World.pass(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        world.resumePostgres();
    }
}
