package de.werkraum.chaos;

import de.werkraum.support.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** A workshop that goes on under one fault after the other, with an account after each. */
final class Chaos implements AutoCloseable {
    private final World world;
    private final Crowd crowd;
    private final Workshop room;
    private final String moderator;
    private final Inquiry inquiry;
    private int ballots;

    Chaos(Path folder, Postgres postgres, long seed) {
        world = new World(folder, postgres, new Random(seed));
        room = Workshop.open(world.direct());
        moderator = room.moderator("Mona").api().token();
        crowd = Crowd.start(Crowd.people(room, world.front(), seed));
        inquiry = new Inquiry(world, crowd, room, moderator);
        world.examine(inquiry);
    }

    /** One fault: life before it, the damage, life after it, the account. */
    void suffer(Fault fault, int round) {
        long begin = System.nanoTime();
        crowd.write();
        Ballots poll = Ballots.open(world, crowd, room, moderator, round);
        crowd.awaitProgress();
        inquiry.keepVersion();
        fault.strike(world, crowd);
        world.awaitReady();
        if (!poll.timed()) {
            crowd.awaitProgress();
        }
        inquiry.savedIsInTheDatabase();
        crowd.pause();
        inquiry.everythingIsThereOnce();
        int counted = poll.close(inquiry);
        ballots += counted;
        say("  %-42s %3d s, %6d edits saved, %3d ballots counted%s"
                .formatted(
                        fault.name(),
                        Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                        crowd.state("written"),
                        counted,
                        poll.timed() ? ", closed at its hour" : ""));
    }

    /** Everything once more after a last sudden end. */
    void end() {
        crowd.pause();
        world.killServer();
        world.restartServer();
        inquiry.everythingIsThereOnce();
        say("  in all %d edits and %d of %d answered ballots counted; %d connections; none lost, none twice"
                .formatted(crowd.state("written"), ballots, crowd.state("ballots"), crowd.state("connections")));
    }

    static void say(String line) {
        System.out.println(line);
    }

    String log() {
        return world.log();
    }

    @Override
    public void close() {
        crowd.close();
        world.close();
    }
}
