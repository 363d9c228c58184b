package de.werkraum.export;

import de.werkraum.export.Report.Fact;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a poll was held: by which method, when, with how many, and what it took to be accepted. */
record PollFacts(PollOutcome poll, ZoneId zone, String language) {
    static final String QUORUM = "Quorum";

    /** Those that there are. */
    List<Fact> all() {
        var facts = new ArrayList<Fact>();
        add(facts, Words.METHOD.in(language), method());
        add(facts, Words.WHEN.in(language), when());
        add(facts, Words.TURNOUT.in(language), Words.turnout(poll, language));
        add(facts, Words.setting("majority").in(language), setting("majority"));
        add(facts, Words.setting("base").in(language), setting("base"));
        add(facts, QUORUM, quorum());
        return facts;
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(label, new Report.Words(value)));
        }
    }

    String method() {
        return Words.method(poll.method()).in(language) + ", "
                + (poll.secret() ? Words.SECRET : Words.OPEN_BALLOT).in(language);
    }

    private String when() {
        if (poll.openedAt() == null) {
            return "";
        }
        String day = Days.shown(poll.openedAt().atZone(zone).toLocalDate(), language);
        String end = poll.closedAt() == null ? "" : "–" + Days.clock(poll.closedAt(), zone);
        return day + ", " + Days.clock(poll.openedAt(), zone) + end;
    }

    /** The majority or its base; empty where the method has none. */
    String setting(String key) {
        if (poll.settings().get(key) instanceof String value) {
            return value.indexOf('/') > 0 ? value : Exact.show(key, value, language);
        }
        return "";
    }

    String quorum() {
        if (poll.settings().get("quorum") instanceof Map<?, ?> quorum) {
            Object count = quorum.get("count");
            String least = count == null ? Exact.show("share", quorum.get("share"), language) : count.toString();
            return least + " (" + Exact.show("", quorum.get("of"), language) + ")";
        }
        return "";
    }
}
