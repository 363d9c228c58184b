package de.werkraum.crdt;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Short cuts where very many inserted at the same place of a list without knowing of each other. Items between the same two neighbours stand
 * in the order of their clients, so the search for one's place may begin behind the nearest smaller client that is remembered here; or, where
 * none is, at the last one of a smaller client that was inserted behind the same left neighbour in front of the nearest larger client.
 *
 * <p>That holds as long as no item was put right in front of its right neighbour that was itself inserted behind something the new item passed.
 * Nobody who edits a document does that: who sees a right neighbour sees all it rests on. {@link Integrator} notices it and drops the crowd
 * for good; then each search walks all the way.
 */
final class Crowd {
    private final Map<Place, TreeMap<Long, Long>> places = new HashMap<>();
    private boolean broken;

    /** Where an item was inserted: the ids of its neighbours, and the key in whose list. */
    record Place(@Nullable String key, long originClient, long originClock, long rightClient, long rightClock) {
        static Place of(Item item) {
            return new Place(item.key, item.originClient(), item.originClock(), item.rightClient(), item.rightClock());
        }
    }

    /** The nearest item of a smaller client at the item's place; null if none is known. */
    @Nullable
    Item before(Store store, Item item) {
        TreeMap<Long, Long> clocks = places.get(Place.of(item));
        return clocks == null ? null : known(store, item, clocks.lowerEntry(item.client()));
    }

    /** The nearest item of a larger client at the item's place; null if none is known. */
    @Nullable
    Item behind(Store store, Item item) {
        TreeMap<Long, Long> clocks = places.get(Place.of(item));
        return clocks == null ? null : known(store, item, clocks.higherEntry(item.client()));
    }

    private static @Nullable Item known(Store store, Item item, Map.@Nullable Entry<Long, Long> near) {
        if (near == null) {
            return null;
        }
        Item found = store.find(near.getKey(), near.getValue());
        boolean there = found.clock() == near.getValue() && !found.isCollected() && found.parent == item.parent;
        return there ? found : null;
    }

    /**
     * Remembers where an item has found its place after a long search.
     *
     * @param sound whether the search has shown that nothing at this place can break the order
     */
    void remember(Item item, boolean sound) {
        Place place = Place.of(item);
        TreeMap<Long, Long> clocks = places.get(place);
        if (clocks == null && sound && !broken) {
            clocks = new TreeMap<>();
            places.put(place, clocks);
        }
        if (clocks != null) {
            clocks.putIfAbsent(item.client(), item.clock());
        }
    }

    void breaks() {
        broken = true;
        places.clear();
    }
}
