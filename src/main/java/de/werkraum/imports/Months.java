package de.werkraum.imports;

import java.util.List;
import java.util.Locale;

/** Names of months as people write them. */
final class Months {
    /** German and English names and their short forms. */
    private static final List<String> NAMES = List.of(
            "januar january jänner jaenner jan jän",
            "februar february feber feb",
            "märz maerz march mär mrz mar",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "dezember december dez dec");

    private Months() {}

    /** The number of a month, 0 for any other word. */
    static int of(String word) {
        String name = word.toLowerCase(Locale.ROOT).replace(".", "");
        for (int i = 0; i < NAMES.size(); i++) {
            if (List.of(NAMES.get(i).split(" ", -1)).contains(name)) {
                return i + 1;
            }
        }
        return 0;
    }
}
