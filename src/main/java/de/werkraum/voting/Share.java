package de.werkraum.voting;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A threshold p/q with 0 &lt; p/q ≤ 1 and q ≤ 100, kept in lowest terms.
 *
 * @param p numerator, at least 1
 * @param q denominator, at most 100
 */
public record Share(int p, int q) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,3})/([0-9]{1,3})");
    private static final int MAX_DENOMINATOR = 100;

    public Share {
        if (p < 1 || p > q || q > MAX_DENOMINATOR) {
            throw new IllegalArgumentException("a share is p/q with 0 < p/q ≤ 1 and q ≤ 100");
        }
        int divisor = Fraction.of(p, q).denominator().intValue();
        p = p * divisor / q;
        q = divisor;
    }

    /** Reads {@code "2/3"}; null if the value is anything else or out of range. */
    static @Nullable Share parse(Object value) {
        if (!(value instanceof String text)) {
            return null;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        int p = Integer.parseInt(form.group(1));
        int q = Integer.parseInt(form.group(2));
        return p < 1 || p > q || q > MAX_DENOMINATOR ? null : new Share(p, q);
    }

    /** q·part ≥ p·whole: whether {@code part} of {@code whole} reaches this share. */
    boolean reachedBy(long part, long whole) {
        return Math.multiplyExact(q, part) >= Math.multiplyExact(p, whole);
    }

    /** The smallest part of {@code whole} that reaches this share: ⌈p·whole/q⌉. */
    long least(long whole) {
        return Math.floorDiv(Math.multiplyExact(p, whole) + q - 1, q);
    }

    boolean isMoreThanHalf() {
        return 2 * p > q;
    }

    @Override
    public String toString() {
        return p + "/" + q;
    }
}
