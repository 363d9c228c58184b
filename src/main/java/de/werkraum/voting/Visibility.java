package de.werkraum.voting;

import org.jspecify.annotations.Nullable;

/**
 * What of a poll one reader may see.
 *
 * @param tally the last published tally while open, the closing count after
 * @param receipts the list of receipts with their choices
 * @param ballots the list of members with their choices
 * @param missing who of the electorate has not cast
 * @param withheld {@code "minBallots"} if the tally would show but for too few ballots, else null
 */
public record Visibility(boolean tally, boolean receipts, boolean ballots, boolean missing, @Nullable String withheld) {

    /** Where a poll stands. */
    public enum State {
        DRAFT,
        OPEN,
        CLOSED,
        CANCELLED
    }

    /**
     * What of a poll's state matters here.
     *
     * @param counted whether it was closed and counted; tells a cancelled closed poll from a cancelled open one
     * @param revealed whether the moderator has revealed the result
     * @param cast A, now
     */
    public record Stage(State state, boolean counted, boolean revealed, int cast) {}

    /**
     * Who is asking.
     *
     * @param moderator moderator or organiser
     * @param hasCast whether a ballot of theirs is in this poll; never true for screens
     */
    public record Reader(boolean moderator, boolean hasCast) {}

    private static final Visibility NOTHING = new Visibility(false, false, false, false, null);

    /** What the reader may see now. Below {@code minBallots} a secret poll shows nothing to anyone. */
    public static Visibility of(Settings settings, Stage poll, Reader reader) {
        boolean over = poll.state() == State.CLOSED || (poll.state() == State.CANCELLED && poll.counted());
        if (!over && poll.state() != State.OPEN) {
            return NOTHING;
        }
        boolean enough = !settings.secret() || poll.cast() >= settings.minBallots();
        boolean revealed = over ? afterClosing(settings, poll, reader) : whileOpen(settings, reader);
        boolean tally = revealed && enough;
        return new Visibility(
                tally,
                tally && over && settings.secret() && settings.receipts(),
                tally && !settings.secret(),
                reader.moderator() && enough,
                revealed && !enough ? "minBallots" : null);
    }

    private static boolean whileOpen(Settings settings, Reader reader) {
        return settings.reveal() == Reveal.LIVE || (settings.reveal() == Reveal.OWN && reader.hasCast());
    }

    private static boolean afterClosing(Settings settings, Stage poll, Reader reader) {
        return settings.reveal() != Reveal.MODERATOR || poll.revealed() || reader.moderator();
    }

    /**
     * Whether the tally shown while a poll is open is to be renewed: with every ballot in an open poll; in a secret one
     * first at {@code minBallots} and then after as many further members, so that no difference of two tallies tells a
     * single ballot. On closing the closing count takes its place in any case.
     *
     * @param cast ballots now
     * @param published ballots in the tally shown last; 0 if none was shown yet
     */
    public static boolean renews(Settings settings, int cast, int published) {
        if (settings.reveal() != Reveal.LIVE && settings.reveal() != Reveal.OWN) {
            return false;
        }
        return !settings.secret() || cast - published >= settings.minBallots();
    }
}
