package de.werkraum.crdt;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as JavaScript prints them: the shortest decimal that reads back as the same double (ECMA-262, 6.1.6.1.20). */
final class JsNumber {
    private static final double EXACT_INTEGERS = 1L << 53;
    private static final int MAX_DIGITS = 17;

    private JsNumber() {}

    static String print(double number) {
        if (number == Math.rint(number) && Math.abs(number) < EXACT_INTEGERS) {
            return Long.toString((long) number);
        }
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.toString(number);
        }
        BigDecimal shortest = shortest(Math.abs(number)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        return (number < 0 ? "-" : "") + layOut(digits, digits.length() - shortest.scale());
    }

    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int precision = 1; precision < MAX_DIGITS; precision++) {
            BigDecimal below = exact.round(new MathContext(precision, RoundingMode.DOWN));
            BigDecimal above = exact.round(new MathContext(precision, RoundingMode.UP));
            boolean belowFits = below.doubleValue() == number;
            boolean aboveFits = above.doubleValue() == number;
            if (belowFits && aboveFits) {
                int nearer = exact.subtract(below).compareTo(above.subtract(exact));
                boolean even = !below.unscaledValue().testBit(0);
                return nearer < 0 || (nearer == 0 && even) ? below : above;
            }
            if (belowFits || aboveFits) {
                return belowFits ? below : above;
            }
        }
        return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
    }

    /** The digits with the decimal point after the first {@code point} of them, in JavaScript's choice of notation. */
    private static String layOut(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= 21) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
