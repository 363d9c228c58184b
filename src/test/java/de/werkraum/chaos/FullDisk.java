package de.werkraum.chaos;

import de.werkraum.support.Conditions;
import java.time.Duration;

/** The disk under the plan log takes not one byte more, while everything else works; clients come and go; then somebody makes room. */
record FullDisk(boolean killed) implements Fault {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int SECONDS = 5;

    @Override
    public String name() {
        return "disk full on the log" + (killed ? ", server killed" : "");
    }

    @Override
    public void strike(World world, Crowd crowd) {
        int outages = crowd.state("outages");
        world.postgres().fillLog();
        crowd.awaitOutage(outages);
        int told = crowd.state("outages");
        world.clients().cut();
        Conditions.await("who comes anew is told as well", LONG, () -> crowd.state("outages") >= told + Crowd.EDITORS);
        world.passUpTo(SECONDS);
        if (killed) {
            // what the clients have just sent once more is in memory only
            world.killServer();
            world.restartServer();
        }
        world.postgres().clearLog();
    }
}
