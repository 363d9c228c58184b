package de.werkraum.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ballots that say a little more for one option. */
final class Raised {
    private Raised() {}

    /** The choices with the option raised by one step; null where that can't be. */
    static @Nullable Object by(String method, Object choices, String option) {
        return switch (method) {
            case "approval" -> approval((List<?>) choices, option);
            case "ranking" -> ranking((List<?>) choices, option);
            case "single" -> option;
            case "fist" -> choices instanceof Integer fingers && fingers < 5 ? (Object) (fingers + 1) : null;
            default -> object(method, choices, option);
        };
    }

    private static @Nullable Object approval(List<?> choices, String option) {
        if (choices.contains(option)) {
            return null;
        }
        List<Object> more = new ArrayList<>(choices);
        more.remove("none");
        more.add(option);
        return more;
    }

    private static @Nullable Object ranking(List<?> choices, String option) {
        List<Object> order = new ArrayList<>(choices);
        int place = order.indexOf(option);
        if (place == 0 || order.isEmpty()) {
            return null;
        }
        order.remove(option);
        order.add(place < 0 ? order.size() : place - 1, option);
        return order;
    }

    private static @Nullable Object object(String method, Object choices, String option) {
        Map<String, Object> more = PropertiesTest.copy(choices);
        Object said = more.get(option);
        if (method.equals("consent") && said != null) {
            more.put(option, "yes");
        } else if (method.equals("dots") && said instanceof Integer dots && more.size() > 1) {
            // from another option, so that the budget holds
            String other = more.keySet().stream()
                    .filter(id -> !id.equals(option))
                    .findFirst()
                    .orElse(option);
            more.remove(other);
            more.put(option, dots);
        } else if (method.equals("score") && said instanceof Integer mark && mark < 5) {
            more.put(option, mark + 1);
        } else if (method.equals("resistance") && said instanceof Integer resistance && resistance > 0) {
            more.put(option, resistance - 1);
        } else {
            return null;
        }
        return more;
    }

    /** The higher the better; what a method doesn't rank stands level. */
    static long standing(Tally tally, String option) {
        OptionTally found = Polls.of(tally, option);
        Place place = found.place();
        if (place != null) {
            return -place.rank();
        }
        return switch (String.valueOf(
                found.figures().getOrDefault("decision", found.figures().get("verdict")))) {
            case "accepted", "carried" -> 2;
            case "concerns" -> 1;
            default -> 0;
        };
    }
}
