package de.werkraum.poll;

import de.werkraum.problem.Problem;
import de.werkraum.store.PollStore;
import de.werkraum.store.StoredPoll;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The polls of a room from PostgreSQL, the open ones with electorate and ballots. May be called from any thread. */
public record LoadedPolls(PollStore store) {
    /** All polls of a room. */
    public Future<List<LivePoll>> of(UUID room) {
        return store.list(room).compose(stored -> {
            List<Future<LivePoll>> polls = new ArrayList<>();
            stored.forEach(poll -> polls.add(poll(poll)));
            return Future.all(polls).map(all -> all.<LivePoll>list());
        });
    }

    /** The same, once no transaction under way can change these polls any more. */
    Future<List<LivePoll>> settled(UUID room, Set<UUID> polls) {
        return store.await(polls).compose(quiet -> of(room));
    }

    private Future<LivePoll> poll(StoredPoll poll) {
        if (!poll.is(StoredPoll.State.OPEN)) {
            return Future.succeededFuture(LivePoll.of(poll));
        }
        return store.opened(poll.id())
                .map(opened -> LivePoll.open(
                        poll,
                        opened.orElseThrow(() -> Problem.unavailable("A poll was just closed. Please try again."))));
    }

    /** The polls of a room that is not in memory, as everybody may see them. */
    public Future<JsonArray> forAll(UUID room) {
        return of(room).map(PollView::forAll);
    }
}
