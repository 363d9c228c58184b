package de.werkraum.imports;

import de.werkraum.plan.Minutes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as people write them. A period is taken by its end, which is what a date to be ready by means; a date without a year
 * is put into the table's. Whatever is not a plain date has a doubt.
 *
 * @param order of the table's dates with slashes
 * @param year of the table, for dates without one
 * @param first whether a period counts by its beginning: for the column that says when to start
 */
record Dates(DateOrder order, int year, boolean first) {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2099;

    /** Excel's day 0, and its numbers of 1990 and 2099. */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private static final int FIRST_SERIAL = 32_874;
    private static final int LAST_SERIAL = 73_050;

    /** Longer texts are no dates, in characters. */
    private static final int LONGEST = 80;

    private static final String YEAR = "(\\d{4}|'?\\d{2})";
    private static final String OPTIONAL_YEAR = "(?:[ /.]*" + YEAR + ")?";
    private static final String WEEKDAY = "^(?:(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|"
            + "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|"
            + "monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\.?,? +(?:den |dem |the )?)";
    private static final Pattern LEADING_DAY = Pattern.compile(WEEKDAY);
    private static final Pattern ABOUT = Pattern.compile(
            "^(bis spätestens|bis zum|bis|spätestens(?: am)?|zum|am|ab|ca\\.?|etwa|vsl\\.?|voraussichtlich|vorauss\\.?|geplant|"
                    + "by|until|before|after|from|approx\\.?|about|around|tbc|~) *(?=.*\\d)");

    /** One way to write a date. */
    private record Form(Pattern pattern, Function<Reading, Understood<LocalDate>> reading) {}

    /** A match on its way to a date. */
    private record Reading(Dates dates, Matcher match) {
        int number(int group) {
            return Integer.parseInt(match.group(group));
        }

        int year(int group) {
            return yearOf(match.group(group), dates.year);
        }

        boolean has(int group) {
            return match.group(group) != null;
        }
    }

    private static final List<Form> FORMS = List.of(
            form("(\\d{4})-(\\d{1,2})-(\\d{1,2})", r -> day(r.number(1), r.number(2), r.number(3))),
            form("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})", r -> day(r.number(1), r.number(2), r.number(3))),
            form("(\\d{1,2})\\. ?(\\d{1,2})\\. ?" + YEAR, r -> day(r.year(3), r.number(2), r.number(1))),
            form("(\\d{1,2})\\. ?(\\d{1,2})\\.?", r -> withoutYear(r, r.number(2), r.number(1))),
            form("(\\d{1,2})\\.? +([\\p{L}]+)\\.?,? +" + YEAR, r -> named(r, 2, 1, 3)),
            form("(\\d{1,2})[/-]([\\p{L}]+)[/-]" + YEAR, r -> named(r, 2, 1, 3)),
            form("(\\d{1,2})\\. *([\\p{L}]+)\\.?", r -> named(r, 2, 1, 0)),
            form("([\\p{L}]+)\\.? +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})", r -> named(r, 1, 2, 3)),
            form("(\\d{1,2})[/-](\\d{1,2})[/-]" + YEAR, Dates::slashed),
            form("(?:kw|cw|week|woche|w) ?(\\d{1,2})" + OPTIONAL_YEAR, r -> week(r, 1, 2)),
            form("(\\d{1,2})\\. ?(?:kw|kalenderwoche|woche)" + OPTIONAL_YEAR, r -> week(r, 1, 2)),
            form("(\\d{4})-?w(\\d{1,2})", r -> week(r, 2, 1)),
            form("(?:q|quartal ?)([1-4])[ /.-]*" + YEAR, r -> months(r, r.year(2), r.number(1) * 3 - 2, 3)),
            form("(?:q|quartal ?)([1-4])", r -> months(r, r.dates.year, r.number(1) * 3 - 2, 3)),
            form("([1-4])\\. ?(?:q|quartal|quarter)[ /.]*" + YEAR, r -> months(r, r.year(2), r.number(1) * 3 - 2, 3)),
            form("([1-4])\\. ?(?:q|quartal|quarter)", r -> months(r, r.dates.year, r.number(1) * 3 - 2, 3)),
            form("(i|ii|iii|iv)\\.? ?(?:quartal)? ?/? ?(\\d{4})", r -> months(r, r.year(2), roman(r), 3)),
            form("(\\d{4})[ /-]*q([1-4])", r -> months(r, r.number(1), r.number(2) * 3 - 2, 3)),
            form("h([12])[ /]*(\\d{4})", r -> months(r, r.year(2), r.number(1) * 6 - 5, 6)),
            form("([12])\\. ?(?:halbjahr|hj\\.?)[ /]*(\\d{4})", r -> months(r, r.year(2), r.number(1) * 6 - 5, 6)),
            form("(anfang|mitte|ende|early|mid|end|end of)[ -]+([\\p{L}]+)\\.?" + OPTIONAL_YEAR, Dates::part),
            form("(anfang|mitte|ende|early|mid|end|end of)[ -]+(\\d{4})", Dates::partOfYear),
            form("([\\p{L}]+)\\.?[ /-]*" + YEAR, r -> month(r, 1, 2)),
            form("([\\p{L}]{3,})\\.?", r -> month(r, 1, 0)),
            form("(\\d{1,2})/(\\d{4})", r -> months(r, r.number(2), r.number(1), 1)),
            form("(\\d{4})", r -> months(r, r.number(1), 1, 12)));

    private static Form form(String pattern, Function<Reading, Understood<LocalDate>> reading) {
        return new Form(Pattern.compile(pattern), reading);
    }

    /** What a cell of a column of dates says. */
    Understood<LocalDate> of(Value value) {
        if (value instanceof Value.Day day) {
            return isUsual(day.date()) ? Understood.sure(day.date()) : unusual();
        }
        if (value instanceof Value.Amount amount && amount.number().scale() <= 0) {
            int number = amount.number().intValue();
            if (number >= FIRST_SERIAL && number <= LAST_SERIAL) {
                return Understood.guess(
                        SERIAL_ZERO.plusDays(number),
                        "eine Zahl, wie Excel Tage zählt",
                        "a number as Excel counts days");
            }
        }
        return value.isEmpty() ? Understood.absent() : of(value.text());
    }

    Understood<LocalDate> of(String written) {
        if (written.length() > LONGEST) {
            return Understood.none("kein Datum", "no date");
        }
        String text = written.strip().replaceAll("[\\s\\u00A0]+", " ");
        LocalDate exact = instant(text);
        if (exact != null) {
            return isUsual(exact) ? Understood.sure(exact) : unusual();
        }
        String lower = LEADING_DAY.matcher(text.toLowerCase(Locale.GERMAN)).replaceFirst("");
        Understood<LocalDate> plain = form(lower);
        return plain == null ? around(lower) : plain;
    }

    /** A date with a time: the day it is in Berlin. */
    private static @Nullable LocalDate instant(String text) {
        if (!text.matches("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d.*")) {
            return null;
        }
        String iso = text.replaceFirst(" ", "T").replace(" ", "");
        try {
            return Instant.parse(iso).atZone(Minutes.ZONE).toLocalDate();
        } catch (DateTimeException none) {
            try {
                return OffsetDateTime.parse(iso, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                        .atZoneSameInstant(Minutes.ZONE)
                        .toLocalDate();
            } catch (DateTimeException local) {
                return local(iso);
            }
        }
    }

    private static @Nullable LocalDate local(String iso) {
        try {
            return LocalDate.parse(iso.substring(0, "2026-07-04".length()));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable Understood<LocalDate> form(String text) {
        for (Form form : FORMS) {
            Matcher match = form.pattern().matcher(text);
            if (match.matches()) {
                Understood<LocalDate> found = form.reading().apply(new Reading(this, match));
                if (found.value() != null || found.doubt() != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** A date with words around it, or from one date to another. */
    private Understood<LocalDate> around(String text) {
        Matcher about = ABOUT.matcher(text);
        if (about.find()) {
            Understood<LocalDate> inner =
                    form(LEADING_DAY.matcher(text.substring(about.end())).replaceFirst(""));
            if (inner != null && inner.value() != null) {
                boolean exact = List.of(
                                "bis",
                                "bis zum",
                                "am",
                                "zum",
                                "spätestens",
                                "bis spätestens",
                                "spätestens am",
                                "by",
                                "until")
                        .contains(about.group(1));
                return exact ? inner : guess(inner.value());
            }
        }
        Understood<LocalDate> period = period(text);
        if (period != null) {
            return period;
        }
        Matcher leading = Pattern.compile("^(\\S*\\d[\\d./-]+\\d\\.?)[ ,(].*").matcher(text);
        if (leading.matches()) {
            Understood<LocalDate> inner = form(leading.group(1));
            if (inner != null && inner.value() != null) {
                return guess(inner.value());
            }
        }
        return Understood.none("kein Datum", "no date");
    }

    private @Nullable Understood<LocalDate> period(String text) {
        String[] ends = text.split(" ?(?:–|—|‒| - | bis | to |bis|(?<=\\.)-) ?", -1);
        if (ends.length != 2) {
            return null;
        }
        Understood<LocalDate> from = form(ends[0]);
        Understood<LocalDate> to = form(ends[1]);
        Understood<LocalDate> taken = first ? from : to;
        return taken == null || taken.value() == null ? null : guess(taken.value());
    }

    private static Understood<LocalDate> day(int year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return isUsual(date) ? Understood.sure(date) : unusual();
        } catch (DateTimeException e) {
            return Understood.none("diesen Tag gibt es nicht", "there is no such day");
        }
    }

    private static boolean isUsual(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    private static Understood<LocalDate> unusual() {
        return Understood.none("dieses Jahr kann nicht gemeint sein", "this can't be the year that is meant");
    }

    private static Understood<LocalDate> guess(LocalDate date) {
        return Understood.guess(date, "kein genaues Datum", "no exact date");
    }

    private static Understood<LocalDate> withoutYear(Reading r, int month, int day) {
        Understood<LocalDate> found = day(r.dates.year, month, day);
        return found.value() == null ? found : Understood.guess(found.value(), "das Jahr fehlt", "the year is missing");
    }

    private static Understood<LocalDate> named(Reading r, int monthGroup, int dayGroup, int yearGroup) {
        int month = Months.of(r.match.group(monthGroup));
        if (month == 0) {
            return Understood.absent();
        }
        int day = r.number(dayGroup);
        return yearGroup == 0 ? withoutYear(r, month, day) : day(r.year(yearGroup), month, day);
    }

    private static Understood<LocalDate> slashed(Reading r) {
        int one = r.number(1);
        int two = r.number(2);
        int year = r.year(3);
        boolean dayFirst = r.dates.order == DateOrder.DAY || (r.dates.order == DateOrder.UNKNOWN && one > 12);
        boolean monthFirst = r.dates.order == DateOrder.MONTH || (r.dates.order == DateOrder.UNKNOWN && two > 12);
        if (one == two && one <= 12) {
            return day(year, one, two);
        } else if (!dayFirst && !monthFirst) {
            return Understood.none("Tag und Monat sind nicht zu unterscheiden", "day and month can't be told apart");
        }
        return dayFirst ? day(year, two, one) : day(year, one, two);
    }

    /** The last working day of a week, or the first. */
    private static Understood<LocalDate> week(Reading r, int weekGroup, int yearGroup) {
        int week = r.number(weekGroup);
        int year = r.has(yearGroup) ? r.year(yearGroup) : r.dates.year;
        if (week < 1 || !isUsual(LocalDate.of(Math.min(year, 9999), 1, 1))) {
            return Understood.absent();
        }
        LocalDate in = LocalDate.of(year, 1, 4);
        if (week > in.range(IsoFields.WEEK_OF_WEEK_BASED_YEAR).getMaximum()) {
            return Understood.none("diese Woche gibt es nicht", "there is no such week");
        }
        LocalDate day = in.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(WeekFields.ISO.dayOfWeek(), r.dates.first ? 1 : 5);
        return Understood.guess(day, "eine Woche, kein Tag", "a week, not a day");
    }

    /** A period of whole months by its last day, or its first. */
    private static Understood<LocalDate> months(Reading r, int year, int month, int count) {
        if (month < 1 || month > 12 || year < FIRST_YEAR || year > LAST_YEAR) {
            return Understood.absent();
        }
        LocalDate from = LocalDate.of(year, month, 1);
        LocalDate day = r.dates.first ? from : from.plusMonths(count).minusDays(1);
        return Understood.guess(day, "ein Zeitraum, kein Tag", "a period, not a day");
    }

    private static Understood<LocalDate> month(Reading r, int monthGroup, int yearGroup) {
        int month = Months.of(r.match.group(monthGroup));
        return month == 0
                ? Understood.absent()
                : months(r, yearGroup == 0 ? r.dates.year : r.year(yearGroup), month, 1);
    }

    private static Understood<LocalDate> part(Reading r) {
        int month = Months.of(r.match.group(2));
        if (month == 0) {
            return Understood.absent();
        }
        YearMonth whole = YearMonth.of(r.has(3) ? r.year(3) : r.dates.year, month);
        String part = r.match.group(1);
        LocalDate day = part.startsWith("an") || part.startsWith("ear")
                ? whole.atDay(r.dates.first ? 1 : 10)
                : part.startsWith("mi") ? whole.atDay(15) : whole.atEndOfMonth();
        return guess(day);
    }

    private static Understood<LocalDate> partOfYear(Reading r) {
        String part = r.match.group(1);
        int year = r.number(2);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Understood.absent();
        }
        int month = part.startsWith("an") || part.startsWith("ear") ? 3 : part.startsWith("mi") ? 6 : 12;
        return guess(YearMonth.of(year, month).atEndOfMonth());
    }

    private static int roman(Reading r) {
        return List.of("i", "ii", "iii", "iv").indexOf(r.match.group(1)) * 3 + 1;
    }

    private static int yearOf(@Nullable String written, int otherwise) {
        if (written == null) {
            return otherwise;
        }
        String digits = written.replace("'", "");
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? (year < 70 ? 2000 : 1900) + year : year;
    }
}
