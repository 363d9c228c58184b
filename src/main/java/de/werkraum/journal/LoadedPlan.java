package de.werkraum.journal;

import de.werkraum.Limits;
import de.werkraum.crdt.Doc;
import de.werkraum.crdt.DocOptions;
import de.werkraum.crdt.Updates;
import de.werkraum.pace.Aside;
import de.werkraum.store.PlanStore;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/** A plan as PostgreSQL holds it, read; with the threads beside the loop that read it, since that takes long. */
public record LoadedPlan(PlanStore.StoredPlan stored, Doc doc, long heap, Aside aside) {
    /** Reads a stored plan. */
    public static Future<LoadedPlan> of(PlanStore.StoredPlan stored, Limits.Plans limits, Aside aside) {
        return aside.work(bytes(stored), () -> {
            Doc doc = document(stored.updates(), limits.waitingBytes());
            return new LoadedPlan(stored, doc, Updates.heap(doc.encodeStateAsUpdate()), aside);
        });
    }

    /** Reads the document. */
    public <T> Future<T> read(Function<Doc, T> reading) {
        return aside.work(bytes(stored), () -> reading.apply(doc));
    }

    static long bytes(PlanStore.StoredPlan stored) {
        return stored.updates().stream().mapToLong(update -> update.length).sum();
    }

    /** The document of which these are a copy. */
    static Doc document(List<byte[]> copy) {
        return document(copy, copy.stream().mapToLong(update -> update.length).sum());
    }

    /** The document that stored updates make. */
    private static Doc document(List<byte[]> updates, long waitingBytes) {
        Doc doc = new Doc(DocOptions.defaults().withPendingLimit(waitingBytes));
        updates.forEach(doc::restore);
        return doc;
    }
}
