package de.werkraum.export;

import de.werkraum.plan.Bilingual;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of a tally for people: nothing is rounded without its exact value beside it. */
final class Exact {
    private static final Pattern FRACTION = Pattern.compile("(-?\\d{1,30})/(\\d{1,30})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}");
    private static final int PLACES = 2;

    private static final Map<String, Bilingual> CODES = Map.ofEntries(
            code("accepted", "angenommen", "accepted"),
            code("rejected", "abgelehnt", "rejected"),
            code("none", "kein Ergebnis", "no result"),
            code("yes", "ja", "yes"),
            code("no", "nein", "no"),
            code("tie", "auf der Kippe", "tied"),
            code("agreed", "einig", "agreed"),
            code("mixed", "gemischt", "mixed"),
            code("discuss", "zu besprechen", "to discuss"),
            code("doNow", "sofort umsetzen", "do now"),
            code("planStrategically", "strategisch planen", "plan strategically"),
            code("onTheSide", "nebenbei", "on the side"),
            code("postpone", "zurückstellen", "postpone"),
            code("unplaced", "nicht eingeordnet", "not placed"),
            code("carried", "getragen", "carried"),
            code("concerns", "mit Bedenken", "with concerns"),
            code("notCarried", "nicht getragen", "not carried"),
            code("unknown", "weiß nicht", "don’t know"),
            code("simple", "einfache", "simple"),
            code("absolute", "absolute", "absolute"),
            code("yesNo", "Ja- und Nein-Stimmen", "yes and no votes"),
            code("valid", "gültige Stimmen", "valid ballots"),
            code("present", "Anwesende", "those present"),
            code("eligible", "Stimmberechtigte", "those eligible"),
            code("cast", "abgegebene Stimmen", "ballots cast"),
            code("abstain", "Enthaltung", "abstention"));

    private Exact() {}

    /** A number to measure with, rounded; null where the value is none. */
    static @Nullable BigDecimal decimal(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        Matcher fraction = FRACTION.matcher(text);
        if (fraction.matches() && new BigInteger(fraction.group(2)).signum() != 0) {
            return new BigDecimal(fraction.group(1))
                    .divide(new BigDecimal(fraction.group(2)), PLACES, RoundingMode.HALF_UP);
        }
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** A value of the tally; absent ones are a dash. */
    static String show(String key, @Nullable Object value, String language) {
        if (value == null) {
            return "–";
        }
        if (value instanceof Boolean flag) {
            return (flag ? Words.YES : Words.NO).in(language);
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> word(String.valueOf(e.getKey()), language) + ": " + show("", e.getValue(), language))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(inner -> show("", inner, language)).collect(Collectors.joining(", "));
        }
        String text = value.toString();
        return key.equals("share") ? percent(text, language) : number(text, language);
    }

    private static String word(String code, String language) {
        Bilingual word = CODES.get(code);
        return word == null ? code : word.in(language);
    }

    /** {@code 7/2} is 3,5; {@code 10/3} is 3,33 (10/3). */
    private static String number(String text, String language) {
        Matcher fraction = FRACTION.matcher(text);
        if (!fraction.matches() || new BigInteger(fraction.group(2)).signum() == 0) {
            return word(text, language);
        }
        var over = new BigDecimal(fraction.group(1));
        var under = new BigDecimal(fraction.group(2));
        BigDecimal rounded = over.divide(under, PLACES, RoundingMode.HALF_UP);
        boolean exact = rounded.multiply(under).compareTo(over) == 0;
        return local(exact ? rounded.stripTrailingZeros() : rounded, language) + (exact ? "" : " (" + text + ")");
    }

    /** {@code 2/3} is 66,7 % (2/3): one decimal, half up. */
    private static String percent(String text, String language) {
        Matcher fraction = FRACTION.matcher(text);
        boolean whole = NUMBER.matcher(text).matches();
        if (!whole && (!fraction.matches() || new BigInteger(fraction.group(2)).signum() == 0)) {
            return word(text, language);
        }
        var over = new BigDecimal(whole ? text : fraction.group(1)).movePointRight(2);
        var under = whole ? BigDecimal.ONE : new BigDecimal(fraction.group(2));
        String percent = local(over.divide(under, 1, RoundingMode.HALF_UP), language) + " %";
        return whole ? percent : percent + " (" + text + ")";
    }

    /** A decimal number with the comma or point of the language. */
    static String local(BigDecimal number, String language) {
        String plain = number.toPlainString();
        return language.equals("en") ? plain : plain.replace('.', ',');
    }

    private static Map.Entry<String, Bilingual> code(String code, String de, String en) {
        return Map.entry(code, new Bilingual(de, en));
    }
}
