package de.werkraum.imports;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Person-days as people write them. Hours are none: how many of them a day has is the authority's to say.
 *
 * @param unit whether the column says that its numbers are days
 */
record Efforts(boolean unit) {
    private static final Pattern NUMBER = Pattern.compile(
            "(ca\\.?|~|etwa|rd\\.?|rund|approx\\.?|about)? ?([-−–]?[\\d.,' ]*\\d) ?(pt|personentage?|tage?|d|days?|person[ -]?days?|mt|at|manntage?|arbeitstage?|%|[\\p{L}.]+)?");
    private static final Pattern DAYS =
            Pattern.compile("pt|personentage?|tage?|d|days?|person[ -]?days?|mt|at|manntage?|arbeitstage?");
    private static final Pattern PLAIN =
            Pattern.compile("\\d+(?:[.,]\\d+)?|\\d{1,3}(?:\\.\\d{3})+,\\d+|\\d{1,3}(?:,\\d{3})+\\.\\d+");
    private static final Pattern AMBIGUOUS = Pattern.compile("[1-9]\\d{0,2}([.,])\\d{3}");
    /** Longer texts are no numbers, in characters. */
    private static final int LONGEST = 60;

    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

    Understood<BigDecimal> of(Value value) {
        if (value.isEmpty()) {
            return Understood.absent();
        } else if (value instanceof Value.Amount amount) {
            return amount.percent() ? noNumber() : bounded(amount.number().stripTrailingZeros(), unit);
        } else if (value instanceof Value.Day) {
            return Understood.none("ein Datum, keine Zahl", "a date, not a number");
        }
        if (value.text().length() > LONGEST) {
            return noNumber();
        }
        String text = value.text().strip().replace('\u00A0', ' ').toLowerCase(Locale.GERMAN);
        Matcher match = NUMBER.matcher(text);
        if (text.matches("[–—-]+")) {
            return Understood.absent();
        } else if (!match.matches()) {
            return noNumber();
        }
        String of = match.group(3);
        boolean days = of != null && DAYS.matcher(of).matches();
        if (of != null && !days) {
            return Understood.none("keine Personentage", "no person-days");
        }
        return number(match.group(2).replace(" ", "").replace("'", ""), match.group(1) == null, unit || days);
    }

    private static Understood<BigDecimal> number(String digits, boolean exact, boolean days) {
        if (!Character.isDigit(digits.charAt(0)) && ".,".indexOf(digits.charAt(0)) < 0) {
            return negative();
        } else if (AMBIGUOUS.matcher(digits).matches()) {
            return Understood.none(
                    "Tausend oder Komma ist nicht zu unterscheiden", "thousands or decimals, it can't be told");
        } else if (!PLAIN.matcher(digits).matches()) {
            return noNumber();
        }
        int decimal = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
        String plain = decimal < 0
                ? digits
                : digits.substring(0, decimal).replaceAll("[.,]", "") + "." + digits.substring(decimal + 1);
        Understood<BigDecimal> found = bounded(new BigDecimal(plain), days);
        return found.value() == null || exact
                ? found
                : Understood.guess(found.value(), "keine genaue Zahl", "no exact number");
    }

    private static Understood<BigDecimal> bounded(BigDecimal number, boolean days) {
        if (number.signum() < 0) {
            return negative();
        } else if (number.compareTo(MOST) > 0) {
            return noNumber();
        }
        BigDecimal whole = number.scale() < 0 ? number.setScale(0) : number;
        return days
                ? Understood.sure(whole)
                : Understood.guess(whole, "die Einheit ist nicht genannt", "the unit is not named");
    }

    private static Understood<BigDecimal> negative() {
        return Understood.none("weniger als nichts", "less than nothing");
    }

    private static Understood<BigDecimal> noNumber() {
        return Understood.none("keine Zahl", "no number");
    }
}
