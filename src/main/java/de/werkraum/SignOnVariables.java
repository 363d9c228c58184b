package de.werkraum;

import de.werkraum.signon.ClaimRule;
import de.werkraum.signon.Registration;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables {@code WERKRAUM_OIDC_…}. */
final class SignOnVariables {
    private static final String PREFIX = "WERKRAUM_OIDC_";
    private static final String ISSUER = PREFIX + "ISSUER";
    private static final String CLIENT_ID = PREFIX + "CLIENT_ID";
    private static final String OPENID = "openid";
    /** What consoles show to be copied is often this address. */
    private static final String CONFIGURATION = "/.well-known/openid-configuration";

    private SignOnVariables() {}

    /** The provider to sign on at; null where none is named. */
    static @Nullable Registration read(Map<String, String> environment) {
        String issuer = Config.text(environment, ISSUER);
        String client = Config.text(environment, CLIENT_ID);
        if (issuer == null || client == null) {
            environment.keySet().stream()
                    .filter(name -> name.startsWith(PREFIX))
                    .forEach(name -> {
                        throw new IllegalArgumentException(
                                name + " is of use only with " + ISSUER + " and " + CLIENT_ID + ".");
                    });
            return null;
        }
        URI address = issuer(issuer);
        String name = Config.text(environment, PREFIX + "NAME");
        return new Registration(
                address,
                client,
                Config.text(environment, PREFIX + "CLIENT_SECRET"),
                name == null ? address.getHost() : name,
                rule(environment, PREFIX + "ORGANISERS"),
                rule(environment, PREFIX + "MODERATORS"),
                scopes(Config.text(environment, PREFIX + "SCOPES")));
    }

    private static URI issuer(String value) {
        String bare =
                value.endsWith(CONFIGURATION) ? value.substring(0, value.length() - CONFIGURATION.length()) : value;
        try {
            URI uri = URI.create(bare);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new IllegalArgumentException(ISSUER
                + " must be the provider's address as it calls itself, such as https://sso.example/realms/house.");
    }

    private static @Nullable ClaimRule rule(Map<String, String> environment, String name) {
        String text = Config.text(environment, name);
        try {
            return text == null ? null : ClaimRule.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " " + e.getMessage(), e);
        }
    }

    /** Without {@code openid} a provider tells nobody who somebody is. */
    private static String scopes(@Nullable String value) {
        List<String> scopes = new ArrayList<>(List.of((value == null ? "openid profile" : value).split("[\\s,]+", -1)));
        if (!scopes.contains(OPENID)) {
            scopes.add(0, OPENID);
        }
        return String.join(" ", scopes);
    }
}
