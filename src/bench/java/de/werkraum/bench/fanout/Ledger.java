package de.werkraum.bench.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Poll;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What was promised, against what a server of the same database has: after the one that promised was killed. */
final class Ledger {
    private final Day day;

    Ledger(Day day) {
        this.day = day;
    }

    /**
     * Counts what is missing.
     *
     * @param who an organiser at the server that is asked
     * @param counted ballots of the rooms' polls that were counted on closing
     */
    Figures compare(Api who, int sessions, Poll poll, double counted) {
        long lostEdits = 0;
        long alienEdits = 0;
        long ballots = 0;
        for (int i = 0; i < sessions; i++) {
            String room = day.congress().roomPath(i);
            List<Long> there = stamps(who.get(room + "/plan").expect(200).get("goal").asText());
            List<Long> typed = new ArrayList<>(day.typed(i));
            lostEdits += lacking(typed, there);
            alienEdits += lacking(there, typed);
            for (JsonNode one : who.get(room + "/polls").expect(200)) {
                ballots += one.get("cast").asLong();
            }
        }
        long accepted = day.guests().size() - day.denied();
        Set<String> receipts = Plenary.receipts(who, poll);
        long unlisted = day.guests().stream()
                .filter(guest -> !receipts.contains(guest.hall().heard().receipt()))
                .count();
        return Figures.of(
                "edits typed", day.typed(),
                "edits not reported as saved", day.unsaved(),
                "edits lost", lostEdits,
                "edits twice or alien", alienEdits,
                "ballots answered in rooms", day.accepted(),
                "of them lost", day.accepted() - ballots,
                "counted on closing and lost", counted - ballots,
                "ballots answered in the plenary", accepted,
                "of them lost or twice", Math.abs(accepted - who.get(poll.path()).expect(200).get("cast").asLong()),
                "receipts lost", unlisted,
                "ballots refused", day.denied());
    }

    /** How many of the first are not among the second, each counted as often as it is there. */
    private static long lacking(List<Long> first, List<Long> second) {
        List<Long> wanted = new ArrayList<>(first);
        List<Long> given = new ArrayList<>(second);
        Collections.sort(wanted);
        Collections.sort(given);
        int at = 0;
        long lacking = 0;
        for (long one : wanted) {
            while (at < given.size() && given.get(at) < one) {
                at++;
            }
            if (at < given.size() && given.get(at) == one) {
                at++;
            } else {
                lacking++;
            }
        }
        return lacking;
    }

    private static List<Long> stamps(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        List<Long> stamps = new ArrayList<>();
        for (int at = 0; at + Typist.CHARS <= bytes.length; at += Typist.CHARS) {
            stamps.add(Typist.micros(bytes, at));
        }
        return stamps;
    }
}
