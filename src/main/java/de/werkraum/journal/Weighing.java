package de.werkraum.journal;

import de.werkraum.access.Member;
import de.werkraum.crdt.Doc;
import de.werkraum.crdt.Novelty;
import de.werkraum.crdt.Updates;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What becomes of updates of members: whether they say anything new, may be written, have room and are their author's. Where the document is. */
final class Weighing {
    private final Doc doc;
    private final Volume volume;
    private final Owners owners = new Owners();
    private Volume.Size size = new Volume.Size(0, 0);
    private long steps;

    Weighing(Doc doc, Volume volume) {
        this.doc = doc;
        this.volume = volume;
    }

    /** The size of the last update that was no repetition. */
    Volume.Size size() {
        return size;
    }

    /** Steps of the engine beyond reading it that the last update took. */
    long steps() {
        return steps;
    }

    /** One that is taken is in the document then and has no number yet; see {@link LivePlan#take}. */
    Decision weigh(byte[] update, Member member, boolean edited, String refusal, Predicate<UUID> connected) {
        long before = doc.steps();
        try {
            return decide(update, member, edited, refusal, connected);
        } finally {
            steps = doc.steps() - before;
        }
    }

    private Decision decide(byte[] update, Member member, boolean edited, String refusal, Predicate<UUID> connected) {
        Novelty novelty = doc.inspect(update);
        if (!novelty.any()) {
            return new Decision.Nothing();
        } else if (!refusal.isEmpty()) {
            return new Decision.Refused(refusal);
        }
        boolean deletes = novelty.clients().isEmpty();
        size = new Volume.Size(update.length, novelty.heap());
        if (deletes ? !volume.holdsDeletion(size) : !volume.holds(size)) {
            return new Decision.Refused("the plan has reached its size limit");
        }
        Set<Long> foreign = owners.foreign(novelty.clients(), member.id(), edited, connected);
        byte[] own = foreign.isEmpty() ? update : Updates.without(update, foreign);
        if (own != update && !doc.inspect(own).any()) {
            return new Decision.Refused("written under another member's client id");
        }
        doc.applyUpdate(own);
        Map<Long, Long> lacking = edited && doc.hasPending() ? doc.lacking(own) : Map.of();
        return new Decision.Taken(0, own, lacking);
    }
}
