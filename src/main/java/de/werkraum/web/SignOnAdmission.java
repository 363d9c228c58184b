package de.werkraum.web;

import de.werkraum.access.Account;
import de.werkraum.access.Role;
import de.werkraum.problem.Problem;
import de.werkraum.store.AccountStore;
import io.vertx.core.Future;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may come without having signed on.
 *
 * @param possible whether there is a provider; where nobody can sign on, nobody needs to
 */
record SignOnAdmission(AccountStore accounts, boolean possible) {
    /** Participants of some events sign on; ends well where this one may come. */
    Future<Void> check(@Nullable UUID event, Role role, @Nullable Account account) {
        if (event == null || !possible || account != null || role != Role.PARTICIPANT) {
            return Future.succeededFuture();
        }
        return accounts.wanted(event).map(wanted -> {
            if (wanted) {
                throw Problem.forbidden("signOnNeeded", "Participants of this event sign on with their account.");
            }
            return null;
        });
    }
}
