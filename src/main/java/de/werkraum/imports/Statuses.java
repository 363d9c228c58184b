package de.werkraum.imports;

import de.werkraum.plan.Status;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words for where a step stands; what is not among them stays proposed, and is named. */
final class Statuses {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Map<String, Status> WORDS = words();
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:[.,]\\d+)? ?%");
    private static final Pattern DATE = Pattern.compile("\\D{0,8}\\d{1,2}\\.\\d{1,2}\\.(?:\\d{2,4})?");

    private Statuses() {}

    private static Map<String, Status> words() {
        var words = new LinkedHashMap<String, Status>();
        put(words, Status.PROPOSED, "offen", "neu", "geplant", "not started", "to do", "todo", "zu erledigen");
        put(words, Status.PROPOSED, "needs action", "☐", "[ ]", "open", "new", "planned", "nicht begonnen");
        put(words, Status.AGREED, "beschlossen", "vereinbart");
        put(
                words,
                Status.DOING,
                "in arbeit",
                "in bearbeitung",
                "läuft",
                "in progress",
                "in process",
                "doing",
                "laufend");
        put(words, Status.BLOCKED, "wartet", "blockiert", "ruht", "on hold", "blocked", "waiting");
        put(words, Status.DONE, "erledigt", "abgeschlossen", "fertig", "geschlossen", "done", "completed", "complete");
        put(words, Status.DONE, "☒", "☑", "✓", "✔", "✅", "[x]", "closed", "finished");
        put(words, Status.DROPPED, "zurückgestellt", "verworfen", "abgelehnt", "entfällt", "cancelled", "canceled");
        put(words, Status.DROPPED, "won't do", "wont do");
        for (Status status : Status.values()) {
            put(
                    words,
                    status,
                    status.code(),
                    status.label().de(),
                    status.label().en());
        }
        return words;
    }

    private static void put(Map<String, Status> words, Status status, String... written) {
        for (String word : written) {
            words.putIfAbsent(normal(word), status);
        }
    }

    /** Longer texts are no status, in characters. */
    private static final int LONGEST = 80;

    /** Whether a word is one of those for a status. */
    static boolean knows(String written) {
        return written.length() <= LONGEST
                && (WORDS.containsKey(normal(written))
                        || PERCENT.matcher(written.strip()).matches());
    }

    /** @param percent whether the column's numbers are shares of a hundred */
    static Understood<Status> of(Value value, boolean percent) {
        if (value instanceof Value.Amount amount) {
            return amount.percent()
                    ? share(amount.number().multiply(HUNDRED))
                    : percent ? share(amount.number()) : unknown();
        } else if (value instanceof Value.Tick tick) {
            return Understood.sure(tick.on() ? Status.DONE : Status.PROPOSED);
        }
        if (value.text().length() > LONGEST) {
            return unknown();
        }
        return value.isEmpty() ? Understood.absent() : of(value.text(), percent);
    }

    private static Understood<Status> of(String written, boolean percent) {
        String text = normal(written);
        Status known = WORDS.get(text);
        if (known != null) {
            return Understood.sure(known);
        }
        Matcher share = PERCENT.matcher(text);
        if (share.matches()) {
            return share(new BigDecimal(share.group(1)));
        } else if (percent && text.matches("\\d{1,3}")) {
            return share(new BigDecimal(text));
        }
        Status begins = beginning(text);
        return begins == null
                ? unknown()
                : Understood.guess(begins, "mehr als ein bekanntes Wort", "more than a known word");
    }

    /** Ticks of a column that says whether something is done. */
    static @Nullable Status tick(String written) {
        if (written.length() > LONGEST) {
            return null;
        }
        String text = normal(written);
        if (text.matches("x|ja|j|yes|y|true|wahr|ok|1") || DATE.matcher(text).matches()) {
            return Status.DONE;
        }
        return text.matches("nein|n|no|false|falsch|0|-|–") ? Status.PROPOSED : null;
    }

    private static @Nullable Status beginning(String text) {
        return WORDS.entrySet().stream()
                .filter(word -> word.getKey().length() > 3
                        && text.startsWith(word.getKey())
                        && !Character.isLetterOrDigit(
                                text.codePointAt(word.getKey().length())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Understood<Status> share(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            return unknown();
        }
        return Understood.sure(
                percent.signum() == 0 ? Status.PROPOSED : percent.compareTo(HUNDRED) == 0 ? Status.DONE : Status.DOING);
    }

    private static Understood<Status> unknown() {
        return Understood.none("kein bekannter Status", "no known status");
    }

    private static String normal(String written) {
        String text = written.strip().toLowerCase(Locale.GERMAN).replace('\u2019', '\'');
        return text.startsWith("[")
                ? text
                : text.replaceAll("[\\s\\u00A0_-]+", " ").replaceAll("[.!:]$", "");
    }
}
