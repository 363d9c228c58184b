package de.werkraum.voting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules a second time, from the plain trees of ballots, slow and on other roads: thresholds are found by trying,
 * Borda points from duels, medians from sorted lists. Answers paths into the tally's tree with what must stand there.
 */
final class Recount {
    private final String method;
    private final Map<String, Object> settings;
    private final List<Option> options;
    private final int eligible;
    private final int present;
    private final List<Object> ballots;
    private final boolean valid;
    private final Map<String, String> found = new TreeMap<>();

    Recount(
            String method,
            Map<String, Object> settings,
            List<Option> options,
            int eligible,
            int present,
            boolean valid,
            List<Object> ballots) {
        this.method = method;
        this.settings = settings;
        this.options = options;
        this.eligible = eligible;
        this.present = present;
        this.valid = valid;
        this.ballots = ballots;
    }

    Map<String, String> count() {
        switch (method) {
            case "consent" -> consent();
            case "dots" -> dots();
            case "approval", "single" -> votes();
            case "ranking" -> ranking();
            case "score" -> score();
            case "resistance" -> resistance();
            case "matrix" -> matrix();
            default -> fist();
        }
        return found;
    }

    private void put(String option, String figure, @Nullable Object value) {
        found.put(option + "." + figure, String.valueOf(value));
    }

    /** What the ballots say of an option, those that say nothing left out. */
    private List<Object> said(String option) {
        List<Object> all = new ArrayList<>();
        for (Object ballot : ballots) {
            Object value = ((Map<?, ?>) ballot).get(option);
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }

    private void consent() {
        String majority = String.valueOf(settings.get("majority"));
        String base = String.valueOf(settings.get("base"));
        for (Option option : options) {
            List<Object> said = said(option.id());
            int yes = Collections.frequency(said, "yes");
            int no = Collections.frequency(said, "no");
            int abstain = said.size() - yes - no;
            Integer needed = null;
            for (int tried = 500; tried >= 1; tried--) {
                if (passes(majority, tried, no, size(base, tried, no, yes + no + abstain))) {
                    needed = tried;
                }
            }
            boolean passes = passes(majority, yes, no, size(base, yes, no, yes + no + abstain));
            put(option.id(), "yes", yes);
            put(option.id(), "no", no);
            put(option.id(), "abstain", abstain);
            put(option.id(), "base", size(base, yes, no, said.size()));
            put(option.id(), "needed", needed);
            put(option.id(), "missing", needed == null ? null : (Integer) Math.max(0, needed - yes));
            put(option.id(), "decision", !valid || yes + no == 0 ? "none" : passes ? "accepted" : "rejected");
        }
    }

    private int size(String base, int yes, int no, int all) {
        return base.equals("yesNo")
                ? yes + no
                : base.equals("valid") ? all : base.equals("present") ? present : eligible;
    }

    private static boolean passes(String majority, int yes, int no, int size) {
        if (majority.equals("simple")) {
            return yes - no > 0;
        }
        if (majority.equals("absolute")) {
            return yes > size - yes;
        }
        return Fraction.of(yes, Math.max(1, size)).compareTo(fraction(majority)) >= 0;
    }

    private static Fraction fraction(String share) {
        int slash = share.indexOf('/');
        return Fraction.of(Integer.parseInt(share.substring(0, slash)), Integer.parseInt(share.substring(slash + 1)));
    }

    private void dots() {
        Map<String, int[]> won = new LinkedHashMap<>();
        for (Option option : options) {
            List<Object> said = said(option.id());
            won.put(
                    option.id(),
                    new int[] {said.stream().mapToInt(Recount::number).sum(), said.size()});
        }
        won.forEach((option, both) -> {
            put(option, "dots", both[0]);
            put(option, "supporters", both[1]);
        });
        rank(won, (one, other) -> one[0] > other[0] || (one[0] == other[0] && one[1] > other[1]), one -> one[0] > 0);
    }

    private void votes() {
        boolean single = method.equals("single");
        int given = 0;
        Map<String, Integer> won = new LinkedHashMap<>();
        options.forEach(option -> won.put(option.id(), 0));
        for (Object ballot : ballots) {
            List<?> list = ballot instanceof List<?> some ? some : List.of(ballot);
            given += list.isEmpty() || list.contains("abstain") ? 0 : 1;
            list.forEach(id -> won.computeIfPresent(String.valueOf(id), (key, votes) -> votes + 1));
        }
        int all = given;
        won.forEach((option, votes) -> {
            put(option, single ? "votes" : "approvals", votes);
            put(option, "share", all == 0 ? null : Fraction.of(votes, all));
        });
        Object threshold = settings.get("threshold");
        rank(
                won,
                (one, other) -> one > other,
                votes -> votes > 0
                        && (threshold == null
                                || Fraction.of(votes, all).compareTo(fraction(threshold.toString())) >= 0));
        if (!single && settings.get("top") == null) {
            won.forEach((option, votes) -> {
                boolean enough = threshold == null
                        ? votes > all - votes
                        : votes > 0 && Fraction.of(votes, all).compareTo(fraction(threshold.toString())) >= 0;
                put(option, "selected", !valid ? "none" : enough ? "yes" : "no");
            });
        }
    }

    private void ranking() {
        Map<String, Integer> halves = new LinkedHashMap<>();
        for (Option one : options) {
            // a point for each option placed behind, half a one for each level with it
            int sum = 0;
            for (Option other : options) {
                sum += one.equals(other) ? 0 : 2 * before(one, other) + level(one, other);
            }
            halves.put(one.id(), sum);
            put(one.id(), "borda", Fraction.of(sum, 2));
        }
        Map<String, int[]> won = new LinkedHashMap<>();
        for (Option one : options) {
            int duels = 0;
            for (Option other : options) {
                if (Objects.equals(halves.get(one.id()), halves.get(other.id()))) {
                    duels += Integer.compare(before(one, other), before(other, one));
                }
            }
            won.put(one.id(), new int[] {halves.getOrDefault(one.id(), 0), duels});
        }
        boolean any = ballots.stream().anyMatch(ballot -> !List.of().equals(ballot));
        rank(won, (one, other) -> one[0] > other[0] || (one[0] == other[0] && one[1] > other[1]), one -> any);
        String winner = null;
        for (Option one : options) {
            boolean all =
                    options.stream().allMatch(other -> other.equals(one) || before(one, other) > before(other, one));
            winner = all ? one.id() : winner;
        }
        found.put("condorcet", String.valueOf(winner));
    }

    private int before(Option one, Option other) {
        int count = 0;
        for (Object ballot : ballots) {
            int first = ((List<?>) ballot).indexOf(one.id());
            int second = ((List<?>) ballot).indexOf(other.id());
            count += first >= 0 && (second < 0 || first < second) ? 1 : 0;
        }
        return count;
    }

    private int level(Option one, Option other) {
        int count = 0;
        for (Object ballot : ballots) {
            List<?> list = (List<?>) ballot;
            count += !list.isEmpty() && !list.contains(one.id()) && !list.contains(other.id()) ? 1 : 0;
        }
        return count;
    }

    private void score() {
        List<String> scale = scale();
        Map<String, Fraction[]> won = new LinkedHashMap<>();
        for (Option option : options) {
            List<Integer> sorted = new ArrayList<>();
            for (Object said : said(option.id())) {
                if (!said.equals("unknown")) {
                    sorted.add(scale.indexOf(said.toString()));
                }
            }
            Collections.sort(sorted);
            put(option.id(), "count", sorted.size());
            for (String value : scale) {
                put(option.id(), "histogram." + value, Collections.frequency(sorted, scale.indexOf(value)));
            }
            if (sorted.isEmpty()) {
                List.of("median", "q1", "q3", "spread", "rank").forEach(figure -> put(option.id(), figure, null));
                continue;
            }
            int low = sorted.get((sorted.size() + 3) / 4 - 1);
            int high = sorted.get((3 * sorted.size() + 3) / 4 - 1);
            put(option.id(), "q1", exact(scale, low));
            put(option.id(), "q3", exact(scale, high));
            put(option.id(), "spread", high - low < 2 ? "agreed" : high - low > 2 ? "discuss" : "mixed");
            int lower = sorted.get((sorted.size() - 1) / 2);
            int upper = sorted.get(sorted.size() / 2);
            if (scale.size() != 9) {
                put(option.id(), "median", exact(scale, lower));
            } else {
                put(
                        option.id(),
                        "median",
                        days(scale, lower).plus(days(scale, upper)).over(2));
            }
            if (scale.size() == 5) {
                int sum = sorted.stream().mapToInt(place -> place + 1).sum();
                won.put(option.id(), new Fraction[] {Fraction.of(lower, 1), Fraction.of(sum, sorted.size())});
            } else {
                put(option.id(), "rank", null);
            }
        }
        rank(
                won,
                (one, other) ->
                        one[0].compareTo(other[0]) > 0 || (one[0].equals(other[0]) && one[1].compareTo(other[1]) > 0),
                one -> true);
    }

    private List<String> scale() {
        return switch (String.valueOf(settings.get("scale"))) {
            case "days" -> List.of("0.5", "1", "2", "3", "5", "8", "13", "20", "40");
            case "SMLXL" -> List.of("S", "M", "L", "XL");
            default -> List.of("1", "2", "3", "4", "5");
        };
    }

    private static Fraction days(List<String> scale, int place) {
        return place == 0 ? Fraction.of(1, 2) : Fraction.of(Integer.parseInt(scale.get(place)), 1);
    }

    private static String exact(List<String> scale, int place) {
        return scale.get(place).equals("0.5") ? "1/2" : scale.get(place);
    }

    private void resistance() {
        Map<String, Fraction[]> won = new LinkedHashMap<>();
        Map<String, Fraction> means = new HashMap<>();
        for (Option option : options) {
            List<Integer> said = said(option.id()).stream().map(Recount::number).toList();
            int sum = said.stream().mapToInt(Integer::intValue).sum();
            int high = (int) said.stream().filter(rating -> rating > 7).count();
            put(option.id(), "sum", sum);
            put(option.id(), "high", high);
            Fraction mean = said.isEmpty() ? null : Fraction.of(sum, said.size());
            put(option.id(), "mean", mean);
            put(
                    option.id(),
                    "acceptance",
                    mean == null ? null : Fraction.of(100L * said.size() - 10L * sum, said.size()));
            put(option.id(), "rank", null);
            put(option.id(), "tie", false);
            if (settings.get("top") != null) {
                put(option.id(), "selected", valid ? "no" : "none");
            }
            if (mean != null) {
                means.put(option.passive() ? "passive" : option.id(), mean);
                won.put(
                        option.id(),
                        new Fraction[] {mean, Fraction.of(high, said.size()), Fraction.of(Collections.max(said), 1)});
            }
        }
        rank(won, Recount::less, one -> true);
        Fraction passive = means.get("passive");
        for (Option option : options) {
            Fraction mean = option.passive() ? null : means.get(option.id());
            put(option.id(), "viable", passive == null || mean == null ? null : (Object) (mean.compareTo(passive) < 0));
        }
    }

    private static boolean less(Fraction[] one, Fraction[] other) {
        for (int i = 0; i < one.length; i++) {
            if (!one[i].equals(other[i])) {
                return one[i].compareTo(other[i]) < 0;
            }
        }
        return false;
    }

    private void matrix() {
        for (Option option : options) {
            List<Object> said = said(option.id());
            Integer impact = axis(said, "impact");
            Integer effort = axis(said, "effort");
            put(option.id(), "impact", impact);
            put(option.id(), "effort", effort);
            put(option.id(), "count", said.size());
            String quadrant = "unplaced";
            if (said.size() > 2 && impact != null && effort != null) {
                quadrant = impact > 2 && effort > 2
                        ? "planStrategically"
                        : impact > 2 ? "doNow" : effort > 2 ? "postpone" : "onTheSide";
            }
            put(option.id(), "quadrant", quadrant);
        }
    }

    private static @Nullable Integer axis(List<Object> said, String axis) {
        List<Integer> sorted = new ArrayList<>();
        said.forEach(point -> sorted.add(number(((Map<?, ?>) point).get(axis))));
        Collections.sort(sorted);
        return sorted.isEmpty() ? null : sorted.get((sorted.size() - 1) / 2);
    }

    private void fist() {
        int[] fingers = new int[6];
        ballots.stream().filter(ballot -> !ballot.equals("abstain")).forEach(ballot -> fingers[number(ballot)]++);
        int support = fingers[3] + fingers[4] + fingers[5];
        int against = fingers[0] + fingers[1] + fingers[2];
        String verdict =
                fingers[0] > 0 || support < against ? "notCarried" : support >= 4 * against ? "carried" : "concerns";
        for (Option option : options) {
            put(option.id(), "verdict", !valid || support + against == 0 ? "none" : verdict);
            for (int number = 0; number < 6; number++) {
                put(option.id(), "histogram." + number, fingers[number]);
            }
        }
    }

    private static int number(@Nullable Object value) {
        return Integer.parseInt(String.valueOf(value));
    }

    /** Ranks, ties and selections, by trying every option against every other. */
    private <T> void rank(Map<String, T> won, BiPredicate<T, T> better, Predicate<T> worthy) {
        won.forEach((option, mine) -> {
            long before = won.values().stream()
                    .filter(other -> better.test(other, mine))
                    .count();
            long behind = won.values().stream()
                    .filter(other -> better.test(mine, other))
                    .count();
            put(option, "rank", before + 1);
            put(option, "tie", before + behind + 1 < won.size());
            if (settings.get("top") instanceof Integer top) {
                boolean all = won.size() - behind <= top;
                String selected = before >= top || !worthy.test(mine) ? "no" : all ? "yes" : "tie";
                put(option, "selected", valid ? selected : "none");
            }
        });
    }
}
