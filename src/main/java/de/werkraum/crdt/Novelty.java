package de.werkraum.crdt;

import java.util.Set;

/**
 * What an update would add to a document as it is now.
 *
 * @param any whether it holds items or deletions that the document lacks; those that would have to wait for a missing
 *     part count too, also when the same ones wait already
 * @param clients the client ids of which it holds new items
 * @param heap about how many bytes of heap these take
 */
public record Novelty(boolean any, Set<Long> clients, long heap) {
    public Novelty {
        clients = Set.copyOf(clients);
    }
}
