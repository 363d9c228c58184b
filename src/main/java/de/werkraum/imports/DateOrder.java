package de.werkraum.imports;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether {@code 04/03/2026} is a day in March or in April: what a table's dates show together. */
public enum DateOrder {
    /** The day comes first. */
    DAY,
    /** The month comes first. */
    MONTH,
    /** No date tells, or they contradict each other. */
    UNKNOWN;

    private static final Pattern SLASHED = Pattern.compile("^\\D{0,5}(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})\\b.*");
    private static final int MONTHS = 12;

    /** Only a number above twelve settles it. */
    static DateOrder of(List<String> texts) {
        boolean day = false;
        boolean month = false;
        for (String text : texts) {
            Matcher date = SLASHED.matcher(text.strip());
            if (date.matches()) {
                day |= Integer.parseInt(date.group(1)) > MONTHS;
                month |= Integer.parseInt(date.group(2)) > MONTHS;
            }
        }
        return day == month ? UNKNOWN : day ? DAY : MONTH;
    }
}
