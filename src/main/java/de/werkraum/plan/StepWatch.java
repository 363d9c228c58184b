package de.werkraum.plan;

import de.werkraum.crdt.Changes;
import de.werkraum.crdt.Doc;
import de.werkraum.crdt.View;
import de.werkraum.crdt.YMap;
import de.werkraum.crdt.YType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notices which steps are dropped, deleted or brought back, and which are agreed on, whichever client does it. Hears of each change on the thread that makes it; what it found
 * may be taken on another.
 */
public final class StepWatch {
    /** What happened to a step. */
    public enum Act {
        DROPPED("stepDropped"),
        DELETED("stepDeleted"),
        BACK("stepBack");

        private final String wire;

        Act(String wire) {
            this.wire = wire;
        }

        /** The word for it in events and in the log. */
        public String wire() {
            return wire;
        }
    }

    /** What happened to which step; its title as it was. */
    public record News(Act act, String step, String title) {}

    private enum Fate {
        THERE,
        DROPPED,
        GONE
    }

    /** @param blank whether nothing is written in it: nobody misses that */
    private record Known(Fate fate, String title, boolean blank, boolean agreed) {
        boolean counts() {
            return fate == Fate.THERE && !blank;
        }
    }

    /**
     * How many steps there are with something in them.
     *
     * @param agreed how many of them were agreed on, or are further than that
     */
    public record Count(int steps, int agreed) {
        private Count with(@Nullable Known known, int sign) {
            return known == null || !known.counts()
                    ? this
                    : new Count(steps + sign, agreed + (known.agreed() ? sign : 0));
        }
    }

    private static final Count NONE = new Count(0, 0);

    private final YMap steps;
    private final Map<String, Known> known = new HashMap<>();
    private final Queue<News> news = new ConcurrentLinkedQueue<>();
    private final Queue<String> agreed = new ConcurrentLinkedQueue<>();
    private volatile Count count;

    /** Begins to watch a document; to be called on the thread that has it. */
    public StepWatch(Doc doc) {
        steps = doc.getMap("steps");
        steps.toMap().forEach((id, value) -> {
            Known now = known(value);
            if (now != null) {
                known.put(id, now);
            }
        });
        count = sum(known.values());
        doc.observe(this::changed);
    }

    /** How many steps a document has now, without watching it; to be called on the thread that has it. */
    public static Count count(Doc doc) {
        return sum(doc.getMap("steps").toMap().values().stream()
                .flatMap(value -> Stream.ofNullable(known(value)))
                .toList());
    }

    private static Count sum(Collection<Known> steps) {
        Count all = NONE;
        for (Known step : steps) {
            all = all.with(step, 1);
        }
        return all;
    }

    /** How many steps there are; may be asked on any thread. */
    public Count count() {
        return count;
    }

    /** What happened since the last call. */
    public List<News> take() {
        return taken(news);
    }

    /** Which steps became agreed on since the last call, having been there before. */
    public List<String> takeAgreed() {
        return taken(agreed);
    }

    private static <T> List<T> taken(Queue<T> queue) {
        List<T> taken = new ArrayList<>();
        for (T one = queue.poll(); one != null; one = queue.poll()) {
            taken.add(one);
        }
        return taken;
    }

    private void changed(Changes changes) {
        for (String id : changes.keysOf("steps")) {
            Known now = known(steps.get(id));
            Known before = now == null ? known.remove(id) : known.put(id, now);
            count = count.with(before, -1).with(now, 1);
            if (before != null) {
                Act act = act(before.fate(), now == null ? Fate.GONE : now.fate());
                if (act != null && !before.blank()) {
                    news.add(new News(act, id, before.title()));
                }
                if (now != null && now.agreed() && !before.agreed()) {
                    agreed.add(id);
                }
            }
        }
    }

    private static @Nullable Act act(Fate before, Fate now) {
        if (before == now) {
            return null;
        }
        return switch (now) {
            case GONE -> Act.DELETED;
            case THERE -> Act.BACK;
            case DROPPED -> before == Fate.GONE ? Act.BACK : Act.DROPPED;
        };
    }

    private static @Nullable Known known(@Nullable Object value) {
        if (!(value instanceof YType type) || !PlanReader.isMap(type)) {
            return null;
        }
        YMap map = View.map(type);
        Status status = Status.of(map.get("status"));
        Fate fate = PlanReader.isRemoved(type) ? Fate.GONE : status == Status.DROPPED ? Fate.DROPPED : Fate.THERE;
        String title = PlanReader.title(map).strip();
        return new Known(fate, title, title.isEmpty() && PlanReader.isBlank(map), status != null && status.agreed());
    }
}
