package de.werkraum.voting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers and names in German and English sentences. */
final class Wording {
    private static final char NO_BREAK_SPACE = '\u00a0';

    private Wording() {}

    /** {@code "1 Stimme"}, {@code "2 Stimmen"} */
    static String n(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** The one for 1, the many for all other numbers. */
    static String verb(long number, String one, String many) {
        return number == 1 ? one : many;
    }

    static String eligibleDe(long number) {
        return number == 1 ? "1 stimmberechtigten Person" : number + " Stimmberechtigten";
    }

    static String eligibleEn(long number) {
        return n(number, "eligible person", "eligible people");
    }

    static Sentence quoted(Option option) {
        return new Sentence("„" + option.label() + "“", "“" + option.label() + "”");
    }

    /** {@code „A“, „B“ und „C“} */
    static Sentence quoted(List<Option> options) {
        List<Sentence> names = options.stream().map(Wording::quoted).toList();
        return new Sentence(
                list(names.stream().map(Sentence::de).toList(), " und "),
                list(names.stream().map(Sentence::en).toList(), " and "));
    }

    private static String list(List<String> names, String and) {
        int last = names.size() - 1;
        return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + and + names.get(last);
    }

    /** An exact value as people write it: a whole number, or one decimal, half up. */
    static Sentence decimal(Fraction value) {
        String rounded = value.over(100).percent();
        String plain = rounded.endsWith(".0") ? rounded.substring(0, rounded.length() - 2) : rounded;
        return new Sentence(plain.replace('.', ','), plain);
    }

    /** {@code "58,3 %"} and {@code "58.3%"} */
    static Sentence percent(Fraction value) {
        String rounded = value.percent();
        return new Sentence(rounded.replace('.', ',') + NO_BREAK_SPACE + "%", rounded + "%");
    }

    /** {@code " (58,3 %)"}, or nothing where there is no share. */
    static Sentence inBrackets(@Nullable Fraction share) {
        if (share == null) {
            return new Sentence("", "");
        }
        Sentence percent = percent(share);
        return new Sentence(" (" + percent.de() + ")", " (" + percent.en() + ")");
    }
}
