package de.werkraum.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** One vote for each organisation. */
class AuthoritiesTest {
    private record Held(Settings settings, List<Option> options, Electorate electorate, List<Cast> casts) {
        Tally close() {
            return Counting.close(settings, options, electorate, casts);
        }

        Tally running() {
            return Counting.count(settings, options, electorate, casts);
        }
    }

    /** Members by organisation: {@code N: A=yes A=no _; S: A=yes}; _ has not cast, _p is only present, the organisation "-" is none. */
    private static Held held(String method, String settings, String names, String members) {
        List<Option> options = Polls.options(names);
        Settings parsed = Polls.settings(method, settings, options);
        Set<String> all = new LinkedHashSet<>();
        Set<String> present = new LinkedHashSet<>();
        Map<String, String> organisations = new LinkedHashMap<>();
        List<Cast> casts = new ArrayList<>();
        for (String group : members.split("; *", -1)) {
            String organisation = group.substring(0, group.indexOf(':'));
            for (String word : group.substring(group.indexOf(':') + 1).strip().split(" +", -1)) {
                String member = "m" + all.size();
                all.add(member);
                if (!organisation.equals("-")) {
                    organisations.put(member, organisation);
                }
                if (word.equals("_p")) {
                    present.add(member);
                } else if (!word.equals("_")) {
                    Object choices = Rows.ballots(method, word).get(0);
                    casts.add(new Cast(member, Polls.ballot(parsed.method(), options, choices)));
                }
            }
        }
        return new Held(parsed, options, new Electorate(all, present, organisations), casts);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/voting/authorities.csv", numLinesToSkip = 1, delimiter = '|')
    void table(String method, String shows, @Nullable String settings, String names, String members, String result) {
        Held held =
                held(method, "'secret':false,'byAuthority':true" + (settings == null ? "" : settings), names, members);
        Object tree = held.close().toTree().get("byAuthority");
        Map<?, ?> byAuthority = (Map<?, ?>) Objects.requireNonNull(tree);
        List<String> expected = List.of(result.split(" ", -1));
        List<String> found = new ArrayList<>();
        for (String pair : expected) {
            String path = pair.substring(0, pair.indexOf('='));
            found.add(path + "=" + Rows.at(byAuthority, path));
        }
        assertEquals(expected, found, shows);
    }

    private static @Nullable Object byAuthority(Tally tally) {
        return tally.toTree().get("byAuthority");
    }

    @Test
    void aSecretPollIsCountedByAuthorityOnlyAtClosing() {
        Held held = held("consent", "'byAuthority':true", "A", "N: A=yes A=yes A=no; S: A=no A=no A=no _");
        assertNull(byAuthority(held.running()));
        assertEquals(
                "2 2",
                Rows.at((Map<?, ?>) held.close().toTree(), "byAuthority.authorities") + " "
                        + Rows.at(held.close().toTree(), "byAuthority.eligible"));
    }

    @Test
    void aSecretPollWithholdsItWhereAnAuthorityIsTooSmall() {
        assertNull(byAuthority(held("consent", "'byAuthority':true", "A", "N: A=yes A=yes A=no; S: A=no A=no")
                .close()));
        assertNull(byAuthority(held("consent", "'byAuthority':true,'minBallots':4", "A", "N: A=yes A=yes A=no")
                .close()));
        Held silent = held("consent", "'byAuthority':true", "A", "N: A=yes A=yes A=no; S: _ _; -: A=yes");
        assertEquals("1", String.valueOf(Rows.at(silent.close().toTree(), "byAuthority.authorities")));
    }

    @Test
    void anOpenPollShowsItAlways() {
        Held held = held("consent", "'byAuthority':true,'secret':false", "A", "N: A=yes");
        assertEquals(Json.text(held.running().toTree()), Json.text(held.close().toTree()));
        assertEquals(
                "accepted", Rows.at((Map<?, ?>) Objects.requireNonNull(byAuthority(held.running())), "A.decision"));
    }

    @Test
    void itIsLeftOutUnlessAskedFor() {
        assertFalse(held("consent", "'secret':false", "A", "N: A=yes")
                .close()
                .toTree()
                .containsKey("byAuthority"));
    }
}
