package de.werkraum.voting;

import java.text.Normalizer;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may vote in a poll, frozen at its opening. Who casts later counts as present too; the count adds them itself.
 *
 * @param members E, ids of the eligible members
 * @param present of E, who was connected at the opening or in the 120 s before it
 * @param authorities organisation by member in its comparable form; members without one are absent
 * @param openingMembers how many were eligible at the opening: the quorum of those present is judged there, once
 * @param openingPresent how many of them were present then
 */
public record Electorate(
        Set<String> members,
        Set<String> present,
        Map<String, String> authorities,
        int openingMembers,
        int openingPresent) {

    public Electorate {
        members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
        Set<String> there = new LinkedHashSet<>(present);
        there.retainAll(members);
        present = Collections.unmodifiableSet(there);
        Map<String, String> organisations = new LinkedHashMap<>();
        for (String member : members) {
            String authority = comparable(authorities.get(member));
            if (authority != null) {
                organisations.put(member, authority);
            }
        }
        authorities = Collections.unmodifiableMap(organisations);
    }

    /**
     * The electorate at the opening. One read back from storage after members were admitted or removed needs the
     * canonical constructor with the stored numbers of the opening.
     *
     * @param authorities organisation by member as typed
     */
    public Electorate(Set<String> members, Set<String> present, Map<String, String> authorities) {
        this(members, present, authorities, members.size(), overlap(members, present));
    }

    /**
     * With members who joined since the opening; the numbers of the opening stay.
     *
     * @param organisations by member as typed
     */
    public Electorate admit(Set<String> joined, Map<String, String> organisations) {
        Set<String> more = new LinkedHashSet<>(members);
        more.addAll(joined);
        Map<String, String> all = new LinkedHashMap<>(organisations);
        all.keySet().removeAll(members);
        all.putAll(authorities);
        return new Electorate(more, present, all, openingMembers, openingPresent);
    }

    /** Without a removed member, whose ballot is to be deleted as well. */
    public Electorate without(String member) {
        Set<String> fewer = new LinkedHashSet<>(members);
        fewer.remove(member);
        return new Electorate(fewer, present, authorities, openingMembers, openingPresent);
    }

    /** P: who was present at the opening, and all who cast. */
    int presentWith(Set<String> voters) {
        Set<String> all = new HashSet<>(present);
        all.addAll(voters);
        all.retainAll(members);
        return all.size();
    }

    /** Trimmed, inner spaces collapsed, case folded; null if nothing is left. */
    private static @Nullable String comparable(@Nullable String organisation) {
        if (organisation == null) {
            return null;
        }
        String plain = Normalizer.normalize(organisation, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        // up and down again folds what one way misses: "Straße" and "STRASSE"
        return plain.isEmpty() ? null : plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static int overlap(Set<String> members, Set<String> present) {
        Set<String> there = new HashSet<>(present);
        there.retainAll(members);
        return there.size();
    }
}
