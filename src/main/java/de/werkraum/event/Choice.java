package de.werkraum.event;

import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import de.werkraum.problem.Problem;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Chooses steps of rooms. */
final class Choice {
    private final Taking taking;
    private final String language;

    /** @param language of what is said of decisions */
    Choice(Taking taking, String language) {
        this.taking = taking;
        this.language = language;
    }

    /** From all these rooms; 409 where the poll that is to choose can't. */
    List<Chosen> of(List<Workshop> workshops) {
        UUID poll = taking instanceof Taking.Best best ? best.poll() : null;
        if (poll != null) {
            require(poll, workshops);
        }
        return workshops.stream().flatMap(workshop -> of(workshop).stream()).toList();
    }

    private static void require(UUID poll, List<Workshop> workshops) {
        if (workshops.stream().noneMatch(workshop -> has(workshop, poll))) {
            throw Problem.conflict("noSuchPoll", "None of these rooms has that poll.");
        }
    }

    private static boolean has(Workshop workshop, UUID poll) {
        return Ballots.find(workshop.polls(), poll).isPresent();
    }

    private List<Chosen> of(Workshop workshop) {
        Ballots ballots = new Ballots(workshop.polls(), language);
        if (taking instanceof Taking.Best best) {
            UUID poll = best.poll();
            if (poll == null) {
                return ballots.last()
                        .map(last -> steps(workshop, ballots.best(last, best.count())))
                        .orElse(List.of());
            }
            return has(workshop, poll) ? best(workshop, ballots, poll, best.count()) : List.of();
        }
        return workshop.plan().steps().stream()
                .filter(Step::agreed)
                .map(step -> new Chosen(workshop, step, ballots.decision(step.id())))
                .toList();
    }

    private static List<Chosen> best(Workshop workshop, Ballots ballots, UUID poll, int count) {
        JsonObject counted = ballots.poll(poll.toString())
                .orElseThrow(() -> Problem.conflict("noResult", "The poll has no result that everybody may see."));
        if (!Ballots.ranks(counted)) {
            throw Problem.conflict("noRank", "The poll doesn't say which steps are better.");
        }
        return steps(workshop, ballots.best(counted, count));
    }

    /** In the order of the poll; steps that are gone or dropped since stay away. */
    private static List<Chosen> steps(Workshop workshop, Map<String, @Nullable String> best) {
        Map<String, Step> steps = workshop.plan().byId();
        List<Chosen> chosen = new ArrayList<>();
        best.forEach((id, decision) -> {
            Step step = steps.get(id);
            if (step != null && step.status() != Status.DROPPED) {
                chosen.add(new Chosen(workshop, step, decision));
            }
        });
        return chosen;
    }
}
