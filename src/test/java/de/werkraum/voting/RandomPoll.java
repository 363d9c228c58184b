package de.werkraum.voting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A poll with its ballots, drawn from a seed. */
final class RandomPoll {
    final Random random;
    final String method;
    final List<Option> options;
    final Map<String, Object> tree;
    final Settings settings;
    final Electorate electorate;
    final List<Cast> casts;

    RandomPoll(String method, long seed) {
        this.random = new Random(seed);
        this.method = method;
        this.options = Polls.options(
                switch (method) {
                    case "fist" -> "A";
                    case "resistance" -> "A B C D (P)".substring(2 * random.nextInt(4));
                    default -> "A B C D E F".substring(0, 3 + 2 * random.nextInt(5));
                });
        this.tree = drawSettings();
        this.settings = Polls.settings(method, Json.text(tree), options);
        int eligible = 1 + random.nextInt(14);
        Set<String> members = new LinkedHashSet<>();
        Set<String> present = new HashSet<>();
        Map<String, String> organisations = new HashMap<>();
        List<Cast> drawn = new ArrayList<>();
        for (int i = 1; i <= eligible; i++) {
            members.add("m" + i);
            if (random.nextInt(3) > 0) {
                organisations.put("m" + i, pick("Amt Nord", "  amt  NORD ", "Amt Süd", "LK West"));
            }
            if (random.nextBoolean()) {
                present.add("m" + i);
            }
            if (random.nextInt(4) > 0) {
                drawn.add(new Cast("m" + i, Polls.ballot(settings.method(), options, drawChoices())));
            }
        }
        this.electorate = new Electorate(members, present, organisations);
        this.casts = drawn;
    }

    private Map<String, Object> drawSettings() {
        Map<String, Object> drawn = new LinkedHashMap<>();
        drawn.put("secret", random.nextBoolean());
        switch (random.nextInt(4)) {
            case 0 -> drawn.put("quorum", Map.of("of", "cast", "share", pick("1/2", "2/3", "1/4", "99/100")));
            case 1 -> drawn.put("quorum", Map.of("of", "present", "share", pick("1/2", "1/3", "1/1")));
            case 2 -> drawn.put("quorum", Map.of("of", "cast", "count", 1 + random.nextInt(8)));
            default -> drawn.put("minBallots", 3 + random.nextInt(3));
        }
        if (Set.of("dots", "ranking", "single", "resistance", "approval").contains(method) && random.nextBoolean()) {
            drawn.put("top", 1 + random.nextInt(4));
        }
        if (Set.of("consent", "single", "approval").contains(method)) {
            drawn.put("byAuthority", random.nextBoolean());
        }
        switch (method) {
            case "consent" -> {
                String[] pair = pick(
                                "simple yesNo",
                                "absolute valid",
                                "absolute present",
                                "absolute eligible",
                                "2/3 yesNo",
                                "3/5 valid",
                                "3/4 present",
                                "51/100 eligible",
                                "1/1 yesNo",
                                "1/1 valid")
                        .split(" ", -1);
                drawn.put("majority", pair[0]);
                drawn.put("base", pair[1]);
            }
            case "dots" -> {
                drawn.put("budget", 1 + random.nextInt(6));
                drawn.put("maxPerOption", 1 + random.nextInt(4));
            }
            case "approval" -> drawn.put("threshold", random.nextBoolean() ? null : pick("1/2", "2/3", "1/10", "1/1"));
            case "score" -> drawn.put("scale", pick("1-5", "SMLXL", "days"));
            case "resistance" -> drawn.put("allowGaps", random.nextBoolean());
            default -> {}
        }
        return drawn;
    }

    Object drawChoices() {
        List<String> ids = new ArrayList<>(Choices.ids(options));
        Collections.shuffle(ids, random);
        List<String> some = ids.subList(0, random.nextInt(ids.size() + 1));
        return switch (method) {
            case "approval" -> random.nextInt(6) == 0 ? List.of("none") : some;
            case "ranking" -> some;
            case "single" -> random.nextInt(5) == 0 ? "abstain" : ids.get(0);
            case "fist" -> random.nextInt(5) == 0 ? "abstain" : (Object) random.nextInt(6);
            default -> drawObject(method.equals("consent") && some.isEmpty() ? ids : some, ids);
        };
    }

    private Map<String, Object> drawObject(List<String> some, List<String> all) {
        Map<String, Object> choices = new LinkedHashMap<>();
        int left = tree.get("budget") instanceof Integer budget ? budget : 0;
        for (String id : method.equals("resistance") && tree.get("allowGaps") == Boolean.FALSE ? all : some) {
            switch (method) {
                case "consent" -> choices.put(id, pick("yes", "yes", "no", "abstain"));
                case "dots" -> {
                    int most = Math.min(left, tree.get("maxPerOption") instanceof Integer each ? each : 0);
                    int dots = random.nextInt(most + 1);
                    left -= dots;
                    choices.put(id, dots);
                }
                case "score" -> choices.put(id, drawRating());
                case "resistance" -> choices.put(id, random.nextInt(11));
                default -> choices.put(id, Map.of("impact", 1 + random.nextInt(5), "effort", 1 + random.nextInt(5)));
            }
        }
        return choices;
    }

    private Object drawRating() {
        if (random.nextInt(6) == 0) {
            return "unknown";
        }
        return switch (String.valueOf(tree.get("scale"))) {
            case "days" ->
                random.nextInt(4) == 0
                        ? (Object) 0.5
                        : Integer.valueOf(pick("1", "2", "3", "5", "8", "13", "20", "40"));
            case "SMLXL" -> pick("S", "M", "L", "XL");
            default -> 1 + random.nextInt(5);
        };
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }

    Tally count() {
        return Counting.close(settings, options, electorate, casts);
    }

    @Override
    public String toString() {
        return method + " " + Json.text(tree) + " "
                + casts.stream().map(cast -> Json.text(cast.ballot().toTree())).toList();
    }
}
