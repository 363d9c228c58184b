package de.werkraum.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a step from outside the room, all reports together: of each thing the last one that named it.
 *
 * @param at when something was told last
 * @param status null where no report named one
 * @param due null where no report named one
 * @param reason of the last report; may be empty
 */
public record Told(Instant at, @Nullable Status status, @Nullable LocalDate due, String reason) {
    /** The key of a step under which it stands. */
    static final String KEY = "report";

    /**
     * What was told of a step and is still so; null where nothing is. What somebody has set otherwise in the plan since is over, and with it the
     * reason for it. Kept among what has no further meaning, as it came.
     */
    public static @Nullable Told of(Step step) {
        Told told = of(step.unknown().get(KEY));
        return told == null ? null : told.still(step);
    }

    private @Nullable Told still(Step step) {
        Status now = status == step.status() ? status : null;
        LocalDate then = due != null && due.equals(step.due()) ? due : null;
        boolean over = (status != null || due != null) && now == null && then == null;
        return over ? null : new Told(at, now, then, now == status ? reason : "");
    }

    /** What was told, as its tree says; null for anything that is none. */
    public static @Nullable Told of(@Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> map)) {
            return null;
        }
        Instant at = Forms.instant(map.get("at"));
        return at == null
                ? null
                : new Told(
                        at,
                        Status.of(map.get("status")),
                        Forms.date(map.get("due")),
                        Objects.requireNonNullElse(Forms.text(map.get("reason")), ""));
    }

    /** {@code {at, status?, due?, reason?}}. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("at", at.toString());
        if (status != null) {
            tree.put("status", status.code());
        }
        if (due != null) {
            tree.put("due", due.toString());
        }
        if (!reason.isEmpty()) {
            tree.put("reason", reason);
        }
        return tree;
    }
}
