package de.werkraum.journal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Whose a Yjs client id is: the first member's who edited under it. Who merely passes on others' items in a step 2 gains nothing, or an author who was
 * cut off would be locked out.
 */
final class Owners {
    /** Ids of one member; a tab is one, and each time it is loaded. The oldest are forgotten. */
    private static final int EACH = 500;
    /** Members with ids; beyond it those who are not here are forgotten. Twice as many as a room may have at once. */
    private static final int MEMBERS = 20_000;

    private final Map<Long, UUID> owners = new HashMap<>();
    private final Map<UUID, Set<Long>> owned = new HashMap<>();

    /**
     * Those of these ids that belong to other connected members.
     *
     * @param edited whether this member edits under the others, which makes them its own
     */
    Set<Long> foreign(Set<Long> clients, UUID member, boolean edited, Predicate<UUID> connected) {
        Set<Long> foreign = new HashSet<>();
        Map<UUID, Boolean> here = new HashMap<>();
        for (Long client : clients) {
            UUID owner = owners.get(client);
            if (owner == null) {
                if (edited) {
                    claim(client, member, connected);
                }
            } else if (!owner.equals(member) && here.computeIfAbsent(owner, connected::test)) {
                foreign.add(client);
            }
        }
        return foreign;
    }

    private void claim(Long client, UUID member, Predicate<UUID> connected) {
        if (!owned.containsKey(member) && owned.size() >= MEMBERS) {
            List.copyOf(owned.keySet()).stream()
                    .filter(each -> !connected.test(each))
                    .forEach(this::forget);
        }
        Set<Long> own = owned.computeIfAbsent(member, first -> new LinkedHashSet<>(2));
        if (own.size() >= EACH) {
            Long oldest = own.iterator().next();
            own.remove(oldest);
            owners.remove(oldest);
        }
        own.add(client);
        owners.put(client, member);
    }

    private void forget(UUID member) {
        Set<Long> own = owned.remove(member);
        if (own != null) {
            own.forEach(owners::remove);
        }
    }

    /** Ids that belong to somebody. */
    int size() {
        return owners.size();
    }
}
