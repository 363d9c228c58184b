package de.werkraum.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {
    @ParameterizedTest
    @CsvSource({"6,2,3", "7,2,7/2", "14,4,7/2", "0,5,0", "-1,2,-1/2", "1,-2,-1/2", "-3,-6,1/2", "1,1,1"})
    void inLowestTerms(long numerator, long denominator, String text) {
        assertEquals(text, Fraction.of(numerator, denominator).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "7,12,58.3",
        "1,3,33.3",
        "2,3,66.7",
        "1,1,100.0",
        "0,9,0.0",
        "1,2000,0.1",
        "1,2001,0.0",
        "1,16,6.3",
        "3,2,150.0",
        "-1,3,-33.3",
        "-1,2000,-0.1",
        "2499,5000,50.0",
        "1,8,12.5"
    })
    void percentHalfUp(long numerator, long denominator, String percent) {
        assertEquals(percent, Fraction.of(numerator, denominator).percent());
    }

    @Test
    void percentIsExactWhereFloatingPointIsNot() {
        // 0.145 is below its half in binary floating point
        assertEquals("14.5", Fraction.of(145, 1000).percent());
        assertEquals("1.5", Fraction.of(145, 10000).percent());
        assertEquals(
                "33333333333333333.3", Fraction.of(1_000_000_000_000_000L, 3).percent());
    }

    @Test
    void reckons() {
        assertEquals(Fraction.of(5, 6), Fraction.of(1, 2).plus(Fraction.of(1, 3)));
        assertEquals(Fraction.of(1, 4), Fraction.of(1, 2).over(2));
        assertEquals(Fraction.ZERO, Fraction.of(1, 2).plus(Fraction.of(-1, 2)));
        assertTrue(Fraction.of(1, 3).compareTo(Fraction.of(1, 2)) < 0);
        assertEquals(0, Fraction.of(2, 4).compareTo(Fraction.of(1, 2)));
        assertThrows(ArithmeticException.class, () -> Fraction.of(1, 0));
    }

    @ParameterizedTest
    @CsvSource({"0.5,1/2", "40,40", "1E1,10", "0.25,1/4", "2.50,5/2"})
    void fromDecimals(String decimal, String text) {
        assertEquals(text, Fraction.of(new BigDecimal(decimal)).toString());
    }

    @ParameterizedTest
    @CsvSource({"2/3,2/3", "4/6,2/3", "1/1,1/1", "100/100,1/1", "1/100,1/100", "099/100,99/100"})
    void shares(String written, String lowest) {
        assertEquals(lowest, String.valueOf(Share.parse(written)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "1", "0/1", "1/0", "3/2", "1/101", "2/200", "-1/2", "1/-2", "1 / 2", "1/2/3", "½", "1.0/2",
                "0001/2", "٢/٣"
            })
    void notShares(String written) {
        assertNull(Share.parse(written));
    }

    @Test
    void sharesAreBounded() {
        assertThrows(IllegalArgumentException.class, () -> new Share(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Share(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Share(1, 101));
        assertNull(Share.parse(0.5));
    }

    @Test
    void sharesAreReachedExactly() {
        Share twoThirds = new Share(2, 3);
        assertTrue(twoThirds.reachedBy(2, 3));
        assertTrue(!twoThirds.reachedBy(1_999_999_999, 3_000_000_000L));
        assertEquals(20, twoThirds.least(30));
        assertEquals(21, twoThirds.least(31));
        assertEquals(0, twoThirds.least(0));
        assertTrue(!new Share(1, 2).isMoreThanHalf());
        assertTrue(new Share(51, 100).isMoreThanHalf());
    }
}
