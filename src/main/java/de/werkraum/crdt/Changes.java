package de.werkraum.crdt;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction changed. Types that are new or gone don't appear: the change is that of the list or key they are in.
 */
public final class Changes {
    private final boolean local;
    private final Map<YType, Set<@Nullable String>> changed = new LinkedHashMap<>();
    private final Map<String, Set<String>> roots = new LinkedHashMap<>();

    Changes(boolean local, Map<Branch, Set<@Nullable String>> changes) {
        this.local = local;
        changes.forEach((branch, keys) -> {
            if (branch.kind() != TypeKind.UNKNOWN && !branch.isDeleted()) {
                changed.put(branch.type(), keys);
            }
            noteRoot(branch, keys);
        });
    }

    private void noteRoot(Branch changed, Set<@Nullable String> keys) {
        Branch branch = changed;
        String key = null;
        while (branch.owner != null && branch.owner.parent instanceof Branch above) {
            key = branch.owner.key;
            branch = above;
        }
        if (branch.rootName == null) {
            return;
        }
        Set<String> below = roots.computeIfAbsent(branch.rootName, any -> new HashSet<>());
        if (branch != changed) {
            if (key != null) {
                below.add(key);
            }
            return;
        }
        for (String own : keys) {
            if (own != null) {
                below.add(own);
            }
        }
    }

    /** Whether this document's own edits did it, and not an update. */
    public boolean local() {
        return local;
    }

    /** Names of the roots in or below which something changed. */
    public Set<String> roots() {
        return Collections.unmodifiableSet(roots.keySet());
    }

    /** The keys of a root map whose value was set or removed or changed inside. */
    public Set<String> keysOf(String root) {
        return Collections.unmodifiableSet(roots.getOrDefault(root, Set.of()));
    }

    /** The types that changed themselves; what changed in nested types counts for those only. */
    public Set<YType> types() {
        return Collections.unmodifiableSet(changed.keySet());
    }

    /** The keys or attributes of a type that were set or removed. */
    public Set<String> keys(YType type) {
        Set<String> keys = new HashSet<>(changed.getOrDefault(type, Set.of()));
        keys.remove(null);
        return keys;
    }

    /** Whether the list or the text of a type changed. */
    public boolean content(YType type) {
        return changed.getOrDefault(type, new HashSet<>()).contains(null);
    }
}
