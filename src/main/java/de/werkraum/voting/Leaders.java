package de.werkraum.voting;

import java.util.List;
import java.util.function.Function;

/** Who is ahead, in words. */
final class Leaders {
    /** More names than this make no sentence. */
    private static final int MOST_NAMES = 3;

    private Leaders() {}

    /**
     * {@code Vorn liegt „A“ mit 7 Punkten vor „B“ mit 5 Punkten}, without a full stop.
     *
     * @param with what an option has won in words, in the dative
     */
    static <T> Sentence of(List<Standing<T>> standings, Function<T, Sentence> with) {
        List<Standing<T>> first = at(standings, 1);
        if (first.isEmpty()) {
            return new Sentence("Niemand liegt vorn", "Nothing is ahead");
        }
        Sentence lead = with.apply(first.get(0).won());
        if (first.size() > 1) {
            Sentence names = named(first);
            return new Sentence(
                    "Gleichstand auf Platz 1: " + names.de() + " mit je " + lead.de(),
                    "A tie for place 1: " + names.en() + " with " + lead.en() + " each");
        }
        Sentence name = Wording.quoted(first.get(0).option());
        Sentence ahead =
                new Sentence("Vorn liegt " + name.de() + " mit " + lead.de(), name.en() + " leads with " + lead.en());
        List<Standing<T>> second = at(standings, 2);
        if (second.isEmpty()) {
            return ahead;
        }
        Sentence names = named(second);
        Sentence behind = with.apply(second.get(0).won());
        return second.size() > 1
                ? ahead.then(
                        " vor " + names.de() + " mit je " + behind.de(),
                        ", ahead of " + names.en() + " with " + behind.en() + " each")
                : ahead.then(
                        " vor " + names.de() + " mit " + behind.de(),
                        ", ahead of " + names.en() + " with " + behind.en());
    }

    private static <T> Sentence named(List<Standing<T>> standings) {
        return standings.size() <= MOST_NAMES
                ? Wording.quoted(standings.stream().map(Standing::option).toList())
                : new Sentence(standings.size() + " Optionen", standings.size() + " options");
    }

    private static <T> List<Standing<T>> at(List<Standing<T>> standings, int rank) {
        return standings.stream()
                .filter(standing -> standing.place().rank() == rank)
                .toList();
    }
}
