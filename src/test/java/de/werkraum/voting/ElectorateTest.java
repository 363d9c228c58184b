package de.werkraum.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElectorateTest {
    private static final Electorate THREE =
            new Electorate(Set.of("a", "b", "c"), Set.of("a", "b", "guest"), Map.of("a", "Amt", "guest", "Amt"));

    @Test
    void onlyMembersArePresentAndBelongToAnAuthority() {
        assertEquals(Set.of("a", "b"), THREE.present());
        assertEquals(Map.of("a", "amt"), THREE.authorities());
        assertEquals(3, THREE.openingMembers());
        assertEquals(2, THREE.openingPresent());
    }

    @Test
    void whoCastsIsPresent() {
        assertEquals(2, THREE.presentWith(Set.of("a")));
        assertEquals(3, THREE.presentWith(Set.of("c")));
        assertEquals(2, THREE.presentWith(Set.of("guest")));
    }

    @Test
    void admittedMembersCountFromThenOn() {
        Electorate more = THREE.admit(Set.of("d", "e"), Map.of("d", " AMT "));
        assertEquals(Set.of("a", "b", "c", "d", "e"), more.members());
        assertEquals(Set.of("a", "b"), more.present());
        assertEquals(Map.of("a", "amt", "d", "amt"), more.authorities());
        assertEquals(3, more.openingMembers());
        assertEquals(2, more.openingPresent());
        assertEquals(THREE, THREE.admit(Set.of("a", "c"), Map.of("a", "Other", "c", "Other")), "frozen");
    }

    @Test
    void removedMembersAreGone() {
        Electorate fewer = THREE.without("a");
        assertEquals(Set.of("b", "c"), fewer.members());
        assertEquals(Set.of("b"), fewer.present());
        assertEquals(Map.of(), fewer.authorities());
        assertEquals(3, fewer.openingMembers());
        assertEquals(2, fewer.openingPresent());
        assertEquals(THREE, THREE.without("nobody"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Straßenamt  Süd", " STRASSENAMT SÜD ", "straßenamt\u00a0Su\u0308d", "Strassenamt\tsüd"})
    void organisationsCompareByWhatTheySay(String written) {
        Electorate electorate = new Electorate(Set.of("a"), Set.of(), Map.of("a", written));
        assertEquals(Map.of("a", "strassenamt süd"), electorate.authorities());
    }

    @Test
    void blankIsNoOrganisation() {
        assertEquals(Map.of(), new Electorate(Set.of("a"), Set.of(), Map.of("a", " \t\u00a0")).authorities());
    }

    @Test
    void nothingCanBeChangedFromOutside() {
        assertThrows(UnsupportedOperationException.class, () -> THREE.members().clear());
        assertThrows(UnsupportedOperationException.class, () -> THREE.present().clear());
        assertThrows(
                UnsupportedOperationException.class, () -> THREE.authorities().clear());
    }

    @Test
    void strangersDontCount() {
        List<Option> options = Polls.options("A");
        Settings settings = Polls.settings("fist", "{}", options);
        Ballot five = Polls.ballot(settings.method(), options, 5);
        Tally tally = Counting.count(
                settings, options, Polls.people(2), List.of(new Cast("m1", five), new Cast("stranger", five)));
        assertEquals(1, tally.cast());
        assertEquals(1, tally.present());
        assertEquals(2, tally.eligible());
    }

    @Test
    void aQuorumIsAShareOrACountOfBallots() {
        Share half = new Share(1, 2);
        assertThrows(IllegalArgumentException.class, () -> new Quorum(Quorum.Of.CAST, null, null));
        assertThrows(IllegalArgumentException.class, () -> new Quorum(Quorum.Of.CAST, half, 3));
        assertThrows(IllegalArgumentException.class, () -> new Quorum(Quorum.Of.PRESENT, null, 3));
        assertEquals(3, new Quorum(Quorum.Of.CAST, null, 3).needed(10));
        assertEquals(6, new Quorum(Quorum.Of.PRESENT, half, null).needed(11));
    }
}
