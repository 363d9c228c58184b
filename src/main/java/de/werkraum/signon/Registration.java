package de.werkraum.signon;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
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
        try {
            String all = String.join("\n", issuer.toString(), clientId, rule(organisers), rule(moderators));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
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
