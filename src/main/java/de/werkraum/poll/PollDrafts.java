package de.werkraum.poll;

import de.werkraum.problem.Problem;
import de.werkraum.store.StoredPoll;
import de.werkraum.voting.Draft;
import de.werkraum.voting.InvalidPollException;
import de.werkraum.voting.Option;
import de.werkraum.voting.Settings;
import de.werkraum.wire.Scope;
import de.werkraum.wire.Trees;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes polls from requests: completes options, checks settings, freezes labels. On the room's event loop only. */
final class PollDrafts {
    private static final Set<String> FIELDS = Set.of("question", "method", "options", "settings", "closesAt");

    private final Scope scope;
    private final Venue venue;
    private final PollOptions options;

    PollDrafts(Scope scope, Venue venue, PollOptions options) {
        this.scope = scope;
        this.venue = venue;
        this.options = options;
    }

    /** A draft from the tree of a request. */
    StoredPoll draft(UUID id, JsonObject tree, @Nullable UUID origin) {
        String question = PollFields.text(tree, "question");
        String method = PollFields.text(tree, "method");
        JsonObject settings = PollFields.object(tree, "settings");
        List<Option> given = options.given(tree.getValue("options"));
        Instant closesAt = PollFields.instant(tree);
        try {
            List<Option> titled = given.stream().map(options::titled).toList();
            List<Option> completed = Draft.options(method, question, titled, venue.language(), PollOptions.newId());
            Settings complete = Settings.parse(method, Trees.plain(settings), completed);
            StoredPoll.Content content = new StoredPoll.Content(
                    question, method, PollOptions.unfrozen(given, completed), new JsonObject(complete.toTree()));
            return StoredPoll.draft(id, scope.id(), content, closesAt, origin);
        } catch (InvalidPollException e) {
            throw problem(e);
        }
    }

    /** The draft with some fields of a request changed. */
    StoredPoll redraft(StoredPoll before, JsonObject tree) {
        if (!FIELDS.containsAll(tree.fieldNames())) {
            throw Problem.badRequest("Only question, method, options, settings and closesAt can be changed.");
        }
        boolean otherMethod = tree.containsKey("method") && !before.method().equals(tree.getValue("method"));
        JsonObject merged = new JsonObject()
                .put("question", before.question())
                .put("method", before.method())
                .put("options", before.options())
                .put("settings", otherMethod ? new JsonObject() : before.settings())
                .put(
                        "closesAt",
                        before.closesAt() == null ? null : before.closesAt().toString());
        tree.forEach(entry -> merged.put(entry.getKey(), entry.getValue()));
        if (!otherMethod && tree.getValue("settings") instanceof JsonObject changed) {
            merged.put("settings", before.settings().copy().mergeIn(changed));
        }
        return draft(before.id(), merged, before.origin());
    }

    /** What may change while a poll is open: {@code closesAt}, and a higher {@code budget}. */
    StoredPoll whileOpen(LivePoll poll, JsonObject tree) {
        JsonObject inner = PollFields.object(tree, "settings");
        JsonObject wanted = tree.copy().mergeIn(inner);
        wanted.remove("settings");
        if (!Set.of("closesAt", "budget").containsAll(wanted.fieldNames())) {
            throw Problem.conflict("wrongState", "While a poll is open only its end and its budget can change.");
        }
        Settings settings = poll.settings();
        if (wanted.containsKey("budget")) {
            if (!(wanted.getValue("budget") instanceof Integer budget)) {
                throw Problem.invalid("wrongType", "/budget", "must be a whole number");
            }
            try {
                settings = settings.raiseBudget(budget);
            } catch (InvalidPollException e) {
                throw problem(e);
            }
        }
        Instant end = poll.stored().closesAt();
        if (wanted.containsKey("closesAt")) {
            end = PollFields.instant(wanted);
            requireFuture(end);
        }
        return poll.stored().amended(new JsonObject(settings.toTree()), end);
    }

    /** The draft as it is opened: labels as the plan has them now. */
    StoredPoll opened(StoredPoll draft, int electorate, int present) {
        requireFuture(draft.closesAt());
        List<Option> frozen =
                options.given(draft.options()).stream().map(options::titled).toList();
        return draft.opened(PollOptions.tree(frozen), scope.now(), electorate, present);
    }

    /** An end in the past would undo ballots that have been answered. */
    private void requireFuture(@Nullable Instant end) {
        if (end != null && !end.isAfter(scope.now())) {
            throw Problem.invalid("outOfRange", "/closesAt", "must be in the future");
        }
    }

    private static Problem problem(InvalidPollException e) {
        return Problem.invalid(e.problems().stream()
                .map(refusal -> new Problem.Field(refusal.pointer() == null ? "" : refusal.pointer(), refusal.detail()))
                .toList());
    }
}
