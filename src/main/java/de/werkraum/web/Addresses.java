package de.werkraum.web;

import de.werkraum.access.Secrets;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that open something to whoever knows them.
 *
 * @param publicUrl of this server; null where requests say it
 */
record Addresses(Secrets secrets, @Nullable URI publicUrl) {
    /** The secret part of a new one; the same for the same request, whose answer may have got lost. */
    String secret(RoutingContext context, String purpose) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Once.secret(context, secrets, purpose));
    }

    /** What comes before the path. */
    String base(RoutingContext context) {
        return publicUrl == null
                ? context.request().scheme() + "://" + context.request().authority()
                : publicUrl.toString();
    }
}
