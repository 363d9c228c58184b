package de.werkraum.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A closed poll by dots, and what its voters were told. A ballot without an answer may count or not; one with an answer must. */
record Count(JsonNode poll) {
    /** Answers the number of ballots counted. */
    int check(JsonNode told) {
        assertEquals("closed", poll.get("state").asText(), poll.toString());
        boolean secret = poll.at("/settings/secret").asBoolean();
        JsonNode counted = poll.get(secret ? "receipts" : "ballots");
        Map<String, JsonNode> ballots = new HashMap<>();
        counted.forEach(
                ballot -> ballots.put(ballot.get(secret ? "receipt" : "member").asText(), ballot.get("choices")));
        assertEquals(counted.size(), ballots.size(), "a member or receipt is there twice");
        assertEquals(poll.get("cast").asInt(), ballots.size());
        int answered = 0;
        int possible = 0;
        for (JsonNode voter : told) {
            answered += voter.get("ok").isNull() ? 0 : 1;
            possible += voter.get("ok").isNull() && voter.get("unknown").isEmpty() ? 0 : 1;
            if (secret) {
                checkReceipt(voter, ballots);
            } else {
                checkNamed(voter, ballots.get(voter.get("member").asText()));
            }
        }
        assertTrue(
                ballots.size() >= answered && ballots.size() <= possible,
                answered + " to " + possible + " ballots, not " + ballots.size());
        checkTally(ballots);
        return ballots.size();
    }

    private static void checkNamed(JsonNode voter, @Nullable JsonNode ballot) {
        if (ballot == null) {
            assertTrue(voter.get("ok").isNull(), "an answered ballot is not counted: " + voter);
            return;
        }
        List<JsonNode> possible = new ArrayList<>();
        voter.get("unknown").forEach(possible::add);
        if (!voter.get("ok").isNull()) {
            possible.add(voter.at("/ok/choices"));
        }
        assertTrue(possible.contains(ballot), ballot + " was counted of " + voter);
    }

    private static void checkReceipt(JsonNode voter, Map<String, JsonNode> receipts) {
        if (!voter.get("ok").isNull() && voter.get("unknown").isEmpty()) {
            JsonNode choices = receipts.get(voter.at("/ok/receipt").asText());
            assertEquals(voter.at("/ok/choices"), choices, "the last answered ballot is not the one counted");
        }
    }

    /** Every dot once. */
    private void checkTally(Map<String, JsonNode> ballots) {
        for (JsonNode option : poll.get("options")) {
            String id = option.get("id").asText();
            int dots = ballots.values().stream()
                    .mapToInt(choices -> choices.path(id).asInt())
                    .sum();
            assertEquals(
                    dots,
                    poll.at("/tally/options/" + id + "/dots").asInt(),
                    poll.get("tally").toString());
        }
    }
}
