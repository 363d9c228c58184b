package de.werkraum.voting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a poll is held and counted.
 *
 * @param secret whether who voted what is kept from everyone
 * @param minBallots below it a secret poll shows no tally; at least 3 there
 * @param receipts whether a closed secret poll lists its ballots under random receipts
 * @param moderatorsVote whether moderators belong to the electorate
 * @param presentOnly whether only who is present at the opening belongs to it
 * @param quorum or null
 * @param top how many options are to be selected, or null
 * @param byAuthority whether organisations are counted too
 * @param graceSeconds how long after {@code closesAt} a ballot still counts, in seconds
 */
public record Settings(
        boolean secret,
        Reveal reveal,
        int minBallots,
        boolean receipts,
        boolean moderatorsVote,
        boolean presentOnly,
        @Nullable Quorum quorum,
        @Nullable Integer top,
        boolean byAuthority,
        int graceSeconds,
        Method method) {

    /** Fewer than three ballots let each voter work out the others'. */
    private static final int LEAST_SECRET_BALLOTS = 3;

    private static final int MOST_BALLOTS = 100_000;
    private static final int DEFAULT_GRACE_SECONDS = 3;
    private static final int MOST_GRACE_SECONDS = 10;

    /**
     * Reads settings; what is absent or null takes its default, what is unknown is refused.
     *
     * @param method its name
     * @param tree plain tree of the contract's {@code settings}
     * @param options the completed options (see {@link Draft}); some defaults depend on their number
     * @throws InvalidPollException with all that is wrong; pointers start with {@code /settings}
     */
    public static Settings parse(String method, Map<String, Object> tree, List<Option> options)
            throws InvalidPollException {
        Kind kind = Draft.kind(method);
        SettingsReader in = new SettingsReader(tree);
        boolean secret = in.flag("secret", true);
        Settings settings = new Settings(
                secret,
                Reveal.valueOf(in.word("reveal", "closed", List.of("live", "own", "closed", "moderator"))
                        .toUpperCase(Locale.ROOT)),
                in.number("minBallots", LEAST_SECRET_BALLOTS, secret ? LEAST_SECRET_BALLOTS : 0, MOST_BALLOTS),
                in.flag("receipts", true),
                in.flag("moderatorsVote", false),
                in.flag("presentOnly", false),
                quorum(in),
                top(in, kind),
                byAuthority(in, kind),
                in.number("grace", DEFAULT_GRACE_SECONDS, 0, MOST_GRACE_SECONDS),
                kind.reader().read(in, options));
        in.finish();
        return settings;
    }

    /**
     * The settings with a higher budget, the one setting that may change while a poll is open.
     *
     * @throws InvalidPollException if it would be lowered or the method has none; the pointer is {@code /budget}
     */
    public Settings raiseBudget(int budget) throws InvalidPollException {
        if (!(method instanceof Dots dots)) {
            throw new InvalidPollException(
                    List.of(new Refusal("unsupported", "/budget", "only a dots poll has a budget")));
        }
        return new Settings(
                secret,
                reveal,
                minBallots,
                receipts,
                moderatorsVote,
                presentOnly,
                quorum,
                top,
                byAuthority,
                graceSeconds,
                dots.raise(budget));
    }

    /** At opening: whether enough are present for a quorum of those present; true where none is asked for. */
    public boolean quorumMet(Electorate electorate) {
        return quorum == null
                || quorum.of() != Quorum.Of.PRESENT
                || quorum.met(electorate.openingPresent(), electorate.openingMembers());
    }

    /** All settings with their defaults, in the contract's field names. Parsed again it gives equal settings. */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("secret", secret);
        tree.put("reveal", reveal.word());
        tree.put("minBallots", minBallots);
        tree.put("receipts", receipts);
        tree.put("moderatorsVote", moderatorsVote);
        tree.put("presentOnly", presentOnly);
        tree.put("quorum", quorum == null ? null : quorum.toTree());
        tree.put("top", top);
        tree.put("byAuthority", byAuthority);
        tree.put("grace", graceSeconds);
        tree.putAll(method.settings());
        return tree;
    }

    private static @Nullable Integer top(SettingsReader in, Kind kind) {
        Integer top = in.number("top", 1, Draft.MOST_OPTIONS);
        if (top != null && !kind.top()) {
            in.wrong("top", "unsupported", "doesn't apply to " + kind.name());
        }
        return top;
    }

    private static boolean byAuthority(SettingsReader in, Kind kind) {
        boolean wanted = in.flag("byAuthority", false);
        if (wanted && !kind.byAuthority()) {
            in.wrong("byAuthority", "unsupported", "doesn't apply to " + kind.name());
        }
        return wanted;
    }

    private static @Nullable Quorum quorum(SettingsReader settings) {
        SettingsReader in = settings.inner("quorum");
        if (in == null) {
            return null;
        }
        String of = in.word("of", "", List.of("present", "cast"));
        Share share = in.share("share");
        Integer count = in.number("count", 1, MOST_BALLOTS);
        in.refuseUnknown();
        boolean both = in.get("share") != null && in.get("count") != null;
        boolean neither = in.get("share") == null && in.get("count") == null;
        if (in.get("of") == null) {
            in.wrong("of", "missing", "must be present or cast");
        } else if (both || neither) {
            in.wrong("share", both ? "unsupported" : "missing", "or count must be given, and only one of them");
        } else if (of.equals("present") && in.get("count") != null) {
            in.wrong("count", "unsupported", "applies to ballots cast, not to those present");
        } else if ((share != null || count != null) && !of.isEmpty()) {
            return new Quorum(of.equals("present") ? Quorum.Of.PRESENT : Quorum.Of.CAST, share, count);
        }
        return null;
    }
}
