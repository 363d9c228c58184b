package de.werkraum.signon;

import de.werkraum.access.Secrets;
import java.net.URI;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * This server as a client of a provider.
 *
 * @param issuer as the provider calls itself; a slash at its end doesn't matter
 * @param secret null for a public client
 * @param name what people know the provider by
 * @param organisers who becomes an organiser; nobody where it is null
 * @param moderators who may make rooms and lead those; nobody where it is null
 * @param scopes what is asked for, {@code openid} among it
 */
public record Registration(
        URI issuer,
        String clientId,
        @Nullable String secret,
        String name,
        @Nullable ClaimRule organisers,
        @Nullable ClaimRule moderators,
        String scopes) {

    /** Tells this way of signing on from others and nothing about it: tokens of an earlier one end with it. */
    public String mark() {
        String all = String.join("\n", issuer.toString(), clientId, rule(organisers), rule(moderators));
        return HexFormat.of().formatHex(Secrets.hash(all), 0, 8);
    }

    private static String rule(@Nullable ClaimRule rule) {
        return rule == null ? "" : rule.claim() + "=" + rule.value();
    }

    /** Without the secret: what is printed may end in a log. */
    @Override
    public String toString() {
        return "client " + clientId + " of " + issuer;
    }
}
