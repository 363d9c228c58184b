package de.werkraum.room;

import de.werkraum.access.Member;
import de.werkraum.plan.StepWatch;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.AuditStore;
import de.werkraum.wire.Audience;
import de.werkraum.wire.Scope;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Tells everybody which steps somebody dropped, deleted or brought back, and notes it in the log. Gathered for a second: what is taken back within it is no news,
 * and nobody fills the log faster than that.
 */
final class StepNews {
    private static final Logger LOG = Logger.getLogger(StepNews.class.getName());
    /** So many steps of one act are told one by one; of more, their number is. */
    private static final int ONE_BY_ONE = 5;
    /** Whoever goes through the list of statuses with the arrow keys passes by "agreed" sooner than that. */
    private static final Duration PASSING_BY = Duration.ofSeconds(3);

    private final Scope scope;
    private final StepWatch watch;
    private final Audience audience;
    private final AuditStore audit;
    private final Map<UUID, Doings> gathered = new LinkedHashMap<>();
    private final Map<String, Instant> agreed = new LinkedHashMap<>();

    /** A step became agreed on, and when. */
    record Agreed(String step, Instant at) {}

    /** What somebody did with which step. */
    private record Doings(Member by, Map<String, StepWatch.News> steps) {}

    /** How many steps there are. */
    StepWatch.Count count() {
        return watch.count();
    }

    StepNews(Scope scope, StepWatch watch, Audience audience, AuditStore audit) {
        this.scope = scope;
        this.watch = watch;
        this.audience = audience;
        this.audit = audit;
    }

    /** An update of that member is in the document. */
    void by(Member member) {
        Instant now = scope.now();
        watch.takeAgreed().forEach(step -> agreed.putIfAbsent(step, now));
        for (StepWatch.News news : watch.take()) {
            Map<String, StepWatch.News> steps = gathered.computeIfAbsent(
                            member.id(), any -> new Doings(member, new LinkedHashMap<>()))
                    .steps();
            StepWatch.News before = steps.get(news.step());
            if (before != null && isOpposite(before.act(), news.act())) {
                steps.remove(news.step());
            } else {
                steps.put(news.step(), news);
            }
        }
    }

    private static boolean isOpposite(StepWatch.Act before, StepWatch.Act now) {
        return (before == StepWatch.Act.BACK) != (now == StepWatch.Act.BACK);
    }

    /** The server itself has edited the plan, which is noted as what it is. */
    void byServer() {
        watch.take();
        watch.takeAgreed();
    }

    /** Which steps somebody agreed on a moment ago, each once; whether they still are is for the plan to say. */
    List<Agreed> takeAgreed() {
        Instant before = scope.now().minus(PASSING_BY);
        List<Agreed> taken = new ArrayList<>();
        for (Iterator<Map.Entry<String, Instant>> all = agreed.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Instant> one = all.next();
            if (!one.getValue().isAfter(before)) {
                taken.add(new Agreed(one.getKey(), one.getValue()));
                all.remove();
            }
        }
        return taken;
    }

    /** Called every second. */
    void tick() {
        List<Doings> all = List.copyOf(gathered.values());
        gathered.clear();
        all.forEach(this::tell);
    }

    private void tell(Doings doings) {
        List<AuditEntry> notes = new ArrayList<>();
        doings.steps().values().stream()
                .collect(Collectors.groupingBy(StepWatch.News::act, LinkedHashMap::new, Collectors.toList()))
                .forEach((act, news) -> {
                    if (news.size() > ONE_BY_ONE) {
                        notes.add(scope.note(doings.by(), act.wire()).with("steps", news.size()));
                    } else {
                        news.forEach(one -> notes.add(scope.note(doings.by(), act.wire())
                                .with("step", one.step())
                                .with("title", one.title())));
                    }
                });
        notes.forEach(note -> {
            audience.tellAll(note.detail()
                    .copy()
                    .put("type", "step")
                    .put("act", note.act())
                    .put(
                            "by",
                            new JsonObject()
                                    .put("id", doings.by().id().toString())
                                    .put("name", doings.by().name())));
            audit.note(note)
                    .onFailure(failure ->
                            LOG.log(Level.WARNING, "An act is missing in the log of room {0}: {1}", new Object[] {
                                scope.id(), failure.toString()
                            }));
        });
    }
}
