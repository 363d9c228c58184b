package de.werkraum.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.werkraum.plan.Plans;
import de.werkraum.plan.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FeedbackFileTest {
    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2027-02-01T09:00:00Z");

    private static Map<String, Object> tree(Object... steps) {
        return Map.of("title", "Plan", "steps", List.of(steps));
    }

    private static Map<String, Object> step(String id, String title, String result) {
        return Map.of("id", id, "rank", id, "title", title, "result", result);
    }

    private static final Map<String, Object> SOURCE = tree(step("a", "Eins", "so"), step("b", "Zwei", "so"));
    private static final Map<String, Object> NOW_HERE =
            tree(step("a", "Eins", "anders"), step("b", "Zwei", "so"), step("c", "Drei", "neu"));

    private static Feedback feedback() {
        return Feedback.of(ID, "Stadt Kronau", NOW, Comparison.of(SOURCE, NOW_HERE, "de"), "de");
    }

    @Test
    void tellsWhatIsDifferentAndNothingElse() {
        assertEquals(
                List.of(
                        new Feedback.Entry("a", "Eins", false, "Hier geändert:\nFertig, wenn: anders"),
                        new Feedback.Entry("c", "Drei", true, "Hier dazugekommen:\nTitel: Drei\nFertig, wenn: neu")),
                feedback().steps());
    }

    @Test
    void becomesCommentsAndIdeasOnce() {
        Feedback.Read read = feedback().into(Plans.of(SOURCE));
        assertEquals(1, read.comments());
        assertEquals(1, read.ideas());
        assertEquals(
                "Stadt Kronau", read.plan().steps().get(0).comments().get(0).name());
        assertEquals(Status.IDEA, read.plan().steps().get(2).status());
        assertEquals("Drei", read.plan().steps().get(2).title());
        Feedback.Read again = feedback().into(read.plan());
        assertEquals(read.plan(), again.plan());
        assertEquals(0, again.comments() + again.ideas());
    }

    @Test
    void takesNoMarkupForIts() {
        var odd = new Feedback(ID, "*Stadt*", NOW, List.of(new Feedback.Entry("a", "# Titel", false, "[x](y)")));
        assertEquals("# Rückmeldung: \\*Stadt\\*\n\n## \\# Titel\n\n- \\[x\\](y)\n", odd.markdown("de"));
    }
}
