package de.werkraum.voting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a poll needs before it can be held: a question and the right options. */
public final class Draft {
    static final int MOST_OPTIONS = 100;
    private static final int MOST_CHARACTERS = 300;

    private final List<Refusal> problems = new ArrayList<>();

    private Draft() {}

    /**
     * Completes a draft's options: none given for consent and fist makes the question the one option; resistance gets
     * its passive option, unless one is among those given.
     *
     * @param given in order, with their ids; a step's title as label where the label was left out
     * @param language {@code "en"}, or German for anything else
     * @param spareId an unused id for the one option that may be added
     * @throws InvalidPollException with all that is wrong; pointers are {@code /method, /question, /options/…}
     */
    public static List<Option> options(
            String method, String question, List<Option> given, String language, String spareId)
            throws InvalidPollException {
        Kind kind = kind(method);
        Draft draft = new Draft();
        draft.text(question, "/question", "question");
        draft.each(given, kind);
        List<Option> complete = draft.complete(kind, question, given, language, spareId);
        if (!draft.problems.isEmpty()) {
            throw new InvalidPollException(draft.problems);
        }
        return complete;
    }

    static Kind kind(String method) throws InvalidPollException {
        Kind kind = Kinds.of(method);
        if (kind == null) {
            throw new InvalidPollException(List.of(new Refusal(
                    "unknownMethod", "/method", "method must be one of " + String.join(", ", Kinds.names()))));
        }
        return kind;
    }

    private List<Option> complete(Kind kind, String question, List<Option> given, String language, String spareId) {
        boolean passive = given.stream().anyMatch(Option::passive);
        int active = given.size() - (passive ? 1 : 0);
        boolean asked =
                kind.options() == Kind.OptionRule.QUESTION_OR_MORE || kind.options() == Kind.OptionRule.QUESTION_ONLY;
        if (given.isEmpty() && asked) {
            return List.of(new Option(spareId, question.strip(), null, false));
        }
        int least = kind.options() == Kind.OptionRule.TWO_OR_MORE ? 2 : 1;
        int most = kind.options() == Kind.OptionRule.QUESTION_ONLY ? 1 : MOST_OPTIONS;
        if (active < least) {
            refuse("tooFew", "/options", kind.name() + " needs at least " + Wording.n(least, "option", "options"));
        }
        if (active > most) {
            refuse("tooMany", "/options", kind.name() + " takes at most " + Wording.n(most, "option", "options"));
        }
        List<Option> complete = new ArrayList<>(given);
        if (kind.options() == Kind.OptionRule.WITH_PASSIVE && !passive) {
            String label = language.equals("en") ? "Everything stays as it is" : "Es bleibt, wie es ist";
            complete.add(new Option(spareId, label, null, true));
        }
        return List.copyOf(complete);
    }

    private void each(List<Option> given, Kind kind) {
        Set<String> seen = new HashSet<>();
        boolean passive = false;
        for (int i = 0; i < given.size(); i++) {
            Option option = given.get(i);
            String at = "/options/" + i;
            if (option.step() == null || !option.label().isEmpty()) {
                text(option.label(), at + "/label", "label");
            }
            // steps may be namesakes; two options without a step and with one label couldn't be told apart
            String step = option.step();
            boolean fresh = step == null ? seen.add("label:" + option.label().strip()) : seen.add("step:" + step);
            if (!seen.add("id:" + option.id()) || !fresh) {
                refuse("duplicate", at, "the option is given twice");
            }
            if (option.passive() && (passive || kind.options() != Kind.OptionRule.WITH_PASSIVE)) {
                refuse("unsupported", at + "/passive", "only resistance has a passive option, and one");
            }
            passive |= option.passive();
        }
    }

    private void text(@Nullable String text, String pointer, String what) {
        if (text == null || text.isBlank()) {
            refuse("missing", pointer, what + " must not be empty");
        } else if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            refuse("tooLong", pointer, what + " must have at most " + MOST_CHARACTERS + " characters");
        }
    }

    private void refuse(String code, String pointer, String detail) {
        problems.add(new Refusal(code, pointer, detail));
    }
}
