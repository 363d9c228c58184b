package de.werkraum.chaos;

import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        crowd = Crowd.start(people(seed));
        inquiry = new Inquiry(world, crowd, room, moderator);
        world.examine(inquiry);
    }

    private Map<String, String> people(long seed) {
        List<String> editors = new ArrayList<>();
        List<Object> voters = new ArrayList<>();
        for (int i = 0; i < Crowd.EDITORS; i++) {
            editors.add(room.participant("Editor " + i).api().token());
        }
        for (int i = 0; i < Crowd.VOTERS; i++) {
            Workshop.Person voter = room.participant("Voter " + i);
            voters.add(Api.object("member", voter.id(), "token", voter.api().token()));
        }
        return Map.of(
                "BASE", world.front().toString(),
                "ROOM", room.id(),
                "SEED", String.valueOf(seed % 1_000_000),
                "TOKENS", Api.json(Api.object("editors", editors, "voters", voters)));
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
