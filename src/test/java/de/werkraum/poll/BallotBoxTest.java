package de.werkraum.poll;

import static de.werkraum.support.LiveStores.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.access.Ids;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.metrics.Metrics;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.PollStore;
import de.werkraum.store.StoredPoll;
import de.werkraum.support.LiveStores;
import de.werkraum.voting.InvalidBallotException;
import de.werkraum.voting.InvalidPollException;
import de.werkraum.voting.Option;
import de.werkraum.voting.Settings;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A ballot box over a real PostgreSQL. */
class BallotBoxTest {
    private static final LiveStores LIVE = new LiveStores();
    private static final int VOTERS = 20;

    private final PollStore store = LIVE.stores().polls();
    private final UUID room = LIVE.room();
    private final List<Option> options = List.of(
            new Option(UUID.randomUUID().toString(), "Ja", null, false),
            new Option(UUID.randomUUID().toString(), "Nein", null, false));
    private final Settings settings = settings();
    private final List<UUID> voters = new ArrayList<>();
    private final UUID poll = opened();
    private final BallotBox box = LIVE.on(() -> new BallotBox(poll, LIVE.loop(), store, new Metrics()));

    @AfterAll
    static void close() {
        LIVE.close();
    }

    private Settings settings() {
        try {
            return Settings.parse("single", Map.of(), options);
        } catch (InvalidPollException e) {
            throw new AssertionError(e);
        }
    }

    private UUID opened() {
        for (int i = 0; i < VOTERS; i++) {
            Member voter = new Member(new Ids().next(), room, "Wähler " + i, null, Role.PARTICIPANT);
            result(LIVE.stores().members().join(voter, Instant.now(), null, null, null));
            voters.add(voter.id());
        }
        UUID id = new Ids().next();
        JsonArray labels = PollOptions.tree(options);
        StoredPoll draft = StoredPoll.draft(
                id,
                room,
                new StoredPoll.Content("Kommt das?", "single", labels, new JsonObject(settings.toTree())),
                null,
                null);
        result(store.saveDraft(draft, note(draft)));
        StoredPoll open = draft.opened(labels, Instant.now(), VOTERS, 0);
        List<PollStore.Voter> electorate = voters.stream()
                .map(voter -> new PollStore.Voter(voter, "", null, false, false))
                .toList();
        assertTrue(result(store.open(open, electorate, note(open))));
        return id;
    }

    private AuditEntry note(StoredPoll about) {
        return AuditEntry.of(new Ids().next(), room, Instant.now(), null, "pollChanged")
                .on(about);
    }

    @Test
    void manyBallotsOfOneTurnAreAllStored() {
        List<Future<Boolean>> answers = LIVE.on(
                () -> voters.stream().map(voter -> box.put(vote(voter, 0))).toList());
        answers.forEach(answer -> assertTrue(result(answer)));
        assertTrue(LIVE.on(() -> box.drained().isComplete()));
        assertEquals(VOTERS, stored().size());
    }

    @Test
    @DisplayName("V-5: casting again replaces the ballot, and whoever waits for either is answered")
    void theNewestOfAMemberIsStoredAndBothAreAnswered() {
        UUID anna = voters.get(0);
        Vote last = vote(anna, 1);
        List<Future<Boolean>> answers = LIVE.on(() -> {
            Future<Boolean> first = box.put(vote(anna, 0));
            Future<Boolean> second = box.put(last);
            assertSame(last, box.underWay(anna));
            assertFalse(box.drained().isComplete());
            return List.of(first, second);
        });
        answers.forEach(answer -> assertTrue(result(answer)));
        assertNull(LIVE.on(() -> box.underWay(anna)));
        assertEquals(
                List.of(last.receipt()),
                stored().stream().map(PollStore.StoredBallot::receipt).toList());
    }

    @Test
    @DisplayName("V-4: a stranger's ballot is not taken, and nobody else's suffers")
    void strangersAreNotCounted() {
        UUID stranger = UUID.randomUUID();
        List<Future<Boolean>> answers =
                LIVE.on(() -> List.of(box.put(vote(stranger, 0)), box.put(vote(voters.get(1), 0))));
        assertFalse(result(answers.get(0)));
        assertTrue(result(answers.get(1)));
        assertEquals(1, stored().size());
    }

    @Test
    @DisplayName("V-6: a ballot is answered after its commit, and told so where it could not be stored")
    void whatCannotBeStoredFailsAndTheNextIsTaken() {
        String table = "ballot_" + poll.toString().replace("-", "");
        LIVE.execute("alter table " + table + " rename to out_of_reach");
        Future<Boolean> lost = LIVE.on(() -> box.put(vote(voters.get(2), 0)));
        assertThrows(CompletionException.class, () -> result(lost));
        LIVE.execute("alter table out_of_reach rename to " + table);
        assertTrue(result(LIVE.on(() -> box.put(vote(voters.get(2), 0)))));
        assertEquals(1, stored().size());
    }

    private List<PollStore.StoredBallot> stored() {
        return result(store.opened(poll)).orElseThrow().ballots();
    }

    private Vote vote(UUID member, int option) {
        try {
            return Vote.of(member, settings.method().ballot(options.get(option).id(), options), UUID.randomUUID());
        } catch (InvalidBallotException e) {
            throw new AssertionError(e);
        }
    }
}
