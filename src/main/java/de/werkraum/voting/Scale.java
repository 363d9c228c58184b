package de.werkraum.voting;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What options are rated in: places from 0 with a value each. */
enum Scale {
    ONE_TO_FIVE("1-5", List.of("1", "2", "3", "4", "5")),
    SIZES("SMLXL", List.of("S", "M", "L", "XL")),
    DAYS("days", List.of("0.5", "1", "2", "3", "5", "8", "13", "20", "40"));

    private final String word;
    // all elements are strings
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> values;

    Scale(String word, List<String> values) {
        this.word = word;
        this.values = values;
    }

    String word() {
        return word;
    }

    int size() {
        return values.size();
    }

    /** Days and marks are numbers, sizes letters. */
    boolean isNumeric() {
        return this != SIZES;
    }

    /** The place of a ballot's value, or null if it is none of this scale's. */
    @Nullable
    Integer place(@Nullable Object value) {
        for (int place = 0; place < values.size(); place++) {
            if (isNumeric()
                    ? sameNumber(value, values.get(place))
                    : values.get(place).equals(value)) {
                return place;
            }
        }
        return null;
    }

    private boolean sameNumber(@Nullable Object value, String number) {
        if (this == ONE_TO_FIVE && Tree.whole(value) == null) {
            return false;
        }
        BigDecimal decimal = Tree.decimal(value);
        return decimal != null && decimal.compareTo(new BigDecimal(number)) == 0;
    }

    /** As in a ballot: a number or a letter. */
    Object value(int place) {
        String value = values.get(place);
        if (!isNumeric()) {
            return value;
        }
        BigDecimal number = new BigDecimal(value);
        return number.scale() > 0 ? (Object) number : number.intValueExact();
    }

    /** As in a tally: the exact value, {@code "3"} or {@code "1/2"}, or a letter. */
    String exact(int place) {
        return isNumeric() ? fraction(place).toString() : values.get(place);
    }

    Fraction fraction(int place) {
        return Fraction.of(new BigDecimal(values.get(place)));
    }

    /** Ratings by value, all of the scale's in its order. */
    Map<String, Object> histogram(Distribution ratings) {
        Map<String, Object> histogram = new LinkedHashMap<>();
        for (int place = 0; place < values.size(); place++) {
            histogram.put(values.get(place), ratings.at(place));
        }
        return Collections.unmodifiableMap(histogram);
    }

    /** The lower median for marks and sizes, the mean of the two middle values for days. At least one rating. */
    String median(Distribution ratings) {
        return this == DAYS ? middle(ratings).toString() : exact(ratings.quartile(2));
    }

    private Fraction middle(Distribution ratings) {
        return fraction(ratings.quartile(2))
                .plus(fraction(ratings.upperMedian()))
                .over(2);
    }

    /** The median in words. */
    Sentence medianWords(Distribution ratings) {
        if (this != DAYS) {
            String median = median(ratings);
            return new Sentence(median, median);
        }
        Fraction days = middle(ratings);
        boolean one = days.equals(Fraction.of(1, 1));
        return Wording.decimal(days).then(one ? " Tag" : " Tage", one ? " day" : " days");
    }

    /** A place in words. */
    Sentence words(int place) {
        return isNumeric() ? Wording.decimal(fraction(place)) : new Sentence(values.get(place), values.get(place));
    }

    static @Nullable Scale of(String word) {
        for (Scale scale : values()) {
            if (scale.word.equals(word)) {
                return scale;
            }
        }
        return null;
    }
}
