package de.werkraum.export;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A poll as the reader of an export may see it. Trees are of Map, List, String, Number, Boolean and null.
 *
 * @param method name of the counting method, as {@code consent}
 * @param state {@code open, closed} or {@code cancelled}; drafts are not rendered
 * @param reason why it was cancelled
 * @param eligible members who may vote
 * @param cast ballots
 * @param tally the counted result; null while it is hidden
 * @param withheld why there is no tally although the poll is closed, as {@code minBallots}
 * @param ballots who chose what, of polls that are not secret
 */
public record PollOutcome(
        String id,
        String question,
        String method,
        List<Option> options,
        Map<String, Object> settings,
        String state,
        @Nullable String reason,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        int eligible,
        int cast,
        @Nullable Map<String, Object> tally,
        @Nullable String withheld,
        List<Map<String, Object>> ballots)
        implements Serializable {
    public PollOutcome {
        options = List.copyOf(options);
        ballots = List.copyOf(ballots);
    }

    /**
     * One thing to vote on.
     *
     * @param step id of the step it stands for
     * @param passive whether it is "everything stays as it is"
     */
    public record Option(String id, String label, @Nullable String step, boolean passive) implements Serializable {}

    /** Reads a poll tree as the API gives it; what is missing or of a wrong type counts as absent. */
    public static PollOutcome of(Map<String, ?> poll) {
        boolean secret = !(poll.get("settings") instanceof Map<?, ?> s && Boolean.FALSE.equals(s.get("secret")));
        return new PollOutcome(
                text(poll.get("id")),
                text(poll.get("question")),
                text(poll.get("method")),
                Trees.maps(poll.get("options")).stream()
                        .map(PollOutcome::option)
                        .toList(),
                Trees.map(poll.get("settings")),
                text(poll.get("state")),
                poll.get("reason") instanceof String reason ? reason : null,
                instant(poll.get("openedAt")),
                instant(poll.get("closedAt")),
                number(poll.get("eligible")),
                number(poll.get("cast")),
                poll.get("tally") instanceof Map<?, ?> tally ? Trees.map(tally) : null,
                poll.get("withheld") instanceof String withheld ? withheld : null,
                secret ? List.of() : Trees.maps(poll.get("ballots")));
    }

    /** The same without who chose what. */
    PollOutcome withoutBallots() {
        return new PollOutcome(
                id, question, method, options, settings, state, reason, openedAt, closedAt, eligible, cast, tally,
                withheld, List.of());
    }

    /** Secret unless said otherwise. */
    public boolean secret() {
        return !Boolean.FALSE.equals(settings.get("secret"));
    }

    boolean cancelled() {
        return state.equals("cancelled");
    }

    boolean draft() {
        return state.equals("draft");
    }

    /** The numbers of one option; empty while the tally is hidden. */
    Map<String, Object> numbers(Option option) {
        return tally == null
                ? Map.of()
                : Trees.map(Trees.map(tally.get("options")).get(option.id()));
    }

    /** Whether an option was decided upon: by a vote on it that is closed, valid and found its majority. Anything else tells a mood. */
    boolean binds(Option option) {
        return method.equals("consent")
                && state.equals("closed")
                && "accepted".equals(numbers(option).get("decision"));
    }

    /** Whether anything was decided. */
    boolean binding() {
        return options.stream().anyMatch(this::binds);
    }

    /** The result in words. */
    Optional<String> sentence(String language) {
        return tally == null ? Optional.empty() : Trees.sentence(tally, language);
    }

    private static Option option(Map<String, Object> tree) {
        return new Option(
                text(tree.get("id")),
                text(tree.get("label")),
                tree.get("step") instanceof String step ? step : null,
                Boolean.TRUE.equals(tree.get("passive")));
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        return value instanceof Instant instant ? instant : value instanceof String s ? Instant.parse(s) : null;
    }
}
