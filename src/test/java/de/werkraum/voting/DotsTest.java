package de.werkraum.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DotsTest {
    @Test
    void theCutOfTopFallsBetweenEquals() {
        List<Option> options = Polls.options("A B C D");
        Settings settings = Polls.settings("dots", "'top':2,'budget':6,'maxPerOption':5", options);
        Tally tally = Counting.count(
                settings,
                options,
                Polls.people(9),
                Polls.cast(
                        settings,
                        options,
                        List.of(Json.object("'A':5"), Json.object("'B':3,'C':3"), Json.object("'D':1"))));
        assertEquals("yes", Polls.of(tally, "A").toTree().get("selected"));
        assertEquals("tie", Polls.of(tally, "B").toTree().get("selected"));
        assertEquals("tie", Polls.of(tally, "C").toTree().get("selected"));
        assertEquals("no", Polls.of(tally, "D").toTree().get("selected"));
        assertEquals(List.of("B", "C"), tally.runoff());
    }
}
