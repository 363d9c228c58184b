package de.werkraum.chaos;

import de.werkraum.support.Conditions;
import java.time.Duration;

/**
 * Edits that only memory holds lose the server and their author's page, both for good. The others have seen them and bring them back.
 */
record GoneWriter() implements Fault {
    private static final Duration LONG = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "unsaved edits outlive server and author";
    }

    @Override
    public void strike(World world, Crowd crowd) {
        int outages = crowd.state("outages");
        world.stopPostgres();
        world.awaitNotReady();
        crowd.awaitOutage(outages);
        int unsaved = crowd.state("unsaved");
        Conditions.await("more is written", LONG, () -> crowd.state("unsaved") > unsaved + 2 * Crowd.EDITORS);
        crowd.pause();
        Conditions.await("all have it", LONG, () -> crowd.replicas().size() == 1);
        world.killServer();
        crowd.forgetOne();
        world.resumePostgres();
        world.restartServer();
        crowd.write();
    }
}
