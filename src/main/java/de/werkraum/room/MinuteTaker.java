package de.werkraum.room;

import de.werkraum.crdt.Doc;
import de.werkraum.plan.Minutes;
import de.werkraum.plan.Phases;
import de.werkraum.poll.Outcome;
import de.werkraum.poll.Polls;
import de.werkraum.wire.Scope;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Writes what happens into the minutes as it happens: phases, what polls ended with, which steps were agreed on. People change and delete it as any text. What is written is known by the
 * document ({@link Minutes}), so nothing is written twice; what ended before the room was loaded, or while minutes were not taken, is left alone.
 */
final class MinuteTaker {
    private static final Logger LOG = Logger.getLogger(MinuteTaker.class.getName());
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Minutes.ZONE);

    private final Scope scope;
    private final RoomState state;
    private final Polls polls;
    private final Supplier<List<StepNews.Agreed>> agreed;
    private final Function<Consumer<Doc>, Future<Void>> edit;
    private final Set<UUID> done = new HashSet<>();
    private final Set<UUID> cancelled = new HashSet<>();

    MinuteTaker(
            Scope scope,
            RoomState state,
            Polls polls,
            Supplier<List<StepNews.Agreed>> agreed,
            Function<Consumer<Doc>, Future<Void>> edit) {
        this.scope = scope;
        this.state = state;
        this.polls = polls;
        this.agreed = agreed;
        this.edit = edit;
        news();
    }

    /** The room is in another phase since now. */
    void phase(String phase) {
        write(List.of(new Minutes.Line(
                "phase/" + scope.now(),
                clock(scope.now()),
                "",
                "Phase: " + Phases.name(phase).in(state.stored().language()))));
    }

    /** Called every second. */
    void tick() {
        List<Outcome> news = news();
        if (!news.isEmpty()) {
            write(news.stream().map(this::line).toList());
        }
        List<StepNews.Agreed> steps = agreed.get();
        if (!steps.isEmpty()) {
            write(doc -> Minutes.add(
                    doc, steps.stream().flatMap(step -> line(doc, step)).toList()));
        }
    }

    private Stream<Minutes.Line> line(Doc doc, StepNews.Agreed step) {
        return Minutes.agreed(doc, step.step()).stream()
                .map(title -> new Minutes.Line(
                        "agreed/" + step.step(), clock(step.at()), german() ? "Vereinbart:" : "Agreed:", title));
    }

    private List<Outcome> news() {
        List<Outcome> news =
                polls.outcomes(state.stored().language(), (poll, ended) -> !(ended ? cancelled : done).contains(poll));
        news.forEach(outcome -> (outcome.cancelled() ? cancelled : done).add(outcome.poll()));
        return news;
    }

    private Minutes.Line line(Outcome outcome) {
        Instant at = outcome.at() == null || outcome.cancelled() ? scope.now() : outcome.at();
        String lead = outcome.cancelled()
                ? german() ? "Abgebrochen:" : "Cancelled:"
                : outcome.binding() ? german() ? "Beschluss:" : "Decision:" : german() ? "Abstimmung:" : "Poll:";
        String text = outcome.question() + (outcome.text().isBlank() ? "" : " – " + outcome.text());
        return new Minutes.Line((outcome.cancelled() ? "cancelled/" : "poll/") + outcome.poll(), clock(at), lead, text);
    }

    private boolean german() {
        return !state.stored().language().equals("en");
    }

    private String clock(Instant at) {
        return CLOCK.format(at) + (german() ? " Uhr" : "");
    }

    private void write(List<Minutes.Line> lines) {
        write(doc -> Minutes.add(doc, lines));
    }

    private void write(Consumer<Doc> lines) {
        if (!state.stored().papers().minuting() || state.damaged()) {
            return;
        }
        edit.apply(lines)
                .onFailure(
                        failure -> LOG.log(Level.INFO, "The minutes of room {0} stay as they are: {1}", new Object[] {
                            scope.id(), failure.toString()
                        }));
    }
}
