package de.werkraum.plan;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms a plan's values must have; each answers null for a value of another type or form. */
final class Forms {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    private static final Pattern SERVICE_KEY = Pattern.compile("99\\d{12}");

    /** Highest step of the maturity model for online services. */
    private static final int MAX_MATURITY = 4;

    private Forms() {}

    static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    static @Nullable Boolean flag(@Nullable Object value) {
        return value instanceof Boolean flag ? flag : null;
    }

    static @Nullable LocalDate date(@Nullable Object value) {
        if (value instanceof String text && DATE.matcher(text).matches()) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                return null; // the 30th of February
            }
        }
        return null;
    }

    static @Nullable Instant instant(@Nullable Object value) {
        if (value instanceof String text && INSTANT.matcher(text).matches()) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                return null;
            }
        }
        return null;
    }

    /** Person-days: not negative; without trailing zeros, so that equal efforts are equal values. */
    static @Nullable BigDecimal effort(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return null;
        }
        double days = number.doubleValue();
        if (Double.isNaN(days) || Double.isInfinite(days) || days < 0) {
            return null;
        }
        BigDecimal exact = BigDecimal.valueOf(days).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /** Whether the value is good for that key of the plan's facts; a key without a meaning takes every value. */
    static boolean meta(String key, @Nullable Object value) {
        return switch (key) {
            case "authority", "level", "field", "reuseModel", "origin" -> value instanceof String;
            case "serviceKey" ->
                value instanceof String text && SERVICE_KEY.matcher(text).matches();
            case "maturityNow", "maturityGoal" ->
                value instanceof Number number
                        && number.doubleValue() == Math.rint(number.doubleValue())
                        && number.doubleValue() >= 0
                        && number.doubleValue() <= MAX_MATURITY;
            default -> true;
        };
    }
}
