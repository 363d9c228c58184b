package de.werkraum.voting;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact rational number in lowest terms; the denominator is positive.
 *
 * @param numerator carries the sign
 * @param denominator at least 1
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
    public static final Fraction ZERO = of(0, 1);

    private static final BigInteger PER_MILLE_TWICE = BigInteger.valueOf(2000);

    /** @throws ArithmeticException if the denominator is zero */
    public Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("denominator is zero");
        }
        BigInteger divisor = numerator.gcd(denominator);
        BigInteger signed = denominator.signum() < 0 ? divisor.negate() : divisor;
        numerator = numerator.divide(signed);
        denominator = denominator.divide(signed);
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The value of a finite decimal, exactly. */
    static Fraction of(BigDecimal decimal) {
        return decimal.scale() > 0
                ? new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction over(long divisor) {
        return new Fraction(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
    }

    /** For display only: this value times 100 with one decimal, half up (a tie goes away from zero); {@code "58.3"}. */
    public String percent() {
        BigInteger twice = numerator.abs().multiply(PER_MILLE_TWICE).add(denominator);
        BigInteger perMille = twice.divide(denominator.shiftLeft(1));
        BigDecimal rounded = new BigDecimal(numerator.signum() < 0 ? perMille.negate() : perMille, 1);
        return rounded.toPlainString();
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** {@code "3"} or {@code "7/2"}: the contract's form of exact values. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
