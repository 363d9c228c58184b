package de.werkraum.support;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Knows, in what PostgreSQL sends, the answer to a commit: a writing command is complete, and the session is outside of a transaction. */
public final class CommitAnswers {
    private static final Pattern WRITTEN =
            Pattern.compile("C\0\0\0.(INSERT 0 [1-9]|UPDATE [1-9]|DELETE [1-9]|COMMIT)", Pattern.DOTALL);
    private static final String READY = "Z\0\0\0\5I";

    private CommitAnswers() {}

    /** Whether these bytes hold one. */
    public static boolean in(byte[] bytes, int count) {
        String answer = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
        return answer.contains(READY) && WRITTEN.matcher(answer).find();
    }
}
