package de.werkraum.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.werkraum.crdt.Doc;
import de.werkraum.crdt.View;
import de.werkraum.crdt.YMap;
import de.werkraum.crdt.YText;
import de.werkraum.crdt.YType;
import de.werkraum.plan.StepWatch.Act;
import de.werkraum.plan.StepWatch.News;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StepWatchTest {
    private final Doc client = new Doc();
    private final Doc server = new Doc();

    private void edit(Consumer<YMap> edit) {
        server.applyUpdate(client.transact(() -> edit.accept(client.getMap("steps"))));
    }

    private static YMap step(YMap steps, String id) {
        return View.map((YType) Objects.requireNonNull(steps.get(id)));
    }

    private void add(String id, String title) {
        edit(steps -> {
            steps.set(id, new YMap());
            step(steps, id).set("title", new YText(title));
            step(steps, id).set("status", "idea");
        });
    }

    @Test
    void whatIsTakenOutDroppedOrBroughtBackIsNews() {
        add("a", "Bürgerbüro");
        StepWatch watch = new StepWatch(server);
        edit(steps -> step(steps, "a").set("removed", "2026-11-30T10:00:00Z"));
        assertEquals(List.of(new News(Act.DELETED, "a", "Bürgerbüro")), watch.take());
        edit(steps -> step(steps, "a").remove("removed"));
        assertEquals(List.of(new News(Act.BACK, "a", "Bürgerbüro")), watch.take());
        edit(steps -> step(steps, "a").set("status", "dropped"));
        assertEquals(List.of(new News(Act.DROPPED, "a", "Bürgerbüro")), watch.take());
        edit(steps -> step(steps, "a").set("status", "doing"));
        assertEquals(List.of(new News(Act.BACK, "a", "Bürgerbüro")), watch.take());
        edit(steps -> steps.remove("a"));
        assertEquals(List.of(new News(Act.DELETED, "a", "Bürgerbüro")), watch.take());
        assertEquals(List.of(), watch.take());
    }

    @Test
    void whatBecomesAgreedOnIsToldOnce() {
        add("a", "Bürgerbüro");
        StepWatch watch = new StepWatch(server);
        edit(steps -> step(steps, "a").set("status", "proposed"));
        assertEquals(List.of(), watch.takeAgreed());
        edit(steps -> step(steps, "a").set("status", "agreed"));
        edit(steps -> step(steps, "a").set("status", "doing"));
        assertEquals(List.of("a"), watch.takeAgreed());
        edit(steps -> {
            steps.set("b", new YMap());
            step(steps, "b").set("status", "agreed");
        });
        assertEquals(List.of(), watch.takeAgreed());
    }

    @Test
    void theTitleIsTheLatestAlsoOfStepsThatCameLater() {
        StepWatch watch = new StepWatch(server);
        add("b", "Alt");
        edit(steps -> ((YText) Objects.requireNonNull(step(steps, "b").get("title"))).insert(3, " und neu"));
        edit(steps -> steps.remove("b"));
        assertEquals(List.of(new News(Act.DELETED, "b", "Alt und neu")), watch.take());
    }

    @Test
    void newStepsOtherChangesAndWhatNothingStoodInAreNone() {
        StepWatch watch = new StepWatch(server);
        add("c", "");
        edit(steps -> step(steps, "c").set("status", "doing"));
        edit(steps -> step(steps, "c").set("removed", "2026-11-30T10:00:00Z"));
        edit(steps -> steps.remove("c"));
        edit(steps -> steps.set("d", "kein Schritt"));
        edit(steps -> steps.remove("d"));
        assertEquals(List.of(), watch.take());
        add("e", "");
        edit(steps -> step(steps, "e").set("result", "Ein Ergebnis"));
        edit(steps -> steps.remove("e"));
        assertEquals(List.of(new News(Act.DELETED, "e", "")), watch.take());
    }

    @Test
    void stepsAreCountedAtOnceAndWhileTheyAreWatched() {
        StepWatch watch = new StepWatch(server);
        for (String status : List.of("agreed", "done", "proposed", "dropped")) {
            add(status, "Schritt");
            edit(steps -> step(steps, status).set("status", status));
        }
        add("leer", "");
        add("fort", "Gelöscht");
        edit(steps -> steps.remove("fort"));
        assertEquals(new StepWatch.Count(3, 2), StepWatch.count(server));
        assertEquals(new StepWatch.Count(3, 2), watch.count());
        assertEquals(new StepWatch.Count(3, 2), new StepWatch(server).count());
    }
}
