package de.werkraum.store;

import de.werkraum.problem.StartupException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;

/** Why PostgreSQL did not answer, as one line for an operator. */
final class Reason {
    private Reason() {}

    /** The innermost reason, and what mends it where the message alone would not say. */
    static String of(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        String message = inner.getMessage();
        String line = (message == null ? inner.getClass().getSimpleName() : message)
                .strip()
                .replaceAll("\\s+", " ");
        boolean untrusted = inner instanceof GeneralSecurityException;
        return untrusted ? line + "; sslrootcert names the file of the authority that signed its certificate" : line;
    }

    /** Ends a start to which PostgreSQL does not answer. */
    static StartupException silence(DatabaseUrl url, SQLException failure) {
        return new StartupException("The database " + url + " does not answer: " + of(failure), failure);
    }
}
