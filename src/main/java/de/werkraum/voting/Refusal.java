package de.werkraum.voting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not accepted.
 *
 * @param code stable, for programs: {@code invalidChoices, unknownOption, overBudget, incomplete, duplicate, tooMany} for
 *     ballots; {@code unknownMethod, unknownSetting, wrongType, outOfRange, unsupported, duplicate, missing, tooLong,
 *     tooMany, tooFew} for polls
 * @param pointer JSON pointer (RFC 6901) into the request's body, such as {@code /choices/ID} or {@code
 *     /settings/budget}; null if the whole is meant
 * @param detail an English sentence for people who write clients
 */
public record Refusal(String code, @Nullable String pointer, String detail) {
    /** {@code {pointer?, detail, code}}: an entry of a problem document's {@code errors} */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (pointer != null) {
            tree.put("pointer", pointer);
        }
        tree.put("detail", detail);
        tree.put("code", code);
        return tree;
    }

    /** A pointer's next token, escaped as RFC 6901 section 3 says. */
    static String token(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
