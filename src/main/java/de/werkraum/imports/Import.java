package de.werkraum.imports;

import de.werkraum.plan.Plan;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A file on its way into a plan: proposed first, then put into the plan as it is at that moment.
 *
 * @param id of the import; sent again, it is the same one
 */
public record Import(UUID id, Proposal proposal, Choice choice) {
    private static final Logger LOG = Logger.getLogger(Import.class.getName());

    /**
     * Reads a file. May take long; to be called where that harms nobody.
     *
     * @param name of the file, which settles what kind of text it is
     * @param language of the room
     * @param year that dates without one are in, where the file does not show it
     * @throws Unreadable with a sentence
     */
    public static Import read(
            UUID id, byte[] bytes, String name, Choice choice, Bounds bounds, String language, int year) {
        try {
            return new Import(id, new Proposals(bounds, language, year).propose(bytes, name, choice), choice);
        } catch (Unreadable e) {
            throw e;
        } catch (RuntimeException e) {
            // A file that no reader was written for; what is in it stays out of the log.
            LOG.log(Level.WARNING, "A file could not be read", e);
            throw Unreadable.damaged();
        }
    }

    /**
     * How somebody wants a file to be taken, from JSON.
     *
     * @throws IllegalArgumentException with a JSON pointer to what is wrong
     */
    public static Choice choice(Map<?, ?> tree) {
        return ChoiceReading.of(tree);
    }

    /** What the plan would be, and the whole proposal as a JSON tree. */
    public record Outcome(Plan plan, Map<String, Object> tree, int added, int updated) {}

    /** Puts the proposal into a plan, which stays as it is: the result is another one. */
    public Outcome into(Plan plan, Instant now) {
        Merging.Result result = Merging.into(plan, proposal, choice, id, now);
        Map<String, Object> tree = new LinkedHashMap<>(ProposalTree.of(proposal, result.placed()));
        tree.put("import", id.toString());
        return new Outcome(
                result.plan(),
                tree,
                count(result.placed(), Placed.Kind.NEW),
                count(result.placed(), Placed.Kind.UPDATED));
    }

    private static int count(List<Placed> placed, Placed.Kind kind) {
        return (int) placed.stream().filter(step -> step.kind() == kind).count();
    }
}
